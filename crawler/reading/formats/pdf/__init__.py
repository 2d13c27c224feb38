"""PDF: words, tables, and what a page does not show."""
