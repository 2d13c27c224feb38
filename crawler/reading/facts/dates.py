"""Dates as British letters write them, to ISO 8601 as precise as written; an impossible date is none."""

import datetime
import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from crawler.reading.sentences.heads import HEAD, heads_of

_NAMES = (
    "january february march april may june july august september october november december",
    "ionawr chwefror mawrth ebrill mai mehefin gorffennaf awst medi hydref tachwedd rhagfyr",
    # As Welsh changes them after `o`, of: 3 o Fawrth.
    "ionawr chwefror fawrth ebrill fai fehefin orffennaf awst fedi hydref dachwedd ragfyr",
    "jan feb mar apr may jun jul aug sep oct nov dec",
)
_MONTH = {name: number for names in _NAMES for number, name in enumerate(names.split(), 1)} | {"sept": 9}
_NAME = "|".join(sorted(_MONTH, key=len, reverse=True))
_TH = r"(?:st|nd|rd|th|af|ail|il|ydd|edd|fed|ed|eg|ain)"
_YEAR = r"(?:19|20)\d\d"
_UNITS = "first second third fourth fifth sixth seventh eighth ninth"
_TEENS = "tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
_DAYS_IN_WORDS = (
    *f"{_UNITS} {_TEENS} twentieth".split(),
    *(f"twenty {unit}" for unit in _UNITS.split()),
    "thirtieth",
    "thirty first",
)
_DAY = {name: number for number, name in enumerate(_DAYS_IN_WORDS, 1)}
_IN_WORDS = "|".join(sorted((name.replace(" ", "[ -]") for name in _DAY), key=len, reverse=True))
_NUMERALS = "i ii iii iv v vi vii viii ix x xi xii"
_ROMAN = {name: number for number, name in enumerate(_NUMERALS.split(), 1)}
# Most places of a text are within a word, and most words begin no month: the looks ahead spare nearly all attempts.
# Of a text in lower case: in any case of letters it takes twice the time.
_DATE = re.compile(
    rf"(?<![A-Za-z])(?:(?=\d)(?:(?P<iso>\b{_YEAR}(?P<is>[-/])\d\d(?P=is)\d\d)(?![\d/])"
    rf"|\b(?P<d>\d{{1,2}})(?P<ds>-|\s{{0,3}}\^?\s{{0,3}}{_TH}?\^?,?\s{{0,3}}(?:day\s{{1,3}})?(?:of\s{{1,3}}"
    rf"|o\s{{1,3}})?(?:[fm]is\s{{1,3}})?)(?P<m>{_NAME})\b"
    rf"(?:\s?/\s?(?P<m2>{_NAME})\b)?(?:\.?,?\s{{0,3}}(?P<y>{_YEAR}\b)|[-\s][’']?(?P<sy>(?<=[’'])\d\d\b|(?<=-)\d\d\b|(?<=-){_YEAR}\b"
    rf"|(?<=\s)[0-4]\d\b(?=\s*(?:$|[,;)|\n]|\.(?!\d)))))?"
    rf"|(?<![\d/.-])(?P<nd>\d{{1,2}})\s?(?P<sep>[/.-])\s?(?P<nm>\d{{1,2}})\s?(?P=sep)\s?(?P<ny>{_YEAR}|\d\d)"
    rf"(?![\d/]|[.-]\d)"
    rf"|(?<![\d/.-])(?P<bad>[0-3]?\d[/.](?:0\d|1[0-2]){_YEAR})(?![\d/.-])"
    rf"|\b(?P<rd>\d{{1,2}})\s?(?P<rs>[/.-])\s?(?P<rm>[ivx]{{1,4}})\s?(?P=rs)\s?(?P<ry>{_YEAR})\b"
    rf"|(?<!\d)(?P<isom>{_YEAR}-(?:0[1-9]|1[0-2]))(?![\d-]))"
    rf"|(?=[efnst])\b(?P<wd>{_IN_WORDS})\s{{1,3}}(?:day\s{{1,3}})?of\s{{1,3}}(?P<wm>{_NAME})\b(?:,?\s{{1,3}}(?P<wy>{_YEAR})\b)?"
    rf"|(?=[acdefghijmnorst])\b(?<!dydd )(?P<um>{_NAME})"
    rf"(?:\s{{1,3}}(?:the\s{{1,3}})?(?P<ud>\d{{1,2}})\^?(?:st|nd|rd|th)?\b"
    rf"(?:,?\s{{1,3}}(?P<uy>{_YEAR})\b)?|\b\s{{0,3}},?\s{{0,3}}(?P<oy>{_YEAR})\b))"
)

# Most numbers are of no date, which has another number beside it or the name of a month.
_MONTHS = frozenset(name[:HEAD] for name in _MONTH)
_IN_DIGITS = re.compile(rf"\d(?:\s?[/.-]\s?[\divx]|{_TH}(?:{_NAME}))")  # in lower case
_NAMED = 40  # characters: before its first number a date has at most its day in words and the name of a month
_DIGIT = re.compile(r"\d")
_AGAIN = re.compile(r"\s*[/–-]\s*|\s*\(\s*")


