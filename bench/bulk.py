"""Fills a store with invented disclosures as fast as the machine allows: the same rows that keeping them writes.

The words are made in processes of their own. The full-text index is built when all rows are there, and the keys of
the duplicate search are written in their order; both are what keeping one by one comes to.
"""

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from multiprocessing import Pool
from pathlib import Path
from typing import Any

from invented import FORCES, Invented, invented, word
from sqlite_utils import Database

from store.database import Store, open_store
from store.digest import digest_of
from store.dossiers.index import row_of
from store.dossiers.keys import keys
from store.dossiers.sides import _side as dossier_side
from store.merging.nearby import FULL
from store.merging.sides import _wording
from store.merging.wording import KEYS
from store.records import Sighting
from store.references import noting
from store.search_index import SEARCH
from store.versions import as_json, record_of
from store.walks import register_sources

NOON = "2026-11-21T12:00:00+00:00"
NEWS = 1000  # one in so many is an article
CHUNK = 2000
_COLUMNS = (
    "source, kind, address, title, ref, received, responded, published, outcome, request_text, response_text, words"
)


def sighting(one: Invented, news: bool = False) -> Sighting:
    """The sighting of an invented disclosure; a copy has the reference, the force and the days of its first."""
    like = one.number if one.copy_of < 0 or one.number % 2 else one.copy_of
    force = FORCES[like % len(FORCES)]
    source, day = force.split()[0].lower() + force.split()[1].lower(), like % 3000
    date = f"{2015 + day // 300}-{1 + day % 300 // 25:02}-{1 + day % 25:02}"
    return Sighting(
        source=source,
        address=f"https://{source}.example/foi/{one.number}/",
        title=f"{word(like % 9973)} {word(like % 7919)} {word(like % 499)}",
        words=one.words,
        kind="news" if news else "disclosure",
        ref="" if news else f"FOI {100_000 + like}/{2015 + day // 300}",
        forces=(force,),
        received=date,
        responded=date[:8] + "28",
        published=date,
        request_text="" if news else one.request,
        response_text="" if news else one.response,
        outcome="disclosed",
        extra={"boilerplate_text": list(one.boilerplate)},
    )


def fill(folder: Path, count: int, processes: int = 2) -> float:
    """Make a store of `count` disclosures in `folder`; gives the seconds it took."""
    started = time.perf_counter()
    store = open_store(folder)
    names = sorted({(force.split()[0].lower() + force.split()[1].lower(), force) for force in FORCES})
    register_sources(store, [(name, force, "invented", f"https://{name}.example") for name, force in names])
    store.db.conn.execute("PRAGMA cache_size = -1000000")
    store.db.conn.execute("PRAGMA synchronous = OFF")
    _rows(store, count, processes)
    _indexes(store)
    store.close()
    return time.perf_counter() - started


# What other rooms of the store note of each disclosure, for a record in which it is not noted yet.
_FILLS: tuple[Callable[[Database], Any], ...] = (noting.fill,)


def _rows(store: Store, count: int, processes: int) -> None:
    db = store.db.conn
    for name in ("disclosures_ai", "disclosures_au", "disclosures_ad"):
        db.execute(f"DROP TRIGGER {name}")
    db.execute("CREATE TABLE loading (key BLOB, disclosure INTEGER)")
    db.execute("CREATE TABLE asking (key BLOB, day INTEGER, disclosure INTEGER)")
    db.executemany("INSERT OR IGNORE INTO forces (name) VALUES (?)", [(force,) for force in FORCES])
    chunks = [(start, min(count, start + CHUNK)) for start in range(0, count, CHUNK)]
    with Pool(processes) as pool:
        for tables in pool.imap(_chunk, chunks):
            db.execute("BEGIN")
            for statement, rows in tables:
                db.executemany(statement, rows)
            db.execute("COMMIT")


