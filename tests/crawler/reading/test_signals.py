"""Patterns that are tried only where their words stand."""

from crawler.reading.signals import signals


def test_the_words_open_the_pattern() -> None:
    found = signals(("dog|cat", r"\b(?:dog|cat)s\b"), ("horse", r"\bhorses?\b"))
    assert found.search("Two DOGS")
    assert found.search("a horse")
    assert not found.search("a dog")
    assert not found.search("")
