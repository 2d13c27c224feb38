"""Holding a file back: into quarantine before anything of it is public, or out of the public record again.

The order is the safeguard. First private.db knows what was found, then the bytes lie in quarantine, then one
transaction takes all of the file from foi.db, and only then do its bytes leave the public folder; `settle` ends
what a crash left undone.
"""

import sqlite3
from collections.abc import Sequence
from contextlib import suppress
from hashlib import sha256 as sha256_of
from pathlib import Path
from sqlite3 import Connection

from store import news, quarantine, unquoting
from store.contents import clean_json, forget_contents
from store.database import Store
from store.errors import StoreError
from store.fileread import BY_HAND, QUARANTINED, Concealed, in_words, kinds_of
from store.files import file_path, held_path, write_once
from store.purging.traces import others_with
from store.withheld import strip


def hold(
    store: Store, data: bytes, media_type: str, found: Sequence[Concealed], *, name: str = "", address: str = ""
) -> str:
    """Hold back a file in which `found` was found, whether it is new or was public; gives its SHA-256.

    Raises StoreError when the disk refuses; then nothing of a new file is kept.
    """
    sha256 = sha256_of(data).hexdigest()
    quarantine.remember(store, sha256, name, address, found)
    carriers = _all_carriers(store.db.conn, sha256)
    unquoting.unquote(store, set(carriers))
    write_once(held_path(store, sha256), data, mode=0o600)
    was_public = _withdraw(store, sha256, media_type, len(data), kinds_of(found), carriers)
    if not store.db.conn.in_transaction:
        file_path(store, sha256).unlink(missing_ok=True)
        if was_public:
            _wipe(store.db.conn)
    return sha256


def hold_by_hand(store: Store, id: str, reason: str, moment: str) -> str:
    """Hold back a public file because an operator says so; gives its SHA-256. Raises NotKept, StoreError."""
    sha256 = quarantine.kept_file(store, id)
    db = store.db.conn
    if quarantine.held_among(db, [sha256]):
        raise StoreError(f"{sha256[:12]} is in quarantine already")
    query = "SELECT media_type, address, label FROM files JOIN attachments USING (sha256) WHERE sha256 = ? LIMIT 1"
    media_type, address, label = db.execute(query, (sha256,)).fetchone() or ("application/octet-stream", "", "")
    data = read_bytes(file_path(store, sha256))
    hold(store, data, media_type, [Concealed(BY_HAND, detail=reason)], name=label, address=address)
    with store.writing():
        db.execute("UPDATE quarantined SET since = ? WHERE sha256 = ?", (moment, sha256))
    return sha256


def read_bytes(path: Path) -> bytes:
    """The bytes of a kept file. Raises StoreError when they are not there."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise StoreError(f"{path}: cannot read the file: {error.strerror or error}") from error


def settle(store: Store) -> None:
    """End what a crash left half done: what foi.db calls quarantined is so, in bytes too, and nothing else is."""
    held = {sha256 for (sha256,) in store.db.conn.execute("SELECT sha256 FROM quarantined")}
    freed = {sha256 for (sha256,) in store.private.conn.execute("SELECT sha256 FROM quarantine WHERE released <> ''")}
    for sha256 in held:
        public, private = file_path(store, sha256), held_path(store, sha256)
        if public.exists():
            write_once(private, read_bytes(public), mode=0o600)
            public.unlink()
    for sha256 in held & freed:
        quarantine.set_released(store, sha256, "")
    for sha256 in freed - held:
        if file_path(store, sha256).exists():
            held_path(store, sha256).unlink(missing_ok=True)


def _withdraw(
    store: Store, sha256: str, media_type: str, size: int, kinds: dict[str, int], carriers: tuple[int, ...]
) -> bool:
    """Write the public rows of a held file; gives whether words of it were public until now."""
    db = store.db.conn
    row = db.execute("SELECT text <> '' FROM files WHERE sha256 = ?", (sha256,)).fetchone()
    before = quarantine.held_among(db, [sha256])
    problem = QUARANTINED + in_words(kinds)
    db.execute("PRAGMA secure_delete = ON")  # what is deleted is not to be found in the file of the database either
    with store.writing():
        db.execute(
            """INSERT INTO files (sha256, media_type, bytes, problem) VALUES (?, ?, ?, ?)
            ON CONFLICT (sha256) DO UPDATE SET text = '', problem = excluded.problem""",
            (sha256, media_type, size, problem),
        )
        db.execute(
            """INSERT INTO quarantined (sha256, kinds) VALUES (?, ?)
            ON CONFLICT (sha256) DO UPDATE SET kinds = excluded.kinds""",
            (sha256, clean_json(kinds)),
        )
        if not before:
            forget_contents(db, sha256)
            db.execute("UPDATE attachments SET problem = '' WHERE sha256 = ?", (sha256,))
            for disclosure in carriers:
                strip(db, disclosure, {sha256})
                news.link(db, disclosure)
        if row and row[0]:
            db.execute("INSERT INTO disclosures_fts (disclosures_fts) VALUES ('optimize')")
    db.execute("PRAGMA secure_delete = OFF")
    return bool(row and row[0])


def _all_carriers(db: Connection, sha256: str) -> tuple[int, ...]:
    """The disclosures that have, or had in an earlier version, a file that is public: its words are in that too."""
    public = db.execute("SELECT 1 FROM files WHERE sha256 = ?", (sha256,)).fetchone()
    # Reads all versions, so not for a file that was never shown.
    return others_with(db, [sha256], 0).get(sha256, ()) if public and not quarantine.held_among(db, [sha256]) else ()


def _wipe(db: Connection) -> None:
    """Empty the write-ahead log, where deleted words stand until it is written over; a reader may prevent that."""
    with suppress(sqlite3.OperationalError):
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
