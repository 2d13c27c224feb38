"""The signs of the dates of a whole letter: of their words, and of where each stands among the lines and the others."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from crawler.reading.facts.date_signs import text_signs
from crawler.reading.facts.dates import Found, american, dates_in
from crawler.reading.facts.lone_dates import beside

HEAD = 30
_LONG, _MANY = 2000, 12  # characters of a line, and dates in it, that are looked at
_ENDS = 8  # lines, among which the letter may say its dates last


@dataclass(frozen=True)
class Dated:
    """A date of a letter, and the signs of what it is the date of."""

    date: Found
    line: int
    signs: tuple[str, ...]


def dated(lines: Sequence[str], published: str, *, us: bool = False) -> list[Dated]:
    """The dates near the top and the end with their signs; `published`: the day that the site prints of its page."""
    found = [
        (at, american(date) if us else date, text_signs(lines[at], dates, place, lines[at - 1] if at else ""))
        for at in _places(len(lines))
        if len(lines[at]) < _LONG and (dates := dates_in(lines[at]))
        for place, date in enumerate(dates[:_MANY])
    ]
    found = [one for one in found if not _of_the_site(lines[one[0]], one[1], one[2], published)]
    days = sorted({date.iso for _, date, _ in found if date.day and date.iso})
    alone = [at for at, _, _ in found if beside(lines[at]) == "alone"]
    return [
        Dated(date, at, (*text, *_placed(at, lines, us), *_among(date, days, published), *_alone(lines[at], at, alone)))
        for at, date, text in found
    ]


def _of_the_site(line: str, date: Found, text: Sequence[str], published: str) -> bool:
    """Whether a date is the day that the site prints of its own page, which is not the letter's: alone, unlabelled."""
    return bool(published) and date.iso == published and "under" not in text and beside(line) == "alone"


def _places(many: int) -> Iterator[int]:
    yield from range(min(many, HEAD))
    yield from range(max(HEAD, many - _ENDS), many)


def _placed(at: int, lines: Sequence[str], us: bool) -> Iterator[str]:
    yield f"top {at if at < 4 else 4 if at < 8 else 8 if at < 15 else 15 if at < 30 else 30}"
    rest = len(lines) - 1 - at
    yield f"rest {rest if rest < 4 else 4 if rest < 8 else 8}"
    if us:
        yield "us"


def _among(date: Found, days: Sequence[str], published: str) -> Iterator[str]:
    yield f"days {min(len(days), 4)}"
    if not date.iso or not date.day:
        return
    if date.iso == published:
        yield "the site's"
    elif published:
        yield "another than the site's"
    if len(days) > 1:
        place = days.index(date.iso)
        yield "last day" if place == len(days) - 1 else "first day" if not place else "middle day"


def _alone(line: str, at: int, alone: Sequence[int]) -> Iterator[str]:
    if kind := beside(line):
        yield kind
        yield f"{kind} top" if at < HEAD else f"{kind} end"
    if kind == "alone":
        place = alone.index(at)
        yield f"alone {min(place, 2)}"
        if place and at - alone[place - 1] <= 3:
            yield "alone behind another"
        if place + 1 < len(alone) and alone[place + 1] - at <= 3:
            yield "alone before another"
