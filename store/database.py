"""Opening the two databases: `foi.db`, public by design, and `private.db`, which Datasette is never given."""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from sqlite_utils import Database, Migrations

from store.errors import NewerStore, StoreError
from store.migrations import public
from store.private_migrations import private

PUBLIC_NAME = "foi.db"
PRIVATE_NAME = "private.db"
_PATIENCE, _MOMENT = 30.0, 0.01  # seconds to wait for others, and between two looks


@dataclass(frozen=True)
class Store:
    """The folder of the record and its two open databases."""

    folder: Path
    db: Database = field(repr=False)
    private: Database = field(repr=False)

    @contextmanager
    def writing(self) -> Iterator[None]:
        """One immediate transaction on the public database: writers wait instead of failing midway."""
        with _immediate(self.db):
            yield

    @contextmanager
    def writing_privately(self) -> Iterator[None]:
        """The same on the private database."""
        with _immediate(self.private):
            yield

    def close(self) -> None:
        self.db.close()
        self.private.close()


def open_store(folder: Path) -> Store:
    """Open, or make, the store in `folder` and bring it up to date. Raises StoreError when it cannot."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return Store(
            folder,
            _open(folder / PUBLIC_NAME, public),
            _open(folder / PRIVATE_NAME, private, mode=0o600),
        )
    except (OSError, sqlite3.Error) as error:
        raise StoreError(f"{folder}: cannot open the store: {error}") from error


def _open(path: Path, migrations: Migrations, mode: int | None = None) -> Database:
    if mode is not None and not path.exists():
        path.touch(mode=mode)
    connection = sqlite3.connect(path, timeout=_PATIENCE, isolation_level=None)
    _write_ahead(connection)
    # An alert must never precede a durable row; NORMAL may lose the last commits when the power fails.
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")
    # 32 MB, for the upper pages of the indexes of a million disclosures; a small record never fills it.
    connection.execute("PRAGMA cache_size = -32000")
    db = Database(connection, recursive_triggers=True)
    _refuse_newer(path, db, migrations)
    if migrations.pending(db):
        # Two commands may open a new store at once: the second waits, and then finds nothing pending.
        with _immediate(db):
            migrations.apply(db)
    return db


def _write_ahead(connection: sqlite3.Connection) -> None:
    """Switch to write-ahead logging. SQLite itself does not wait for another who does so at the same moment."""
    until = time.monotonic() + _PATIENCE
    while connection.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() > until:
                raise
            time.sleep(_MOMENT)


def _refuse_newer(path: Path, db: Database, migrations: Migrations) -> None:
    known = {migration.name for migration in migrations._migrations}
    foreign = sorted({migration.name for migration in migrations.applied(db)} - known)
    if foreign:
        db.close()
        raise NewerStore(f"{path}: made by a newer foiwatch ({', '.join(foreign)}); update this one")


@contextmanager
def _immediate(db: Database) -> Iterator[None]:
    if db.conn.in_transaction:
        with db.atomic():
            yield
        return
    db.conn.execute("BEGIN IMMEDIATE")
    try:
        yield
        db.conn.execute("COMMIT")
    except BaseException:
        # A full disk ends the transaction by itself; a second ROLLBACK would hide that error.
        if db.conn.in_transaction:
            db.conn.execute("ROLLBACK")
        raise
