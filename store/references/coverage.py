"""What foiwatch has seen of the logs that a sequence is published in: only of that can a share be told."""

from collections.abc import Iterable
from dataclasses import dataclass
from sqlite3 import Connection


@dataclass(frozen=True)
class Coverage:
    """How much of a log is known. `since`: the date that bounds it, "" for none; `first` and `last`: looks, in UTC.

    `complete`: it was walked to its end. `unread`: entries that are listed and were not kept, whatever the reason.
    """

    source: str
    complete: bool
    since: str
    first: str
    last: str
    unread: int


def coverage(db: Connection, sources: Iterable[str]) -> tuple[Coverage, ...]:
    """One for each of the sources, in their order."""
    return tuple(_of(db, source) for source in sources)


def _of(db: Connection, source: str) -> Coverage:
    row = db.execute("SELECT complete, since, walked FROM sources WHERE name = ?", (source,)).fetchone()
    complete, since, walked = row or (0, "", "")
    first = db.execute("SELECT min(started) FROM runs WHERE source = ?", (source,)).fetchone()[0]
    query = "SELECT count(*) FROM entries WHERE source = ? AND state IN ('waiting', 'failed', 'skipped')"
    unread = db.execute(query, (source,)).fetchone()[0]
    return Coverage(source, bool(complete), since, (first or "")[:10], walked[:10], unread)
