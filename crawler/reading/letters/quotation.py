"""A request that stands as one quotation, between marks or set in: it ends where that does, however the rest sounds."""

import re
from collections.abc import Sequence

from crawler.reading.letters.phrases import REQUEST_HEADING, RESPONSE_START, heads_response
from crawler.reading.questions.items import item_of
from crawler.reading.questions.questions import is_question

_MARKS = {"“": "”", '"': '"'}
_LEADS = re.compile(r"\b(?:you|your|requests?|requested|enquiry|application|asked|wrote|wording)\b", re.I)
_WITHIN = re.compile(r"(?P<lead>[^“\"]{10,240}:) (?P<quote>(?:“[^“”]{20,}”|\"[^\"]{20,}\"))\W?")
_SIGNS = re.compile(r"\W+")
_LEAST = 4  # words
_NONE = (0, 0)


def quotation(lines: Sequence[str], set_in: Sequence[str] = ()) -> tuple[int, int]:
    """The first line of the quoted request and the first below it; equal where no request is quoted as a whole.

    `set_in`: the lines of the one block that the page sets in as a quotation.
    """
    begin, end = _block(lines, set_in)
    if begin == end:
        begin, end = _between_marks(lines)
    # What is quoted below questions or an answer is no request: a law, or the words of somebody else.
    if not 0 < begin < end < len(lines) or any(map(_is_late, lines[:begin])):
        return _NONE
    return (begin, end) if _leads(lines[begin - 1]) else _NONE


def apart(lines: Sequence[str]) -> list[str]:
    """The lines, the first cut whose sentence leads up to the request that it ends with: `You wrote: “How many?”`"""
    for at, line in enumerate(lines):
        if "”" in line or '"' in line:
            found = _WITHIN.fullmatch(line)
            if found and _LEADS.search(found["lead"]) and not any(map(_is_late, lines[:at])):
                return [*lines[:at], found["lead"], found["quote"], *lines[at + 1 :]]
    return list(lines)


def _block(lines: Sequence[str], set_in: Sequence[str]) -> tuple[int, int]:
    """Where the block stands, by its first and last line: those between may have been put in another form."""
    if not set_in:
        return _NONE
    bare = [_bare(line) for line in lines]
    first, last = _bare(set_in[0]), _bare(set_in[-1])
    begin = bare.index(first) if first in bare else len(bare)
    return (begin, bare.index(last, begin) + 1) if last in bare[begin:] else _NONE


def _between_marks(lines: Sequence[str]) -> tuple[int, int]:
    """The first lines that open with a mark and close with its like, none within and no other quotation below."""
    begin = next((at for at, line in enumerate(lines) if line[:1] in _MARKS), len(lines))
    closes = _MARKS[lines[begin][0]] if begin < len(lines) else ""
    for at in range(begin, len(lines)):
        # Each paragraph of a long quotation may open with the mark again.
        text = lines[at].strip(" .")[lines[at][:1] in _MARKS :]
        if closes in text:
            whole = text.index(closes) == len(text) - 1 and lines[at + 1 : at + 2] and lines[at + 1][:1] not in _MARKS
            many = sum(len(line.split()) for line in lines[begin : at + 1])
            return (begin, at + 1) if whole and many >= _LEAST else _NONE
    return _NONE


def _is_late(line: str) -> bool:
    """Whether a line asks or answers."""
    text = line.strip(" |")
    asks = item_of(line) or is_question(line)
    return bool(asks or heads_response(text) or RESPONSE_START.search(text))


def _leads(line: str) -> bool:
    return bool(REQUEST_HEADING.fullmatch(line.strip(" |")) or _LEADS.search(line))


def _bare(line: str) -> str:
    return _SIGNS.sub("", line).casefold()
