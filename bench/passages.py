"""Passages of replies in which people have marked each section that they name: tests/crawler/reading/stances.txt.

A passage a line, of one sentence or a few; `= hand` begins those of another writer. Before each section stands a mark:
[+] the force applies it, [-] it does not (considered, warned of, taken back, only compared with), [?] the passage says
neither, so that the rest of the letter must tell.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from crawler.reading.law.citation_grammar import Mention, mentions
from crawler.reading.sentences.statements import statements

FILE = Path(__file__).resolve().parents[1] / "tests/crawler/reading/stances.txt"
_MARK = re.compile(r"\[([+?-])\]")
_WITHIN = 3  # characters of a section behind which its mark may stand: `(` is not of it


class Marked(NamedTuple):
    """A section that a sentence names, the next sentence, and its mark: `+`, `-` or `?`."""

    hand: str
    sentence: str
    found: Sequence[Mention]
    at: int
    below: str
    mark: str


@cache
def marked() -> tuple[Marked, ...]:
    """The sections of all passages; those without a mark are no exemptions."""
    hand, found = "", []
    for line in FILE.read_text("utf-8").splitlines():
        if line.startswith("= "):
            hand = line[2:]
        elif line and not line.startswith("#"):
            found += _of(hand, line)
    return tuple(found)


def _of(hand: str, line: str) -> Iterator[Marked]:
    plain, marks = "", []
    for piece in re.split(r"(\[[+?-]\])", line):
        if mark := _MARK.fullmatch(piece):
            marks.append((len(plain), mark[1]))
        else:
            plain += piece
    start = 0
    for sentence, below in pairwise((*statements(plain), "")):
        start = plain.index(sentence, start)
        found = mentions(sentence)
        for at, mention in enumerate(found):
            first = start + found[at - 1].end if at else start - _WITHIN
            own = [mark for place, mark in marks if first <= place <= start + mention.start + _WITHIN]
            if own:
                yield Marked(hand, sentence, found, at, below, own[-1])
        start += len(sentence)
