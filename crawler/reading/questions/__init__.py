"""The questions of a request, and the answer to each."""
