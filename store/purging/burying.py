"""Writing a tombstone, before anything is removed: from then on nothing of it is collected, whatever happens next."""

import secrets
from sqlite3 import Connection

from store.database import Store
from store.purging.bars import Tombstone, salts, tombstones
from store.purging.digests import ADDRESS, FILE, WORDS, forms, salted
from store.purging.traces import traces


def bury(store: Store, disclosure: int, reason: str, moment: str) -> Tombstone:
    """The tombstone of a disclosure that is kept; the one that stands already, where a purge broke off."""
    db = store.db.conn
    with store.writing():
        standing = tombstones(db, "disclosure = ? AND file = ''", disclosure)
        if standing:
            return standing[0]
        left = traces(db, disclosure)
        salt = next(iter(salts(db)), "") or secrets.token_hex(16)
        row = db.execute(
            """INSERT INTO tombstones (disclosure, source, first_seen, seen, reason, salt)
            SELECT id, source, first_seen, ?, ?, ? FROM disclosures WHERE id = ?""",
            (moment, reason, salt, disclosure),
        )
        tombstone = int(row.lastrowid or 0)
        digests = [(salted(salt, ADDRESS, one), tombstone, ADDRESS) for one in left.addresses]
        digests += [(salted(salt, FILE, one), tombstone, FILE) for one in left.files]
        texts = set().union(*map(forms, left.sightings))
        digests += [(salted(salt, WORDS, one), tombstone, WORDS) for one in texts]
        write_digests(db, digests)
    return tombstones(db, "id = ?", tombstone)[0]


def write_digests(db: Connection, rows: list[tuple[str, int, str]]) -> None:
    """Rows of (digest, tombstone, kind); those that are there stay."""
    db.executemany(
        "INSERT INTO tombstone_digests (digest, tombstone, kind) VALUES (?, ?, ?) ON CONFLICT DO NOTHING", rows
    )


def bury_entry(store: Store, tombstone: int, source: str, address: str) -> None:
    """The same was met at a further address: its entry goes, and next time the listing alone tells what it is."""
    db = store.db.conn
    db.execute("PRAGMA secure_delete = ON")
    with store.writing():
        (salt,) = db.execute("SELECT salt FROM tombstones WHERE id = ?", (tombstone,)).fetchone()
        write_digests(db, [(salted(salt, ADDRESS, address), tombstone, ADDRESS)])
        db.execute("DELETE FROM entries WHERE source = ? AND address = ?", (source, address))
    db.execute("PRAGMA secure_delete = OFF")


def finished(store: Store, tombstone: Tombstone, moment: str) -> None:
    """No byte of it is left: a file is only known again by its salted digest from now on."""
    with store.writing():
        store.db.conn.execute(
            "UPDATE tombstones SET finished = ?, file = substr(file, 1, 12) WHERE id = ?", (moment, tombstone.id)
        )
