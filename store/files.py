"""The bytes of attachments, by SHA-256: what was once kept is never written over."""

import os
import tempfile
from collections.abc import Sequence
from hashlib import sha256 as sha256_of
from pathlib import Path

from store.contents import clean, keep_contents
from store.database import Store
from store.errors import StoreError
from store.fileread import FilePart, FileTable


def put_file(
    store: Store,
    data: bytes,
    media_type: str,
    text: str,
    problem: str,
    parts: Sequence[FilePart] = (),
    tables: Sequence[FileTable] = (),
    reader: str = "",
) -> str:
    """Keep the bytes, and their text or the reason why there is none; gives their SHA-256 in hexadecimal.

    The bytes are on the disk before the row says so. A file whose text could not be had before gets it now.
    It is for all to see: what may have to be held back goes through `filekeeping`. Raises StoreError when the
    disk refuses.
    """
    sha256 = sha256_of(data).hexdigest()
    write_once(file_path(store, sha256), data)
    text, problem = clean(text), clean(problem)
    with store.writing():
        store.db.conn.execute(
            """INSERT INTO files (sha256, media_type, bytes, text, problem, reader) VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (sha256) DO UPDATE SET media_type = excluded.media_type, text = excluded.text,
                problem = excluded.problem, reader = excluded.reader
            WHERE files.text = '' AND excluded.text <> ''
                AND NOT EXISTS (SELECT 1 FROM quarantined WHERE quarantined.sha256 = files.sha256)""",
            (sha256, media_type, len(data), text, problem, reader),
        )
        keep_contents(store.db.conn, sha256, text, parts, tables)
    return sha256


def file_path(store: Store, sha256: str) -> Path:
    """Where the bytes are, or would be: `<folder>/files/ab/abcdef...`."""
    return _path(store, "files", sha256)


def held_path(store: Store, sha256: str) -> Path:
    """Where the bytes are, or would be, of a file that is held back: `<folder>/quarantine/ab/abcdef...`."""
    return _path(store, "quarantine", sha256)


def write_once(path: Path, data: bytes, mode: int = 0o644) -> None:
    """Put the bytes on the disk, whole and durable, unless they are there. Raises StoreError."""
    # A file of another length is what a crash or a full disk left: it is written again.
    if path.is_file() and path.stat().st_size == len(data):
        return
    try:
        _make_folder(path.parent, 0o777 if mode & 0o004 else 0o700)
        _write_durably(path, data, mode)
    except OSError as error:
        raise StoreError(f"{path}: cannot keep the file: {error.strerror or error}") from error


def _path(store: Store, folder: str, sha256: str) -> Path:
    if len(sha256) != 64 or not set(sha256) <= set("0123456789abcdef"):
        raise StoreError(f"not a SHA-256 in hexadecimal: {sha256!r}")
    return store.folder / folder / sha256[:2] / sha256


def _make_folder(folder: Path, mode: int) -> None:
    # The folder above too, but not the store's own: that is there.
    for each in (folder.parent, folder):
        each.mkdir(mode=mode, exist_ok=True)


def _write_durably(path: Path, data: bytes, mode: int) -> None:
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=".", delete=False) as temporary:
        try:
            temporary.write(data)
            temporary.flush()
            os.fchmod(temporary.fileno(), mode)
            os.fsync(temporary.fileno())
            Path(temporary.name).replace(path)
        except BaseException:
            Path(temporary.name).unlink(missing_ok=True)
            raise
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Make the names in a folder durable, as fsync makes the bytes of a file."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
