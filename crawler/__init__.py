"""The machinery of a crawl. Names no force."""
