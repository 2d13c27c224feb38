"""What became of a request and of each of its questions."""
