"""The dates of a reply: when the request came, when it was answered, when the answer was put out."""

import re
from collections.abc import Sequence
from itertools import pairwise
from urllib.parse import urlsplit

from crawler.reading.facts import date_places
from crawler.reading.facts.date_choice import chosen
from crawler.reading.facts.dates import Found, iso_date, with_year, with_year_from
from crawler.reading.fields import Dates

HEAD = date_places.HEAD
_MONTH_FOLDER = re.compile(r"(?:\d\d-+)?(?P<month>[a-z]+)(?:[-_]+(?P<year>20\d\d))?")
_LAST_DAY = "-31"


def letter_dates(
    lines: Sequence[str], url: str, published: str, *, us: bool = False, sent: str = ""
) -> tuple[Dates, tuple[str, ...]]:
    """The dates with the precision that they have, and a note for each that the calendar does not know.

    `us`: the body writes its dates with the month first (PSNI). `sent`: the ISO day of the mail that the lines are.
    """
    found, impossible = chosen(date_places.dated(lines, published, us=us))
    notes = tuple(f"{name}: no such date" for name in impossible)
    folder = month_folder(url)
    public = _iso(found["published"]) or published
    answer = found["responded"]
    responded = _iso(answer) or sent
    received, note = _received(found["received"], responded or public, folder)
    if answer and not responded:
        responded = with_year(answer, public) or with_year_from(answer, received)
    notes += note
    # A request cannot come after its answer: then one of the two was not what it seemed.
    if received and responded and received[:10] > responded:
        received, notes = "", (*notes, "received: after the answer")
    # A folder is named when the page is begun: one before the answer says nothing of when it was put out.
    folder = "" if responded and folder < responded[:7] else folder
    return Dates(received, responded, public or folder), notes


def _received(found: Found | None, answered: str, folder: str) -> tuple[str, tuple[str, ...]]:
    """The day of the request, its year by the day of the answer, else by a folder of the half-year after it."""
    if not found:
        return "", ()
    day = found.iso or with_year(found, answered)
    if not day and folder:
        guess = with_year(found, folder + _LAST_DAY)
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


def _iso(date: Found | None) -> str:
    return date.iso if date else ""
