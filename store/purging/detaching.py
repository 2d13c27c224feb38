"""Before a disclosure leaves the archive: what another disclosure repeats of it, at another address, is made its own.

A revisit record names the address of the response that it repeats. It becomes a response with the payload that its
server sent, so that no record of the other need stay, nor be named. Records of an address that both have stay: see
`store.evidence.rewriting`.
"""

import os
import shutil
import zlib
from dataclasses import replace
from pathlib import Path
from sqlite3 import Connection
from typing import BinaryIO

from store.database import Store
from store.errors import StoreError
from store.evidence import captures
from store.evidence.archive import folder_of
from store.evidence.captures import Capture
from store.evidence.exchanges import Body, Exchange
from store.evidence.members import opened, raw
from store.evidence.records import write_response, write_revisit

_REPEATING = """SELECT other.id FROM captures AS original JOIN captures AS other ON other.refers_to = original.id
    WHERE original.disclosure = :id AND other.disclosure <> :id AND NOT EXISTS (SELECT 1 FROM captures AS same
        WHERE same.refers_to = original.id AND same.disclosure <> :id AND same.address = original.address)"""


def detach(store: Store, disclosure: int) -> None:
    """Rewrite the files in which others repeat a disclosure. Raises StoreError when the disk refuses."""
    db = store.db.conn
    repeating = {id for (id,) in db.execute(_REPEATING, {"id": disclosure})}
    _rewrite(store, repeating, set())


def remove_file(store: Store, sha256: str) -> int:
    """Rewrite the files of the archive without the responses that brought a file; gives how many records went."""
    db = store.db.conn
    found = {id for (id,) in db.execute("SELECT id FROM captures WHERE content = ?", (sha256,))}
    for id in sorted(found):
        # The same payload is also known by its own digest, and by what refers to it.
        same = """SELECT id FROM captures WHERE refers_to = :id
            OR digest <> '' AND digest = (SELECT digest FROM captures WHERE id = :id)"""
        found |= {other for (other,) in db.execute(same, {"id": id})}
    _rewrite(store, set(), found)
    return len(found)


def _rewrite(store: Store, repeating: set[int], going: set[int]) -> None:
    db = store.db.conn
    for file in sorted({captures.capture(db, id).file for id in repeating | going}):
        name, moved = _written_anew(store, file, repeating, going)
        with store.writing():
            _reindex(db, file, name, moved, (folder_of(store) / name).stat().st_size)
            db.executemany("UPDATE captures SET refers_to = NULL WHERE refers_to = ?", [(id,) for id in going])
            db.execute("DELETE FROM captures WHERE file = ?", (file,))
            db.execute("DELETE FROM archives WHERE file = ?", (file,))
        (folder_of(store) / file).unlink(missing_ok=True)


def _written_anew(store: Store, file: str, repeating: set[int], going: set[int]) -> tuple[str, list[Capture]]:
    folder = folder_of(store)
    path = _free(folder, file)
    head = store.db.conn.execute("SELECT head FROM archives WHERE file = ?", (file,)).fetchone()[0]
    try:
        with path.open("xb") as target:
            path.chmod(0o600)
            target.write(raw(store, file, 0, head))
            moved = [
                _alone(store, one, target) if one.id in repeating else _copied(store, one, target)
                for one in captures.of_file(store.db.conn, file)
                if one.id not in going
            ]
            target.flush()
            os.fsync(target.fileno())
        shutil.copystat(folder / file, path)
    except OSError as error:
        path.unlink(missing_ok=True)
        raise StoreError(f"{path}: cannot be written: {error.strerror or error}") from error
    return path.name, moved


def _copied(store: Store, one: Capture, target: BinaryIO) -> Capture:
    start = target.tell()
    target.write(raw(store, one.file, one.offset, one.end - one.offset))
    return replace(one, offset=start)


def _alone(store: Store, one: Capture, target: BinaryIO) -> Capture:
    """A revisit written as what it is by itself; "not modified" had no payload, and repeats nothing known now."""
    start, message, said = target.tell(), opened(store, one), _headers(store, one)
    body = Body(b"" if one.status == 304 else message.payload)
    exchange = Exchange(
        one.address, one.seen, one.status, message.head, body, b"sent", one.role, one.media_type, one.content,
        one.entry, said.get("WARC-IP-Address", ""),
    )  # fmt: skip
    info = said.get("WARC-Warcinfo-ID", "")
    if one.status == 304:
        write_revisit(target, exchange, one.record, info, None)
    else:
        write_response(target, exchange, one.record, info)
    length = target.tell() - start
    target.write(raw(store, one.file, one.offset + one.length, one.request))
    kind, digest = ("revisit", "") if one.status == 304 else ("response", body.digest)
    return replace(one, offset=start, length=length, kind=kind, digest=digest, refers_to=None)


def _headers(store: Store, one: Capture) -> dict[str, str]:
    member = zlib.decompress(raw(store, one.file, one.offset, one.length), zlib.MAX_WBITS + 16)
    lines = member.partition(b"\r\n\r\n")[0].decode("utf-8", "replace").split("\r\n")[1:]
    return {name: value.strip() for name, _, value in (line.partition(":") for line in lines)}


def _reindex(db: Connection, old: str, new: str, moved: list[Capture], size: int) -> None:
    db.execute(
        "INSERT INTO archives SELECT ?, run, source, begun, head, ?, 1 FROM archives WHERE file = ?", (new, size, old)
    )
    db.executemany(
        "UPDATE captures SET file = ?, offset = ?, length = ?, kind = ?, digest = ?, refers_to = ? WHERE id = ?",
        [(new, one.offset, one.length, one.kind, one.digest, one.refers_to, one.id) for one in moved],
    )


def _free(folder: Path, file: str) -> Path:
    stem = file.removesuffix(".warc.gz")
    return next(path for n in range(1, 10_000) if not (path := folder / f"{stem}-d{n}.warc.gz").exists())
