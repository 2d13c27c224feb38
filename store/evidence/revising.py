"""Putting a better reading in the place of an earlier one: no version comes of it, and nobody is told."""

from dataclasses import dataclass, replace
from sqlite3 import Connection
from typing import Any

import msgspec

from store import news
from store.contents import clean, clean_json, forget_contents, keep_contents
from store.database import Store
from store.digest import digest_of
from store.dossiers import linking as dossiers
from store.fileread import FileRead
from store.identity import identify
from store.keeping import rewrite
from store.merging.joining import join
from store.quarantine import held_among
from store.records import Sighting
from store.versions import record_of, sighting_from, storable
from store.withheld import texts_of, withheld

_NAMED = "(versions.completed AND versions.changed = '[\"forces\"]')"
_FIELDS = (
    "title", "kind", "ref", "forces", "received", "responded", "published", "outcome", "request_text",
    "response_text", "words", "attachments",
)  # fmt: skip


@dataclass(frozen=True)
class Version:
    """A version as it was read: its number, its record and the fingerprint of its reader, "" when not known.

    `named`: a person said of which forces it is, and no reader knows better.
    """

    disclosure: int
    version: int
    seen: str
    reader: str
    sighting: Sighting
    named: bool = False


@dataclass(frozen=True)
class Difference:
    """A field that reads otherwise now; both are plain JSON values."""

    field: str
    before: Any
    after: Any


def versions_of(db: Connection, disclosure: int) -> list[Version]:
    """All versions of a disclosure, the first first."""
    query = f"SELECT version, seen, reader, record, {_NAMED} FROM versions WHERE disclosure = ? ORDER BY version"
    return [
        Version(disclosure, number, seen, reader, sighting_from(record), bool(named))
        for number, seen, reader, record, named in db.execute(query, (disclosure,)).fetchall()
    ]


def read_otherwise(db: Connection, sighting: Sighting, seen: str, reader: str) -> Version | None:
    """The version that a sighting would change, if it was another reader that made that version."""
    query = f"""SELECT versions.disclosure, versions.version, versions.seen, versions.reader, disclosures.digest,
        record, {_NAMED} FROM addresses JOIN disclosures ON disclosures.id = addresses.disclosure
        JOIN versions ON versions.disclosure = disclosures.id AND versions.version = disclosures.version
        WHERE addresses.address = ? AND versions.reader <> ?"""
    row = db.execute(query, (sighting.address, reader)).fetchone()
    if row is None:
        return None
    disclosure, number, when, by, digest, record, named = row
    identity = identify(db, withheld(db, storable(sighting), seen))
    if identity.disclosure != disclosure or identity.as_before or identity.digest == digest:
        return None
    return Version(disclosure, number, when, by, sighting_from(record), bool(named))


def revise(
    store: Store, version: Version, sighting: Sighting, reader: str, *, dry_run: bool = False
) -> list[Difference]:
    """Put a new reading in the place of a version's; gives what differs. Of the last version, the row follows."""
    db = store.db.conn
    with store.writing():
        said = replace(sighting, forces=version.sighting.forces) if version.named else sighting
        bare = withheld(db, storable(said), version.seen)
        record = record_of(bare)
        found = differences(version.sighting, sighting_from(record))
        if dry_run:
            return found
        digest = digest_of(bare)
        db.execute(
            "UPDATE versions SET record = ?, digest = ?, reader = ? WHERE disclosure = ? AND version = ?",
            (record, digest, reader, version.disclosure, version.version),
        )
        row = db.execute("SELECT version, digest FROM disclosures WHERE id = ?", (version.disclosure,)).fetchone()
        if found and row[0] == version.version:
            _follow(db, version, bare, row[1], digest)
    return found


