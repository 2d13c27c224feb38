"""Which subscriptions want which disclosures: all of them asked at once, so that it costs little to have many."""

from collections.abc import Collection, Iterable

from alerts.subscribing.subscriptions import Subscription
from store.database import Store
from store.searches import Described, described, found

_Filters = tuple[tuple[str, ...], ...]


def interested(
    store: Store, subscriptions: Iterable[Subscription], ids: Collection[int]
) -> dict[str, dict[int, tuple[str, ...]]]:
    """For each subscription, by name, that wants any of these disclosures: them, and the searches that found them.

    It is what `store.matches.wanted_among` says of one subscription. Events do not count here.
    """
    like = _alike(subscriptions)
    kept = described(store, ids)
    open_to = {filters: {one.id for one in kept if _passes(filters, one)} for filters in like}
    asked = {
        query for filters, some in like.items() if open_to[filters] for one in some for _, query in one.each_search
    }
    hits = found(store, asked, [one.id for one in kept])
    wanted = {
        one.name: _found(one, open_to[filters], hits)
        for filters, some in like.items()
        if open_to[filters]
        for one in some
    }
    return {name: some for name, some in wanted.items() if some}


def _alike(subscriptions: Iterable[Subscription]) -> dict[_Filters, list[Subscription]]:
    """Those that differ only in what they search for are one to the other filters."""
    like: dict[_Filters, list[Subscription]] = {}
    for one in subscriptions:
        like.setdefault((one.topics, one.forces, one.outcomes, one.exemptions), []).append(one)
    return like


def _passes(filters: _Filters, one: Described) -> bool:
    has = (one.topics, one.places, (one.outcome,), one.sections)
    return all(not asked or any(value in own for value in asked) for asked, own in zip(filters, has, strict=True))


def _found(one: Subscription, ids: set[int], hits: dict[str, set[int]]) -> dict[int, tuple[str, ...]]:
    if not one.each_search:
        return dict.fromkeys(sorted(ids), ())
    named = [(name, ids & hits[query]) for name, query in one.each_search if query in hits]
    if not named:
        return {}
    every = sorted(set[int]().union(*(some for _, some in named)))
    return {id: tuple(name for name, some in named if id in some) for id in every}
