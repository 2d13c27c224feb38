"""Bytes to words to fields: pure functions, without network, clock or database."""
