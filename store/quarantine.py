"""The files that are held back: which they are, what was found in them, and what the operator has been told.

A file is held back as long as `quarantined` in foi.db has its row; private.db remembers what was found in it, and
that an operator released it, so that it stays released when it is met again.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from sqlite3 import Connection

import msgspec

from store.contents import clean_json
from store.database import Store
from store.errors import NotKept
from store.fileread import Concealed

_HELD = """SELECT quarantined.sha256, kinds, since, media_type, bytes FROM quarantined
    JOIN files ON files.sha256 = quarantined.sha256"""
_CARRIERS = """SELECT DISTINCT disclosures.id, title, ref, disclosures.address FROM attachments
    JOIN disclosures ON disclosures.id = attachments.disclosure WHERE sha256 = ? ORDER BY disclosures.id"""


@dataclass(frozen=True)
class Carrier:
    """A disclosure that links to a held file, or is one."""

    id: int
    title: str
    ref: str
    address: str


@dataclass(frozen=True)
class Held:
    """A file that is held back. `kinds` are public; `name`, `address` and `found` are for the operator alone."""

    sha256: str
    kinds: dict[str, int]
    since: str
    media_type: str
    bytes: int
    name: str
    address: str
    found: tuple[Concealed, ...]
    carriers: tuple[Carrier, ...]


def held_among(db: Connection, digests: Iterable[str]) -> set[str]:
    """Those of the files that are held back."""
    asked = [digest for digest in digests if digest]
    if not asked:
        return set()
    query = f"SELECT sha256 FROM quarantined WHERE sha256 IN ({', '.join('?' * len(asked))})"
    return {sha256 for (sha256,) in db.execute(query, asked)}


def released(store: Store, sha256: str) -> bool:
    """Whether an operator released the file."""
    query = "SELECT 1 FROM quarantine WHERE sha256 = ? AND released <> ''"
    return store.private.conn.execute(query, (sha256,)).fetchone() is not None


def held(store: Store) -> list[Held]:
    """All files that are held back, the longest first."""
    rows = store.db.conn.execute(f"{_HELD} ORDER BY since = '', since, quarantined.sha256").fetchall()
    return [_held(store, *row) for row in rows]


def held_file(store: Store, id: str) -> Held:
    """The held file whose SHA-256 begins so. Raises NotKept when there is none, or more than one."""
    sha256 = _only(store, "quarantined", id, "no file in quarantine")
    row = store.db.conn.execute(f"{_HELD} WHERE quarantined.sha256 = ?", (sha256,)).fetchone()
    return _held(store, *row)


def kept_file(store: Store, id: str) -> str:
    """The SHA-256, which begins so, of a kept file. Raises NotKept when there is none, or more than one."""
    return _only(store, "files", id, "no file is kept")


def carriers(db: Connection, sha256: str) -> tuple[Carrier, ...]:
    """The disclosures that link to a file."""
    return tuple(Carrier(*row) for row in db.execute(_CARRIERS, (sha256,)))


def remember(store: Store, sha256: str, name: str, address: str, found: Sequence[Concealed]) -> None:
    """Note, for the operator, what was found in a file that is to be held back. What was known before stays."""
    with store.writing_privately():
        store.private.conn.execute(
            """INSERT INTO quarantine (sha256, name, address, found) VALUES (?, ?, ?, ?)
            ON CONFLICT (sha256) DO UPDATE SET
                name = coalesce(nullif(quarantine.name, ''), excluded.name),
                address = coalesce(nullif(quarantine.address, ''), excluded.address),
                found = CASE excluded.found WHEN '[]' THEN quarantine.found ELSE excluded.found END,
                told = CASE quarantine.released WHEN '' THEN quarantine.told ELSE '' END,
                released = '', reason = ''""",
            (sha256, name, address, clean_json(list(found))),
        )


def set_released(store: Store, sha256: str, moment: str, reason: str = "") -> None:
    """Note that an operator releases a file, or, with an empty moment, that it is not released after all."""
    with store.writing_privately():
        store.private.conn.execute(
            """INSERT INTO quarantine (sha256, released, reason) VALUES (:sha256, :moment, :reason)
            ON CONFLICT (sha256) DO UPDATE SET released = :moment, reason = :reason""",
            {"sha256": sha256, "moment": moment, "reason": reason},
        )


def untold(store: Store) -> list[Held]:
    """The held files of which the operator has not heard."""
    told = {sha256 for (sha256,) in store.private.conn.execute("SELECT sha256 FROM quarantine WHERE told <> ''")}
    waiting = {sha256 for (sha256,) in store.db.conn.execute("SELECT sha256 FROM quarantined")} - told
    return [one for one in held(store) if one.sha256 in waiting] if waiting else []


def mark_told(store: Store, files: Iterable[Held], moment: str) -> None:
    """The operator has heard of these."""
    with store.writing_privately():
        store.private.conn.executemany(
            """INSERT INTO quarantine (sha256, told) VALUES (?, ?)
            ON CONFLICT (sha256) DO UPDATE SET told = excluded.told""",
            [(one.sha256, moment) for one in files],
        )


def _held(store: Store, sha256: str, kinds: str, since: str, media_type: str, size: int) -> Held:
    query = "SELECT name, address, found FROM quarantine WHERE sha256 = ?"
    # Another private.db may have been put in the place of the one that knew.
    name, address, found = store.private.conn.execute(query, (sha256,)).fetchone() or ("", "", "[]")
    return Held(
        sha256,
        msgspec.json.decode(kinds, type=dict[str, int]),
        since,
        media_type,
        size,
        name or sha256[:12],
        address,
        tuple(msgspec.json.decode(found, type=list[Concealed])),
        carriers(store.db.conn, sha256),
    )


def _only(store: Store, table: str, id: str, none: str) -> str:
    wanted = id.strip().lower()
    query = f"SELECT sha256 FROM {table} WHERE substr(sha256, 1, ?) = ? ORDER BY sha256 LIMIT 2"
    found = [sha256 for (sha256,) in store.db.conn.execute(query, (len(wanted), wanted))] if wanted else []
    if not found:
        raise NotKept(f"{none} whose SHA-256 begins with {id!r}")
    if len(found) > 1:
        raise NotKept(f"more than one file begins with {id!r}; give more of its SHA-256")
    return found[0]
