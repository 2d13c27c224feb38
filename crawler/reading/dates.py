"""Dates as British letters write them, to ISO 8601 as precise as written; an impossible date is none."""

import datetime
import re
from dataclasses import dataclass
from functools import lru_cache

MONTHS = tuple(
    re.findall(r"\w+", names)
    for names in (
        "january february march april may june july august september october november december",
        "ionawr chwefror mawrth ebrill mai mehefin gorffennaf awst medi hydref tachwedd rhagfyr",
        "jan feb mar apr may jun jul aug sep oct nov dec",
    )
)
_MONTH = {name: number for names in MONTHS for number, name in enumerate(names, 1)} | {"sept": 9}
_NAME = "|".join(sorted(_MONTH, key=len, reverse=True))
_DATE = re.compile(
    rf"(?P<iso>\b(?:19|20)\d\d-\d\d-\d\d)(?!\d)"
    rf"|\b(?P<d>\d{{1,2}})\s*\^?\s*(?:st|nd|rd"
    rf"|th)?\s*(?:day\s+)?(?:of\s+)?(?P<m>{_NAME})\b\.?,?\s*(?P<y>(?:19|20)\d\d\b)?"
    rf"|\b(?P<um>{_NAME})\s+(?P<ud>\d{{1,2}})(?:st|nd|rd|th)?\b(?:,?\s+(?P<uy>(?:19|20)\d\d)\b)?"
    rf"|(?<![\d/.-])(?P<nd>\d{{1,2}})\s?(?P<sep>[/.-])\s?(?P<nm>\d{{1,2}})\s?(?P=sep)\s?(?P<ny>(?:19"
    rf"|20)\d\d|\d\d)(?![\d/]|[.-]\d)"
    rf"|\b(?P<om>{_NAME})\s*,?\s*(?P<oy>(?:19|20)\d\d)\b"
    rf"|(?<!\d)(?P<isom>(?:19|20)\d\d-(?:0[1-9]|1[0-2]))(?![\d-])",
    re.I,
)


@dataclass(frozen=True)
class Found:
    """One date in a text. `year` is 0 where the text names none; `day` is 0 for a whole month."""

    year: int
    month: int
    day: int
    start: int
    end: int

    @property
    def iso(self) -> str:
        """`2025-03-31`, `2025-03`, or empty when there is no year or no such day."""
        if not self.year or not 1 <= self.month <= 12:
            return ""
        if not self.day:
            return f"{self.year:04}-{self.month:02}"
        try:
            return datetime.date(self.year, self.month, self.day).isoformat()
        except ValueError:
            return ""

    @property
    def possible(self) -> bool:
        """Whether the calendar has such a day, in a leap year at least."""
        return bool(Found(self.year or 2000, self.month, self.day, 0, 0).iso)


@lru_cache(maxsize=256)  # a line of one document is asked for its dates by several readers
def dates_in(text: str) -> tuple[Found, ...]:
    """Every date of the text in order, impossible ones too."""
    return tuple(_found(match) for match in _DATE.finditer(text)) if any(map(str.isdigit, text)) else ()


def iso_date(text: str) -> str:
    """The first date of a short text in ISO 8601, as precise as written; empty when it has none."""
    return next((date.iso for date in dates_in(text) if date.iso), "")


def with_year(date: Found, not_after: str) -> str:
    """The ISO form of a date without a year: the last such day not after an ISO day."""
    if date.iso or not date.day or len(not_after) != 10:
        return date.iso
    year = int(not_after[:4])
    for guess in (year, year - 1):
        iso = Found(guess, date.month, date.day, 0, 0).iso
        if iso and iso <= not_after:
            return iso
    return ""


def _found(match: re.Match[str]) -> Found:
    part = match.groupdict()
    if part["iso"] or part["isom"]:
        year, month, day = ([*map(int, (part["iso"] or part["isom"]).split("-")), 0])[:3]
    elif part["d"]:
        year, month, day = int(part["y"] or 0), _MONTH[part["m"].lower()], int(part["d"])
    elif part["um"]:
        year, month, day = int(part["uy"] or 0), _MONTH[part["um"].lower()], int(part["ud"])
    elif part["nd"]:
        year, month, day = _century(part["ny"]), int(part["nm"]), int(part["nd"])
    else:
        year, month, day = int(part["oy"]), _MONTH[part["om"].lower()], 0
    return Found(year, month, day, *match.span())


def _century(year: str) -> int:
    return int(year) if len(year) == 4 else 2000 + int(year)
