"""Joins what is the same, each time as a row with its reason; what a person took apart is never joined again."""

from collections.abc import Iterable
from dataclasses import replace
from sqlite3 import Connection
from typing import Any

import msgspec

from store.merging.heads import may_be_same
from store.merging.nearby import nearby, note
from store.merging.sides import Around, Side, head_of, side_of
from store.merging.verdict import Verdict, verdict

PARTED = "they no longer say the same"
_FOUND = "('copy', 'amended copy', 'same reply')"  # the kinds that are found here
# An address that a person took from a disclosure, before it is known which it has become.
_PARTED_FROM = "SELECT kept FROM merges WHERE address <> '' AND barred AND address IN"


def join(db: Connection, id: int, seen: str, around: Around | None = None) -> list[Verdict]:
    """Find what a disclosure that is new or changed is the same as, and bring its merges in step; gives new ones.

    `around` is what was found before it was kept; without, it is looked for. Within the transaction that keeps the
    disclosure. Costs about the same however large the record is.
    """
    head = head_of(db, id)
    if head is None or head.kind == "news":
        return []
    ours = replace(around.side, head=head) if around else side_of(db, head)
    note(db, id, ours.wording)
    standing = _standing(db, id)
    candidates = dict.fromkeys([*(around.near if around else _near(db, ours)), *standing])
    found = {one.other: one for one in found_among(db, ours, candidates)}
    for other, (merge, kind) in standing.items():
        if other in found and found[other].kind == kind:
            del found[other]
        else:
            _part(db, merge, seen)
    settled = _settled(db, id)
    fresh = [one for other, one in found.items() if other not in settled]
    for one in fresh:
        write(db, min(id, one.other), one, other=max(id, one.other), seen=seen)
    return fresh


def _near(db: Connection, ours: Side) -> list[int]:
    ref = db.execute("SELECT ref FROM disclosures WHERE id = ?", (ours.head.id,)).fetchone()[0]
    return nearby(db, ours.wording, ref, but=ours.head.id)


def found_among(db: Connection, ours: Side, candidates: Iterable[int]) -> list[Verdict]:
    """Those of the candidates that are the same as `ours`. A reference or a day tells most apart unread."""
    heads = (head_of(db, id) for id in candidates)
    sides = (side_of(db, head) for head in heads if head and may_be_same(ours.head, head))
    return [found for theirs in sides if (found := verdict(ours, theirs))]


def write(db: Connection, kept: int, found: Verdict, *, seen: str, other: int | None = None, address: str = "") -> int:
    """A row for a merge, of two disclosures or of an address that was taken as one of `kept`; gives its number."""
    evidence = msgspec.json.encode(found.evidence).decode()
    row = db.execute(
        "INSERT INTO merges (kept, other, address, kind, reason, evidence, seen) VALUES (?, ?, ?, ?, ?, ?, ?)",
        (kept, other, address, found.kind, found.reason, evidence, seen),
    )
    return int(row.lastrowid or 0)


def _part(db: Connection, merge: int, seen: str) -> None:
    """End a merge because what it joined has changed; unlike one undone by a person, it may be made again."""
    db.execute("UPDATE merges SET undone = ?, undone_reason = ? WHERE id = ?", (seen, PARTED, merge))


def _standing(db: Connection, id: int) -> dict[int, tuple[int, str]]:
    """The other ends of the merges of a disclosure that were found here, each with the merge and its kind."""
    rows = _of_both_ends(db, f"id, kind FROM merges WHERE undone = '' AND kind IN {_FOUND}", id)
    return {other: (merge, kind) for other, merge, kind in rows}


def _settled(db: Connection, id: int) -> set[int]:
    """The other ends of what stands already, or was undone by a person."""
    found = {other for other, _ in _of_both_ends(db, "id FROM merges WHERE (barred OR undone = '')", id)}
    addresses = "SELECT address FROM addresses WHERE disclosure = ?"
    return found | {kept for (kept,) in db.execute(f"{_PARTED_FROM} ({addresses})", (id,))}


def _of_both_ends(db: Connection, rest: str, id: int) -> list[tuple[Any, ...]]:
    """The other end, and `rest`, of the merges of two disclosures of which this is one."""
    mine = db.execute(f"SELECT other, {rest} AND kept = ? AND other IS NOT NULL", (id,)).fetchall()
    return mine + db.execute(f"SELECT kept, {rest} AND other = ?", (id,)).fetchall()
