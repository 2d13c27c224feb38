"""Dates that stand alone on their line, or beside nothing but a reference or the name of who signs."""

import re

from crawler.reading.facts.dates import Found, dates_in
from crawler.reading.facts.reference_forms import token

_AROUND_A_DAY = re.compile(
    r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b|dydd \w+|\b(?:the|on|at|gmt|bst)\b"
    r"|\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?: ?[ap]\.?m\.?)?|[\s,.|()*•·/–-]+",
    re.I,
)
# Before the date of a letter its reference may stand on the same line.
_REFERENCE = re.compile(
    r"(?:[^\W\d]+ ){0,6}(?:foi|ref|reference|number|no)[.: ]+(?:[A-Z]{1,4}[ /.-]?){0,3}\d\w*[/.-][\w/.-]*\d\b", re.I
)
# Between the date and the reference or the name beside it.
_BESIDE = re.compile(r"\s*[|,;:•·()]\s*|\s+[–-]\s+|\s+(?:of|dated)\s*$|\s+$")
_CALLED = re.compile(r"^(?:[^\W\d]+ ){0,4}(?:foi|ref|reference|number|no|request|file|case|log)[.: ]+(?=\S*\d)", re.I)
# What a letter ends with before the name, and the words for whom it is signed.
_FAREWELL = re.compile(r"yours(?: \w+)?|(?:(?:with|kind|kindest|best|good|warm|many) )*(?:regards|wishes|thanks)", re.I)
_FOR = re.compile(r"(?:(?:for|on behalf of)(?: and on behalf of)? )?(?:the |both )?(?=[A-Z])", re.I)
_NAME = re.compile(r"(?:Dr|Mrs?|Ms|Miss|[A-Z])?\.?(?:(?:^| )[A-Z](?:[^\W\d]|[’'.-])*){1,4}")
# What begins like a name in the last lines of a page, and is none.
_NO_NAME = re.compile(
    r"(?:(?:updat|modifi|amend|review|creat|correct|extract|archiv|print|view|publish|post|fil|tagg|upload|add|edit"
    r"|revis|check|approv)ed|version|copyright|crown|next|last|previous|until|from|since|deadline|due|expir\w*"
    r"|shared?|categor\w+|tags?|dates?|meeting|hearing|bank holiday|annex|appendix|source|total|figures"
    r"|data(?! protection)|period|closing|week|year|quarter|ending|page|news|home|p[cs]|d[cs]|sgt)\b",
    re.I,
)
_BRIEF = 90  # characters


def is_lone_date(line: str) -> bool:
    """Whether a line is a whole date and nothing else but its day of the week and its time."""
    return lone(line) is not None


def lone(line: str) -> Found | None:
    """The date that is its line, but for the day of the week, the time, or a reference beside it."""
    dates = dates_in(line) if len(line) < _BRIEF else ()
    if len(dates) != 1 or not dates[0].day:
        return None
    around = f"{_REFERENCE.sub('', line[: dates[0].start])} {line[dates[0].end :]}"
    return dates[0] if not _AROUND_A_DAY.sub("", around) or _is_beside_a_reference(line, dates[0]) else None


def _is_beside_a_reference(line: str, date: Found) -> bool:
    """Whether all that stands beside a date is a reference without a label: `FOI2024/02915 – 6th December 2024`."""
    pieces = _around(line[: date.start], line[date.end :])
    return len(pieces) == 1 and _is_reference(pieces[0])


def _is_reference(piece: str) -> bool:
    ref = _CALLED.sub("", piece)
    return bool(ref) and len(token(ref, None)) == len(ref)


def _around(*sides: str) -> list[str]:
    """What stands apart on these sides of a date, but for the day of the week and the time."""
    pieces = (piece.strip() for side in sides for piece in _BESIDE.split(side))
    return [piece for piece in pieces if _AROUND_A_DAY.sub("", piece)]


def signed(line: str) -> Found | None:
    """The date behind the name, and perhaps the post, of who signs the letter: `A. Clerk | 30 October 2023`.

    The letter's farewell may stand before it, and behind it the number of its file.
    """
    dates = dates_in(line) if len(line) < _BRIEF and line[:1].isupper() else ()
    if len(dates) != 1 or not dates[0].day:
        return None
    behind = _around(line[dates[0].end :])
    pieces = [piece for piece in _around(line[: dates[0].start]) if not _FAREWELL.fullmatch(piece)]
    named = all(_is_name(_FOR.sub("", piece, count=1)) for piece in pieces)
    ends = not behind or (len(behind) == 1 and _is_reference(behind[0]))
    return dates[0] if ends and named and pieces and " " in pieces[0] else None


def _is_name(piece: str) -> bool:
    return bool(_NAME.fullmatch(piece)) and not _NO_NAME.match(piece)
