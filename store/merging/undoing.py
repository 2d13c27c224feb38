"""Taking a merge back, and making one by hand: what a person decides is remembered, and never decided again here.

What was joined is two disclosures as before. An address that was taken as one of a disclosure becomes a disclosure
of its own, with the versions that were seen at it and their evidence. Its ledger is new and silent; the ledger and
the versions of the other go on, since what was told to readers under a number must not become another thing under it.
"""

from sqlite3 import Connection

from store import keeping
from store.database import Store
from store.errors import StoreError
from store.evidence import captures
from store.lookup import disclosure
from store.merging.joining import write
from store.merging.listing import Merge, merge
from store.merging.saying import Seen, said_last, said_there, versions
from store.merging.verdict import Verdict
from store.records import Sighting
from store.states import State, write_state


class NotMerged(StoreError):
    """The merge cannot be made or taken back; the message says why."""


def undo(store: Store, id: int, *, reason: str, now: str) -> Merge:
    """Take a merge back; gives it as it is then. Raises NotKept, or NotMerged when it was undone before."""
    db = store.db.conn
    with store.writing():
        made = merge(store, id)
        if made.undone:
            raise NotMerged(f"merge {id} was undone on {made.undone[:10]}: {made.undone_reason}")
        db.execute("UPDATE merges SET undone = ?, undone_reason = ?, barred = 1 WHERE id = ?", (now, reason, id))
        if made.address:
            _take_apart(store, made, now)
        return merge(store, id)


def make(store: Store, one: int, two: int, *, reason: str, now: str) -> Merge:
    """Join two disclosures by hand. Raises NotKept, or NotMerged when they are one or joined already."""
    db = store.db.conn
    with store.writing():
        kept, other = sorted((disclosure(store, one).id, disclosure(store, two).id))
        if kept == other:
            raise NotMerged(f"{kept} is one disclosure; two are needed")
        standing = "SELECT id FROM merges WHERE kept = ? AND other = ? AND undone = ''"
        if row := db.execute(standing, (kept, other)).fetchone():
            raise NotMerged(f"{kept} and {other} are joined already, by merge {row[0]}")
        return merge(store, write(db, kept, Verdict(other, "by hand", reason, {}), other=other, seen=now))


def _take_apart(store: Store, made: Merge, now: str) -> None:
    """Make the address of a merge a disclosure of its own: the other end of the merge."""
    db = store.db.conn
    shown = versions(db, made.kept)
    ours, theirs = said_last(db, made, shown), said_there(db, made, shown)
    if ours is None:
        raise NotMerged(f"all that is kept of {made.kept} was seen at {made.address}: there is nothing to part it from")
    address = db.execute("SELECT address FROM disclosures WHERE id = ?", (made.kept,)).fetchone()[0]
    moved = _release(db, made, theirs[-1].sighting, shown)
    became: dict[int, int] = {}
    for one in theirs:
        kept = keeping.keep(store, one.sighting, seen=one.seen, run=one.run, baseline=True, reader=one.reader)
        db.execute("UPDATE merges SET other = ? WHERE id = ?", (kept.disclosure, made.id))
        became[one.version] = kept.version
    captures.move(db, made.kept, kept.disclosure, moved, became)
    _share_looks(db, made.kept, kept.disclosure, moved)
    if shown[-1].sighting.address == made.address or shown[-1].digest != ours.digest:
        # Else the look would count as one that this address showed before, and the words of the other would stay.
        db.execute("UPDATE addresses SET digest = '' WHERE address = ?", (ours.sighting.address,))
        keeping.keep(store, ours.sighting, seen=now, run=None, baseline=True, reader=ours.reader)
    if address == made.address:
        _missing_as_before(db, made, now)


def _release(db: Connection, made: Merge, theirs: Sighting, shown: list[Seen]) -> list[str]:
    """Take the address, and those that it alone named, from the disclosure; gives them."""
    ours = [one.sighting for one in shown if one.sighting.address != made.address]
    named = {alias for sighting in ours for alias, _ in sighting.aliases} | {sighting.address for sighting in ours}
    moved = [made.address, *(alias for alias, _ in theirs.aliases if alias not in named)]
    before = made.evidence.get("before", {}).get("address") or ours[-1].address
    db.execute("UPDATE disclosures SET address = ? WHERE id = ? AND address = ?", (before, made.kept, made.address))
    db.executemany("DELETE FROM addresses WHERE address = ? AND disclosure = ?", [(a, made.kept) for a in moved])
    return moved


def _share_looks(db: Connection, kept: int, other: int, moved: list[str]) -> None:
    """The entries of the log go with their addresses; both were there at the last look."""
    marks = ", ".join("?" * len(moved))
    db.execute(
        f"UPDATE entries SET disclosure = ? WHERE disclosure = ? AND address IN ({marks})", (other, kept, *moved)
    )
    db.execute(
        """UPDATE sightings SET last_seen = max(last_seen, (SELECT last_seen FROM sightings WHERE disclosure = ?))
        WHERE disclosure = ?""",
        (kept, other),
    )


def _missing_as_before(db: Connection, made: Merge, now: str) -> None:
    """What was missing before its page seemed to have moved is missing again."""
    before = made.evidence.get("before", {"status": "present"})
    missing = {"suspect": ("suspect",), "withdrawn": ("suspect", "withdrawn")}.get(before["status"], ())
    for state in missing:
        write_state(db, made.kept, State(state, now, reason=f"as before merge {made.id}, which was undone"))
    if missing:
        db.execute("UPDATE disclosures SET status = ? WHERE id = ?", (before["status"], made.kept))
        db.execute(
            "UPDATE sightings SET last_seen = ?, missing_since = ?, missing_runs = ? WHERE disclosure = ?",
            (before["last_seen"], before["missing_since"], before["missing_runs"], made.kept),
        )
