"""How many were numbered, from the numbers that are seen: the estimators of serial number analysis.

The numbers seen are taken for a sample without replacement of those given out, each as likely as another.

- From a sequence that begins at 1, with k numbers seen and m the highest: m(1 + 1/k) - 1, the estimator without
  bias of least variance (the "German tank problem": R. Ruggles and H. Brodie, An Empirical Approach to Economic
  Intelligence in World War II, JASA 42, 1947; L. A. Goodman, Serial Number Analysis, JASA 47, 1952).
- From one whose beginning is not known, with the range r from the lowest to the highest: r(k + 1)/(k - 1) - 1, which
  has the same property (Goodman 1952; Some Practical Techniques in Serial Number Analysis, JASA 49, 1954).

The interval inverts the exact distribution of m, or of r. Fewer than were seen cannot have been numbered, so it is
one-sided: from what was certainly numbered to the most for which so low an m (or r) still has 5 in 100 chances. It
covers the truth in 95 of 100 cases or more. A Bayesian interval would need a prior for the number of requests, of
which nothing is known that is not in the numbers.
"""

from collections.abc import Callable
from dataclasses import dataclass
from math import exp, inf, lgamma, log

_RISK = log(0.05)
FROM_ONE = "m(1+1/k)-1, m the highest and k the count of the numbers seen; 95% from the exact distribution of m"
BETWEEN = "r(k+1)/(k-1)-1, r the range and k the count of the numbers seen; 95% from the exact distribution of r"


@dataclass(frozen=True)
class Interval:
    """How many were numbered: the estimate, and the bounds that hold in 95 of 100 cases."""

    estimate: int
    low: int
    high: int


def from_one(highest: int, seen: int) -> Interval:
    """For a sequence that begins at 1. Needs one number at least."""
    estimate = round(highest * (1 + 1 / seen) - 1)
    return Interval(estimate, highest, _most(highest, lambda total: _below_highest(highest, seen, total)))


def between(lowest: int, highest: int, seen: int, most: float = inf) -> Interval:
    """For a sequence whose beginning is not known. Needs two numbers at least.

    `most` is known otherwise: no more fit between the numbers of the years before and after.
    """
    span = highest - lowest
    low = span + 1
    most = max(low, most)
    high = min(most, _most(low, lambda total: _within_range(span, seen, total)))
    return Interval(round(min(most, span * (seen + 1) / (seen - 1) - 1)), low, int(high))


def chance_of_none(gap: int, seen: int, total: int) -> float:
    """How likely it is that of `seen` numbers out of `total`, none falls into `gap` given ones."""
    return exp(_choose(total - gap, seen) - _choose(total, seen)) if total - gap >= seen else 0.0


def _most(low: int, chance: Callable[[int], float]) -> int:
    """The largest total from `low` on whose logarithm of the chance is not below that of 5 in 100."""
    step = 1
    while chance(low + step) >= _RISK:
        step *= 2
    inside, outside = low + step // 2 if step > 1 else low, low + step
    while outside - inside > 1:
        middle = (inside + outside) // 2
        inside, outside = (middle, outside) if chance(middle) >= _RISK else (inside, middle)
    return inside


def _below_highest(highest: int, seen: int, total: int) -> float:
    """log P(highest of `seen` out of 1..total <= highest) = log C(highest, seen) / C(total, seen)."""
    return _choose(highest, seen) - _choose(total, seen)


def _within_range(span: int, seen: int, total: int) -> float:
    """log P(range of `seen` out of `total` in a row <= span), of the closed sum over all ranges up to span."""
    left = total - (seen - 1) * (span + 1) / seen
    return _choose(span, seen - 1) - _choose(total, seen) + log(left)


def _choose(n: int, k: int) -> float:
    return lgamma(n + 1) - lgamma(k + 1) - lgamma(n - k + 1)
