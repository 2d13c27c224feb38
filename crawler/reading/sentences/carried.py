"""Which sentences of an answer any letter could carry, by their words and by their neighbours.

Standard sentences stand together, most of them below all that answers: the odds of each are weighed with those
around it, those of its paragraph most, and the likeliest course of the whole is taken.
"""

from collections.abc import Sequence
from operator import sub
from typing import NamedTuple

from crawler.reading.sentences.leaning import DECIDES, leanings
from crawler.reading.sentences.wording import weight

_MOST = 5.0  # no sentence decides alone
_LEANS = 1.0  # what sounds standard is, a little more often than its words say: measured on pages not learnt from
_NEVER = float("inf")
# A sentence answers; is standard amid what answers; or is standard and nothing below it answers.
_ANSWERS, _AMID, _BELOW = range(3)
# What it costs to come to each of these from each.
_COST = ((0.0, 0.5, _NEVER), (1.7, 0.0, _NEVER), (1.0, 0.3, 0.0))
# Within a paragraph it costs more: forces set standard sentences apart from those of this letter.
_MIXED = 1.0
_WITHIN = tuple(tuple(cost + _MIXED * (to != came) for came, cost in enumerate(row)) for to, row in enumerate(_COST))
_FIRST = 1.5  # the first sentence of an answer is standard more seldom


class Said(NamedTuple):
    """A sentence or a row of an answer. `odds`: how much its place says that it is standard, beside its words."""

    text: str
    line: int
    odds: float = 0.0
    certain: bool = False


def carried(said: Sequence[Said]) -> list[bool]:
    """Whether each sentence is one that any letter could carry."""
    odds = list(map(_odds, said))
    if all(one <= 0 for one in odds):
        return [False] * len(said)  # nothing speaks for a standard sentence
    best = [0.0, -_FIRST, -_FIRST]
    came: list[list[int]] = []
    for at, each in enumerate(odds):
        between = _WITHIN if at and said[at].line == said[at - 1].line else _COST
        ways = [_from(best, costs) for costs in between] if at else list(enumerate(best))
        sources, sums = [source for source, _ in ways], [left for _, left in ways]
        half = each / 2
        best = [sums[_ANSWERS] - half, sums[_AMID] + half, sums[_BELOW] + half]
        came.append(sources)
    state = best.index(max(best))
    found: list[bool] = []
    for sources in reversed(came):
        found.append(state != _ANSWERS)
        state = sources[state]
    return found[::-1]


def _from(best: Sequence[float], costs: Sequence[float]) -> tuple[int, float]:
    """The state before from which it costs the least to come here, and the sum that is left."""
    sums = list(map(sub, best, costs))
    most = max(sums)
    return sums.index(most), most


def _odds(each: Said) -> float:
    if each.certain:
        return each.odds
    likely = leanings(each.text)
    # `It is published already` could stand in any letter, but refuses.
    own = weight(each.text) - sum(likely[kind] for kind in DECIDES)
    return max(-_MOST, min(_MOST, own)) + each.odds + (_LEANS if own > 0 else 0.0)
