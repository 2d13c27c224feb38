"""What happened in a span of time, as a subscription of that time would have heard of it."""

from dataclasses import dataclass

from store.database import Store
from store.records import Change


@dataclass(frozen=True)
class Happened:
    """A change, and the `moment` (ISO 8601) when it came: that of the ledger, or for what was there before the first
    crawl the noon of the day on which it was published.
    """

    change: Change
    moment: str


def happened(store: Store, since: str, until: str) -> list[Happened]:
    """All of that span, the earliest first. What is known to the month counts on its first day."""
    every = [*_changes(store, since, until), *_published(store, since[:10], until[:10])]
    return sorted(every, key=lambda one: one.moment)


def _changes(store: Store, since: str, until: str) -> list[Happened]:
    rows = store.db.conn.execute(
        """SELECT id, disclosure, version, verb, seen, source FROM changes
        WHERE NOT baseline AND NOT completed AND seen BETWEEN ? AND ? ORDER BY id""",
        (since, until),
    )
    return [Happened(_change(*row), row[4]) for row in rows]


def _change(id: int, disclosure: int, version: int, verb: str, seen: str, source: str) -> Change:
    return Change(id, disclosure, version, verb, seen, source, baseline=False)


def _published(store: Store, since: str, until: str) -> list[Happened]:
    rows = store.db.conn.execute(
        """SELECT own, version, source, day FROM (SELECT id AS own, version, source,
                substr(coalesce(nullif(published, ''), responded) || '-01', 1, 10) AS day FROM disclosures
                WHERE status <> 'quarantined' AND (published >= substr(:since, 1, 7) OR published = ''))
        WHERE day BETWEEN :since AND :until AND EXISTS
            (SELECT 1 FROM changes WHERE changes.disclosure = own AND verb = 'new' AND baseline)""",
        {"since": since, "until": until},
    )
    return [
        Happened(Change(0, id, version, "new", f"{day}T12:00:00+00:00", source, baseline=True), f"{day}T12:00:00+00:00")
        for id, version, source, day in rows
    ]
