"""Whether a numbering allows an estimate: each test with its result, for a reader to judge."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import StatisticsError, correlation

from store.references.sequences import Seen
from store.references.serial import chance_of_none
from store.references.years import ordinal

FEWEST = 10  # numbers, and dates, below which nothing is said
RISING = 0.7  # rank correlation; of ten numbers in any order, one in a hundred reaches it
SPARSE = 0.02  # share below which other things than requests are suspected among the numbers
_UNLIKELY = 0.001
_ABOVE = 0.95  # of the pairs of numbers of two years, the later is the higher: the count goes on
_EVEN = 1.36  # Kolmogorov and Smirnov, 5 in 100
_BASES = {
    "received": "the date received",
    "month": "the month in the reference",
    "responded": "the date of the answer",
    "published": "the date of publication",
}


@dataclass(frozen=True)
class Test:
    """A test, whether it was passed, and its result in words. `refuses`: without it there is no estimate."""

    name: str
    passed: bool
    said: str
    refuses: bool = True


def enough(seen: Sequence[Seen]) -> Test:
    passed = len(seen) >= FEWEST
    return Test("enough numbers", passed, f"{len(seen)} numbers" if passed else f"fewer than {FEWEST} numbers")


def rises(seen: Sequence[Seen]) -> Test:
    """Whether the numbers rise with the dates: by Spearman's rank correlation, of the date nearest to numbering."""
    name = "numbers rise with the dates"
    basis, pairs = basis_of(seen)
    if len(pairs) < FEWEST:
        return Test(name, False, f"fewer than {FEWEST} of the numbers have a date")
    found = spearman(pairs)
    said = f"rank correlation {found:.2f} of {len(pairs)} numbers with {_BASES[basis]}, where {RISING} is needed"
    passed = found >= RISING
    return Test(name, passed, said if passed else f"the numbers do not rise with the dates: {said}")


def basis_of(seen: Sequence[Seen]) -> tuple[str, list[tuple[int, int]]]:
    """The kind of date nearest to the numbering that enough of them have, with the pairs of number and day."""
    pairs: list[tuple[int, int]] = []
    for basis in _BASES:
        days = ((one.number, ordinal(getattr(one, basis))) for one in seen)
        found = [(number, day) for number, day in days if day is not None]
        if len(found) >= FEWEST:
            return basis, found
        pairs = max(pairs, found, key=len)
    return "", pairs


def spearman(pairs: Sequence[tuple[int, int]]) -> float:
    """Spearman's rank correlation, equal values sharing their ranks; 0 where all are the same."""
    numbers, days = zip(*pairs, strict=True)
    try:
        return correlation(_ranks(numbers), _ranks(days))
    except StatisticsError:
        return 0.0


def from_the_start(numbers: Sequence[int], last_year: Sequence[int]) -> Test:
    """Whether the count begins at 1 with the year; where it goes on, the estimate is by the range."""
    if goes_on(last_year, numbers):
        said = f"no: {numbers[0]} follows the {last_year[-1]} of the year before"
        return Test("begins again with the year", False, said, refuses=False)
    chance = chance_of_none(numbers[0] - 1, len(numbers), numbers[-1])
    said = f"the lowest is {numbers[0]}; by chance it would be so high in {100 * chance:.2g} of 100 cases"
    return Test("begins again with the year", chance >= _UNLIKELY, said, refuses=False)


def goes_on(earlier: Sequence[int], later: Sequence[int]) -> bool:
    """Whether the count of a year goes on from that of the year before. Both rise; a few slips are passed over."""
    if min(len(earlier), len(later)) < 3:
        return False
    return sum(bisect_left(earlier, number) for number in later) >= _ABOVE * len(earlier) * len(later)


def dense(share: float) -> Test:
    said = f"{share:.1%} of the numbers are seen; below {SPARSE:.0%} they may count other things, or leave some out"
    return Test("counts requests alone", share >= SPARSE, said, refuses=False)


def even(numbers: Sequence[int], first: int, last: int) -> Test:
    """Whether what is seen is spread evenly, by the largest distance from an even spread."""
    total, count = last - first + 1, len(numbers)
    places = [(number - first + 0.5) / total for number in numbers]
    distance = max(max((at + 1) / count - place, place - at / count) for at, place in enumerate(places))
    found = distance * sqrt(count)
    said = f"distance from an even spread {found:.2f}; {_EVEN} or less is usual"
    return Test("spread evenly", found <= _EVEN, said, refuses=False)


def _ranks(values: Sequence[int]) -> list[float]:
    rising = sorted(values)
    first = {value: at for at, value in reversed(list(enumerate(rising)))}
    last = {value: at for at, value in enumerate(rising)}
    return [(first[value] + last[value]) / 2 for value in values]
