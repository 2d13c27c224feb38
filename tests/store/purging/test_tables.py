"""Every table is thought of: one that a later version adds fails here until taking down knows what becomes of it."""

import sqlite3

import pytest

from store.database import Store
from store.purging.removal import BY_HAND, NOTHING, WITH_ITS_DISCLOSURE

# What else than text of its own each table by hand has: a new column of it must be thought of too.
COLUMNS = {
    "disclosures": 19, "files": 6, "entries": 15, "validators": 4, "problems": 6, "forces": 2, "states": 7,
    "merges": 11, "runs": 16, "sources": 11, "captures": 19, "archives": 7, "alerts": 8, "deliveries": 8,
    "quarantine": 8, "exports": 4, "figures_months": 3, "figures_outcomes": 4, "figures_exemptions": 4,
    "figures_days": 7, "figures_forces": 6, "figures_topics": 3, "figures_sources": 3, "figures_facets": 3,
    "figures_totals": 2, "figures_dossiers": 5, "figures_counted": 2,
}  # fmt: skip


def tables(db: sqlite3.Connection) -> set[str]:
    rows = db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
    return {name for (name,) in rows if not name.startswith(("sqlite_", "_sqlite_", "disclosures_fts"))}


def goes_with(db: sqlite3.Connection, table: str, gone: set[str]) -> bool:
    """Whether rows of a table are deleted with what they belong to."""
    keys = db.execute(f"PRAGMA foreign_key_list({table})").fetchall()
    return any(key[2] in gone and key[6] == "CASCADE" for key in keys)


def test_what_becomes_of_every_public_table_is_known(store: Store) -> None:
    db = store.db.conn
    gone, left = {"disclosures", "files"}, tables(db) - NOTHING - BY_HAND
    while found := {table for table in left if goes_with(db, table, gone)}:
        gone, left = gone | found, left - found
    assert left == WITH_ITS_DISCLOSURE, "say in store/purging/removal.py what becomes of these tables"


def test_what_becomes_of_every_private_table_is_known(store: Store) -> None:
    assert tables(store.private.conn) <= BY_HAND | NOTHING


@pytest.mark.parametrize("table", sorted(BY_HAND))
def test_no_column_was_added_unthought(store: Store, table: str) -> None:
    found = [len(db.execute(f"PRAGMA table_info({table})").fetchall()) for db in (store.db.conn, store.private.conn)]
    assert max(found) == COLUMNS.get(table), f"is the new column of {table} handled in store/purging?"


def test_what_refers_to_a_disclosure_goes_with_it(store: Store) -> None:
    """A column of that name holds a number of a disclosure: it is a key that deletes, or is handled by hand."""
    db = store.db.conn
    for table in tables(db) - NOTHING - BY_HAND - WITH_ITS_DISCLOSURE:
        named = {row[1] for row in db.execute(f"PRAGMA table_info({table})")} & {"disclosure", "news"}
        keys = {key[3] for key in db.execute(f"PRAGMA foreign_key_list({table})") if key[6] == "CASCADE"}
        assert named <= keys, f"{table}: {named - keys}"
