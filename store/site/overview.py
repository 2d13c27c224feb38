"""Gathers what the front page and the page of sources show: counts, latest changes, health."""

import asyncio
from collections import Counter
from typing import Any

from datasette.database import Database

from store.site.asked import DATE
from store.site.rows import one, rows, unpacked

SHOWN = 8

_NUMBERS = """
    SELECT (SELECT count(*) FROM disclosures) AS disclosures,
        (SELECT count(DISTINCT force) FROM disclosure_forces) AS forces,
        (SELECT count(*) FROM files) AS files,
        (SELECT count(*) FROM matches WHERE topic = 'misconduct') AS matches,
        (SELECT count(*) FROM disclosures WHERE status = 'withdrawn') AS withdrawn,
        (SELECT max(ended) FROM runs) AS last_run,
        (SELECT max(ended) FROM runs WHERE whole) AS last_whole_run
"""
_SHOWN = f"""
    d.id, d.title, d.ref, d.status, d.outcome, {DATE} AS day,
        (SELECT group_concat(force, ', ') FROM disclosure_forces WHERE disclosure = d.id) AS forces,
        (SELECT group_concat(topic, ', ') FROM matches WHERE disclosure = d.id) AS topics
"""
_WHICH = """
    d.status <> 'quarantined' AND d.id {which} (SELECT disclosure FROM matches WHERE topic = 'misconduct')
"""
_LATEST = f"""
    SELECT c.verb, c.seen, {_SHOWN} FROM changes c JOIN disclosures d ON d.id = c.disclosure
    WHERE c.baseline = 0 AND c.completed = 0 AND {_WHICH}
        AND NOT EXISTS (SELECT 1 FROM changes later WHERE later.disclosure = d.id AND later.id > c.id
            AND later.completed = 0)
    ORDER BY c.id DESC LIMIT {SHOWN}
"""
# What the first walk of a log brings is not news: it stands below, by the date of the force.
_BASELINE = f"""
    SELECT '' AS verb, '' AS seen, {_SHOWN} FROM disclosures d
    WHERE {_WHICH} AND NOT EXISTS (SELECT 1 FROM changes WHERE disclosure = d.id AND baseline = 0)
    ORDER BY d.published DESC, d.id DESC LIMIT {SHOWN}
"""
_SOURCES = """
    SELECT h.*, s.listing,
        (SELECT count(*) FROM entries WHERE source = h.name AND state = 'waiting') AS waiting
    FROM source_health h JOIN sources s ON s.name = h.name ORDER BY h.full_name, h.name
"""
_PROBLEMS = """
    SELECT p.run, p.verdict, p.reason, count(*) AS count, min(p.address) AS example, max(p.detail) AS detail
    FROM problems p WHERE p.run IN (SELECT max(id) FROM runs GROUP BY source)
    GROUP BY p.run, p.verdict, p.reason ORDER BY p.verdict, count(*) DESC
"""


async def front(db: Database) -> dict[str, Any]:
    """Counts, the latest changes on a topic and otherwise, and each source's health."""
    numbers, topical, other, health = await asyncio.gather(
        one(db, _NUMBERS),
        _latest(db, "IN"),
        _latest(db, "NOT IN"),
        sources(db),
    )
    return {"numbers": numbers, "topical": topical, "other": other, "sources": health}


async def _latest(db: Database, which: str) -> list[dict[str, Any]]:
    changed, first = await asyncio.gather(*(rows(db, sql.format(which=which)) for sql in (_LATEST, _BASELINE)))
    return [*changed, *first][:SHOWN]


async def held_back(db: Database) -> dict[str, Any]:
    """How many files are in quarantine, and the kinds of what is hidden in them: no more is for the public."""
    kinds: Counter[str] = Counter()
    found = await rows(db, "SELECT kinds FROM quarantined")
    for row in found:
        kinds.update(unpacked(row["kinds"], {}).keys())
    return {"files": len(found), "kinds": kinds.most_common()}


async def sources(db: Database) -> list[dict[str, Any]]:
    """Each source as view source_health tells of it, with what its last run met, by reason."""
    found, problems = await asyncio.gather(rows(db, _SOURCES), rows(db, _PROBLEMS))
    for source in found:
        source["problems"] = [problem for problem in problems if problem["run"] == source["run"]]
    return found
