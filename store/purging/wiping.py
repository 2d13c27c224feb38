"""Takes the bytes away: of files, of what a crash left, and of the free pages and logs of both databases."""

import shutil
import sqlite3
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from sqlite_utils import Database

from store.database import PRIVATE_NAME, PUBLIC_NAME, Store
from store.evidence.archive import FOLDER
from store.files import file_path, held_path
from store.purging.errors import Unfinished

_ADVICE = "stop what reads the store, such as `foiwatch serve`, and run `foiwatch purge` again"


def remove_files(store: Store, files: Iterable[str]) -> None:
    """Remove the bytes of files, public or held back. Raises Unfinished when the disk refuses."""
    for sha256 in files:
        for path in (file_path(store, sha256), held_path(store, sha256)):
            _remove(path)
            with suppress(OSError):
                path.parent.rmdir()  # only when nothing else is in it


def remove_leavings(store: Store) -> None:
    """Remove what crashes left: files half written, archived responses not indexed, a restore that broke off.

    Call it while no run goes on: what is being written looks the same.
    """
    for folder in ("files", "quarantine"):
        for path in (store.folder / folder).rglob(".*"):
            _remove(path)
    indexed = {file for (file,) in store.db.conn.execute("SELECT file FROM archives")}
    for path in (store.folder / FOLDER).glob("*.warc.gz"):
        if path.name not in indexed:
            _remove(path)
    broken_off = store.folder.with_name(f"{store.folder.name}.restoring")
    if broken_off.exists():
        shutil.rmtree(broken_off, ignore_errors=True)


def wipe(store: Store) -> None:
    """Write both databases anew, without free pages, and empty their logs. Raises Unfinished when they are in use."""
    for name, db in ((PUBLIC_NAME, store.db), (PRIVATE_NAME, store.private)):
        try:
            _empty_log(name, db)  # first: what the vacuum writes would else come behind what is deleted
            db.conn.execute("VACUUM")
            _empty_log(name, db)
        except sqlite3.OperationalError as error:
            raise Unfinished(f"{name}: cannot be written anew: {error}; {_ADVICE}") from error
        db.conn.execute("PRAGMA secure_delete = OFF")


def _empty_log(name: str, db: Database) -> None:
    busy = db.conn.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
    if busy:
        raise Unfinished(f"{name}: its log cannot be emptied while it is read; {_ADVICE}")


def _remove(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise Unfinished(f"{path}: cannot be removed: {error.strerror or error}") from error
