"""Whether the record is sound, and what it says of its own upkeep: for `foiwatch doctor`; it only looks."""

import sqlite3

from sqlite_utils import Database

from store.database import Store
from store.files import file_path, held_path
from store.states import unlike


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
    """What `PRAGMA quick_check` and `foreign_key_check` find, and what contradicts itself, ten lines; empty is well."""
    found = []
    for name, db in (("foi.db", store.db), ("private.db", store.private)):
        try:
            checks = [row[0] for row in db.execute("PRAGMA quick_check(5)") if row[0] != "ok"]
            orphans = [f"{row[0]} refers to no {row[2]}" for row in db.execute("PRAGMA foreign_key_check")]
        except sqlite3.DatabaseError as error:
            checks, orphans = [str(error)], []
        found += [f"{name}: {line}" for line in checks + orphans]
    found += unlike(store.db.conn) if not found else []
    return found[:10]


def leaks(store: Store) -> list[str]:
    """What is public of files that are in quarantine, at most ten lines; empty is well."""
    found = []
    for (sha256,) in store.db.execute("SELECT sha256 FROM quarantined ORDER BY sha256"):
        if file_path(store, sha256).exists():
            found.append(f"the bytes of {sha256[:12]} are in files/")
        if not held_path(store, sha256).is_file():
            found.append(f"the bytes of {sha256[:12]} are not in quarantine/")
        found += [f"{sha256[:12]}: {said}" for said, query in _LEAKS.items() if _any(store, query, sha256)]
    return found[:10]


def letters(store: Store) -> dict[str, int]:
    """How many deliveries are in each state: {"waiting", "sent", "dead"}."""
    states = dict(store.private.execute("SELECT state, count(*) FROM deliveries GROUP BY state").fetchall())
    return {"waiting": 0, "sent": 0, "dead": 0} | states


def _any(store: Store, query: str, sha256: str) -> bool:
    return store.db.execute(f"SELECT EXISTS ({query})", (sha256,)).fetchone()[0] == 1


# The text of a disclosure's files is that of those which are not held back, and no longer.
_LEAKS = {
    "its text is public": "SELECT 1 FROM files WHERE sha256 = ? AND text <> ''",
    "its pages or sheets are public": "SELECT 1 FROM file_parts WHERE sha256 = ?",
    "its tables are public": "SELECT 1 FROM file_tables WHERE sha256 = ?",
    "a disclosure is searched by its words": """SELECT 1 FROM disclosures WHERE attachments_text <> ''
        AND id IN (SELECT disclosure FROM attachments WHERE sha256 = ?)
        AND NOT EXISTS (SELECT 1 FROM attachments JOIN files USING (sha256)
            WHERE disclosure = disclosures.id AND text <> '')""",
}
_PROBES = {
    "FTS5": "CREATE VIRTUAL TABLE probe USING fts5 (words, tokenize='porter unicode61')",
    "JSON": "SELECT json_extract('{\"a\": 1}', '$.a')",
}
