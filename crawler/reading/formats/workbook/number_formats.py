"""Which values a number format keeps to itself: those that it shows nothing of, or a mark such as "<5" in place of.

ISO 29500-1, 18.8.31: up to four sections, for positive, negative, zero and text, unless they name conditions.
"""

import re
from functools import lru_cache
from typing import NamedTuple

# What forces write in place of a small number. A format may as well say "Yes", or which way an arrow points.
MARK = re.compile(
    r"[\s*x#~.…–—-]*|\W*c\W*|[0-2]\s?(?:[–-]|to)\s?\d{1,2}|.*[<≤].*|.*\b(?:less|fewer|lower|under|below|up to|small"
    r"|redact|withh|suppress|exempt|hidden|s(?:ection)?\.? ?40).*",
    re.I,
)
TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"?|\\(?P<escaped>.)|(?P<blank>_.)|\*(?P<filled>.)|\[(?P<bracket>[^\]]*)\]?|(?P<bare>.)', re.S
)
LONGEST = 255  # characters of a format, in Excel
CONDITION = re.compile(r"(<=|>=|<>|<|>|=)\s*(-?\d{1,9}(?:\.\d{1,9})?)")
LENGTH = re.compile(r"h+|m+|s+", re.I)  # hours, minutes and seconds beyond a day
VALUE = re.compile(r"[0#?@A-Za-z]")  # digits, a text, the parts of a date, "General"


class Section(NamedTuple):
    """What a section says beside the value, whether it shows the value too, its condition, and its bare letters."""

    said: str
    shows: bool
    sign: str
    limit: float
    bare: str


def may_hide(code: str) -> bool:
    """Whether a format hides any value but zero: most show all."""
    sections = _sections(code)
    return any(_keeps(each) for number, each in enumerate(sections) if not (number == 2 and not _is_told(sections)))


def hides(code: str, value: float | str) -> bool:
    """Whether a format hides a value. A zero that is shown as nothing or as a dash is known to be one."""
    sections = _sections(code)
    if isinstance(value, str):
        return len(sections) == 4 and _keeps(sections[3])
    section = _of_number(sections, value) if value else None
    return section is not None and _keeps(section)


def digits(code: str, value: float) -> str:
    """The part of a format by which a number is written, "0.0%" of '[Red]-0.0%" of all"'."""
    section = _of_number(_sections(code), value)
    return section.bare.strip(" +-()") if section else ""


def _keeps(section: Section) -> bool:
    return not section.shows and section.sign != "=" and bool(MARK.fullmatch(section.said))


@lru_cache(maxsize=1_000)
def _sections(code: str) -> tuple[Section, ...]:
    tokens: list[list[re.Match[str]]] = [[]]
    for token in TOKEN.finditer(code[:LONGEST]):
        if token["bare"] == ";":
            tokens.append([])
        else:
            tokens[-1].append(token)
    return tuple(map(_section, tokens[:4])) if code else ()


def _section(tokens: list[re.Match[str]]) -> Section:
    said, shows, sign, limit, letters = "", False, "", 0.0, ""
    for token in tokens:
        bracket, bare = token["bracket"] or "", token["bare"] or ""
        condition = CONDITION.fullmatch(bracket)
        if condition:
            sign, limit = condition[1], float(condition[2])
        shows = shows or bool(LENGTH.fullmatch(bracket) or VALUE.fullmatch(bare))
        said += token["quoted"] or token["escaped"] or token["filled"] or bare
        letters += bare
    return Section(said, shows, sign, limit, letters)


def _is_told(sections: tuple[Section, ...]) -> bool:
    return any(each.sign for each in sections)


def _of_number(sections: tuple[Section, ...], value: float) -> Section | None:
    """The section that shows a number: the first whose condition it meets, else the last of those for numbers."""
    numeric = sections[:3]
    if not _is_told(sections):
        return numeric[1] if value < 0 and len(numeric) > 1 else numeric[0] if numeric else None
    for number, each in enumerate(numeric[:-1]):
        sign, limit = (each.sign, each.limit) if each.sign else ("<" if number else ">", 0.0)
        if meets(value, sign, limit):
            return each
    return numeric[-1]


def meets(value: float, sign: str, limit: float) -> bool:
    """Whether a comparison holds, such as "<" 5."""
    return (
        (value < limit and sign in ("<", "<=", "<>"))
        or (value > limit and sign in (">", ">=", "<>"))
        or (value == limit and sign in ("=", "<=", ">="))
    )
