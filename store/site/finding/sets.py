"""What each facet is true of, as sets of numbers, and the order of all disclosures by day; read from the record."""

from array import array
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from heapq import merge, nlargest, nsmallest
from itertools import chain, islice
from sqlite3 import Connection

from store.site.finding.bits import NOTHING, Bits, bits_of, listed
from store.site.finding.facets import DAYS, FACETS, NO, YES, Facet, wholes

Values = dict[str, dict[str, Bits]]

_DEARER = 5  # so many steps of a walk cost as much as sorting one number


@dataclass(frozen=True)
class Sets:
    """The sets of all disclosures but those held back. `order` has their numbers up to `top` from the earliest day on.

    `days` are the days that there are, with where in `order` each begins; `dated` is where the first stands that has
    one at all. `late` are those with a greater number than `top`, each with its place, which is one of `order` too.
    """

    top: int
    all: Bits
    values: Values
    order: array
    days: tuple[list[str], list[int]]
    dated: int
    places: array = field(repr=False)
    late: dict[int, float] = field(default_factory=dict)

    def place(self, id: int) -> float:
        """Where it stands in the order of days; that of a number in none of the sets says nothing."""
        return self.late[id] if id in self.late else self.places[id] + 0.5 if id <= self.top else -1.0

    def latest(self, hits: Bits, most: int) -> list[int]:
        """The first of `hits` from the latest day on; those that have no day come last."""
        if self._are_few(hits, most):
            return nlargest(most, hits, key=self.place)
        return list(islice(self._walked(hits, reversed(self.order), -1), most))

    def earliest(self, hits: Bits, most: int) -> list[int]:
        """The first of `hits` from the earliest day on; those that have no day come last."""
        if self._are_few(hits, most):
            return nsmallest(most, hits, key=lambda id: (self.place(id) < self.dated, self.place(id)))
        order = iter(self.order)
        none = [*islice(order, self.dated), *(id for id, place in self.late.items() if place < self.dated)]
        undated = hits & Bits(none)
        return list(islice(chain(self._walked(hits - undated, order, 1), undated), most))

    def _are_few(self, hits: Bits, most: int) -> bool:
        """Whether to sort them all is cheaper than to walk along the order of days until so many are met."""
        return _DEARER * len(hits) ** 2 <= most * len(self.order)

    def _walked(self, hits: Bits, order: Iterable[int], way: int) -> Iterator[int]:
        kept = (id for id in order if id in hits)
        late = sorted((id for id in self.late if id in hits), key=lambda id: way * self.late[id])
        return merge(kept, late, key=lambda id: way * self.place(id)) if late else kept


def made(db: Connection, above: int = 0) -> Sets:
    """The sets of the disclosures with a number greater than `above`, as the record is now."""
    order, days, starts = array("I"), [], []
    for day, ids in db.execute(DAYS.format(above=above)):
        days.append(day)
        starts.append(len(order))
        order.extend(sorted(listed(ids)))
    shown = Bits(order)
    top = max(order, default=above)
    places = array("I", bytes(4 * (top + 1)))
    for place, id in enumerate(order):
        places[id] = place
    dated = ([*starts, len(order)][1]) if days[:1] == [""] else 0
    values = {facet.name: _values(db, facet, above, shown) for facet in FACETS}
    return Sets(top, shown, values, order, (days, starts), dated, places)


def _values(db: Connection, facet: Facet, above: int, shown: Bits) -> dict[str, Bits]:
    found: defaultdict[str, Bits] = defaultdict(lambda: NOTHING)
    for value, ids in db.execute(facet.sql.format(above=above, by="+" if above else "")):
        bits = bits_of(ids) & shown
        for one in wholes(value) if facet.name == "exemption" else (value,):
            found[one] |= bits
    if facet.yesno:
        found[NO] = shown - found[YES]
    return {value: bits for value, bits in found.items() if value and bits}


def with_late(sets: Sets, late: Sets) -> Sets:
    """The sets with those of what was kept since, whose places are found among the days that are known."""
    values = {name: _joined(own, late.values[name]) for name, own in sets.values.items()}
    days, starts = sets.days
    places = {}
    for index, id in enumerate(late.order):
        day = late.days[0][bisect_right(late.days[1], index) - 1]
        at = ([*starts[bisect_right(days, day) :], len(sets.order)][0]) if day else sets.dated - 0.4
        places[id] = at + index / (4 * len(late.order))
    return replace(sets, all=sets.all | late.all, values=values, late=places)


def _joined(one: dict[str, Bits], other: dict[str, Bits]) -> dict[str, Bits]:
    return {value: one.get(value, NOTHING) | other.get(value, NOTHING) for value in one.keys() | other.keys()}
