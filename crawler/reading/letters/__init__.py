"""A letter, a correspondence or a report: which words are the request, the answer, and neither."""
