"""The dates of a reply: when the request came, when it was answered, when the answer was put out."""

import re
from collections.abc import Sequence
from itertools import pairwise
from urllib.parse import urlsplit

from crawler.reading.facts.date_roles import role
from crawler.reading.facts.dates import Found, american, dates_in, iso_date, with_year, with_year_from
from crawler.reading.facts.lone_dates import lone, signed
from crawler.reading.fields import Dates

_MONTH_FOLDER = re.compile(r"(?:\d\d-+)?(?P<month>[a-z]+)(?:[-_]+(?P<year>20\d\d))?")
_LAST_DAY = "-31"
HEAD = 30
_LONG = 600
_CLOSE = 90  # characters before a date that say what happened on it
# No letter comes to its reader by what is said of a date of its own: `your letter dated`, `submitted on`.
_CAME = re.compile(
    r"\b(?:receiv\w*|rec['’]?d|reached|arrived|came|got|delivered|landed)\b(?:(?!\b(?:dated|of)\b|\d).)*$", re.I
)
_ENDS = 4  # lines, among which its date may be
_BYLINE = 5  # lines, among which a site says what it files the page under and when


def letter_dates(
    lines: Sequence[str], url: str, published: str, *, us: bool = False, sent: str = ""
) -> tuple[Dates, tuple[str, ...]]:
    """The dates with the precision that they have, and a note for each that the calendar does not know.

    `us`: the body writes its dates with the month first (PSNI). `sent`: the ISO day of the mail that the lines are.
    """
    said = _said(lines, us)
    site = _of_the_site(lines) if us else []
    said["published"] += site
    notes = tuple(f"{name}: no such date" for name, dates in said.items() if dates and not dates[0].possible)
    alone = _alone(lines, us)
    folder = month_folder(url)
    public = _first(said["published"]) or published or _iso(alone[1])
    # The day that a site prints of its own page is not the letter's.
    own = "" if _iso(alone[0]) in (published, _first(site)) else _iso(alone[0])
    responded = _first(said["responded"]) or own or sent
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
        for name, date in _of_line(line, lines[at - 1] if at else ""):
            if name in said:
                said[name].append(american(date) if us else date)
    return said


def _of_line(line: str, above: str) -> list[tuple[str, Found]]:
    """The dates of a line with their roles; the day when a letter came before that when it was written."""
    dates = dates_in(line) if len(line) < _LONG else ()
    found = [(role(line, date, above), date) for date in dates]
    if [name for name, _ in found].count("received") > 1:
        found.sort(key=lambda one: not _CAME.search(line, max(0, one[1].start - _CLOSE), one[1].start))
    return found


def _bylines(lines: Sequence[str]) -> list[Found]:
    """The date of a line near the top that goes on, after a bar, with what the page is filed under (PSNI)."""
    heads = [line for line in lines[:_BYLINE] if " | " in line and not line.startswith("|")]
    return [
        date for line in heads for date in dates_in(line)[:1] if not date.start and line[date.end :].startswith(" |")
    ]


def _of_the_site(lines: Sequence[str]) -> list[Found]:
    """The day above the number of the request, with its month first: the site's (PSNI), whose letters write no such."""
    number = next((at for at, line in enumerate(lines[:_BYLINE]) if line.lower().startswith("request")), 0)
    found = [(line, date) for line in lines[:number] if (date := lone(line))]
    return [date for line, date in found if line[date.start].isalpha()]


def _alone(lines: Sequence[str], us: bool) -> tuple[Found | None, Found | None]:
    """The date that stands alone near the top, a letter's own; and a later one just under it, of publication.

    The second is how a form looks (Essex) whose labels the page has lost. A letter may end with its date.
    """
    places = [(at, date) for at, line in enumerate(lines[:HEAD]) if (date := lone(line)) and _unlabelled(lines, at)]
    places = places or _at_the_end(lines)
    found = [(at, american(date) if us else date) for at, date in places]
    found = [(at, date) for at, date in found if date.possible] or found[:1]
    if not found:
        return None, None
    (first, own), second = found[0], found[1] if len(found) > 1 else None
    pair = second is not None and second[0] - first <= 3 and "" < own.iso <= second[1].iso
    return own, second[1] if pair and second else None


def _at_the_end(lines: Sequence[str]) -> list[tuple[int, Found]]:
    """The date with which a letter ends, alone or behind the name of who signs."""
    return [(0, date) for line in lines[-_ENDS:] if (date := lone(line) or signed(line)) and date.iso][:1]


def _unlabelled(lines: Sequence[str], at: int) -> bool:
    date = dates_in(lines[at])[0]
    return role(lines[at], date, lines[at - 1] if at else "") in ("", "responded")


def _iso(date: Found | None) -> str:
    return date.iso if date else ""


def _first(dates: Sequence[Found]) -> str:
    return next((date.iso for date in dates if date.iso), "")
