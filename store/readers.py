"""What is known of all subscriptions at once: how far each has read, what it was told of, and when it was served."""

import json
from collections.abc import Iterable
from dataclasses import dataclass

from store.database import Store


@dataclass(frozen=True)
class Reader:
    """A subscription: the last change that it has read, when messages were last sent out for it ("" for never), and
    the sources whose first crawl it has been told of.
    """

    read_to: int
    served: str = ""
    told: frozenset[str] = frozenset()


def readers(store: Store) -> dict[str, Reader]:
    """All subscriptions that have read anything yet, by name."""
    rows = store.private.conn.execute("SELECT name, read_to, served FROM subscriptions").fetchall()
    told: dict[str, set[str]] = {}
    for name, source in store.private.conn.execute("SELECT subscription, source FROM baselines"):
        told.setdefault(name, set()).add(source)
    return {name: Reader(read_to, served, frozenset(told.get(name, ()))) for name, read_to, served in rows}


def note_served(store: Store, names: Iterable[str], now: str) -> None:
    """Messages were sent out for these subscriptions, as far as there were any."""
    with store.writing_privately():
        store.private.conn.execute(
            "UPDATE subscriptions SET served = ? WHERE name IN (SELECT value FROM json_each(?))",
            (now, json.dumps(list(names))),
        )


def hold(store: Store, subscription: str, after: str, until: str, now: str) -> None:
    """Let what became due after a moment, and would be sent now, wait until another."""
    with store.writing_privately():
        store.private.conn.execute(
            """UPDATE deliveries SET next_attempt = :until WHERE state = 'waiting'
                AND next_attempt > :after AND next_attempt <= :now
                AND alert IN (SELECT id FROM alerts WHERE subscription = :subscription)""",
            {"subscription": subscription, "after": after, "until": until, "now": now},
        )


def walked_sources(store: Store) -> set[str]:
    """The sources of which something is kept and whose first crawl has ended; what came by hand is a source as well."""
    # One look for each source into the index, and not one at each of its rows.
    rows = store.db.conn.execute(
        """WITH RECURSIVE kept (source) AS (SELECT min(source) FROM disclosures
            UNION ALL SELECT (SELECT min(source) FROM disclosures WHERE source > kept.source) FROM kept
            WHERE kept.source IS NOT NULL)
        SELECT source FROM kept LEFT JOIN sources ON name = source
        WHERE source IS NOT NULL AND coalesce(complete, 1)"""
    )
    return {source for (source,) in rows}
