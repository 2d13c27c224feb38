"""The dates of a reply: when the request came, when it was answered, when the answer was put out."""

import re
from collections.abc import Sequence
from itertools import pairwise
from urllib.parse import urlsplit

from crawler.reading.dates import Found, dates_in, iso_date, with_year
from crawler.reading.fields import Dates

_RECEIVED = re.compile(
    r"\b(?:received|reached us|(?<=\w )dated|request(?:ed)? (?:on|of)|date of (?:your )?request"
    r"|submitted)\b[^.]{0,80}$",
    re.I,
)
_RESPONDED = re.compile(
    r"\b(?:date (?:of )?(?:response|reply|answer|disclosure)|response date|responded(?: on)?"
    r"|replied(?: on)?|answered(?: on)?"
    r"|date of letter|dated?)\s*[:|–-]?\s*$",
    re.I,
)
_PUBLISHED = re.compile(
    r"\b(?:published|publication date|date published|uploaded|posted|put online)(?: on)?\s*[:|–-]?"
    r"\s*(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s*)?$",
    re.I,
)
_MONTH_FOLDER = re.compile(r"(?:\d\d-+)?(?P<month>[a-z]+)(?:[-_]+(?P<year>20\d\d))?")
HEAD = 25


def letter_dates(lines: Sequence[str], url: str, published: str) -> tuple[Dates, tuple[str, ...]]:
    """The dates with the precision that they have, and a note for each that the calendar does not know."""
    said = _labelled(lines)
    said["published"] += _bylines(lines)
    notes = tuple(f"{name}: no such date" for name, dates in said.items() if dates and not dates[0].possible)
    alone = _alone(lines)
    responded = _first(said["responded"]) or alone[0]
    received = next((with_year(date, responded) for date in said["received"][:1]), "")
    if not _first(said["received"]) and said["received"] and not received:
        notes += ("received: the year is not said",)
    # A request cannot come after its answer: then one of the two was not what it seemed.
    received = "" if received and responded and received[:10] > responded else received
    # A folder is named when the page is begun: one before the answer says nothing of when it was put out.
    folder = month_folder(url)
    folder = "" if responded and folder < responded[:7] else folder
    return Dates(received, responded, _first(said["published"]) or published or alone[1] or folder), notes


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


def _labelled(lines: Sequence[str]) -> dict[str, list[Found]]:
    said: dict[str, list[Found]] = {"received": [], "responded": [], "published": []}
    labels = (("received", _RECEIVED), ("published", _PUBLISHED), ("responded", _RESPONDED))
    for at, line in enumerate(lines):
        if HEAD <= at < len(lines) - 5:
            continue
        before = lines[at - 1].strip() if at and lines[at - 1].strip().endswith(":") else ""
        for date in dates_in(line) if len(line) < 400 else ():
            lead = f"{before} {line[: date.start]}" if not line[: date.start].strip(" |") else line[: date.start]
            name = next((name for name, label in labels if label.search(lead.rstrip(" |") + " ")), "")
            if name:
                said[name].append(date)
    return said


def _bylines(lines: Sequence[str]) -> list[Found]:
    """The date of a line near the top that goes on, after a bar, with what the page is filed under (PSNI)."""
    heads = [line for line in lines[:5] if " | " in line and not line.startswith("|")]
    return [
        date for line in heads for date in dates_in(line)[:1] if not date.start and line[date.end :].startswith(" |")
    ]


def is_lone_date(line: str) -> bool:
    """Whether a line is a whole date and nothing else."""
    dates = dates_in(line) if len(line) < 40 else []
    alone = len(dates) == 1 and len(line.strip(" .|")) - (dates[0].end - dates[0].start) <= 2
    return alone and bool(dates[0].day)


def _alone(lines: Sequence[str]) -> tuple[str, str]:
    """The date that stands alone near the top, a letter's own; and a later one just under it, of publication.

    The second is how a form looks (Essex) whose labels the page has lost.
    """
    places = [at for at, line in enumerate(lines[:HEAD]) if is_lone_date(line) and iso_date(line)]
    if not places:
        return "", ""
    days = [iso_date(lines[at]) for at in places]
    pair = len(places) > 1 and places[1] - places[0] <= 3 and days[1] >= days[0]
    return days[0], days[1] if pair else ""


def _first(dates: Sequence[Found]) -> str:
    return next((date.iso for date in dates if date.iso), "")
