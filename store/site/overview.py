"""Gathers what the page of sources shows: their health, their coverage, what was skipped and why, what is held back."""

from collections import Counter, defaultdict
from sqlite3 import Connection
from typing import Any

from datasette import Response

from store.database import Store
from store.site.record import of_record
from store.site.rendering import rendered
from store.site.rows import unpacked

RUNS = 10  # of a source, the latest

# The view counts what a source holds, which takes its time in a large record: once figures were counted, they tell it.
_COUNTED = """SELECT coalesce((SELECT disclosures FROM figures_sources WHERE source = h.name AND force = ''), h.kept)"""
_HEALTH = (
    "name", "full_name", "platform", "site", "status", "last_run", "last_whole", "failing_since", "problem", "mode",
    "listed", "new", "changed", "unchanged", "skipped", "failed", "withdrawn", "requests", "run",
)  # fmt: skip
_SOURCES = f"""SELECT {", ".join(f"h.{name}" for name in _HEALTH)}, ({_COUNTED}) AS kept,
        s.listing, s.walked, s.walked_fully, s.since, s.complete, w.id AS whole_run,
        w.mode AS whole_mode, w.listed AS whole_listed, w.new AS whole_new, w.changed AS whole_changed,
        w.skipped AS whole_skipped, w.started AS whole_started
    FROM source_health h JOIN sources s ON s.name = h.name
        LEFT JOIN runs w ON w.id = (SELECT max(id) FROM runs WHERE source = h.name AND whole = 1)
    ORDER BY h.full_name, h.name"""
_PROBLEMS = """SELECT p.run, p.verdict, p.reason, count(*) AS count, min(p.address) AS example, max(p.detail) AS detail
    FROM problems p WHERE p.run IN (SELECT max(id) FROM runs GROUP BY source)
    GROUP BY p.run, p.verdict, p.reason ORDER BY p.verdict, count(*) DESC"""
# What the log lists, by what became of it: the index of states alone is read.
_ENTRIES = "SELECT source, state, count(*) AS count FROM entries GROUP BY source, state"
_REASONS = """SELECT source, state, reason, count(*) AS count, min(address) AS example FROM entries
    WHERE source = ? AND state IN ('skipped', 'failed') GROUP BY state, reason ORDER BY 4 DESC LIMIT 12"""
_RUNS = f"""SELECT * FROM (SELECT id, source, started, ended, mode, whole, problem, listed, new, changed, failed,
        row_number() OVER (PARTITION BY source ORDER BY id DESC) AS place FROM runs) WHERE place <= {RUNS}"""


async def sources_page(datasette: Any, request: Any) -> Response:
    """The health of every source."""
    context = await of_record(datasette, lambda store: {"sources": sources(store), "held": held_back(store)})
    return await rendered(datasette, request, "sources.html", context)


def held_back(store: Store) -> dict[str, Any]:
    """How many files are in quarantine, and the kinds of what is hidden in them: no more is for the public."""
    kinds: Counter[str] = Counter()
    found = _rows(store.db.conn, "SELECT kinds FROM quarantined")
    for row in found:
        kinds.update(unpacked(row["kinds"], {}).keys())
    return {"files": len(found), "kinds": kinds.most_common()}


def sources(store: Store) -> list[dict[str, Any]]:
    """Each source as view source_health tells of it, with what its last run met, its coverage and its latest runs.

    `coverage` counts the entries of its log: seen, and of these kept (read), waiting, skipped, failed and gone.
    """
    db = store.db.conn
    found, problems, runs = _rows(db, _SOURCES), _rows(db, _PROBLEMS), _rows(db, _RUNS)
    entries: dict[str, Counter[str]] = defaultdict(Counter)
    for row in _rows(db, _ENTRIES):
        entries[row["source"]][row["state"]] = row["count"]
    for source in found:
        counted = entries[source["name"]]
        source["problems"] = [problem for problem in problems if problem["run"] == source["run"]]
        source["runs"] = [run for run in runs if run["source"] == source["name"]]
        source["coverage"] = {"seen": counted.total(), **counted}
        left_out = counted["skipped"] or counted["failed"]
        source["reasons"] = _rows(db, _REASONS, source["name"]) if left_out else []
    return found


def _rows(db: Connection, sql: str, *values: Any) -> list[dict[str, Any]]:
    cursor = db.execute(sql, values)
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor]
