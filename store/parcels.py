"""Parcels: which alerts go in one message, written down before it is first sent, so that a repeat is the same."""

import hashlib
import json
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from store.database import Store
from store.outbox import Delivery, deliveries

Closing = Callable[[str, str], Mapping[str, Any]]


@dataclass(frozen=True)
class Parcel:
    """Deliveries of one subscription to one target that go in one message, when it was `made`, its `key` for ever.

    `unsure`: an attempt before ended without an answer, so that the message may have come. `closing` is what its
    message ends with, plain JSON.
    """

    id: int
    key: str
    made: str
    deliveries: tuple[Delivery, ...]
    unsure: bool = False
    closing: Mapping[str, Any] = field(default_factory=dict)

    @property
    def target(self) -> str:
        return self.deliveries[0].target

    @property
    def subscription(self) -> str:
        return self.deliveries[0].subscription

    @property
    def attempts(self) -> int:
        return min(one.attempts for one in self.deliveries)


def freeze(store: Store, targets: Collection[str], now: str, closing: Closing | None = None) -> None:
    """Make a parcel, for each subscription and each of the targets, of what is due and in none yet.

    `closing` gives what it ends with, of the subscription and of when the last one to this target was made.
    """
    loose = [one for one in deliveries(store, "waiting", due=now) if not one.parcel and one.target in targets]
    with store.writing_privately():
        for (subscription, target), group in groupby(sorted(loose, key=_in_order), key=_addressee):
            ending = closing(subscription, last_made(store, subscription, target)) if closing else {}
            _make(store, tuple(group), now, ending)


def last_made(store: Store, subscription: str, target: str) -> str:
    """When the last message of a subscription to a target was made; "" when there was none."""
    query = """SELECT coalesce(max(made), '') FROM parcels WHERE id IN (SELECT parcel FROM deliveries
        JOIN alerts ON alerts.id = alert WHERE target = ? AND subscription = ?)"""
    return str(store.private.conn.execute(query, (target, subscription)).fetchone()[0])


def due(store: Store, targets: Collection[str], now: str) -> list[Parcel]:
    """The parcels for these targets whose time has come: the least tried first, so that none holds up the others."""
    waiting = [one for one in deliveries(store, "waiting", due=now) if one.parcel and one.target in targets]
    waiting.sort(key=lambda one: (one.parcel, one.alert))
    groups = {number: tuple(group) for number, group in groupby(waiting, key=lambda one: one.parcel)}
    made = store.private.conn.execute(
        "SELECT id, key, made, unsure, closing FROM parcels WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(groups)),),
    )
    parcels = [
        Parcel(number, key, when, groups[number], bool(unsure), json.loads(closing))
        for number, key, when, unsure, closing in made
    ]
    return sorted(parcels, key=lambda parcel: (parcel.attempts, parcel.id))


def begin(store: Store, parcel: Parcel) -> None:
    """To be called before a parcel is sent: until an answer is noted, nobody knows whether it came."""
    _unsure(store, parcel, True)


def answered(store: Store, parcel: Parcel) -> None:
    """The service said that it did not take it; what was unsure before stays so."""
    _unsure(store, parcel, parcel.unsure)


def _unsure(store: Store, parcel: Parcel, unsure: bool) -> None:
    with store.writing_privately():
        store.private.conn.execute("UPDATE parcels SET unsure = ? WHERE id = ?", (unsure, parcel.id))


def split(store: Store, parcel: Parcel, now: str) -> tuple[Parcel, Parcel]:
    """Two parcels, each with a key of its own, in place of one of several alerts that was refused."""
    middle = len(parcel.deliveries) // 2
    with store.writing_privately():
        first = _make(store, parcel.deliveries[:middle], now, parcel.closing)
        return first, _make(store, parcel.deliveries[middle:], now, parcel.closing)


def _make(store: Store, within: Sequence[Delivery], now: str, closing: Mapping[str, Any]) -> Parcel:
    key, ending = _key(within), json.dumps(closing, ensure_ascii=False)
    row = store.private.conn.execute(
        "INSERT INTO parcels (key, made, closing) VALUES (?, ?, ?) RETURNING id", (key, now, ending)
    )
    number = int(row.fetchone()[0])
    store.private.conn.executemany(
        "UPDATE deliveries SET parcel = ? WHERE alert = ? AND target = ?",
        [(number, one.alert, one.target) for one in within],
    )
    return Parcel(number, key, now, tuple(within), closing=closing)


def _key(within: Iterable[Delivery]) -> str:
    """Of what the alerts are, not of their numbers: in a database put back from a copy these may mean others."""
    facts = [
        (one.subscription, one.target, one.disclosure, one.event, one.version, one.about, one.queued) for one in within
    ]
    return hashlib.sha256(json.dumps(facts).encode()).hexdigest()


def _addressee(one: Delivery) -> tuple[str, str]:
    return one.subscription, one.target


def _in_order(one: Delivery) -> tuple[str, str, int]:
    return (*_addressee(one), one.alert)
