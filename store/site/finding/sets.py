"""What each facet is true of, as sets of numbers, and the order of all disclosures by day; read from the record."""

from array import array
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from heapq import merge
from itertools import chain, islice
from sqlite3 import Connection

from store.site.finding.bits import bits_of, flags, listed, members
from store.site.finding.facets import DAYS, FACETS, NO, YES, Facet, wholes

Values = dict[str, dict[str, int]]

FEW = 1_000  # are sorted; of more, the order of all is walked


@dataclass(frozen=True)
class Sets:
    """The sets of all disclosures but those held back. `order` has their numbers up to `top` from the earliest day on.

    `days` are the days that there are, with where in `order` each begins; `dated` is where the first stands that has
    one at all. `late` are those with a greater number than `top`, each with its place, which is one of `order` too.
    """

    top: int
    all: int
    values: Values
    order: array
    days: tuple[list[str], list[int]]
    dated: int
    places: array = field(repr=False)
    late: dict[int, float] = field(default_factory=dict)

    def place(self, id: int) -> float:
        """Where it stands in the order of days; that of a number in none of the sets says nothing."""
        return self.late[id] if id in self.late else self.places[id] + 0.5 if id <= self.top else -1.0

    def latest(self, hits: int) -> Iterator[int]:
        """The numbers in `hits` from the latest day on; those that have no day come last."""
        if hits.bit_count() <= FEW:
            return iter(sorted(members(hits), key=self.place, reverse=True))
        return self._walked(hits, reversed(self.order), -1)

    def earliest(self, hits: int) -> Iterator[int]:
        """The numbers in `hits` from the earliest day on; those that have no day come last."""
        if hits.bit_count() <= FEW:
            return iter(sorted(members(hits), key=lambda id: (self.place(id) < self.dated, self.place(id))))
        order = iter(self.order)
        none = [*islice(order, self.dated), *(id for id, place in self.late.items() if place < self.dated)]
        undated = hits & bits_of(none)
        return chain(self._walked(hits & ~undated, order, 1), members(undated))

    def _walked(self, hits: int, order: Iterable[int], way: int) -> Iterator[int]:
        within = flags(hits)
        end = len(within)
        kept = (id for id in order if id < end and within[id] == "1")
        late = sorted((id for id in self.late if id < end and within[id] == "1"), key=lambda id: way * self.late[id])
        return merge(kept, late, key=lambda id: way * self.place(id)) if late else kept


def made(db: Connection, above: int = 0) -> Sets:
    """The sets of the disclosures with a number greater than `above`, as the record is now."""
    order, days, starts = array("I"), [], []
    for day, ids in db.execute(DAYS.format(above=above)):
        days.append(day)
        starts.append(len(order))
        order.extend(sorted(listed(ids)))
    shown = bits_of(order)
    top = max(order, default=above)
    places = array("I", bytes(4 * (top + 1)))
    for place, id in enumerate(order):
        places[id] = place
    dated = ([*starts, len(order)][1]) if days[:1] == [""] else 0
    values = {facet.name: _values(db, facet, above, shown) for facet in FACETS}
    return Sets(top, shown, values, order, (days, starts), dated, places)


def _values(db: Connection, facet: Facet, above: int, shown: int) -> dict[str, int]:
    found: dict[str, int] = defaultdict(int)
    for value, ids in db.execute(facet.sql.format(above=above, by="+" if above else "")):
        bits = bits_of(listed(ids)) & shown
        for one in wholes(value) if facet.name == "exemption" else (value,):
            found[one] |= bits
    if facet.yesno:
        found[NO] = shown & ~found[YES]
    return {value: bits for value, bits in found.items() if value and bits}


def with_late(sets: Sets, late: Sets) -> Sets:
    """The sets with those of what was kept since, whose places are found among the days that are known."""
    values = {
        name: {value: own.get(value, 0) | late.values[name].get(value, 0) for value in own.keys() | late.values[name]}
        for name, own in sets.values.items()
    }
    days, starts = sets.days
    places = {}
    for index, id in enumerate(late.order):
        day = late.days[0][bisect_right(late.days[1], index) - 1]
        at = ([*starts[bisect_right(days, day) :], len(sets.order)][0]) if day else sets.dated - 0.4
        places[id] = at + index / (4 * len(late.order))
    return replace(sets, all=sets.all | late.all, values=values, late=places)
