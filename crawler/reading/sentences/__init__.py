"""Sentences: how they are cut, and which of them every letter carries."""
