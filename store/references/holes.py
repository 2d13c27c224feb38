"""The runs of numbers that are missing between those that are seen, and how many were numbered month by month."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate, pairwise

from store.references.proofs import basis_of, spearman
from store.references.sequences import Seen

LARGEST = 5
_SURE = 0.95  # rank correlation, from which on a month's numbers can be told
_FEWEST = 20


@dataclass(frozen=True)
class Hole:
    """A run of numbers of which none is seen; `after` and `before` are the dates of the numbers around it."""

    first: int
    last: int
    after: str
    before: str

    @property
    def missing(self) -> int:
        return self.last - self.first + 1


@dataclass(frozen=True)
class Month:
    """About how many were numbered in a month (up to the last number seen), and how many of these are seen."""

    month: str
    numbered: int
    published: int


def largest_holes(seen: Sequence[Seen], first: int) -> tuple[Hole, ...]:
    """The largest, the larger first. `first` is the number that the sequence begins with."""
    holes = [Hole(first, seen[0].number - 1, "", seen[0].day)]
    holes += [Hole(a.number + 1, b.number - 1, a.day, b.day) for a, b in pairwise(seen)]
    found = sorted((hole for hole in holes if hole.missing > 0), key=lambda hole: (-hole.missing, hole.first))
    return tuple(found[:LARGEST])


def by_month(seen: Sequence[Seen], first: int) -> tuple[Month, ...]:
    """Month by month, where the numbers follow the dates on which requests came closely enough; else none.

    A month ends at the number that parts it from the next with the fewest numbers on the wrong side.
    """
    basis, pairs = basis_of(seen)
    if basis not in ("received", "month") or len(pairs) < _FEWEST or spearman(pairs) < _SURE:
        return ()
    numbers = [one.number for one in seen]
    found: list[Month] = []
    start = first
    for month in _months(min(day for _, day in pairs), max(day for _, day in pairs)):
        last = _last_of(month, pairs, start, numbers[-1])
        within = bisect_right(numbers, last) - bisect_right(numbers, start - 1)
        found.append(Month(f"{month:%Y-%m}", last - start + 1, within))
        start = last + 1
    return tuple(found)


def _months(earliest: int, latest: int) -> list[date]:
    month, months = date.fromordinal(earliest).replace(day=1), []
    while month.toordinal() <= latest:
        months.append(month)
        month = (month + timedelta(days=31)).replace(day=1)
    return months


def _last_of(month: date, pairs: Sequence[tuple[int, int]], start: int, highest: int) -> int:
    """The last number of a month: the middle of the cuts that leave the fewest numbers on the wrong side."""
    following = (month + timedelta(days=31)).replace(day=1).toordinal()
    if all(day < following for _, day in pairs):
        return highest
    within = [day < following for _, day in pairs]
    wrong = list(accumulate((-1 if one else 1 for one in within), initial=sum(within)))
    fewest = min(wrong)
    best = [at for at, count in enumerate(wrong) if count == fewest]
    numbers = [number for number, _ in pairs]
    low = [start - 1, *numbers][best[0]]
    high = [*numbers, highest + 1][best[-1]] - 1
    return max(start - 1, (low + high) // 2)
