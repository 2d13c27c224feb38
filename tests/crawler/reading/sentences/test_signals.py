"""Patterns that are tried only where their words stand."""

import json
import re
from pathlib import Path

import pytest

from crawler.reading.law import reviewed
from crawler.reading.outcome import counted, goodwill, pending, pointers, reported, verdict_words
from crawler.reading.sentences.signals import Signals, guarded, signals, together
from crawler.reading.sentences.statements import statements


def test_the_words_open_the_pattern() -> None:
    found = signals(r"\b(?:dog|cat)s\b", r"\bhorses?\b")
    assert found.search("Two DOGS")
    assert found.search("a horse")
    assert not found.search("a dog")
    assert not found.search("")


WORDS = (
    verdict_words,
    counted,
    goodwill,
    pending,
    pointers,
    reported,
    reviewed,
)
ALL = [(name, found) for words in WORDS for name, found in vars(words).items() if isinstance(found, Signals)]
CASES = [json.loads(line) for line in (Path(__file__).parents[1] / "decisions.jsonl").read_text("utf-8").splitlines()]
SENTENCES = sorted({one for case in CASES for line in [*case["request"], *case["reply"]] for one in statements(line)})


@pytest.mark.parametrize(("name", "found"), ALL)
def test_no_needed_word_is_forgotten(name: str, found: Signals) -> None:
    """The words only save time: every sentence that a pattern matches has one of them."""
    patterns = {(way.pattern, way.cased) for way in found.ways}
    lost = [
        (pattern.pattern, text)
        for text in SENTENCES
        for pattern, cased in patterns
        if pattern.search(text if cased else text.lower()) and not found.search(text)
    ]
    assert not lost, name


def test_a_word_may_stand_within_another() -> None:
    assert signals(r"\w+trieve\b").search("retrieve")
    assert signals(r"£ ?450").search("of £450")
    assert signals(r"\bdon['’]t\b").search("We don’t.")


def test_capitals_count_only_where_the_pattern_says_so() -> None:
    found = signals(r"\btold the (?-i:[A-Z])", r"\bI can\b")
    assert found.search("It TOLD the Echo")
    assert not found.search("it told the echo")
    assert found.search("i can")


def test_what_is_very_long_is_looked_through_too() -> None:
    assert signals(r"\bhorses?\b").search("word " * 1000 + "Horse")
    assert not signals(r"\bhorses?\b").search("word " * 1000)


def test_a_pattern_is_guarded() -> None:
    found = guarded(r"\b(?P<what>dog|cat)s?\b", re.I)
    match = found.search("Two DOGS")
    assert match is not None
    assert match["what"] == "DOG"
    assert found.search("a horse") is None
    assert [match["what"] for match in found.finditer("a cat and a dog")] == ["cat", "dog"]
    assert list(found.finditer("a horse")) == []


def test_several_are_looked_for_at_once() -> None:
    both = together(dog=signals(r"\bdogs?\b"), horse=signals(r"\bhorses?\b|\bpony\b"), none=signals(r"\bowls\b"))
    assert both.found("A pony, two dogs and an owl") == {"dog", "horse"}
    assert both.found("") == frozenset()


def test_any_of_the_words() -> None:
    found = signals(r"\bhorses? (?:and|or) \w+")
    assert found.may("a horse or none")
    assert not found.may("a dog")
