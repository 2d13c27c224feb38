"""What the folder of evidence holds, in words that a program reads: manifest.json."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from sqlite3 import Connection
from typing import TYPE_CHECKING, Any

import msgspec

from store import lookup
from store.database import Store
from store.evidence.captures import Capture
from store.evidence.revising import differences, versions_of
from store.records import Sighting

if TYPE_CHECKING:
    from store.evidence.bundle import Copied

_DATES = ("received", "responded", "published")
_VERSIONS = """SELECT version, seen, run, changed, digest, reader FROM versions
    WHERE disclosure = ? ORDER BY version"""
_ADDRESSES = "SELECT address, reason, seen FROM addresses WHERE disclosure = ? ORDER BY seen, address"
_LEDGER = "SELECT verb, version, seen FROM changes WHERE disclosure = ? ORDER BY id"


@dataclass(frozen=True)
class Left:
    """Something that is not in the folder, and why."""

    address: str
    sha256: str
    reason: str


def described(
    store: Store, disclosure: int, shown: Sequence[Capture], copied: "Iterable[Copied]", left: Iterable[Left], warc: str
) -> dict[str, Any]:
    """The manifest, but for who made it and when."""
    db = store.db.conn
    kept = lookup.disclosure(store, disclosure)
    return {
        "disclosure": {
            "id": kept.id, "source": kept.source, "kind": kept.kind, "address": kept.address, "title": kept.title,
            "ref": kept.ref, "forces": list(kept.forces), "received": kept.received, "responded": kept.responded,
            "published": kept.published, "status": kept.status, "first_seen": kept.first_seen,
            "last_seen": kept.last_seen,
        },
        "addresses": _rows(db, _ADDRESSES, disclosure),
        "versions": list(_versions(db, disclosure)),
        "changes": _rows(db, _LEDGER, disclosure),
        "states": _states(db, disclosure),
        "warc": warc,
        "records": [_record(one, shown) for one in shown],
        "attachments": [
            {
                "file": one.path, "address": one.attachment.address, "label": one.attachment.label,
                "sha256": one.attachment.sha256, "media_type": one.attachment.media_type,
                "bytes": one.attachment.bytes, "versions": list(one.versions),
            }
            for one in copied
        ],
        "left_out": [{"address": one.address, "sha256": one.sha256, "reason": one.reason} for one in left],
    }  # fmt: skip


def _versions(db: Connection, disclosure: int) -> Iterator[dict[str, Any]]:
    """The versions, each with what it changed: the values of those fields before and after."""
    before: Sighting | None = None
    for row, version in zip(_rows(db, _VERSIONS, disclosure), versions_of(db, disclosure), strict=True):
        changed: list[str] = msgspec.json.decode(row["changed"])
        fields = {*changed, *(_DATES if "dates" in changed else ())}
        found = differences(before, version.sighting) if before else []
        values = [{"field": d.field, "before": d.before, "after": d.after} for d in found if d.field in fields]
        yield row | {"changed": changed, "differences": values}
        before = version.sighting


def _record(one: Capture, shown: Sequence[Capture]) -> dict[str, Any]:
    """A record, whose own disclosure is another one's when a revisit among these repeats it."""
    ids = {other.id: other.record for other in shown}
    return {
        "record": one.record, "kind": one.kind, "role": one.role, "address": one.address, "seen": one.seen,
        "status": one.status, "media_type": one.media_type, "payload_digest": one.digest,
        "content_sha256": one.content, "disclosure": one.disclosure, "version": one.version, "run": one.run,
        "refers_to": ids.get(one.refers_to, "") if one.refers_to else "", "archived_in": one.file,
    }  # fmt: skip


def _states(db: Connection, disclosure: int) -> list[dict[str, Any]]:
    """The ledger of what became of it, where the record keeps one."""
    there = db.execute("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'states'").fetchone()
    return _rows(db, "SELECT * FROM states WHERE disclosure = ? ORDER BY id", disclosure) if there else []


def _rows(db: Connection, query: str, disclosure: int) -> list[dict[str, Any]]:
    found = db.execute(query, (disclosure,))
    names = [column[0] for column in found.description]
    return [dict(zip(names, row, strict=True)) for row in found]
