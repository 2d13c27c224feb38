"""Which topics each disclosure is about, and which disclosures a subscription asks for."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from store.database import Store
from store.records import Change, Match


@dataclass(frozen=True)
class Wanted:
    """What narrows the record to a subscription; what is empty does not narrow.

    `topics` any of them, `search` FTS5 syntax, `forces` names of sources or full names of forces, `outcomes` any of
    them, `exemptions` sections that were relied on, each with all that is within it: s40 holds s40(2).
    """

    topics: tuple[str, ...] = ()
    search: str = ""
    forces: tuple[str, ...] = ()
    outcomes: tuple[str, ...] = ()
    exemptions: tuple[str, ...] = ()


@dataclass(frozen=True)
class SourceCount:
    """How many disclosures of a source are kept, and how many of them are wanted.

    `complete`: its first crawl has ended; `crawled`: there was one, so not all came by hand.
    """

    source: str
    full_name: str
    complete: bool
    crawled: bool
    kept: int
    wanted: int


def unmatched(store: Store, topics: str, limit: int) -> list[int]:
    """Disclosures never matched, or not at their present version, or with topics of another digest."""
    rows = store.db.conn.execute(
        """SELECT id FROM disclosures LEFT JOIN matched ON matched.disclosure = id
        WHERE matched.disclosure IS NULL OR matched.version < disclosures.version OR matched.topics <> ?
        ORDER BY id LIMIT ?""",
        (topics, limit),
    )
    return [id for (id,) in rows]


def save_matches(store: Store, topics: str, found: Iterable[tuple[int, int, Sequence[Match]]]) -> None:
    """Replace the matches of (disclosure, version, matches), all in one transaction."""
    db = store.db.conn
    with store.writing():
        for disclosure, version, matches in found:
            db.execute("DELETE FROM matches WHERE disclosure = ?", (disclosure,))
            db.executemany(
                "INSERT INTO matches (disclosure, topic, version, score, evidence) VALUES (?, ?, ?, ?, ?)",
                [(disclosure, m.topic, version, m.score, _json(list(m.evidence))) for m in matches],
            )
            db.execute(
                """INSERT INTO matched (disclosure, version, topics) VALUES (?, ?, ?)
                ON CONFLICT (disclosure) DO UPDATE SET
                    version = excluded.version, topics = excluded.topics""",
                (disclosure, version, topics),
            )


def ready_changes(store: Store, cursor: int, limit: int) -> list[Change]:
    """The changes after the cursor, in order, up to the first whose version is not matched yet."""
    rows = store.db.conn.execute(
        """SELECT changes.id, changes.disclosure, changes.version, verb, seen, source, baseline, completed,
            coalesce(matched.version, 0) >= changes.version
        FROM changes LEFT JOIN matched ON matched.disclosure = changes.disclosure
        WHERE changes.id > ? ORDER BY changes.id LIMIT ?""",
        (cursor, limit),
    )
    ready: list[Change] = []
    for row in rows:
        if not row[-1]:
            break
        values = [*row[:6], bool(row[6]), bool(row[7])]
        ready.append(Change(*values))
    return ready


def wanted_among(store: Store, wanted: Wanted, ids: Iterable[int]) -> set[int]:
    """Which of these disclosures are wanted; those in quarantine never are."""
    condition, values = _condition(wanted)
    query = f"""SELECT id FROM disclosures WHERE id IN (SELECT value FROM json_each(:ids))
        AND status <> 'quarantined' AND {condition}"""
    return {id for (id,) in store.db.conn.execute(query, values | {"ids": json.dumps(list(ids))})}


def latest_wanted(
    store: Store, wanted: Wanted, limit: int, *, sources: Sequence[str] = (), since: str = ""
) -> list[int]:
    """The wanted disclosures, the latest first: by the date published, else responded, else first seen."""
    condition, values = _condition(wanted)
    day = "coalesce(nullif(published, ''), nullif(responded, ''), first_seen)"
    query = f"""SELECT id FROM disclosures WHERE status <> 'quarantined' AND {condition} AND {day} >= :since
        AND (:sources = '[]' OR source IN (SELECT value FROM json_each(:sources)))
        ORDER BY {day} DESC, id DESC LIMIT :limit"""
    values |= {"since": since, "sources": json.dumps(list(sources)), "limit": limit}
    return [id for (id,) in store.db.conn.execute(query, values)]


def count_wanted(store: Store, wanted: Wanted) -> list[SourceCount]:
    """The count of every source that a subscription's forces do not leave out, by its full name."""
    condition, values = _condition(wanted)
    place, _ = _condition(Wanted(forces=wanted.forces))
    query = f"""SELECT source, coalesce(max(full_name), source), coalesce(max(complete), 1),
            EXISTS (SELECT 1 FROM changes WHERE changes.source = disclosures.source AND baseline),
            count(*), sum({condition})
        FROM disclosures LEFT JOIN sources ON sources.name = source
        WHERE status <> 'quarantined' AND {place} GROUP BY source ORDER BY 2"""
    rows = store.db.conn.execute(query, values)
    return [SourceCount(row[0], row[1], bool(row[2]), bool(row[3]), *row[4:]) for row in rows]


def changed_fields(store: Store, disclosure: int, version: int) -> tuple[str, ...]:
    """The names of the fields in which a version differs from the one before."""
    row = store.db.conn.execute(
        "SELECT changed FROM versions WHERE disclosure = ? AND version = ?", (disclosure, version)
    ).fetchone()
    return tuple(json.loads(row[0])) if row else ()


def _condition(wanted: Wanted) -> tuple[str, dict[str, Any]]:
    conditions, values = ["1"], dict[str, Any]()
    if wanted.topics:
        values["topics"] = json.dumps(wanted.topics)
        conditions.append("""EXISTS (SELECT 1 FROM matches WHERE matches.disclosure = disclosures.id
            AND topic IN (SELECT value FROM json_each(:topics)))""")
    if wanted.search:
        values["search"] = wanted.search
        conditions.append("disclosures.id IN (SELECT rowid FROM disclosures_fts WHERE disclosures_fts MATCH :search)")
    if wanted.forces:
        values["forces"] = json.dumps(wanted.forces)
        conditions.append("""(source IN (SELECT value FROM json_each(:forces)) OR EXISTS (
            SELECT 1 FROM disclosure_forces WHERE disclosure_forces.disclosure = disclosures.id
            AND force IN (SELECT value FROM json_each(:forces))))""")
    if wanted.outcomes:
        values["outcomes"] = json.dumps(wanted.outcomes)
        conditions.append("outcome IN (SELECT value FROM json_each(:outcomes))")
    if wanted.exemptions:
        values["exemptions"] = json.dumps(wanted.exemptions)
        conditions.append("""EXISTS (SELECT 1 FROM citations, json_each(:exemptions) AS asked
            WHERE citations.disclosure = disclosures.id AND relied_on
            AND (section = asked.value OR substr(section, 1, length(asked.value) + 1) = asked.value || '('))""")
    return " AND ".join(conditions), values


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
