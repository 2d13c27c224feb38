"""What is wrong and what the operator has been told of it, so that each thing is told once; in private.db."""

import json
from collections.abc import Iterable
from dataclasses import dataclass

from store.database import Store


@dataclass(frozen=True)
class Open:
    """A trouble that lasts. `states` are the forms of it that were told, the latest last."""

    kind: str
    about: str
    states: tuple[str, ...]
    since: str


def open_troubles(store: Store) -> dict[tuple[str, str], Open]:
    """All that last, by kind and by what they are about."""
    rows = store.private.conn.execute("SELECT kind, about, states, since FROM troubles ORDER BY since, kind, about")
    return {row[:2]: Open(row[0], row[1], tuple(json.loads(row[2])), row[3]) for row in rows}


def write_troubles(store: Store, begun: Iterable[Open], ended: Iterable[tuple[str, str]]) -> None:
    """Put these in the place of what was known of them, and forget those that have ended."""
    with store.writing_privately():
        store.private.conn.executemany("DELETE FROM troubles WHERE kind = ? AND about = ?", list(ended))
        store.private.conn.executemany(
            """INSERT INTO troubles (kind, about, states, since) VALUES (?, ?, ?, ?)
            ON CONFLICT (kind, about) DO UPDATE SET states = excluded.states""",
            [(one.kind, one.about, json.dumps(one.states, ensure_ascii=False), one.since) for one in begun],
        )


def reports(store: Store, subscription: str) -> int:
    """How many messages to the operator were ever queued: the number of the last one."""
    query = "SELECT coalesce(max(version), 0) FROM alerts WHERE subscription = ?"
    return int(store.private.conn.execute(query, (subscription,)).fetchone()[0])
