"""Patterns that are tried only where their words stand."""

import json
from pathlib import Path

import pytest

from crawler.reading.law import relied_on, reviewed
from crawler.reading.outcome import (
    cost_words,
    counted,
    disclosure_words,
    refusal_words,
    reported,
    running_text,
    verdict_words,
)
from crawler.reading.sentences.signals import Signals, signals
from crawler.reading.sentences.statements import statements


def test_the_words_open_the_pattern() -> None:
    found = signals(("dog|cat", r"\b(?:dog|cat)s\b"), ("horse", r"\bhorses?\b"))
    assert found.search("Two DOGS")
    assert found.search("a horse")
    assert not found.search("a dog")
    assert not found.search("")


WORDS = (
    refusal_words,
    cost_words,
    disclosure_words,
    verdict_words,
    counted,
    relied_on,
    reported,
    reviewed,
    running_text,
)
ALL = [(name, found) for words in WORDS for name, found in vars(words).items() if isinstance(found, Signals)]
CASES = [json.loads(line) for line in (Path(__file__).parents[1] / "decisions.jsonl").read_text("utf-8").splitlines()]
SENTENCES = sorted({one for case in CASES for line in [*case["request"], *case["reply"]] for one in statements(line)})


@pytest.mark.parametrize(("name", "found"), ALL)
def test_no_needed_word_is_forgotten(name: str, found: Signals) -> None:
    """The words only save time: every sentence that a pattern matches has one of them."""
    lost = [
        (way.pattern.pattern, text)
        for text in SENTENCES
        for way in found.ways
        if way.pattern.search(text.lower()) and not found.search(text)
    ]
    assert not lost, name


def test_a_word_within_a_word_is_marked() -> None:
    assert signals(("~trieve", r"\w+trieve\b")).search("retrieve")
    assert signals(("£|450", r"£ ?450")).search("of £450")
    assert signals(("not |n't|n’t", r"\bdon['’]t\b")).search("We don’t.")
