"""Two versions of a disclosure side by side: which fields differ, which words, and what changed inside its files."""
