"""Writes the responses of one run into one WARC file, and indexes them in the transaction that keeps the version.

What is in the file is on the disk before the index says so. A run that is killed, or a transaction that is undone,
leaves a tail that no index knows: it is cut off before anything else is written.
"""

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from sqlite3 import Connection
from typing import BinaryIO

from store.database import Store
from store.errors import StoreError
from store.evidence import captures
from store.evidence.captures import Capture
from store.evidence.exchanges import Exchange
from store.evidence.records import new_id, write_info, write_request, write_response, write_revisit
from store.files import sync_folder

FOLDER = "evidence"
_LEAST = 1  # bytes of a payload that is worth a reference to it


def folder_of(store: Store) -> Path:
    """Where the archive is. Quarantined files are in it too, so it is for the operator alone. Raises StoreError."""
    folder = store.folder / FOLDER
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
    except OSError as error:
        raise StoreError(f"{folder}: cannot be made: {error.strerror or error}") from error
    return folder


def settle(store: Store, source: str) -> None:
    """End what a killed run of a source left: cut off what is not indexed. Call it while no run of it goes on."""
    folder, db = folder_of(store), store.db.conn
    indexed = {file for (file,) in db.execute("SELECT file FROM archives WHERE source = ?", (source,))}
    for path in folder.glob(f"foiwatch-*-{source}-*.warc.gz"):
        if path.name not in indexed and path.name.split("-")[2] == source:
            path.unlink()
    for file, size in db.execute("SELECT file, bytes FROM archives WHERE source = ? AND NOT closed", (source,)):
        if (folder / file).exists() and (folder / file).stat().st_size > size:
            os.truncate(folder / file, size)
    with store.writing():
        db.execute("UPDATE archives SET closed = 1 WHERE source = ? AND NOT closed", (source,))


class Archive:
    """The WARC file of one run of `source`; without anything to archive there is no file. To be closed.

    `about` goes into its first record: the software, the User-Agent.
    """

    def __init__(self, store: Store, source: str, run: int | None, begun: str, about: Mapping[str, str]) -> None:
        self._store, self._source, self._run, self._begun, self._about = store, source, run, begun, about
        self.name, self._file, self._info = "", None, ""  # type: str, BinaryIO | None, str

    def write(self, disclosure: int, version: int, exchanges: Sequence[Exchange]) -> None:
        """Archive the exchanges that led to a version. Within `store.writing()`. Raises StoreError."""
        if not exchanges:
            return
        try:
            file = self._opened()
            for exchange in exchanges:
                self._write(file, disclosure, version, exchange)
            file.flush()
            os.fsync(file.fileno())
        except OSError as error:
            raise StoreError(f"{self.name}: cannot be archived: {error.strerror or error}") from error
        self._db.execute("UPDATE archives SET bytes = ? WHERE file = ?", (file.tell(), self.name))

    def close(self) -> None:
        """Nothing more is written to the file."""
        if self._file is not None:
            self._file.close()
            self._file = None
            with self._store.writing():
                self._db.execute("UPDATE archives SET closed = 1 WHERE file = ?", (self.name,))

    @property
    def _db(self) -> Connection:
        return self._store.db.conn

    def _opened(self) -> BinaryIO:
        """The file, with nothing in it behind what is indexed."""
        if self._file is None:
            settle(self._store, self._source)
            self.name = self._free_name()
            self._file = _new(folder_of(self._store) / self.name)
        row = self._db.execute("SELECT bytes FROM archives WHERE file = ?", (self.name,)).fetchone()
        self._file.seek(row[0] if row else 0)
        self._file.truncate()
        if row is None:
            self._begin(self._file)
        return self._file

    def _begin(self, file: BinaryIO) -> None:
        fields = {**self._about, "format": "WARC File Format 1.1", "isPartOf": f"run {self._run or 0}: {self._source}"}
        self._info = write_info(file, self.name, self._begun, fields)
        self._db.execute(
            "INSERT INTO archives (file, run, source, begun, head, bytes) VALUES (?, ?, ?, ?, ?, ?)",
            (self.name, self._run, self._source, self._begun, file.tell(), file.tell()),
        )
        sync_folder(folder_of(self._store))

    def _free_name(self) -> str:
        time = "".join(letter for letter in self._begun[:19] if letter.isalnum())
        stem = f"foiwatch-{self._run or 0}-{self._source}-{time}Z"
        names = (stem if turn == 1 else f"{stem}-{turn}" for turn in range(1, 10_000))
        return next(f"{name}.warc.gz" for name in names if not self._taken(f"{name}.warc.gz"))

    def _taken(self, name: str) -> bool:
        known = self._db.execute("SELECT 1 FROM archives WHERE file = ?", (name,)).fetchone()
        return known is not None or (folder_of(self._store) / name).exists()

    def _write(self, file: BinaryIO, disclosure: int, version: int, exchange: Exchange) -> None:
        original, repeats = self._original(exchange)
        start, id = file.tell(), new_id()
        if repeats:
            write_revisit(file, exchange, id, self._info, original)
        else:
            write_response(file, exchange, id, self._info)
        end = file.tell()
        if exchange.request:
            write_request(file, exchange, id, self._info)
        kind = "revisit" if repeats else "response" if exchange.request else "resource"
        digest = original.digest if original else "" if repeats else exchange.body.digest
        captures.add(
            self._db,
            Capture(
                0, self._run, disclosure, version, exchange.role, kind, exchange.address, exchange.entry,
                exchange.seen, exchange.status, exchange.media_type, digest, exchange.content, self.name,
                start, end - start, file.tell() - end, id, original.id if original else None,
            ),
        )  # fmt: skip

    def _original(self, exchange: Exchange) -> tuple[Capture | None, bool]:
        """The capture that a response repeats, and whether it is one that has no payload of its own."""
        if exchange.status == 304:
            return captures.same_content(self._db, exchange.content, exchange.address), True
        if not exchange.request or exchange.body.length < _LEAST:
            return None, False
        original = captures.same_payload(self._db, exchange.body.digest)
        return original, original is not None


def _new(path: Path) -> BinaryIO:
    return os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600), "r+b")