def _indexes(store: Store) -> None:
    db = store.db.conn
    db.execute(
        f"""INSERT INTO wording_keys (key, disclosure) SELECT key, disclosure FROM (SELECT key, disclosure,
            row_number() OVER (PARTITION BY key ORDER BY disclosure) AS place FROM loading)
        WHERE place <= {FULL} ORDER BY key, disclosure"""
    )
    db.execute("DROP TABLE loading")
    db.execute("INSERT INTO dossier_keys SELECT key, day, disclosure FROM asking ORDER BY key, day, disclosure")
    db.execute("DROP TABLE asking")
    db.execute("INSERT INTO disclosures_fts (disclosures_fts) VALUES ('rebuild')")
    for statement in SEARCH[1:]:
        db.execute(statement)
    with store.writing():
        for fill_in in _FILLS:
            fill_in(store.db)
    db.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _chunk(numbers: tuple[int, int]) -> list[tuple[str, list[tuple[Any, ...]]]]:
    seen = [(number + 1, sighting(invented(number), news=number % NEWS == NEWS - 1)) for number in range(*numbers)]
    return list(_tables(seen))


def _tables(seen: list[tuple[int, Sighting]]) -> Iterator[tuple[str, list[tuple[Any, ...]]]]:
    own = [name.strip() for name in _COLUMNS.split(",")]
    digests = {id: digest_of(one) for id, one in seen}
    wordings = {id: _words(one) for id, one in seen if one.kind != "news"}
    yield (
        f"INSERT INTO disclosures (id, {_COLUMNS}, extra, digest, first_seen) VALUES ({', '.join('?' * 16)})",
        [(id, *(getattr(one, n) for n in own), as_json(one.extra), digests[id], NOON) for id, one in seen],
    )
    yield "INSERT INTO sightings (disclosure, last_seen) VALUES (?, ?)", [(id, NOON) for id, _ in seen]
    yield "INSERT INTO disclosure_forces (disclosure, force) VALUES (?, ?)", [(id, one.forces[0]) for id, one in seen]
    yield (
        "INSERT INTO addresses (address, disclosure, reason, seen, digest) VALUES (?, ?, 'own', ?, ?)",
        [(one.address, id, NOON, digests[id]) for id, one in seen],
    )
    yield (
        "INSERT INTO versions (disclosure, version, seen, digest, record) VALUES (?, 1, ?, ?, ?)",
        [(id, NOON, digests[id], record_of(one)) for id, one in seen],
    )
    yield (
        "INSERT INTO changes (disclosure, version, verb, seen, source, baseline) VALUES (?, 1, 'new', ?, ?, 1)",
        [(id, NOON, one.source) for id, one in seen],
    )
    yield (
        "INSERT INTO states (disclosure, state, seen, reason) VALUES (?, 'present', ?, 'first seen')",
        [(id, NOON) for id, _ in seen],
    )
    yield (
        "INSERT INTO wordings (disclosure, digest, keys) VALUES (?, ?, ?)",
        [(id, digest, b"".join(keys)) for id, (digest, keys) in wordings.items()],
    )
    yield (
        "INSERT INTO news_days (force, published, news) VALUES (?, ?, ?)",
        [(one.forces[0], one.published, id) for id, one in seen if one.kind == "news"],
    )
    yield "INSERT INTO loading VALUES (?, ?)", _postings(wordings.items())
    asked = [_asked(id, one) for id, one in seen if one.kind != "news"]
    yield "INSERT INTO dossier_requests (disclosure, digest, day, keys) VALUES (?, ?, ?, ?)", [row for row, _ in asked]
    yield "INSERT INTO asking VALUES (?, ?, ?)", [(key, row[2], row[0]) for row, keys in asked for key in keys]


def _asked(id: int, one: Sighting) -> tuple[tuple[Any, ...], Sequence[bytes]]:
    """The row of a request in the index of dossiers, and the keys under which it is found."""
    days = one.received, one.responded, one.published
    side = dossier_side(
        id, one.kind, one.source, one.address, one.ref, one.title, one.request_text, "[]", *days,
        as_json(list(one.forces)),
    )  # fmt: skip
    found = keys(side.request)
    return row_of(id, side.digest, found, side.asked), found


def _words(one: Sighting) -> tuple[bytes, list[bytes]]:
    wording = _wording((one.words, one.request_text, one.response_text), one.extra["boilerplate_text"], "")
    return wording.digest, wording.keys[:KEYS]


def _postings(wordings: Iterable[tuple[int, tuple[bytes, list[bytes]]]]) -> list[tuple[Any, ...]]:
    return [(key, id) for id, (_, keys) in wordings for key in keys]
