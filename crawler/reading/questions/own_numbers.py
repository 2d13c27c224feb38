"""Numbers behind a word or sign that nobody else uses, `No. 1. How many?` or `Q-a`: known by their counting."""

import re
from collections.abc import Callable, Sequence
from functools import lru_cache

# Words that all readers know.
_KNOWN = r"(?:q|a|answers?|parts?|part [a-z]|question set)"
_OWN = re.compile(
    rf"(?!{_KNOWN}[\s.]?[(\[]?\d)(?P<word>[^\W\d_]+\.?(?: [^\W\d_]+\.?)?-?|[^\w\s(\[|]{{1,2}})\s?[(\[]?"
    r"(?P<number>[1-9]\d?|[a-h])(?!\w)[)\]]?(?:\s?[.,:–—-](?!\d))?(?:\s+(?=\S)|$)",
    re.I,
)
_mark = lru_cache(maxsize=256)(_OWN.match)  # the same lines are read as a letter, as questions and as answers
_LETTERS = "abcdefgh"
_FIRSTS = ("1", "a", "A")
_LEAST = 2  # lines of a row
_Row = list[tuple[int, re.Match[str]]]


def of_questions(lines: Sequence[str], asks: Callable[[str], object]) -> list[str]:
    """The lines, those that count on behind one word, and all ask, with their numbers alone: `1. How many?`"""
    return _alone(lines, lambda row: len(row) >= _LEAST and all(asks(mark.string[mark.end() :]) for _, mark in row))


def of_answers(lines: Sequence[str], known: Sequence[str]) -> list[str]:
    """The same, of rows that have the numbers of all questions and no others. `known`: these, in order."""
    if len(known) < _LEAST:
        return list(lines)
    return _alone(lines, lambda row: [mark["number"].lower() for _, mark in row] == list(known))


def _alone(lines: Sequence[str], wanted: Callable[[_Row], bool]) -> list[str]:
    found = list(lines)
    for at, mark in (one for row in _rows(lines) if wanted(row) for one in row):
        found[at] = f"{mark['number']}. {mark.string[mark.end() :]}".strip()
    return found


def _rows(lines: Sequence[str]) -> list[_Row]:
    """The lines that count from 1, or from a, behind the same word, with their places, a list for each row."""
    rows: list[_Row] = []
    last: dict[str, _Row] = {}
    for at, line in enumerate(lines):
        mark = _mark(line)
        if mark is None or not (last or mark["number"] in _FIRSTS):
            continue
        word, place = mark["word"].lower(), _place(mark["number"])
        if place == 1:
            rows.append([])
            last[word] = rows[-1]
        if word in last and len(last[word]) == place - 1:
            last[word].append((at, mark))
    return rows


def _place(number: str) -> int:
    return int(number) if number.isdigit() else _LETTERS.index(number.lower()) + 1
