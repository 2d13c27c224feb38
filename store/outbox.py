"""The outbox: alerts that exist once, their deliveries, and how far each subscription has read."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from store.database import Store
from store.hindrances import lift


@dataclass(frozen=True)
class Alert:
    """Something to be told, frozen. A summary has disclosure 0 and version 0 and says what it is `about`."""

    disclosure: int
    event: str
    version: int
    body: Mapping[str, Any]
    about: str = ""


@dataclass(frozen=True)
class Step:
    """What one private transaction writes for a subscription: its alerts, and how far it has then read.

    `targets` are digests of addresses, `due` is when their deliveries may first be tried, `told` the sources
    whose first crawl need not be told again.
    """

    subscription: str
    read_to: int
    alerts: tuple[Alert, ...] = ()
    targets: tuple[str, ...] = ()
    due: str = ""
    told: tuple[str, ...] = ()


@dataclass(frozen=True)
class Delivery:
    """One alert on its way to one target."""

    alert: int
    target: str
    subscription: str
    disclosure: int
    event: str
    version: int
    about: str
    queued: str
    state: str
    attempts: int
    next_attempt: str
    last_error: str
    body: dict[str, Any] = field(repr=False)
    parcel: int = 0  # the message that it is in; 0 until one is made


def read_to(store: Store, subscription: str) -> int | None:
    """The last change that a subscription has read; None when it is new."""
    query = "SELECT read_to FROM subscriptions WHERE name = ?"
    row = store.private.conn.execute(query, (subscription,)).fetchone()
    return int(row[0]) if row else None


def told_of(store: Store, subscription: str, disclosures: Iterable[int]) -> set[int]:
    """Those of the disclosures that the subscription has had an alert of."""
    query = """SELECT DISTINCT disclosure FROM alerts
        WHERE subscription = ? AND disclosure IN (SELECT value FROM json_each(?)) AND about = ''"""
    rows = store.private.conn.execute(query, (subscription, json.dumps(list(disclosures))))
    return {disclosure for (disclosure,) in rows}


def forget(store: Store, subscription: str, now: str) -> None:
    """Make a subscription new again, as it must be when the public record was replaced.

    The numbers of disclosures then mean others, so what was queued before must not stand in the way of what
    will be; what still waits is delivered all the same.
    """
    db = store.private.conn
    with store.writing_privately():
        db.execute("DELETE FROM subscriptions WHERE name = ?", (subscription,))
        db.execute(
            "UPDATE alerts SET about = trim(about || ' (record before ' || ? || ')') WHERE subscription = ?",
            (now, subscription),
        )


def take(store: Store, step: Step, now: str) -> int:
    """Write a step whole or not at all; returns how many alerts are new. One that exists is left as it is."""
    return take_all(store, [step], now)[0]


def take_all(store: Store, steps: Sequence[Step], now: str) -> list[int]:
    """Write these steps, all or none; for each, how many of its alerts are new."""
    db = store.private.conn
    with store.writing_privately():
        db.executemany(
            """INSERT INTO subscriptions (name, read_to, since) VALUES (?, ?, ?)
            ON CONFLICT (name) DO UPDATE SET read_to = max(read_to, excluded.read_to)""",
            [(step.subscription, step.read_to, now) for step in steps],
        )
        told = [(step.subscription, source) for step in steps for source in step.told]
        db.executemany("INSERT INTO baselines VALUES (?, ?) ON CONFLICT DO NOTHING", told)
        return [sum(_put(store, step, alert, now) for alert in step.alerts) for step in steps]


def _put(store: Store, step: Step, alert: Alert, now: str) -> bool:
    db = store.private.conn
    row = db.execute(
        """INSERT INTO alerts (subscription, disclosure, event, version, about, queued, body)
        VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING RETURNING id""",
        (
            step.subscription, alert.disclosure, alert.event, alert.version, alert.about, now,
            json.dumps(alert.body, ensure_ascii=False),
        ),
    ).fetchone()  # fmt: skip
    if row is None:
        return False
    db.executemany(
        "INSERT INTO deliveries (alert, target, next_attempt) VALUES (?, ?, ?)",
        [(row[0], target, step.due) for target in dict.fromkeys(step.targets)],
    )
    return True


def deliveries(store: Store, *states: str, due: str = "", subscription: str = "") -> list[Delivery]:
    """Deliveries in these states, in the order queued; with `due`, those whose time has come."""
    rows = store.private.conn.execute(
        """SELECT alert, target, subscription, disclosure, event, version, about, queued, state, attempts,
            next_attempt, last_error, body, coalesce(parcel, 0)
        FROM deliveries JOIN alerts ON alerts.id = alert
        WHERE state IN (SELECT value FROM json_each(:states)) AND (:due = '' OR next_attempt <= :due)
            AND (:subscription = '' OR subscription = :subscription)
        ORDER BY alert, target""",
        {"states": json.dumps(states), "due": due, "subscription": subscription},
    )
    return [_delivery(row) for row in rows]


def _delivery(row: Sequence[Any]) -> Delivery:
    facts = [*row[:-2], json.loads(row[-2]), row[-1]]
    return Delivery(*facts)


def mark_sent(store: Store, sent: Sequence[Delivery], now: str) -> None:
    """The service has accepted these: they are never sent again."""
    _settle(store, "state = 'sent', attempts = attempts + 1, last_error = '', settled = ?", (now,), sent)


def mark_failed(store: Store, failed: Sequence[Delivery], next_attempt: str, error: str) -> None:
    """The service has not accepted these: they wait for the next attempt."""
    _settle(store, "attempts = attempts + 1, next_attempt = ?, last_error = ?", (next_attempt, error), failed)


def mark_dead(store: Store, dead: Sequence[Delivery], now: str, error: str) -> None:
    """These are given up until someone calls `revive`."""
    settled = "state = 'dead', attempts = attempts + 1, settled = ?, last_error = ?"
    _settle(store, settled, (now, error), dead)


def revive(store: Store, now: str, subscription: str = "") -> int:
    """Dead letters and waiting ones are due now, as if never tried; returns how many.

    Who could not be reached is tried as well. A message that was made stays as it is, and keeps its key.
    """
    with store.writing_privately():
        lift(store)
        return store.private.conn.execute(
            """UPDATE deliveries SET state = 'waiting', attempts = 0, next_attempt = :now, settled = ''
            WHERE state <> 'sent' AND (:subscription = '' OR alert IN (
                SELECT id FROM alerts WHERE subscription = :subscription))""",
            {"now": now, "subscription": subscription},
        ).rowcount


def _settle(store: Store, change: str, values: tuple[str, ...], which: Iterable[Delivery]) -> None:
    with store.writing_privately():
        store.private.conn.executemany(
            f"UPDATE deliveries SET {change} WHERE alert = ? AND target = ? AND state = 'waiting'",
            [(*values, one.alert, one.target) for one in which],
        )
