"""The dates of a reply: when the request came, when it was answered, when the answer was put out."""

import re
from collections.abc import Sequence
from itertools import pairwise
from urllib.parse import urlsplit

from crawler.reading.facts.date_roles import role
from crawler.reading.facts.dates import Found, american, dates_in, iso_date, with_year, with_year_from
from crawler.reading.fields import Dates

_MONTH_FOLDER = re.compile(r"(?:\d\d-+)?(?P<month>[a-z]+)(?:[-_]+(?P<year>20\d\d))?")
_LAST_DAY = "-31"
_AROUND_A_DAY = re.compile(
    r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b|dydd \w+|\b(?:the|on|at|gmt|bst)\b"
    r"|\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?: ?[ap]\.?m\.?)?|[\s,.|()*–-]+",
    re.I,
)
# Before the date of a letter its reference may stand on the same line.
_REFERENCE = re.compile(
    r"(?:[^\W\d]+ ){0,6}(?:foi|ref|reference|number|no)[.: ]+(?:[A-Z]{1,4}[ /.-]?){0,3}\d\w*[/.-][\w/.-]*\d\b", re.I
)
HEAD = 30
_BRIEF = 90  # characters
_LONG = 600


def letter_dates(lines: Sequence[str], url: str, published: str, *, us: bool = False) -> tuple[Dates, tuple[str, ...]]:
    """The dates with the precision that they have, and a note for each that the calendar does not know.

    `us`: the body writes its dates with the month first (PSNI).
    """
    said = _said(lines, us)
    notes = tuple(f"{name}: no such date" for name, dates in said.items() if dates and not dates[0].possible)
    alone = _alone(lines, us)
    folder = month_folder(url)
    public = _first(said["published"]) or published or _iso(alone[1])
    # The day that a site prints of its own page is not the letter's.
    own = "" if _iso(alone[0]) == published else _iso(alone[0])
    responded = _first(said["responded"]) or own
    received, note = _received(said["received"], responded or public, folder)
    without_year = [date for date in (*said["responded"][:1], alone[0]) if date and not date.iso]
    if not responded and without_year:
        responded = with_year(without_year[0], public) or with_year_from(without_year[0], received)
    notes += note
    if alone[0] and not alone[0].possible and not responded:
        notes += ("responded: no such date",)
    # A request cannot come after its answer: then one of the two was not what it seemed.
    if received and responded and received[:10] > responded:
        received, notes = "", (*notes, "received: after the answer")
    # A folder is named when the page is begun: one before the answer says nothing of when it was put out.
    folder = "" if responded and folder < responded[:7] else folder
    return Dates(received, responded, public or folder), notes


def _received(found: Sequence[Found], answered: str, folder: str) -> tuple[str, tuple[str, ...]]:
    """The day of the request, its year by the day of the answer, else by a folder of the half-year after it."""
    if not found or not found[0].possible:
        return "", ()
    day = found[0].iso or with_year(found[0], answered)
    if not day and folder:
        guess = with_year(found[0], folder + _LAST_DAY)
        day = guess if guess and _months(folder) - _months(guess) <= 6 else ""
    return day, () if day else ("received: the year is not said",)


def _months(iso: str) -> int:
    return 12 * int(iso[:4]) + int(iso[5:7])


def month_folder(url: str) -> str:
    """The month that an address files a page under, "2025-07", since sites name folders so; else empty."""
    try:
        path = urlsplit(url).path
    except ValueError:
        return ""
    folders = path.lower().split("/")
    for before, folder in pairwise(folders):
        year = re.search(r"20\d\d$", before)
        if year and re.fullmatch("0[1-9]|1[0-2]", folder):
            return f"{year.group()}-{folder}"
        named = _MONTH_FOLDER.fullmatch(folder)
        said = (named["year"] or (year.group() if year else "")) if named else ""
        if named and said and (month := iso_date(f"{named['month']} {said}")):
            return month
    return ""


def _said(lines: Sequence[str], us: bool) -> dict[str, list[Found]]:
    """The dates by what they are said to be, those of the head before those of the last lines."""
    said: dict[str, list[Found]] = {"received": [], "responded": [], "published": _bylines(lines)}
    for at, line in enumerate(lines):
        if HEAD <= at < len(lines) - 5:
            continue
        for date in dates_in(line) if len(line) < _LONG else ():
            name = role(line, date, lines[at - 1] if at else "")
            if name in said:
                said[name].append(american(date) if us else date)
    return said


def _bylines(lines: Sequence[str]) -> list[Found]:
    """The date of a line near the top that goes on, after a bar, with what the page is filed under (PSNI)."""
    heads = [line for line in lines[:5] if " | " in line and not line.startswith("|")]
    return [
        date for line in heads for date in dates_in(line)[:1] if not date.start and line[date.end :].startswith(" |")
    ]


def is_lone_date(line: str) -> bool:
    """Whether a line is a whole date and nothing else but its day of the week and its time."""
    return _lone(line) is not None


def _lone(line: str) -> Found | None:
    dates = dates_in(line) if len(line) < _BRIEF else ()
    if len(dates) != 1 or not dates[0].day:
        return None
    around = f"{_REFERENCE.sub('', line[: dates[0].start])} {line[dates[0].end :]}"
    return None if _AROUND_A_DAY.sub("", around) else dates[0]


def _alone(lines: Sequence[str], us: bool) -> tuple[Found | None, Found | None]:
    """The date that stands alone near the top, a letter's own; and a later one just under it, of publication.

    The second is how a form looks (Essex) whose labels the page has lost. A letter may end with its date.
    """
    places = [(at, date) for at, line in enumerate(lines[:HEAD]) if (date := _lone(line)) and _unlabelled(lines, at)]
    places = places or [(0, date) for line in lines[-4:] if (date := _lone(line)) and date.iso][:1]
    found = [(at, american(date) if us else date) for at, date in places]
    found = [(at, date) for at, date in found if date.possible] or found[:1]
    if not found:
        return None, None
    (first, own), second = found[0], found[1] if len(found) > 1 else None
    pair = second is not None and second[0] - first <= 3 and "" < own.iso <= second[1].iso
    return own, second[1] if pair and second else None


def _unlabelled(lines: Sequence[str], at: int) -> bool:
    date = dates_in(lines[at])[0]
    return role(lines[at], date, lines[at - 1] if at else "") in ("", "responded")


def _iso(date: Found | None) -> str:
    return date.iso if date else ""


def _first(dates: Sequence[Found]) -> str:
    return next((date.iso for date in dates if date.iso), "")
