"""A source's history in numbers: what came when, how much was listed, which fields were empty; it only looks."""

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from store.database import Store

LATEST_CHANGES, SAMPLE, LAST = 3000, 300, 20
# Which disclosures lack what, in the words of an operator.
FIELDS = {
    "title": "title = ''",
    "publication date": "published = ''",
    "date of the answer": "responded = ''",
    "reference": "ref = ''",
    "request": "request_text = ''",
    "response": "response_text = ''",
    "attachments": "NOT EXISTS (SELECT 1 FROM attachments WHERE disclosure = disclosures.id)",
}
_FLAGS = ", ".join(FIELDS.values())
# What came or changed after the first walk; a change that only completed what was known is none of the force's.
_LATEST = f"""SELECT id, disclosure, verb, seen, baseline FROM changes
    WHERE source = ? AND NOT completed ORDER BY id DESC LIMIT {LATEST_CHANGES}"""


@dataclass(frozen=True)
class Arrival:
    """A disclosure that was new after the first walk: when it was seen, and the day on which it says it was published.

    `published` is empty where it is not known to the day.
    """

    seen: str
    published: str


@dataclass(frozen=True)
class History:
    """One source's history. `published` counts the disclosures of each day that is known to the day."""

    published: dict[str, int]
    arrivals: tuple[Arrival, ...]  # oldest first
    listed: tuple[int, ...]  # by the last whole walks to the end of the log, the last one first


@dataclass(frozen=True)
class Fields:
    """For each of FIELDS, whether it was empty: of disclosures known before, and of those that came or changed last."""

    before: tuple[tuple[bool, ...], ...]
    last: tuple[tuple[bool, ...], ...]


def history(store: Store, source: str, since: str) -> History:
    """What came from a source after the day `since`."""
    db = store.db.conn
    published = db.execute(
        """SELECT published, count(*) FROM disclosures
        WHERE source = ? AND published >= ? AND date(published, '+0 days') = published GROUP BY published""",
        (source, since),
    ).fetchall()
    arrivals = db.execute(
        f"""SELECT latest.seen, CASE date(published, '+0 days') WHEN published THEN published ELSE '' END
        FROM ({_LATEST}) AS latest JOIN disclosures ON disclosures.id = disclosure
        WHERE verb = 'new' AND NOT baseline AND latest.seen >= ? ORDER BY latest.id""",
        (source, since),
    ).fetchall()
    return History(dict(published), tuple(Arrival(*row) for row in arrivals), _listed(store, source))


def _listed(store: Store, source: str) -> tuple[int, ...]:
    """By a dozen walks; by none where a date bounds the walk, which then ends where it is told to."""
    rows = store.db.conn.execute(
        """SELECT listed, mode FROM runs JOIN sources ON sources.name = source
        WHERE source = ? AND whole AND mode IN ('first', 'full') AND since = '' ORDER BY id DESC LIMIT 12""",
        (source,),
    ).fetchall()
    return tuple(listed for listed, _ in rows) if rows and rows[0][1] == "full" else ()


def fields(store: Store, source: str, opened: str = "") -> Fields:
    """Which fields were empty; with `opened`, what came or changed after that moment is not of the time before."""
    last = _latest(store, source)
    fresh = _latest(store, source, opened) if opened else last
    others = store.db.conn.execute(
        """SELECT id FROM disclosures WHERE source = ?
        AND id NOT IN (SELECT value FROM json_each(?)) ORDER BY id""",
        (source, json.dumps([*last, *fresh])),
    ).fetchall()
    step = -(-len(others) // SAMPLE) or 1
    return Fields(_empty(store, [id for (id,) in others[::step]]), _empty(store, last))


def _latest(store: Store, source: str, after: str = "") -> list[int]:
    """The last to come or change, oldest first: twenty, or all after a moment."""
    rows = store.db.conn.execute(
        f"""SELECT disclosure FROM ({_LATEST}) AS latest JOIN disclosures ON disclosures.id = disclosure
        WHERE verb IN ('new', 'changed') AND NOT baseline AND kind = 'disclosure' AND latest.seen >= ?
        GROUP BY disclosure ORDER BY max(latest.id) DESC LIMIT ?""",
        (source, after, LATEST_CHANGES if after else LAST),
    ).fetchall()
    return [id for (id,) in reversed(rows)]


def _empty(store: Store, ids: Sequence[int]) -> tuple[tuple[bool, ...], ...]:
    query = f"""SELECT id, {_FLAGS} FROM disclosures
        WHERE id IN (SELECT value FROM json_each(?)) AND kind = 'disclosure'"""
    rows = {row[0]: tuple(map(bool, row[1:])) for row in store.db.conn.execute(query, (json.dumps(list(ids)),))}
    return tuple(rows[id] for id in ids if id in rows)


def dead_letters(store: Store, except_of: str) -> dict[str, int]:
    """How many dead letters each target has, by its digest; those of the subscription `except_of` are left out."""
    query = """SELECT target, count(*) FROM deliveries JOIN alerts ON alerts.id = alert
        WHERE state = 'dead' AND subscription <> ? GROUP BY target ORDER BY target"""
    return dict(store.private.conn.execute(query, (except_of,)).fetchall())


def unreported(store: Store) -> list[tuple[str, str]]:
    """The held files of which no message to the operator has told, the first held first: SHA-256, kinds in JSON."""
    reported = "SELECT sha256 FROM quarantine WHERE reported <> ''"
    told = {sha256 for (sha256,) in store.private.conn.execute(reported)}
    held = store.db.conn.execute("SELECT sha256, kinds FROM quarantined ORDER BY since, sha256")
    return [(sha256, kinds) for sha256, kinds in held if sha256 not in told]


def mark_reported(store: Store, files: Collection[str], moment: str) -> None:
    """A message tells of these files; of one that is held no longer it may tell again, should it be held once more."""
    held = [sha256 for (sha256,) in store.db.conn.execute("SELECT sha256 FROM quarantined")]
    with store.writing_privately():
        store.private.conn.execute(
            "UPDATE quarantine SET reported = '' WHERE sha256 NOT IN (SELECT value FROM json_each(?))",
            (json.dumps(held),),
        )
        store.private.conn.executemany(
            """INSERT INTO quarantine (sha256, reported) VALUES (?, ?)
            ON CONFLICT (sha256) DO UPDATE SET reported = excluded.reported""",
            [(sha256, moment) for sha256 in files],
        )
