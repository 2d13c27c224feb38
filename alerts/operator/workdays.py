"""Days counted as offices count them: forces publish on working days, and next to nothing at Christmas."""

from bisect import bisect_right
from datetime import date, timedelta

WEEK = 5
_FIRST = date(1990, 1, 1)  # a Monday


def _closed() -> tuple[date, ...]:
    """The working days from 24 December to 2 January, on which logs rest whatever else they do."""
    eves = (date(year, 12, 24) for year in range(_FIRST.year, 2200))
    days = (eve + timedelta(days=more) for eve in eves for more in range(10))
    return tuple(day for day in days if day.weekday() < WEEK)


_CLOSED = _closed()


def workday(day: date) -> int:
    """The number of a day among the working days; a day of rest has that of the working day before it."""
    weeks, weekday = divmod((day - _FIRST).days, 7)
    return weeks * WEEK + min(weekday, WEEK - 1) - bisect_right(_CLOSED, day)