def revise_file(store: Store, sha256: str, read: FileRead, *, dry_run: bool = False) -> list[Difference]:
    """Put a file's new text, parts and tables in the place of the old; gives what differs. Held files stay held."""
    db = store.db.conn
    with store.writing():
        if held_among(db, [sha256]):
            return []
        row = db.execute("SELECT media_type, text, problem FROM files WHERE sha256 = ?", (sha256,)).fetchone()
        text, problem = clean(read.text), clean(read.problem)
        said = dict(zip(("media_type", "text", "problem"), row, strict=True))
        says = {"media_type": read.media_type, "text": text, "problem": problem}
        found = [Difference(name, said[name], says[name]) for name in says if said[name] != says[name]]
        found += _contents_differ(db, sha256, read)
        if not dry_run:
            db.execute("UPDATE files SET reader = ? WHERE sha256 = ?", (read.reader, sha256))
        if found and not dry_run:
            _rewrite_file(db, sha256, said, says, read)
    return found


def file_reader(db: Connection, sha256: str) -> str | None:
    """The reader of a kept file's text, "" when not known; None when the file is held back or not kept."""
    if held_among(db, [sha256]):
        return None
    row = db.execute("SELECT reader FROM files WHERE sha256 = ?", (sha256,)).fetchone()
    return row[0] if row else None


def _follow(db: Connection, version: Version, bare: Sighting, before: str, digest: str) -> None:
    """Let everything that is computed from the last version say what it says now."""
    id = version.disclosure
    rewrite(db, id, version.version, bare, digest)
    db.execute("UPDATE addresses SET digest = ? WHERE disclosure = ? AND digest = ?", (digest, id, before))
    _after(db, id, version.seen)


def _after(db: Connection, disclosure: int, seen: str) -> None:
    db.execute("DELETE FROM matched WHERE disclosure = ?", (disclosure,))  # the topics look at it again
    news.link(db, disclosure)
    join(db, disclosure, seen)
    dossiers.link(db, disclosure, seen)


def differences(old: Sighting, new: Sighting) -> list[Difference]:
    """The fields that two sightings say differently, those of `extra` by their own names."""
    pairs = [(name, _plain(getattr(old, name)), _plain(getattr(new, name))) for name in _FIELDS]
    names = sorted({*old.extra, *new.extra})
    pairs += [(name, old.extra.get(name), new.extra.get(name)) for name in names]
    return [Difference(name, before, after) for name, before, after in pairs if _said(before) != _said(after)]


def _said(value: Any) -> Any:
    """Nothing is nothing, in whatever form: a reader may come to know a field that an earlier one had not."""
    return value or None


def _plain(value: Any) -> Any:
    """The value as JSON knows it."""
    return value if isinstance(value, str) else msgspec.json.decode(msgspec.json.encode(value))


def _contents_differ(db: Connection, sha256: str, read: FileRead) -> list[Difference]:
    query = "SELECT place, rows, suppressed FROM file_tables WHERE sha256 = ? ORDER BY position"
    had = db.execute(query, (sha256,)).fetchall()
    has = [(clean(t.place), clean_json(t.rows), clean_json(t.suppressed)) for t in read.tables]
    query = "SELECT place FROM file_parts WHERE sha256 = ? ORDER BY position"
    parts = [place for (place,) in db.execute(query, (sha256,))]
    divided = [clean(part.place) for part in read.parts if part.text]
    found = [Difference("tables", len(had), len(has))] if had != has else []
    return found + ([Difference("parts", parts, divided)] if parts != divided else [])


def _rewrite_file(db: Connection, sha256: str, said: dict[str, str], says: dict[str, str], read: FileRead) -> None:
    db.execute(
        "UPDATE files SET media_type = :media_type, text = :text, problem = :problem WHERE sha256 = :sha256",
        {**says, "sha256": sha256},
    )
    problems = (says["problem"], sha256, said["problem"])
    db.execute("UPDATE attachments SET problem = ? WHERE sha256 = ? AND problem = ? AND problem <> ''", problems)
    forget_contents(db, sha256)
    keep_contents(db, sha256, says["text"], read.parts, read.tables)
    query = """SELECT DISTINCT attachments.disclosure, seen FROM attachments
        JOIN disclosures ON id = attachments.disclosure
        JOIN versions ON versions.disclosure = id AND versions.version = disclosures.version WHERE sha256 = ?"""
    for disclosure, seen in db.execute(query, (sha256,)).fetchall():
        text = texts_of(db, disclosure)
        db.execute("UPDATE disclosures SET attachments_text = ? WHERE id = ?", (text, disclosure))
        _after(db, disclosure, seen)
