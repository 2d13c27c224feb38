"""Where the letters begin that an archive marks: its word for it goes before any guess."""

import re
from collections.abc import Sequence

from crawler.reading.fields import Marked
from crawler.reading.letters.message_heads import Head, day_of, first_head

_PLACE = re.compile(r"\s*(?:\d{1,3}\.|[-•*])\s")  # in a list, where some archives set the letters
_HEAD = 4  # lines at most, of name, day and the like


def marked_heads(lines: Sequence[str], marks: Sequence[Marked]) -> list[Head]:
    """The head of each marked letter; none at all where one is not found among the lines or bears no day."""
    found: list[Head] = []
    at = 0
    for mark in marks:
        start = _start(lines, at, mark.opening)
        head = first_head(lines[start : start + _HEAD])
        if head is None:
            return []
        at = start + head.end
        found.append(Head(start, at, head.date, head.sender))
    return found


def _start(lines: Sequence[str], at: int, opening: Sequence[str]) -> int:
    """The first line from `at` on that begins a letter with that opening; behind the last where none does."""
    # Below its day files may have been taken out.
    own = [_bare(line) for line in (opening[:1] if opening and day_of(opening[0]) else opening)]
    places = range(at, len(lines)) if own else ()
    return next((n for n in places if own == [_bare(line) for line in lines[n : n + len(own)]]), len(lines))


def _bare(line: str) -> str:
    return "".join(_PLACE.sub("", line).split())
