"""What was merged and why, for a person to look at, and for whoever shows or counts disclosures once."""

from collections.abc import Iterable
from dataclasses import dataclass
from sqlite3 import Connection
from typing import Any

import msgspec

from store.database import Store
from store.errors import NotKept

_CHUNK = 500
_COLUMNS = """merges.id, kept, other, merges.address, merges.kind, reason, evidence, seen, undone, undone_reason,
    ours.title, ours.address, ours.source, coalesce(theirs.title, ''), coalesce(theirs.address, ''),
    coalesce(theirs.source, '')"""
_MERGES = f"""SELECT {_COLUMNS} FROM merges JOIN disclosures AS ours ON ours.id = kept
    LEFT JOIN disclosures AS theirs ON theirs.id = other"""


@dataclass(frozen=True)
class Merge:
    """A merge. `address` is one that was taken as one of the disclosure `kept`; else `other` is joined with it.

    Kinds: "address", "moved" (of an address); "copy", "amended copy" (in one log), "same reply" (in two logs),
    "by hand" (of two disclosures). `undone` is when it was taken back, or empty; an address has then become `other`.
    """

    id: int
    kept: int
    other: int | None
    address: str
    kind: str
    reason: str
    evidence: dict[str, Any]
    seen: str
    undone: str
    undone_reason: str
    kept_title: str
    kept_address: str
    kept_source: str
    other_title: str
    other_address: str
    other_source: str


@dataclass(frozen=True)
class Same:
    """A disclosure that is the same as another, the kind of sameness, why, and the merge that says so."""

    id: int
    kind: str
    reason: str
    merge: int


@dataclass(frozen=True)
class Alias:
    """A further address of a disclosure that its pages or log name, and how it is known; no page of its own."""

    address: str
    disclosure: int
    reason: str
    seen: str


def merges(store: Store, *, undone: bool = False) -> list[Merge]:
    """The merges in the order made, with `undone` those too that were taken back."""
    where = "" if undone else "WHERE undone = ''"
    return [_merge(row) for row in store.db.conn.execute(f"{_MERGES} {where} ORDER BY merges.id")]


def merge(store: Store, id: int) -> Merge:
    """One merge. Raises NotKept."""
    row = store.db.conn.execute(f"{_MERGES} WHERE merges.id = ?", (id,)).fetchone()
    if row is None:
        raise NotKept(f"there is no merge {id}; `foiwatch merge list` has their numbers")
    return _merge(row)


def aliases(store: Store) -> list[Alias]:
    """The addresses that are a disclosure's beside its own and those of the merges."""
    query = """SELECT address, disclosure, reason, seen FROM addresses WHERE reason <> 'own'
        AND address NOT IN (SELECT address FROM merges) ORDER BY disclosure, address"""
    return [Alias(*row) for row in store.db.conn.execute(query)]


def same_as(db: Connection, ids: Iterable[int]) -> dict[int, tuple[Same, ...]]:
    """For each of the ids, the disclosures joined with it; those that are joined with these are not followed."""
    asked = list(ids)
    found: dict[int, list[Same]] = {id: [] for id in asked}
    for start in range(0, len(asked), _CHUNK):
        chunk = asked[start : start + _CHUNK]
        query = f"""SELECT disclosure, same, kind, reason, merge FROM same_as
            WHERE disclosure IN ({", ".join("?" * len(chunk))}) ORDER BY same"""
        for id, *same in db.execute(query, chunk):
            found[id].append(Same(*same))
    return {id: tuple(others) for id, others in found.items()}


def _merge(row: tuple[Any, ...]) -> Merge:
    values: list[Any] = [*row[:6], msgspec.json.decode(row[6]), *row[7:]]
    return Merge(*values)
