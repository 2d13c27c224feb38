"""What a disclosure has left in the record: its addresses, and its files, those that it shares with others apart."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from sqlite3 import Connection

from store.records import Sighting
from store.versions import sighting_from

_AT_ONCE = 40  # strings that one pass over the versions of all others looks for
_ADDRESSES = """SELECT address FROM addresses WHERE disclosure = :id
    UNION SELECT address FROM disclosures WHERE id = :id
    UNION SELECT address FROM entries WHERE disclosure = :id
    UNION SELECT href FROM entries WHERE disclosure = :id
    UNION SELECT address FROM captures WHERE disclosure = :id AND role <> 'attachment'
    UNION SELECT entry FROM captures WHERE disclosure = :id
    UNION SELECT address FROM merges WHERE kept = :id AND undone = ''"""
_FILE_ADDRESSES = """SELECT address FROM attachments WHERE disclosure = :id
    UNION SELECT address FROM captures WHERE disclosure = :id AND role = 'attachment'"""
_TAKEN = """SELECT 1 FROM addresses WHERE address = :address AND disclosure <> :id
    UNION ALL SELECT 1 FROM attachments WHERE address = :address AND disclosure <> :id LIMIT 1"""


@dataclass(frozen=True)
class Traces:
    """What belongs to a disclosure alone: its addresses, and the SHA-256 of its files, in all its versions.

    `shared` are the files that other disclosures have too, with the numbers of these.
    """

    addresses: frozenset[str]
    files: frozenset[str]
    shared: dict[str, tuple[int, ...]]
    sightings: tuple[Sighting, ...]


def traces(db: Connection, id: int) -> Traces:
    """All that tells of a disclosure. Reads the versions of all others once: files are told of nowhere else."""
    sightings = tuple(sighting_from(record) for record in _records(db, id))
    found = _column(db, _ADDRESSES, id) | _column(db, _FILE_ADDRESSES, id) | set(_named(sightings))
    own = {one for one in found if one and not db.execute(_TAKEN, {"address": one, "id": id}).fetchone()}
    files = {a.sha256 for seen in sightings for a in seen.attachments if a.sha256}
    files |= _column(db, "SELECT sha256 FROM attachments WHERE disclosure = :id AND sha256 IS NOT NULL", id)
    shared = others_with(db, files, id)
    return Traces(frozenset(own), frozenset(files - shared.keys()), shared, sightings)


def others_with(db: Connection, files: Iterable[str], but: int) -> dict[str, tuple[int, ...]]:
    """Those of the files that other disclosures have, or had in an earlier version, with their numbers."""
    found: dict[str, set[int]] = {}
    asked = sorted(files)
    for sha256 in asked:
        rows = db.execute("SELECT disclosure FROM attachments WHERE sha256 = ? AND disclosure <> ?", (sha256, but))
        found.setdefault(sha256, set()).update(id for (id,) in rows)
    for start in range(0, len(asked), _AT_ONCE):
        chunk = asked[start : start + _AT_ONCE]
        either = " OR ".join("instr(record, ?)" for _ in chunk)
        query = f"SELECT disclosure, record FROM versions WHERE disclosure <> ? AND ({either})"
        for disclosure, record in db.execute(query, (but, *chunk)):
            for sha256 in chunk:
                if sha256 in record:
                    found[sha256].add(disclosure)
    return {sha256: tuple(sorted(ids)) for sha256, ids in found.items() if ids}


def _records(db: Connection, id: int) -> list[str]:
    query = "SELECT record FROM versions WHERE disclosure = ? ORDER BY version"
    return [record for (record,) in db.execute(query, (id,))]


def _named(sightings: Iterable[Sighting]) -> Iterator[str]:
    for seen in sightings:
        yield seen.address
        yield from (alias for alias, _ in seen.aliases)
        yield from (a.address for a in seen.attachments)


def _column(db: Connection, query: str, id: int) -> set[str]:
    return {value for (value,) in db.execute(query, {"id": id})}
