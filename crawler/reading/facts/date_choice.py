"""Which dates of a letter are those of the request, of the answer and of its publication: the likeliest together."""

from collections.abc import Mapping, Sequence
from itertools import pairwise, product
from math import log

from crawler.reading.facts.date_places import Dated
from crawler.reading.facts.date_roles import ROLES, likely
from crawler.reading.facts.dates import Found

NAMES = ROLES[:3]
_MOST = 3  # dates that are weighed against each other for one role
_LEAST = 1e-9
Option = tuple[float, Found | None]


def chosen(dates: Sequence[Dated]) -> tuple[Mapping[str, Found | None], tuple[str, ...]]:
    """The date of each role, and the roles for which only a day is left that the calendar does not know."""
    odds = [(likely(one.signs), one.date, one.date.possible) for one in dates]
    known = [(chance, date) for chance, date, possible in odds if possible]
    ways = product(*(_options(role, known) for role in range(len(NAMES))))
    best = next(filter(_can_be, sorted(ways, key=_gain, reverse=True)))
    found = dict(zip(NAMES, (date for _, date in best), strict=True))
    wrong = {ROLES[chance.index(max(chance))] for chance, _, possible in odds if not possible}
    return found, tuple(name for name in NAMES if name in wrong and not found[name])


def _options(role: int, odds: Sequence[tuple[Sequence[float], Found]]) -> list[Option]:
    """None, and the dates that are likelier to be of the role than to be of none, by how much."""
    found = [(log(chance[role] / max(chance[-1], _LEAST)), date) for chance, date in odds if chance[role] > chance[-1]]
    return [(0.0, None), *sorted(found, key=lambda one: -one[0])[:_MOST]]


def _gain(taken: Sequence[Option]) -> float:
    return sum(gain for gain, _ in taken)


def _can_be(taken: Sequence[Option]) -> bool:
    """Whether no date is taken twice, and no request comes after its answer, nor an answer after its publication."""
    dates = [date for _, date in taken if date]
    days = [date.iso for date in dates if date.day and date.iso]
    return all(one is not other for one, other in pairwise(dates)) and days == sorted(days)
