"""What patterns cannot match without."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.reading.sentences.needed import EDGE, alternatives, head, needed


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("a|b(?:c|d)|[|]|\\|", ["a", "b(?:c|d)", "[|]", "\\|"]),
        ("(?:a|b)", ["(?:a|b)"]),
        ("[]|]x|y", ["[]|]x", "y"]),
    ],
)
def test_alternatives(pattern: str, found: list[str]) -> None:
    assert alternatives(pattern) == found


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        (r"withh[eo]ld\w*", {"withheld", "withhold"}),
        (r"\d+ [^a]figures?", {"figure"}),
        (r"(?:a|b)+ (?:horse|mule)\w*", {"horse", "mule"}),
        (r"(?:dogs?)?", set()),
        (r"\w+|dog", set()),
        (r"(?!cat)(?<=a )dog(?=s)", {"dog"}),
        (r"(?:big )?dog", {"dog"}),
        (r"(?i:DOG)", {"dog"}),
    ],
)
def test_needed(pattern: str, words: set[str]) -> None:
    assert {word.replace(EDGE, "").strip() for word in needed(pattern)} == words


@pytest.mark.parametrize(
    ("pattern", "heads"),
    [
        (r"\bhorses?\b", {"hor"}),
        (r"horses?\b", {""}),
        (r"\bto (?:\w+ )?us\b", {"to"}),
        (r"\b(?:not|never) (?:be )?disclosed\b", {"dis"}),
        (r"\b(?:disclos|releas)\w* it", {"dis", "rel"}),
        (r"n['’]t\b", {"t"}),
    ],
)
def test_the_head_is_of_a_word_that_begins_there(pattern: str, heads: set[str]) -> None:
    assert {head(word) for word in needed(pattern)} == heads


PARTS = st.sampled_from(
    ["a", "bc", "[ab]c", "a?", "(?:ab|c)", "(?:a|b c)?", r"\b", r"\w+", " ", "c{2}", "(?:ab)+", "^"]
)


@given(st.lists(PARTS, min_size=1, max_size=5).map("".join), st.text("abc d", max_size=12))
def test_no_match_lacks_all_that_is_needed(pattern: str, text: str) -> None:
    words = needed(pattern)
    if words and re.search(pattern, text):
        assert any(word.replace(EDGE, "") in text for word in words)
        runs = {run[:3] for run in re.findall("[a-z]+", text)}
        assert any(word.replace(EDGE, "") in text and (head(word) or "") in runs | {""} for word in words)
