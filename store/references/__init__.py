"""Reference numbers that run in sequence, and the holes in them."""
