"""How many days each force takes to answer: the median and the quartiles, by the year of the answer and in all."""

from collections import defaultdict
from sqlite3 import Connection
from statistics import quantiles

from store.figures.counting import Rows

# Known to the day, both, and in order; with a modifier SQLite turns down the 30th of February. Calendar days: which
# days are working days differs by country and year.
_ANSWERED = """SELECT force, substr(responded, 1, 4), CAST(julianday(responded) - julianday(received) AS INTEGER)
    FROM counted JOIN disclosure_forces ON disclosure = id
    WHERE kind = 'disclosure' AND status <> 'moved'
        AND date(received, '+0 days') = received AND date(responded, '+0 days') = responded
        AND responded >= received"""


def days_to_answer(db: Connection) -> Rows:
    """The rows of figures_days; year "" is all years. Wants `counting.prepare` first."""
    found: dict[tuple[str, str], list[int]] = defaultdict(list)
    for force, year, days in db.execute(_ANSWERED):
        found[force, year].append(days)
        found[force, ""].append(days)
    return [(*key, len(days), *quartiles(days), max(days)) for key, days in sorted(found.items())]


def quartiles(days: list[int]) -> tuple[float, float, float]:
    """The lower quartile, the median and the upper quartile of at least one number."""
    if len(days) == 1:
        return (days[0], days[0], days[0])
    lower, median, upper = quantiles(days, method="inclusive")
    return (lower, median, upper)
