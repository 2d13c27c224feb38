"""What people said of a match: yes, or no. A mark names a disclosure and holds none of its words."""

import hashlib
from dataclasses import dataclass

from store.database import Store
from store.lookup import disclosures
from store.records import Disclosure


@dataclass(frozen=True)
class Mark:
    """That a disclosure is about a topic, or that it is not, and when that was said (ISO 8601, UTC)."""

    topic: str
    wanted: bool
    marked: str
    kept: Disclosure


def mark(store: Store, kept: Disclosure, topic: str, wanted: bool, now: str) -> None:
    """Remember it; what was said before of this disclosure and this topic is replaced."""
    row = (kept.id, topic, wanted, _digest(kept), now)
    with store.writing_privately():
        store.private.conn.execute("INSERT OR REPLACE INTO marks VALUES (?, ?, ?, ?, ?)", row)


def marks(store: Store) -> list[Mark]:
    """All marks of disclosures that are kept, by their ids."""
    rows = store.private.conn.execute(
        "SELECT disclosure, topic, wanted, address, marked FROM marks ORDER BY disclosure, topic"
    ).fetchall()
    kept = {one.id: one for one in disclosures(store, dict.fromkeys(row[0] for row in rows))}
    return [
        Mark(topic, bool(wanted), marked, kept[id])
        for id, topic, wanted, address, marked in rows
        # Another foi.db gives the same number to another disclosure.
        if id in kept and _digest(kept[id]) == address
    ]


def _digest(kept: Disclosure) -> str:
    return hashlib.sha256(kept.address.encode()).hexdigest()
