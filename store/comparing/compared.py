"""Two versions of a disclosure compared: computed when asked, from the two records that are kept of them."""

import json
from dataclasses import dataclass
from sqlite3 import Connection

from store.comparing.fields import FieldChange, field_changes
from store.comparing.filechanges import FilePair, What, file_changes
from store.comparing.inside import inside
from store.comparing.wordruns import Piece
from store.database import Store
from store.errors import NotKept
from store.fileread import QUARANTINED
from store.versions import sighting_from
from store.withheld import file_name

_VERSIONS = "SELECT version, seen, run, changed, completed FROM versions WHERE disclosure = ? ORDER BY version"
_RECORDS = "SELECT version, seen, record, diff FROM versions WHERE disclosure = ? AND version IN (?, ?)"


@dataclass(frozen=True)
class VersionSeen:
    """A version in the list of them. `completed`: only files were had that had failed before."""

    version: int
    seen: str
    run: int | None
    changed: tuple[str, ...]
    completed: bool


@dataclass(frozen=True)
class FileChange:
    """An attachment that differs. `pieces` are what changed inside it; `note` says why nothing can be shown."""

    what: tuple[What, ...]
    label: str
    label_before: str
    address: str
    sha256: str
    sha256_before: str
    pieces: tuple[Piece, ...] = ()
    note: str = ""


@dataclass(frozen=True)
class Compared:
    """What became of a disclosure between versions `a` and `b`. `note` is what an earlier foiwatch noted of it."""

    disclosure: int
    a: int
    b: int
    seen_a: str
    seen_b: str
    fields: tuple[FieldChange, ...]
    files: tuple[FileChange, ...]
    note: str = ""


def versions(store: Store, disclosure: int) -> tuple[VersionSeen, ...]:
    """All versions of a disclosure, the first one first; none when it is not kept."""
    return versions_in(store.db.conn, disclosure)


def versions_in(db: Connection, disclosure: int) -> tuple[VersionSeen, ...]:
    """The same, for one who has a connection and no store."""
    return tuple(
        VersionSeen(version, seen, run, tuple(json.loads(changed)), bool(completed))
        for version, seen, run, changed, completed in db.execute(_VERSIONS, (disclosure,))
    )


def compared(store: Store, disclosure: int, a: int, b: int) -> Compared:
    """Versions `a` and `b` of a disclosure, field by field and word by word. Raises NotKept."""
    return compare_in(store.db.conn, disclosure, a, b)


def compare_in(db: Connection, disclosure: int, a: int, b: int) -> Compared:
    """The same, for one who has a connection and no store. Takes some seconds at most, whatever the size."""
    rows = {version: rest for version, *rest in db.execute(_RECORDS, (disclosure, a, b))}
    for version in (a, b):
        if version not in rows:
            raise NotKept(f"the record holds no version {version} of disclosure {disclosure}")
    (seen_a, record_a, _), (seen_b, record_b, noted) = rows[a], rows[b]
    old, new = sighting_from(record_a), sighting_from(record_b)
    fields = field_changes(old, new)
    files = tuple(_file(db, pair) for pair in file_changes(old.attachments, new.attachments))
    note = "" if fields or files or b != a + 1 else noted
    return Compared(disclosure, a, b, seen_a, seen_b, fields, files, note)


def _file(db: Connection, pair: FilePair) -> FileChange:
    before, after = pair.before, pair.after
    shown = after or before
    assert shown is not None
    pieces: tuple[Piece, ...] = ()
    note = ""
    if before and after and "other bytes" in pair.what:
        pieces = inside(db, before.sha256, after.sha256)
        note = "" if pieces else _why_nothing(db, before.sha256, after.sha256)
    return FileChange(
        pair.what,
        after.label if after else "",
        before.label if before else "",
        shown.address,
        after.sha256 if after else "",
        before.sha256 if before else "",
        pieces,
        note,
    )


def _why_nothing(db: Connection, before: str, after: str) -> str:
    """Why two files of other bytes show no difference in words."""
    rows = dict(db.execute("SELECT sha256, text FROM files WHERE sha256 IN (?, ?)", (before, after)))
    if all(rows.values()) and len(rows) == 2:
        return "the words in it are the same"
    query = "SELECT 1 FROM files WHERE sha256 IN (?, ?) AND problem LIKE ? || '%'"
    held = db.execute(query, (before, after, QUARANTINED)).fetchone()
    return "a file that is held back is not compared" if held else "its words could not be read"


def name_of(change: FileChange) -> str:
    """What people call the file."""
    return change.label or change.label_before or file_name(change.address)
