"""When a request was asked, as nearly as its dates tell, and whether two were asked in one window of time."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

# A campaign writes to all forces within days, a freelance within weeks; stragglers and re-sent letters come for some
# months more. A question that comes back after longer is another year's: its figures are of other dates.
WINDOW = timedelta(days=120)
# A force has twenty working days, and often takes more; its log may be a quarter or two behind.
ANSWERED, PUBLISHED = timedelta(days=90), timedelta(days=240)

_ISO = re.compile(r"([12]\d{3})(?:-(\d\d)(?:-(\d\d))?)?(?![\d-])", re.A)


@dataclass(frozen=True)
class Span:
    """The first and the last day on which something may have been asked."""

    first: date
    last: date

    @property
    def middle(self) -> date:
        return self.first + (self.last - self.first) / 2


def asked_when(received: str, responded: str, published: str) -> Span | None:
    """From ISO dates as precise as known, the day of receipt first; None when there is none that can be read."""
    for day, late in ((received, timedelta(0)), (responded, ANSWERED), (published, PUBLISHED)):
        if span := _span(day):
            return Span(max(span.first, date(1900, 1, 1) + late) - late, span.last)
    return None


def days_between(left: Span | None, right: Span | None) -> int | None:
    """The days that lie at least between two askings; None when one is not known."""
    if left is None or right is None:
        return None
    return max((left.first - right.last).days, (right.first - left.last).days, 0)


def in_one_window(left: Span | None, right: Span | None) -> bool:
    """Whether two may have been asked within WINDOW; what has no date may."""
    days = days_between(left, right)
    return days is None or days <= WINDOW.days


def day_of(iso: str) -> date | None:
    """A day that is known to the day; None for a month, a year, or no date."""
    span = _span(iso)
    return span.first if span and span.first == span.last else None


def _span(iso: str) -> Span | None:
    found = _ISO.match(iso)
    if found is None:
        return None
    year, month, day = (int(part) if part else None for part in found.groups())
    try:
        last_month = month or 12
        first = date(year or 1, month or 1, day or 1)
        return Span(first, date(year or 1, last_month, day or monthrange(year or 1, last_month)[1]))
    except ValueError:
        return None
