"""Dates that stand alone on their line, or beside nothing but a reference or what may be the name of who signs."""

import re
from functools import lru_cache

from crawler.reading.facts.dates import dates_in
from crawler.reading.facts.reference_forms import token

_AROUND_A_DAY = re.compile(
    r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b|dydd \w+|\b(?:the|on|at|gmt|bst)\b"
    r"|\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?: ?[ap]\.?m\.?)?|[\s,.|()*•·/–-]+",
    re.I,
)
# Between the date and the reference or the name beside it.
_BESIDE = re.compile(r"\s*[|,;:•·()]\s*|\s+[–-]\s+|\s+(?:of|dated)\s*$|\s+$")
_CALLED = re.compile(r"^(?:[^\W\d]+ ){0,6}(?:foi|ref|reference|number|no|request|file|case|log)[.: ]+(?=\S*\d)", re.I)
_NAME = re.compile(r"(?:(?:for|on behalf of) (?:and on behalf of )?)?(?:the )?[A-Z](?:[^\W\d]|[’'. -])*", re.I)
_BRIEF = 90  # characters


def is_lone_date(line: str) -> bool:
    """Whether a line is a whole date and nothing else but its day of the week, its time and a reference."""
    return beside(line) in ("alone", "numbered")


@lru_cache(maxsize=64)
def beside(line: str) -> str:
    """What stands on the line of its only date: nothing ("alone"), a reference ("numbered"), a name ("signed")."""
    dates = dates_in(line) if len(line) < _BRIEF else ()
    if len(dates) != 1 or not dates[0].day:
        return ""
    before, behind = _pieces(line[: dates[0].start]), _pieces(line[dates[0].end :])
    if not before and not behind:
        return "alone"
    if len(before) + len(behind) == 1 and _is_reference((before + behind)[0]):
        return "numbered"
    ends = not behind or (len(behind) == 1 and _is_reference(behind[0]))
    return "signed" if ends and before and all(map(_is_name, before)) else ""


def _pieces(side: str) -> list[str]:
    """What stands apart on this side of a date, but for the day of the week and the time."""
    return [piece for piece in map(str.strip, _BESIDE.split(side)) if _AROUND_A_DAY.sub("", piece)]


def _is_reference(piece: str) -> bool:
    ref = _CALLED.sub("", piece)
    return bool(ref) and len(token(ref, None)) == len(ref)


def _is_name(piece: str) -> bool:
    """Whether most of its words begin with capitals, as those of a name or a post."""
    words = piece.split()
    return bool(_NAME.fullmatch(piece)) and 2 * sum(word[0].isupper() for word in words) >= len(words)
