"""What was taken down stays so when a backup is restored that was made before: it is taken down there again."""

import sqlite3
from dataclasses import replace
from pathlib import Path
from sqlite3 import Connection

from store.database import PUBLIC_NAME, Store, open_store
from store.errors import StoreError
from store.purging.bars import Tombstone, tombstones
from store.purging.burying import write_digests
from store.purging.digests import ADDRESS, FILE, WORDS, forms, salted
from store.purging.purge import finish
from store.purging.traces import traces

Known = tuple[Tombstone, frozenset[tuple[str, str]]]  # with its digests, as (digest, kind)


def carry_over(current: Path, fresh: Path, moment: str) -> None:
    """Bring the tombstones of the store in `current` into that in `fresh`, a restored copy, and take down there too.

    A purge that the copy itself had begun is ended. Raises StoreError; `current` is only read, and need not be there.
    """
    known = _known(current / PUBLIC_NAME)
    store = open_store(fresh)
    try:
        with store.writing():
            for one, digests in known:
                _take_over(store, one, digests)
        # Its exports are written anew already, from the store that was purged.
        finish(store, moment, lambda export: True)
    finally:
        store.close()


def _known(path: Path) -> list[Known]:
    if not path.is_file():
        return []
    try:
        db = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
        try:
            if not db.execute("SELECT 1 FROM sqlite_master WHERE name = 'tombstones'").fetchone():
                return []
            query = "SELECT digest, kind FROM tombstone_digests WHERE tombstone = ?"
            return [(one, frozenset(db.execute(query, (one.id,)))) for one in tombstones(db)]
        finally:
            db.close()
    except sqlite3.Error as error:
        raise StoreError(
            f"{path}: what was taken down cannot be read from it ({error}); to restore all the same, move it away"
            " first, and take down again whatever the backup brings back"
        ) from error


def _take_over(store: Store, one: Tombstone, digests: frozenset[tuple[str, str]]) -> None:
    db = store.db.conn
    same = "salt = ? AND seen = ? AND disclosure IN (0, ?) AND substr(file, 1, 12) = ?"
    if tombstones(db, same, one.salt, one.seen, one.disclosure, one.file[:12]):
        return
    if one.file:
        kept = db.execute("SELECT sha256 FROM files").fetchall()
        files = [sha256 for (sha256,) in kept if (salted(one.salt, FILE, sha256), FILE) in digests]
        ended = replace(one, file=one.file[:12], finished=one.finished or one.seen)
        for tombstone in [replace(one, file=sha256, finished="") for sha256 in files] or [ended]:
            _write(db, tombstone, digests)
        return
    back = _back(db, one, digests)
    taken = db.execute("SELECT 1 FROM disclosures WHERE id = ?", (one.disclosure,)).fetchone()
    # The copy may be of another record, where the number is that of another disclosure.
    rest = replace(one, disclosure=0 if taken else one.disclosure, finished=one.finished or one.seen)
    for tombstone in [replace(one, disclosure=id, finished="") for id in back] or [rest]:
        _write(db, tombstone, digests)


def _back(db: Connection, one: Tombstone, digests: frozenset[tuple[str, str]]) -> list[int]:
    """The disclosures that a copy brings back: those with one of the addresses, and its own number with its words."""
    rows = db.execute("SELECT address, disclosure FROM addresses").fetchall()
    found = {id for address, id in rows if (salted(one.salt, ADDRESS, address), ADDRESS) in digests}
    if one.disclosure and one.disclosure not in found:
        texts = set().union(*map(forms, traces(db, one.disclosure).sightings))
        found |= {one.disclosure for text in texts if (salted(one.salt, WORDS, text), WORDS) in digests}
    return sorted(found)


def _write(db: Connection, one: Tombstone, digests: frozenset[tuple[str, str]]) -> None:
    row = db.execute(
        """INSERT INTO tombstones (disclosure, file, source, first_seen, seen, reason, salt, finished)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)""",
        (one.disclosure, one.file, one.source, one.first_seen, one.seen, one.reason, one.salt, one.finished),
    )
    write_digests(db, [(digest, int(row.lastrowid or 0), kind) for digest, kind in digests])
