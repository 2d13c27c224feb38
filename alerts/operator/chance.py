"""What a source's history makes likely: pure functions of numbers, each with the chance that it is wrong.

Two conditions must meet before anything counts as unusual: it is beyond all that the history holds, and beyond what
a fitted distribution allows. The first keeps seasons and habits that no formula knows from raising an alarm, the
second a short history, whose extremes say little.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil, comb, exp, lgamma, log

from alerts.operator.workdays import WEEK

FEWEST_GAPS, MOST_GAPS = 10, 30
FEWEST_ITEMS, SHORTEST, YEAR = 20, 12 * WEEK, 252
# False alarms that are borne: of quiet a source-week, of counts an asking, of a field an asking.
QUIET, COUNT, FIELD = 0.002, 0.0002, 0.00001
WINDOWS = (5, 10, 20)
FEWEST_BEFORE = 30


def quiet_limit(days: Sequence[int]) -> int | None:
    """After how many working days without anything new silence is unusual; None where history is too short.

    The last thirty gaps are taken as exponential, of a rate that is itself estimated from them: the chance that the
    next one is longer than t is (1 + t / sum) ** -n. It is set so that a source which goes on as before is called
    quiet once in 500 weeks; and never before the longest gap of its history is passed.
    """
    recent = _gaps(days)[-MOST_GAPS:]
    if len(recent) < FEWEST_GAPS:
        return None
    total, number = sum(recent), len(recent)
    borne = min(0.01, QUIET * total / number / WEEK)
    return max(longest(days), ceil(total * (borne ** (-1 / number) - 1)))


def longest(days: Sequence[int]) -> int:
    """The longest time between two days on which something came."""
    return max(_gaps(days), default=0)


def _gaps(days: Sequence[int]) -> list[int]:
    return [b - a for a, b in pairwise(sorted(set(days)))]


@dataclass(frozen=True)
class Likely:
    """How many items a window of time is likely to hold, at least and at most."""

    least: int
    most: int


def likely_counts(days: Sequence[int], end: int, width: int) -> Likely | None:
    """The bounds for any `width` working days, from the items on `days` before `end`; None: too little history.

    Counts are taken as negative binomial, of the last year's mean and of the variance of its windows, or of its weeks
    where it holds fewer than eight windows; never narrower than the emptiest and the fullest window that there was.
    """
    kept = sorted(day for day in days if day < end)
    start = kept[0] if kept else end
    if len(kept) < FEWEST_ITEMS or end - start < max(SHORTEST, 2 * width):
        return None
    there = [_within(kept, first, first + width) for first in range(start, end - width + 1)]
    lately = max(start, end - YEAR)
    if _within(kept, lately, end) < FEWEST_ITEMS:
        lately = start
    low, high = _fitted(kept, lately, end, width)
    return Likely(min(low, *there), max(high, *there))


def _fitted(days: Sequence[int], start: int, end: int, width: int) -> tuple[int, int]:
    span = end - start
    mean = _within(days, start, end) * width / span
    block = width if span >= 8 * width else min(WEEK, width)
    spread = max(1.0, _dispersion(days, start, end, block))
    return _quantiles(mean, mean * spread * (1 + width / span), COUNT)


def _within(days: Sequence[int], first: int, end: int) -> int:
    return bisect_left(days, end) - bisect_left(days, first)


def _dispersion(days: Sequence[int], start: int, end: int, block: int) -> float:
    """Variance over mean of the counts in blocks of time."""
    counts = [_within(days, first, first + block) for first in range(start, end - block + 1, block)]
    mean = sum(counts) / len(counts)
    return sum((count - mean) ** 2 for count in counts) / max(1, len(counts) - 1) / mean if mean else 1.0


def _quantiles(mean: float, variance: float, chance: float) -> tuple[int, int]:
    """The numbers that a count is below, and above, with less than that chance."""
    count, below = 0, 0.0
    low = -1
    while below <= 1 - chance and count < 100_000:
        below += exp(_log_share(count, mean, variance))
        if low < 0 and below >= chance:
            low = count
        count += 1
    return max(low, 0), count - 1


def _log_share(count: int, mean: float, variance: float) -> float:
    if variance <= mean * 1.0001:
        return count * log(mean) - mean - lgamma(count + 1)
    size = mean * mean / (variance - mean)
    ways = lgamma(count + size) - lgamma(size) - lgamma(count + 1)
    return ways + size * log(size / (size + mean)) + count * log(mean / (size + mean))


def went_empty(before: Sequence[bool], last: Sequence[bool]) -> tuple[int, int]:
    """Of how many of how many last items a field is oddly empty, or (0, 0). True is an empty field; oldest first.

    Odd is: four in five or more of the last 5, 10 or 20 are empty; more than in any stretch of that length before; and
    by Fisher's exact test the chance of it is less than one in a hundred thousand.
    """
    if len(before) < FEWEST_BEFORE:
        return 0, 0
    for width in WINDOWS:
        empty = sum(last[-width:])
        if len(last) < width or empty < 0.8 * width or empty <= _fullest(before, width):
            continue
        if _by_chance(sum(before), len(before), empty, width) < FIELD:
            return empty, width
    return 0, 0


def still_empty(before: Sequence[bool], last: Sequence[bool]) -> bool:
    """Whether a field that was oddly empty goes on so: of the last five, far more than ever are empty."""
    share = sum(before) / max(1, len(before))
    return sum(last[-WINDOWS[0] :]) / WINDOWS[0] > share + 0.25


def _fullest(flags: Sequence[bool], width: int) -> int:
    total = most = sum(flags[:width])
    for index in range(width, len(flags)):
        total += flags[index] - flags[index - width]
        most = max(most, total)
    return most


def _by_chance(before: int, number: int, last: int, width: int) -> float:
    """That so many or more of the empty ones fall among the last, were they dealt out blindly (hypergeometric)."""
    empty, everything = before + last, number + width
    ways = (comb(empty, k) * comb(everything - empty, width - k) for k in range(last, min(width, empty) + 1))
    return sum(ways) / comb(everything, width)


def upper(values: Sequence[int], share: float) -> int:
    """The value that `share` of them do not exceed. Raises ValueError for none."""
    if not values:
        raise ValueError("of no values there is no upper one")
    return sorted(values)[max(0, ceil(share * len(values)) - 1)]
