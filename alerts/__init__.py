"""Who should hear, and telling them once. Sees the store, never the crawl."""
