"""Matches a few disclosures against many searches, by an index in memory of these few alone."""

import json
import sqlite3
from collections.abc import Collection, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from itertools import islice

from store.database import Store
from store.search_index import INDEXED

AT_A_TIME = 50  # disclosures whose words are in memory together: a file can be megabytes of them


@dataclass(frozen=True)
class Described:
    """What a subscription can ask of a disclosure, but for its words. `places` are its source and its forces.

    `sections` are those relied on, each with all that it is within: s40(2)(a) is in s40(2) and in s40.
    """

    id: int
    topics: frozenset[str]
    places: frozenset[str]
    outcome: str
    sections: frozenset[str]


def described(store: Store, ids: Iterable[int]) -> list[Described]:
    """The disclosures of these numbers that are kept, without those in quarantine."""
    asked = json.dumps(list(ids))
    rows = store.db.conn.execute(
        """SELECT id, source, outcome,
            (SELECT json_group_array(topic) FROM matches WHERE disclosure = id),
            (SELECT json_group_array(force) FROM disclosure_forces WHERE disclosure = id),
            (SELECT json_group_array(section) FROM citations WHERE disclosure = id AND relied_on)
        FROM disclosures WHERE id IN (SELECT value FROM json_each(?)) AND status <> 'quarantined' ORDER BY id""",
        (asked,),
    )
    return [
        Described(
            id,
            frozenset(json.loads(topics)),
            frozenset([source, *json.loads(forces)]),
            outcome,
            frozenset(whole for section in json.loads(sections) for whole in _wholes(section)),
        )
        for id, source, outcome, topics, forces, sections in rows
    ]


def _wholes(section: str) -> Iterator[str]:
    yield section
    while "(" in section:
        section = section.rpartition("(")[0]
        yield section


def found(store: Store, searches: Collection[str], ids: Iterable[int]) -> dict[str, set[int]]:
    """Which of the disclosures each search finds; a search that finds none is left out. They are valid FTS5."""
    hits: dict[str, set[int]] = {}
    left = iter(list(ids))
    while searches and (some := list(islice(left, AT_A_TIME))):
        with closing(_index(store, some)) as index:
            for search in searches:
                rows = index.execute("SELECT rowid FROM few WHERE few MATCH ?", (search,)).fetchall()
                if rows:
                    hits.setdefault(search, set()).update(id for (id,) in rows)
    return hits


def _index(store: Store, ids: Collection[int]) -> sqlite3.Connection:
    """It indexes as the record does, so that a search finds here what it finds there."""
    index = sqlite3.connect(":memory:", isolation_level=None)
    index.execute(f"CREATE VIRTUAL TABLE few USING fts5 ({INDEXED}, tokenize='porter unicode61')")
    query = f"SELECT id, {INDEXED} FROM disclosures WHERE id IN (SELECT value FROM json_each(?))"
    words = store.db.conn.execute(query, (json.dumps(list(ids)),))
    index.execute("BEGIN")
    index.executemany(f"INSERT INTO few (rowid, {INDEXED}) VALUES (?, ?, ?, ?, ?, ?)", words)
    index.execute("COMMIT")
    return index
