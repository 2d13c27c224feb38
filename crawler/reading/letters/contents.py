"""A list of contents above a letter, which repeats its headings: no part of what was asked or answered."""

import re
from collections.abc import Sequence
from itertools import takewhile

from crawler.reading.letters.phrases import REQUEST_HEADING, RESPONSE_HEADING, is_title

_MARK = re.compile(r"(?:\d{1,2}\s?[.)]|[-–•*·▪])\s+")
_TITLE = re.compile(
    r"(?:table of |page )?contents(?: of this (?:page|letter|document))?\s*:?|(?:on|in) this page\s*:?", re.I
)


def without_contents(lines: Sequence[str]) -> list[str]:
    """The lines without such a list: two entries at least, each a heading below, one of them of request or answer."""
    marked = [_MARK.match(line) for line in lines]
    entries = [_bare(line) for line in lines]
    last = {line: at for at, line in enumerate(lines) if marked[at] is None}
    first = next((at for at, line in enumerate(lines) if _is_entry(entries[at], at, last)), -1)
    if first < 0:
        return list(lines)
    end = first + len(list(takewhile(lambda at: _is_entry(entries[at], at, last), range(first, len(lines)))))
    # The headings themselves may follow at once, and are no entries of a list that is marked.
    places = [at for at in range(first, end) if (marked[at] is None) == (marked[first] is None)]
    known = any(_heads(entries[at]) for at in places)
    titled = first > 0 and bool(_TITLE.fullmatch(lines[first - 1].strip()))
    if len(places) < 2 or not known or not (titled or marked[first]):
        return list(lines)
    gone = {*places, first - 1} if titled else set(places)
    return [line for at, line in enumerate(lines) if at not in gone]


def _bare(line: str) -> str:
    return _MARK.sub("", line, count=1).strip()


def _is_entry(entry: str, at: int, last: dict[str, int]) -> bool:
    return bool(entry) and is_title(entry) and last.get(entry, -1) > at


def _heads(entry: str) -> bool:
    return bool(REQUEST_HEADING.fullmatch(entry) or RESPONSE_HEADING.fullmatch(entry))
