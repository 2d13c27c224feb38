"""Taking a disclosure out of the archive: its WARC files are written anew without its records.

Each file gets another name, and one transaction goes over from the old to the new; files that the index does not
know, whichever side of it a crash fell on, are taken away by `archive.settle`. What another disclosure repeats, the
same file say, stays as that other's.
"""

import os
import shutil
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from sqlite3 import Connection

from store.database import Store
from store.errors import StoreError
from store.evidence import captures
from store.evidence.archive import folder_of
from store.evidence.captures import Capture


def without(store: Store, disclosure: int) -> int:
    """Rewrite every WARC file that holds records of a disclosure; gives how many records went.

    Call it while no run goes on, and before the rows of the disclosure are deleted. Raises StoreError when the disk
    refuses; then nothing is changed.
    """
    db = store.db.conn
    _hand_over(store, disclosure)
    going = captures.of_disclosure(db, disclosure)
    files = sorted({one.file for one in going})
    anew = {file: _written_anew(store, file, disclosure) for file in files}
    with store.writing():
        db.execute("UPDATE captures SET refers_to = NULL WHERE disclosure = ?", (disclosure,))
        for file, (name, kept) in anew.items():
            _reindex(db, file, name, disclosure, kept, (folder_of(store) / name).stat().st_size if name else 0)
    for file in files:
        (folder_of(store) / file).unlink(missing_ok=True)
    return len(going)


def _hand_over(store: Store, disclosure: int) -> None:
    """Give what another disclosure repeats to that other."""
    query = """SELECT original.id, min(other.id) FROM captures AS original
        JOIN captures AS other ON other.refers_to = original.id
        WHERE original.disclosure = ?1 AND other.disclosure <> ?1 GROUP BY original.id"""
    with store.writing():
        for original, other in store.db.conn.execute(query, (disclosure,)).fetchall():
            store.db.conn.execute(
                """UPDATE captures SET (disclosure, version, entry) =
                    (SELECT disclosure, version, entry FROM captures WHERE id = ?) WHERE id = ?""",
                (other, original),
            )


def _written_anew(store: Store, file: str, disclosure: int) -> tuple[str, Sequence[Capture]]:
    """The name of the new file, "" when nothing is left of it, and where in it the records are that stay."""
    staying = [one for one in captures.of_file(store.db.conn, file) if one.disclosure != disclosure]
    if not staying:
        return "", ()
    folder = folder_of(store)
    path = _free(folder, file)
    head = store.db.conn.execute("SELECT head FROM archives WHERE file = ?", (file,)).fetchone()[0]
    try:
        return path.name, _copied(folder / file, path, head, staying)
    except OSError as error:
        path.unlink(missing_ok=True)
        raise StoreError(f"{path}: cannot be written: {error.strerror or error}") from error


def _copied(old: Path, new: Path, head: int, staying: Sequence[Capture]) -> Sequence[Capture]:
    moved = []
    with old.open("rb") as source, new.open("xb") as target:
        new.chmod(0o600)
        target.write(source.read(head))
        for one in staying:
            moved.append(replace(one, offset=target.tell()))
            source.seek(one.offset)
            target.write(source.read(one.end - one.offset))
        target.flush()
        os.fsync(target.fileno())
    shutil.copystat(old, new)
    return moved


def _reindex(db: Connection, old: str, new: str, disclosure: int, kept: Sequence[Capture], size: int) -> None:
    if new:
        db.execute(
            """INSERT INTO archives SELECT ?, run, source, begun, head, ?, 1 FROM archives WHERE file = ?""",
            (new, size, old),
        )
        rows = [(new, one.offset, one.id) for one in kept]
        db.executemany("UPDATE captures SET file = ?, offset = ? WHERE id = ?", rows)
    db.execute("DELETE FROM captures WHERE file = ? AND disclosure = ?", (old, disclosure))
    db.execute("DELETE FROM archives WHERE file = ?", (old,))


def _free(folder: Path, file: str) -> Path:
    stem = file.removesuffix(".warc.gz")
    return next(path for n in range(1, 10_000) if not (path := folder / f"{stem}-r{n}.warc.gz").exists())
