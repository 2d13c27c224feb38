"""Counts what a search found, in all and by facet, from the sets: no walk over the rows, however many they are."""

from store.site.asked import Asked
from store.site.finding.bits import NOTHING, Bits
from store.site.finding.facets import BY_NAME
from store.site.finding.sets import Sets

Counted = list[tuple[str, int]]

MOST = 60


def narrowed(sets: Sets, wanted: Asked, words: Bits | None, leave_out: str = "") -> Bits:
    """Of what the words find (None: no words were asked) the set that the chosen values leave, but for one facet."""
    hits = sets.all if words is None else sets.all & words
    for name, value in wanted.chosen:
        if name != leave_out:
            hits &= sets.values[name].get(value, NOTHING)
    return hits


def counts(sets: Sets, wanted: Asked, words: Bits | None) -> dict[str, Counted]:
    """By facet its values with their counts; those of a chosen facet as if it were not chosen."""
    chosen = dict(wanted.chosen)
    all_narrowed = narrowed(sets, wanted, words)
    found = {}
    for name in BY_NAME:
        hits = narrowed(sets, wanted, words, name) if name in chosen else all_narrowed
        found[name] = _in_order(
            name, [(value, bits.intersection_cardinality(hits)) for value, bits in sets.values[name].items()]
        )
    return found


def _in_order(name: str, found: Counted) -> Counted:
    """Years from the newest, all else from the most frequent; what none of the hits has is left out."""
    some = sorted(pair for pair in found if pair[1])
    return some[::-1][:MOST] if name == "year" else sorted(some, key=lambda pair: -pair[1])[:MOST]
