"""The time that a request asks about, as months: "2021 to 2023", "2021/22 and 2022/23", "the last three years"."""

import re
from dataclasses import dataclass
from datetime import date

_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)"
)
_DAY = r"(?:\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?)?"
_YEAR = r"(?:19|20)\d\d"
_ATOM = re.compile(
    rf"""(?<![\w/.£-])(?:
    {_DAY}(?P<first>{_MONTH})\s*(?:-|–|to|and|&|until)\s*{_DAY}(?P<last>{_MONTH}),?\s+(?:in\s+)?(?P<of>{_YEAR})
    |{_DAY}(?P<month>{_MONTH})\.?,?\s+(?P<in>{_YEAR})
    |(?P<day>\d{{1,2}})[/.](?P<number>\d{{1,2}})[/.](?P<dated>{_YEAR}|\d\d)
    |(?P<from>{_YEAR})\s?(?P<dash>[/–-])\s?(?P<to>{_YEAR}|\d\d)
    |(?P<year>{_YEAR})
    )(?![\w/£%-]|\.\d)""",
    re.I | re.X,
)
_OF_AN_ACT = re.compile(r"(?:\bact|regulations|rules|order|code|\))\s*\Z", re.I)
_JOINS = re.compile(
    r"\s*,?\s*(?:to|-|–|—|until|till|through|up to|up until|and ending(?: on)?|ending(?: on)?|and(?P<and>))"
    r"(?:\s+(?:the end of|date|inclusive))?\s*",
    re.I,
)
_BETWEEN = re.compile(r"\bbetween\b[^.?!]{0,40}\Z", re.I)
_SINCE = re.compile(
    r"\b(?:since|starting|onwards from|from|(?P<between>between))\s+(?:the\s+)?(?:start of |beginning of )?\Z", re.I
)
_UNTIL_NOW = re.compile(
    r"\s*(?:onwards?\b|(?:to|until|till|and|-|–|up to)\s*(?:now\b|date\b|today\b|(?:the )?present\b|the date\b))", re.I
)
_WORDS = {
    w: n
    for n, w in enumerate(
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"], 1
    )
}
_LAST = re.compile(
    r"\b(?:last|past|previous|preceding|recent)\s+(?P<count>\d{1,2}|" + "|".join(_WORDS) + r")?\s*"
    r"(?:\(\d+\)\s*)?(?:full |complete |whole |calendar |financial |fiscal |tax )*(?P<unit>years?|months?)\b",
    re.I,
)
_HINT = re.compile(r"\d|\b(?:last|past|previous|preceding|recent)\b", re.I)
_FINANCIAL = re.compile(r"financial|fiscal|\bFY", re.I)


@dataclass(frozen=True)
class Period:
    """The months asked about, counted as year * 12 + month from 0; `back` as many months back from the asking.

    `rest` is the text without the words that say it.
    """

    months: frozenset[int]
    back: int
    rest: str


def period(text: str, asked: date | None) -> Period:
    """What a request asks about. What is counted from the day of asking is in `months` when that day is known."""
    if not _HINT.search(text):
        return Period(frozenset(), 0, text)
    atoms = [(hit.start(), hit.end(), *ends) for hit in _ATOM.finditer(text) if (ends := _ends(hit, text))]
    months: set[int] = set()
    before = 0
    while atoms:
        start, end, first, last = atoms.pop(0)
        if atoms and _joined(text, before, end, atoms[0][0], start):
            end, last = atoms[0][1], max(last, atoms.pop(0)[3])
        elif asked and _open(text[:start], text[end:]):
            last = max(last, asked.year * 12 + asked.month - 1)
        months.update(range(first, min(last, first + 600) + 1))
        before = end
    back = 0
    for hit in _LAST.finditer(text):
        count = hit["count"] or "one"
        back = max(back, _WORDS.get(count.lower(), 0) or int(count)) * (12 if hit["unit"][0] in "yY" else 1)
    if back and asked and not months:
        now = asked.year * 12 + asked.month - 1
        months.update(range(now - back, now))
    return Period(frozenset(months), back, _LAST.sub(" ", _ATOM.sub(_blank, text)))


def _blank(hit: re.Match[str]) -> str:
    return " "


def _ends(hit: re.Match[str], text: str) -> tuple[int, int] | None:
    """The first and the last month of a written date, year or span of years; None for the year of an Act."""
    if hit["year"]:
        if _OF_AN_ACT.search(text[max(0, hit.start() - 14) : hit.start()]):
            return None
        return int(hit["year"]) * 12, int(hit["year"]) * 12 + 11
    if hit["from"]:
        return _span(hit, text)
    if hit["of"]:
        return int(hit["of"]) * 12 + _month(hit["first"]), int(hit["of"]) * 12 + _month(hit["last"])
    if hit["month"]:
        one = int(hit["in"]) * 12 + _month(hit["month"])
        return one, one
    year, number = int(hit["dated"]), int(hit["number"])
    if not 1 <= number <= 12 or int(hit["day"]) > 31:
        return None
    one = (year + 2000 if year < 100 else year) * 12 + number - 1
    return one, one


def _span(hit: re.Match[str], text: str) -> tuple[int, int] | None:
    first = int(hit["from"])
    last = int(hit["to"]) if len(hit["to"]) == 4 else first // 100 * 100 + int(hit["to"])
    if last <= first or last - first > 60:
        return None
    next_year = last == first + 1
    if next_year and (len(hit["to"]) == 2 or hit["dash"] == "/" or _FINANCIAL.search(text)):
        return first * 12 + 3, last * 12 + 2
    return first * 12, last * 12 + 11


def _month(name: str) -> int:
    return _NAMES.index(name[:3].lower())


def _joined(text: str, before: int, end: int, start: int, at: int) -> bool:
    """Whether two dates are the ends of one span; "2021 and 2022" are two years, "between 2018 and 2022" five."""
    join = _JOINS.fullmatch(text[end:start])
    return join is not None and (join["and"] is None or _BETWEEN.search(text[before:at]) is not None)


def _open(head: str, tail: str) -> bool:
    since = _SINCE.search(head[-40:])
    if _UNTIL_NOW.match(tail):
        return True
    return since is not None and since["between"] is None
