"""An address that is taken as one of a disclosure already kept: by what names it, by its words, or because it moved."""

from collections.abc import Iterable
from dataclasses import replace
from sqlite3 import Connection
from typing import Any

from store.digest import digest_of
from store.merging.heads import may_be_same
from store.merging.joining import PARTED, found_among, write
from store.merging.nearby import nearby
from store.merging.sides import Around, head_of, side_of, side_seen
from store.merging.verdict import Verdict, same_page
from store.records import Sighting
from store.versions import sighting_from

_GONE = """SELECT 1 FROM disclosures WHERE id = :id AND source = :source AND (status IN ('suspect', 'withdrawn')
    OR EXISTS (SELECT 1 FROM entries WHERE disclosure = :id)
        AND NOT EXISTS (SELECT 1 FROM entries WHERE disclosure = :id AND state <> 'gone'))"""
_STATE = """SELECT address, version, status, last_seen, missing_since, missing_runs
    FROM disclosures JOIN sightings ON sightings.disclosure = id WHERE id = ?"""
_LIKE = 16  # disclosures that say the same to the letter: more are answers that anybody gets
# What an address may say otherwise than its disclosure though it says the same words; never words.
_APART = ("address", "received", "responded", "published", "outcome", "kind", "forces", "aliases")


def barred(db: Connection, address: str) -> set[int]:
    """The disclosures that a person has said this address is none of."""
    return {
        id for (id,) in db.execute("SELECT kept FROM merges WHERE address = ? AND address <> '' AND barred", (address,))
    }


def same_words(db: Connection, sighting: Sighting, digest: str, but: set[int]) -> int | None:
    """The disclosure of the same log that says the same to the letter, when it is not merely the like answer."""
    query = "SELECT id FROM disclosures WHERE digest = ? AND source = ? AND ref = ? ORDER BY id LIMIT ?"
    rows = db.execute(query, (digest, sighting.source, sighting.ref, _LIKE)).fetchall()
    ours = side_seen(db, sighting) if rows else None
    for (id,) in rows:
        head = head_of(db, id) if id not in but else None
        if not (ours and head and may_be_same(ours.head, head)):
            continue
        if _gone(db, id, sighting.source) or same_page(ours, side_of(db, head)):
            return int(id)
    return None


def around(db: Connection, sighting: Sighting) -> Around:
    """What may be the same as a sighting: asked once, for the address and then for what it is joined with."""
    side = side_seen(db, sighting)
    return Around(side, tuple(nearby(db, side.wording, sighting.ref)))


def moved_from(db: Connection, found: Around, but: set[int]) -> Verdict | None:
    """What has vanished from the same log and is met again under a new address, perhaps amended."""
    gone = [id for id in found.near if id not in but and _gone(db, id, found.side.head.source)]
    return next((replace(one, kind="moved") for one in found_among(db, found.side, gone)), None)


def taken(db: Connection, disclosure: int, sighting: Sighting, kind: str, reason: str, **shared: Any) -> Verdict:
    """The merge of the sighting's address with a disclosure, with what it takes to undo it."""
    address, version, *state = db.execute(_STATE, (disclosure,)).fetchone()
    names = ("status", "last_seen", "missing_since", "missing_runs")
    before = {"address": address, "version": version} | dict(zip(names, state, strict=True))
    apart = _apart(db, disclosure, version, sighting)
    evidence = shared | {"before": before} | ({} if apart is None else {"apart": apart})
    return Verdict(disclosure, kind, reason, evidence)


def note(db: Connection, address: str, merge: Verdict, seen: str) -> None:
    """The row of such a merge."""
    write(db, merge.other, merge, seen=seen, address=address)


def part(db: Connection, addresses: Iterable[str], disclosure: int, seen: str) -> None:
    """The addresses no longer say the same as what they were taken as one of: they are `disclosure` from now on."""
    db.executemany(
        """UPDATE merges SET undone = ?, undone_reason = ?, other = ?
        WHERE address = ? AND address <> '' AND undone = ''""",
        [(seen, PARTED, disclosure, address) for address in addresses],
    )


def _gone(db: Connection, id: int, source: str) -> bool:
    return db.execute(_GONE, {"id": id, "source": source}).fetchone() is not None


def _apart(db: Connection, disclosure: int, version: int, sighting: Sighting) -> dict[str, Any] | None:
    """What else the sighting of an address tells than the disclosure; None when they do not say the same words."""
    query = "SELECT record FROM versions WHERE disclosure = ? AND version = ?"
    kept = sighting_from(db.execute(query, (disclosure, version)).fetchone()[0])
    if digest_of(kept) != digest_of(sighting):
        return None
    apart = {name: getattr(sighting, name) for name in _APART if getattr(sighting, name) != getattr(kept, name)}
    if [a.address for a in kept.attachments] != [a.address for a in sighting.attachments]:
        apart["attachments"] = [replace(a, text="") for a in sighting.attachments]
    return apart
