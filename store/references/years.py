"""Which year a day is in, for references that count by the calendar or by the financial year."""

from datetime import date

from store.references.taken import financial_year

_APRIL = 4


def year_of(day: str, like: str) -> str:
    """The year that a date is in, written as `like` is ("2025" or "2025/26"); "" where the date does not say."""
    if "/" not in like:
        return day[:4]
    if len(day) < len("2025-04"):
        return ""
    year = int(day[:4])
    return financial_year(str(year if int(day[5:7]) >= _APRIL else year - 1))


def first_day(year: str) -> str:
    """The day on which a year begins."""
    return f"{year[:4]}-04-01" if "/" in year else f"{year[:4]}-01-01"


def before(year: str) -> str:
    """The year before, written alike."""
    last = str(int(year[:4]) - 1)
    return financial_year(last) if "/" in year else last


def after(year: str) -> str:
    """The year after, written alike."""
    following = str(int(year[:4]) + 1)
    return financial_year(following) if "/" in year else following


def ordinal(day: str) -> int | None:
    """A day as a number; of a month, its middle; None for less, and for a date that does not exist."""
    try:
        return date.fromisoformat(f"{day}-15" if len(day) == len("2025-04") else day).toordinal()
    except ValueError:
        return None
