"""Which disclosure a sighting is of: by its addresses, else by the same words under another address."""

from dataclasses import dataclass, replace
from sqlite3 import Connection

from store.digest import digest_of, fully_known
from store.merging.addresses import around, barred, moved_from, same_words, taken
from store.merging.sides import Around
from store.merging.verdict import Verdict
from store.records import ADDED, Sighting

SAME_WORDS = "same words"
MOVED = "moved"
OWN = "own"

# By address: the disclosure, why it is found there, and the digest of the last look at that address.
_Known = dict[str, tuple[int, str, str]]


@dataclass(frozen=True)
class Identity:
    """The disclosure (None when it is new), the sighting with what was kept before filled in, and its digest.

    `addresses` are the (address, reason) pairs to record; `released` those to take from the disclosure that
    only the same words had tied them to. `as_before`: this very address showed the same at the last look, so
    that two addresses of one disclosure that differ a little do not change it to and fro. `merge` is why an
    address that was not known is taken as one of a disclosure that was; `around` is what may be the same as a new one.
    """

    disclosure: int | None
    sighting: Sighting
    digest: str
    addresses: tuple[tuple[str, str], ...]
    released: tuple[str, ...] = ()
    as_before: bool = False
    merge: Verdict | None = None
    around: Around | None = None


def identify(db: Connection, sighting: Sighting) -> Identity:
    """Decide. An address that belongs to another disclosure already is neither merged nor taken."""
    named = _named(sighting)
    known = _known(db, list(named))
    apart = set() if sighting.address in known else barred(db, sighting.address)
    named = {
        address: reason for address, reason in named.items() if address not in known or known[address][0] not in apart
    }
    known = {address: found for address, found in known.items() if address in named}
    disclosure, via = _first_known(named, known)
    sighting = _with_kept_files(db, disclosure, sighting)
    digest = digest_of(sighting)
    fresh = {address: reason for address, reason in named.items() if address not in known}
    if disclosure is None:
        return _by_words(db, sighting, digest, fresh, apart)
    if _parted(db, sighting.address, known, digest):
        released = tuple(a for a in named if a in known and known[a][:2] == (disclosure, SAME_WORDS))
        return Identity(None, sighting, digest, tuple(fresh.items()), released)
    merge = None
    if via:
        fresh[sighting.address] = via
        merge = taken(db, disclosure, sighting, "address", f"the page itself names a known address: {via}")
    as_before = sighting.address in known and known[sighting.address][2] == digest
    return Identity(disclosure, sighting, digest, tuple(fresh.items()), as_before=as_before, merge=merge)


def move_to(db: Connection, disclosure: int, address: str) -> None:
    """Make one of its addresses the one it is known by; from then on that is no mere copy."""
    db.execute("UPDATE addresses SET reason = ? WHERE address = ? AND disclosure = ?", (OWN, address, disclosure))
    db.execute("UPDATE disclosures SET address = ? WHERE id = ?", (address, disclosure))


def _named(sighting: Sighting) -> dict[str, str]:
    """The addresses with their reasons, the one that decides first: the own address, then the aliases."""
    return {sighting.address: OWN} | {
        alias: reason for alias, reason in sighting.aliases if alias and alias != sighting.address
    }


def _known(db: Connection, addresses: list[str]) -> _Known:
    marks = ", ".join("?" * len(addresses))
    query = f"SELECT address, disclosure, reason, digest FROM addresses WHERE address IN ({marks})"
    rows = db.execute(query, addresses)
    return {address: (disclosure, reason, digest) for address, disclosure, reason, digest in rows}


def _first_known(named: dict[str, str], known: _Known) -> tuple[int | None, str]:
    """The own address decides before any alias; an alias that decides lends its reason to the own address."""
    for address, reason in named.items():
        if address in known:
            return known[address][0], "" if reason == OWN else reason
    return None, ""


def _by_words(db: Connection, sighting: Sighting, digest: str, fresh: dict[str, str], apart: set[int]) -> Identity:
    found = same_words(db, sighting, digest, apart) if fully_known(sighting) else None
    if found:
        merge = taken(db, found, sighting, "address", "the same words, reference and files in the same log")
        return Identity(found, sighting, digest, tuple((a, SAME_WORDS) for a in fresh), merge=merge)
    near = around(db, sighting)
    moved = moved_from(db, near, apart) if sighting.source != ADDED else None
    if moved:
        merge = taken(db, moved.other, sighting, moved.kind, f"gone there, met here: {moved.reason}", **moved.evidence)
        return Identity(moved.other, sighting, digest, tuple((a, MOVED) for a in fresh), merge=merge)
    return Identity(None, sighting, digest, tuple(fresh.items()), around=near)


def _parted(db: Connection, address: str, known: _Known, digest: str) -> bool:
    """Whether two live pages that had the same words no longer have them: then they are two disclosures."""
    disclosure, reason, _ = known.get(address, (0, "", ""))
    if reason != SAME_WORDS:
        return False
    query = """SELECT 1 FROM disclosures JOIN entries ON entries.disclosure = disclosures.id
        WHERE disclosures.id = ? AND disclosures.digest <> ?
            AND entries.address <> ? AND entries.state <> 'gone'"""
    return db.execute(query, (disclosure, digest, address)).fetchone() is not None


def _with_kept_files(db: Connection, disclosure: int | None, sighting: Sighting) -> Sighting:
    """A file whose download failed this time keeps the bytes had before: errors keep the old data."""
    if all(a.sha256 for a in sighting.attachments):
        return sighting
    query = "SELECT address, sha256 FROM attachments WHERE disclosure = ? AND sha256 IS NOT NULL"
    had = dict(db.execute(query, (disclosure,)))
    had |= {a.address: a.sha256 for a in sighting.attachments if a.sha256}
    filled = (a if a.sha256 else replace(a, sha256=had.get(a.address, "")) for a in sighting.attachments)
    return replace(sighting, attachments=tuple(filled))
