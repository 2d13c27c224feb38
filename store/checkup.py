"""Whether the record is sound, and what it says of its own upkeep: for `foiwatch doctor`; it only looks."""

import sqlite3

from sqlite_utils import Database

from store.database import Store


def missing_features() -> list[str]:
    """What foiwatch needs of SQLite and this Python's does not have; empty is well."""
    db = Database(memory=True)
    lacking = []
    for feature, probe in _PROBES.items():
        try:
            db.execute(probe)
        except sqlite3.OperationalError:
            lacking.append(feature)
    db.close()
    return lacking


def damage(store: Store) -> list[str]:
    """What `PRAGMA quick_check` and `foreign_key_check` find, at most ten lines; empty is well."""
    found = []
    for name, db in (("foi.db", store.db), ("private.db", store.private)):
        try:
            checks = [row[0] for row in db.execute("PRAGMA quick_check(5)") if row[0] != "ok"]
            orphans = [f"{row[0]} refers to no {row[2]}" for row in db.execute("PRAGMA foreign_key_check")]
        except sqlite3.DatabaseError as error:
            checks, orphans = [str(error)], []
        found += [f"{name}: {line}" for line in checks + orphans]
    return found[:10]


def letters(store: Store) -> dict[str, int]:
    """How many deliveries are in each state: {"waiting", "sent", "dead"}."""
    states = dict(store.private.execute("SELECT state, count(*) FROM deliveries GROUP BY state").fetchall())
    return {"waiting": 0, "sent": 0, "dead": 0} | states


_PROBES = {
    "FTS5": "CREATE VIRTUAL TABLE probe USING fts5 (words, tokenize='porter unicode61')",
    "JSON": "SELECT json_extract('{\"a\": 1}', '$.a')",
}