class Found(NamedTuple):
    """One date in a text. `year` is 0 where the text names none; `day` is 0 for a whole month."""

    year: int
    month: int
    day: int
    start: int
    end: int

    @property
    def iso(self) -> str:
        """`2025-03-31`, `2025-03`, or empty when there is no year or no such day."""
        return _iso(self.year, self.month, self.day)

    @property
    def possible(self) -> bool:
        """Whether the calendar has such a day, in a leap year at least."""
        return bool(_iso(self.year or 2000, self.month, self.day))


@lru_cache(maxsize=256)  # a date is asked for it again and again
def _iso(year: int, month: int, day: int) -> str:
    if not year or not 1 <= month <= 12:
        return ""
    if not day:
        return f"{year:04}-{month:02}"
    try:
        return datetime.date(year, month, day).isoformat()
    except ValueError:
        return ""


@lru_cache(maxsize=256)  # a line of one document is asked for its dates by several readers
def dates_in(text: str) -> tuple[Found, ...]:
    """Every date of the text in order, impossible ones too."""
    number = _DIGIT.search(text)
    if number is None:
        return ()
    low, heads = heads_of(text)
    if _MONTHS.isdisjoint(heads) and not _IN_DIGITS.search(low, number.start()):
        return ()
    found = _DATE.finditer(_low(text), max(0, number.start() - _NAMED))
    return _merged([_found(match) for match in found if not _is_verb(match, text) and not _spans(match)], text)


def _low(text: str) -> str:
    """The text in lower case, letter for letter: of some letters Python makes two."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(sign.lower()[0] for sign in text)


def _spans(match: re.Match[str]) -> bool:
    """Whether two months are two, and not one in two languages: `3 May / June 2025`."""
    return bool(match["m2"]) and _MONTH[match["m2"]] != _MONTH[match["m"]]


def _merged(found: Sequence[Found], text: str) -> tuple[Found, ...]:
    """The dates, of which one that is written again at once counts once: `22 Gorffennaf / 22 July 2025`."""
    kept: list[Found] = []
    for date in found:
        last = kept[-1] if kept else None
        again = last and date.day and (last.day, last.month) == (date.day, date.month)
        if last and again and last.year in (0, date.year) and _AGAIN.fullmatch(text, last.end, date.start):
            kept[-1] = Found(date.year, date.month, date.day, last.start, date.end)
        else:
            kept.append(date)
    return tuple(kept)


def iso_date(text: str) -> str:
    """The first date of a short text in ISO 8601, as precise as written; empty when it has none."""
    return next((date.iso for date in dates_in(text) if date.iso), "")


def with_year(date: Found, not_after: str) -> str:
    """The ISO form of a date without a year: the last such day not after an ISO day."""
    if date.iso or not date.day or len(not_after) != 10:
        return date.iso
    year = int(not_after[:4])
    days = (_iso(guess, date.month, date.day) for guess in range(year, year - 5, -1))
    return next((day for day in days if day and day <= not_after), "")


def with_year_from(date: Found, not_before: str) -> str:
    """The ISO form of a date without a year: the first such day not before an ISO day."""
    if date.iso or not date.day or len(not_before) != 10:
        return date.iso
    year = int(not_before[:4])
    days = (_iso(guess, date.month, date.day) for guess in range(year, year + 5))
    return next((day for day in days if day >= not_before), "")


def american(date: Found) -> Found:
    """The date as it must be meant by those who write the month first, when it cannot be otherwise."""
    turned = Found(date.year, date.day, date.month, date.start, date.end)
    return turned if not date.possible and turned.possible else date


def _found(match: re.Match[str]) -> Found:
    if match["iso"] or match["isom"]:
        year, month, day = ([*map(int, re.split("[-/]", match["iso"] or match["isom"])), 0])[:3]
    elif match["d"]:
        year, month, day = _century(match["y"] or match["sy"] or "0000"), _MONTH[match["m"]], int(match["d"])
    elif match["um"]:
        year, month, day = int(match["uy"] or match["oy"] or 0), _MONTH[match["um"]], int(match["ud"] or 0)
    elif match["wd"]:
        day_name = " ".join(re.split(r"[\s-]+", match["wd"]))
        year, month, day = int(match["wy"] or 0), _MONTH[match["wm"]], _DAY[day_name]
    elif match["rd"]:
        year, month, day = int(match["ry"]), _ROMAN.get(match["rm"], 0), int(match["rd"])
    elif match["nd"]:
        year, month, day = _century(match["ny"]), int(match["nm"]), int(match["nd"])
    else:
        year, month, day = 0, 0, 0
    return Found(year, month, day, *match.span())


def _is_verb(match: re.Match[str], text: str) -> bool:
    """Whether it is no date but `question 3 may be refused`: a small letter, and no year."""
    return match["m"] == "may" and text[match.start("m")] == "m" and not (match["y"] or match["sy"])


def _century(year: str) -> int:
    return int(year) if len(year) == 4 else 2000 + int(year)
