"""Keeping a sighting: one transaction for a disclosure and all that belongs to it, or nothing at all."""

from dataclasses import dataclass
from sqlite3 import Connection
from typing import Any

from store import news
from store.belongings import attachments_text, keep_files, replace_belongings
from store.comparing.filechanges import completed
from store.database import Store
from store.dossiers import linking as dossiers
from store.identity import OWN, Identity, identify
from store.ledger import came_by_baseline, write_change, write_version
from store.merging.recording import record_merges
from store.purging.bars import refuse, without_files
from store.records import ADDED, Kept, Sighting
from store.references.noting import note
from store.returning import came_back
from store.states import FIRST_SEEN, State, write_state
from store.versions import as_json, changed_fields, record_of, sighting_from, storable
from store.withheld import says_less, withheld

_COLUMNS = (
    "source", "kind", "address", "title", "ref", "received", "responded", "published", "outcome",
    "request_text", "response_text", "words",
)  # fmt: skip
# The number of one that was taken down, were it the last, would else be given to the next.
_NEXT = "max(coalesce((SELECT max(id) FROM disclosures), 0), coalesce((SELECT max(disclosure) FROM tombstones), 0)) + 1"
_INSERT = f"""INSERT INTO disclosures ({", ".join(_COLUMNS)}, attachments_text, extra, digest, first_seen, id)
    VALUES ({", ".join("?" * (len(_COLUMNS) + 4))}, {_NEXT})"""
# Where a disclosure came from and its first address stay.
_REWRITTEN = tuple(c for c in _COLUMNS if c not in ("source", "address"))
_UPDATE = f"""UPDATE disclosures SET {", ".join(f"{c} = ?" for c in _REWRITTEN)},
    attachments_text = ?, extra = ?, digest = ?, version = ? WHERE id = ?"""


@dataclass(frozen=True)
class Look:
    """A sighting whose identity is settled, and the circumstances of the look."""

    identity: Identity
    seen: str
    run: int | None
    baseline: bool
    reader: str = ""

    @property
    def sighting(self) -> Sighting:
        return self.identity.sighting

    @property
    def as_version(self) -> dict[str, Any]:
        record = record_of(self.sighting)
        said = {"seen": self.seen, "run": self.run, "digest": self.identity.digest, "record": record}
        return said | {"reader": self.reader}


@dataclass(frozen=True)
class _Row:
    id: int
    version: int
    digest: str
    status: str


def keep(
    store: Store, sighting: Sighting, *, seen: str, run: int | None, baseline: bool = False, reader: str = ""
) -> Kept:
    """Keep one look at one disclosure and say what it came to: new, changed, completed, unchanged or restored.

    `seen` is an ISO 8601 time in UTC; `baseline` marks what the first walk of a source brings; `reader`
    names the reader that made the sighting, so that another one's look is not taken for a change. Within
    `store.writing()` it is part of that transaction. Raises sqlite3.Error when the record cannot be written,
    and TakenDown for what was taken down here; then nothing of the sighting is kept.
    """
    db = store.db.conn
    with store.writing():
        refuse(db, sighting)
        whole = storable(without_files(db, sighting))
        bare = withheld(db, whole, seen)
        look = Look(identify(db, bare), seen, run, baseline, reader)
        if look.identity.disclosure is None:
            kept = _keep_first(db, look)
        else:
            kept = _keep_again(db, look, _row(db, look.identity.disclosure))
        if bare is not whole and says_less(bare, whole):
            db.execute("UPDATE disclosures SET status = 'quarantined' WHERE id = ?", (kept.disclosure,))
        if kept.verb == "new" or kept.changed:
            news.link(db, kept.disclosure)
        record_merges(db, look.identity, kept, seen)
        if kept.verb == "new" or kept.changed:
            dossiers.link(db, kept.disclosure, seen)
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
    note(db, disclosure)
    _name(db, disclosure, look)
    write_version(db, disclosure, 1, **look.as_version)
    write_change(db, disclosure, "new", seen=look.seen, baseline=look.baseline)
    write_state(db, disclosure, State("present", look.seen, look.run, FIRST_SEEN))
    return Kept(disclosure, 1, "new")


def _keep_again(db: Connection, look: Look, row: _Row) -> Kept:
    _name(db, row.id, look)
    came_back(db, row.id, row.status, look.identity, seen=look.seen, run=look.run)
    # What a person brought before the crawl met it belongs to its log from now on.
    db.execute("UPDATE disclosures SET source = ? WHERE id = ? AND source = ?", (look.sighting.source, row.id, ADDED))
    restored = row.status == "withdrawn" and look.sighting.source != ADDED
    if look.identity.as_before or row.digest == look.identity.digest:
        if restored:
            write_change(db, row.id, "restored", seen=look.seen, baseline=look.baseline)
        return Kept(row.id, row.version, "restored" if restored else "unchanged")
    return _keep_changed(db, look, row, restored)


def _keep_changed(db: Connection, look: Look, row: _Row, restored: bool) -> Kept:
    sighting, digest, version = look.sighting, look.identity.digest, row.version + 1
    old = _sighting_of(db, row)
    changed = changed_fields(old, sighting)
    rewrite(db, row.id, version, sighting, digest)
    late = changed == ("attachments",) and completed(old.attachments, sighting.attachments)
    write_version(db, row.id, version, **look.as_version, changed=changed, completed=late)
    # Both are true of a page that comes back with other words, and a reader may ask for either.
    if restored:
        write_change(db, row.id, "restored", seen=look.seen, baseline=look.baseline)
    baseline = look.baseline or (late and came_by_baseline(db, row.id))
    write_change(db, row.id, "changed", seen=look.seen, baseline=baseline, completed=late)
    return Kept(row.id, version, "restored" if restored else "completed" if late else "changed", changed)


def rewrite(db: Connection, disclosure: int, version: int, sighting: Sighting, digest: str) -> None:
    """Let the row of a disclosure, and what hangs from it, say what a sighting of that version says."""
    keep_files(db, sighting)
    values = [getattr(sighting, column) for column in _REWRITTEN]
    values += [attachments_text(db, sighting), as_json(sighting.extra), digest, version, disclosure]
    db.execute(_UPDATE, values)
    replace_belongings(db, disclosure, sighting)
    note(db, disclosure)


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
