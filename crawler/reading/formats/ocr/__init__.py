"""Pictures of pages: straightened and read by tesseract."""
