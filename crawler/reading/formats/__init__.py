"""The formats of files: one module reads one of them, and knows nothing of what the words mean."""
