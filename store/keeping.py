"""Keeping a sighting: one transaction for a disclosure and all that belongs to it, or nothing at all."""

from dataclasses import dataclass
from sqlite3 import Connection
from typing import Any

from store import news
from store.belongings import attachments_text, keep_files, replace_belongings
from store.database import Store
from store.identity import OWN, Identity, identify, move_to
from store.ledger import write_change, write_version
from store.records import ADDED, Kept, Sighting
from store.versions import as_json, changed_fields, readable_diff, record_of, sighting_from, storable
from store.withheld import says_less, withheld

_COLUMNS = (
    "source", "kind", "address", "title", "ref", "received", "responded", "published", "outcome",
    "request_text", "response_text", "words",
)  # fmt: skip
_INSERT = f"""INSERT INTO disclosures ({", ".join(_COLUMNS)}, attachments_text, extra, digest, first_seen)
    VALUES ({", ".join("?" * (len(_COLUMNS) + 4))})"""
# Where a disclosure came from and its first address stay.
_REWRITTEN = tuple(c for c in _COLUMNS if c not in ("source", "address"))
_UPDATE = f"""UPDATE disclosures SET {", ".join(f"{c} = ?" for c in _REWRITTEN)},
    attachments_text = ?, extra = ?, digest = ?, version = ? WHERE id = ? AND digest <> ?"""


@dataclass(frozen=True)
class Look:
    """A sighting whose identity is settled, and the circumstances of the look."""

    identity: Identity
    seen: str
    run: int | None
    baseline: bool

    @property
    def sighting(self) -> Sighting:
        return self.identity.sighting

    @property
    def as_version(self) -> dict[str, Any]:
        record = record_of(self.sighting)
        return {"seen": self.seen, "run": self.run, "digest": self.identity.digest, "record": record}


@dataclass(frozen=True)
class _Row:
    id: int
    version: int
    digest: str
    status: str


def keep(store: Store, sighting: Sighting, *, seen: str, run: int | None, baseline: bool = False) -> Kept:
    """Keep one look at one disclosure and say what it came to: new, changed, unchanged or restored.

    `seen` is an ISO 8601 time in UTC; `baseline` marks what the first walk of a source brings. Within
    `store.writing()` it is part of that transaction. Raises sqlite3.Error when the record cannot be written;
    then nothing of the sighting is kept.
    """
    db = store.db.conn
    with store.writing():
        whole = storable(sighting)
        bare = withheld(db, whole, seen)
        look = Look(identify(db, bare), seen, run, baseline)
        if look.identity.disclosure is None:
            kept = _keep_first(db, look)
        else:
            kept = _keep_again(db, look, _row(db, look.identity.disclosure))
        if bare is not whole and says_less(bare, whole):
            db.execute("UPDATE disclosures SET status = 'quarantined' WHERE id = ?", (kept.disclosure,))
        if kept.verb == "new" or kept.changed:
            news.link(db, kept.disclosure)
        return kept


def _row(db: Connection, disclosure: int) -> _Row:
    query = "SELECT id, version, digest, status FROM disclosures WHERE id = ?"
    return _Row(*db.execute(query, (disclosure,)).fetchone())


def _keep_first(db: Connection, look: Look) -> Kept:
    sighting = look.sighting
    keep_files(db, sighting)
    values = [getattr(sighting, column) for column in _COLUMNS]
    values += [attachments_text(db, sighting), as_json(sighting.extra), look.identity.digest, look.seen]
    disclosure = int(db.execute(_INSERT, values).lastrowid or 0)
    db.execute("INSERT INTO sightings (disclosure, last_seen) VALUES (?, ?)", (disclosure, look.seen))
    replace_belongings(db, disclosure, sighting, first=True)
    _name(db, disclosure, look)
    write_version(db, disclosure, 1, **look.as_version)
    write_change(db, disclosure, "new", seen=look.seen, baseline=look.baseline)
    return Kept(disclosure, 1, "new")


def _keep_again(db: Connection, look: Look, row: _Row) -> Kept:
    _name(db, row.id, look)
    db.execute(
        """UPDATE sightings SET last_seen = max(last_seen, ?), missing_since = '', missing_runs = 0
        WHERE disclosure = ?""",
        (look.seen, row.id),
    )
    # What a person brought before the crawl met it belongs to its log from now on.
    db.execute("UPDATE disclosures SET source = ? WHERE id = ? AND source = ?", (look.sighting.source, row.id, ADDED))
    restored = row.status == "withdrawn"
    if row.status in ("suspect", "withdrawn"):
        _return(db, row.id, look)
    if look.identity.as_before or row.digest == look.identity.digest:
        if restored:
            write_change(db, row.id, "restored", seen=look.seen, baseline=look.baseline)
        return Kept(row.id, row.version, "restored" if restored else "unchanged")
    return _keep_changed(db, look, row, restored)


def _keep_changed(db: Connection, look: Look, row: _Row, restored: bool) -> Kept:
    sighting, digest, version = look.sighting, look.identity.digest, row.version + 1
    old = _sighting_of(db, row)
    changed = changed_fields(old, sighting)
    keep_files(db, sighting)
    values = [getattr(sighting, column) for column in _REWRITTEN]
    values += [attachments_text(db, sighting), as_json(sighting.extra), digest, version, row.id, digest]
    db.execute(_UPDATE, values)
    replace_belongings(db, row.id, sighting)
    diff = readable_diff(old, sighting, row.version)
    write_version(db, row.id, version, **look.as_version, changed=changed, diff=diff)
    # Both are true of a page that comes back with other words, and a reader may ask for either.
    for verb in ("restored", "changed") if restored else ("changed",):
        write_change(db, row.id, verb, seen=look.seen, baseline=look.baseline)
    return Kept(row.id, version, "restored" if restored else "changed", changed)


def _sighting_of(db: Connection, row: _Row) -> Sighting:
    query = "SELECT record FROM versions WHERE disclosure = ? AND version = ?"
    return sighting_from(db.execute(query, (row.id, row.version)).fetchone()[0])


def _name(db: Connection, disclosure: int, look: Look) -> None:
    """Record under which addresses it is found; those released from another disclosure become its own."""
    identity, own = look.identity, look.sighting.address
    named = [(address, OWN) for address in identity.released] + list(identity.addresses)
    db.executemany(
        """INSERT INTO addresses (address, disclosure, reason, seen) VALUES (?, ?, ?, ?)
        ON CONFLICT (address) DO UPDATE SET disclosure = excluded.disclosure, reason = excluded.reason""",
        [(address, disclosure, reason, look.seen) for address, reason in named],
    )
    if not identity.as_before:
        db.execute("UPDATE addresses SET digest = ? WHERE address = ?", (identity.digest, own))


def _return(db: Connection, disclosure: int, look: Look) -> None:
    """What had vanished is present again; met under an address not known before, it has moved there."""
    address = look.sighting.address
    db.execute("UPDATE disclosures SET status = 'present' WHERE id = ?", (disclosure,))
    if any(address == fresh for fresh, _ in look.identity.addresses):
        move_to(db, disclosure, address)
