"""The estimates as they were noted when a crawl ended, so that a page can show them without counting anew."""

from collections.abc import Collection
from dataclasses import dataclass
from sqlite3 import Connection

import msgspec

from store.database import Store
from store.references.estimating import Estimate, of_group
from store.references.forms import kin
from store.references.sequences import groups, twice_counted

_NOTED = """SELECT estimates, noted, EXISTS (SELECT 1 FROM estimates_outdated AS o WHERE o.forces = n.forces)
    FROM number_estimates AS n WHERE forces = ?"""
Group = tuple[str, ...]


@dataclass(frozen=True)
class Noted:
    """Estimates and when they were noted (ISO 8601 in UTC, the oldest of several; "" where they were counted now).

    `outdated`: something that they are made from has changed since.
    """

    estimates: tuple[Estimate, ...]
    moment: str = ""
    outdated: bool = False


def noted(store: Store, forces: Collection[str] = ()) -> Noted:
    """What `estimating.estimates` gave when it was noted; of forces of which nothing is noted it is counted now."""
    db = store.db.conn
    asked = groups(db, forces)
    found = [_read(db, group) for group in asked]
    twice: Collection[int] = twice_counted(db) if None in found else ()
    every = [
        Noted(tuple(of_group(db, group, twice))) if one is None else one
        for group, one in zip(asked, found, strict=True)
    ]
    return Noted(
        tuple(estimate for one in every for estimate in one.estimates),
        min((one.moment for one in every if one.moment), default=""),
        any(one.outdated for one in every),
    )


def renew(store: Store, source: str, moment: str) -> None:
    """Note the estimates of the forces of a source, at the end of its crawl. `moment` is an ISO 8601 time in UTC."""
    db = store.db.conn
    names = db.execute("SELECT DISTINCT force FROM reference_numbers WHERE source = ? AND force <> ''", (source,))
    for group in sorted({kin(name) for (name,) in names}):
        # Counted and written in one: what another one writes meanwhile would else be lost behind it.
        with store.writing():
            found = msgspec.json.encode(list(of_group(db, group, twice_counted(db)))).decode()
            db.execute(
                """INSERT INTO number_estimates (forces, noted, estimates) VALUES (?, ?, ?)
                ON CONFLICT (forces) DO UPDATE SET noted = excluded.noted, estimates = excluded.estimates""",
                (_key(group), moment, found),
            )
            db.execute("DELETE FROM estimates_outdated WHERE forces = ?", (_key(group),))


def _read(db: Connection, group: Group) -> Noted | None:
    row = db.execute(_NOTED, (_key(group),)).fetchone()
    try:
        return Noted(msgspec.json.decode(row[0], type=tuple[Estimate, ...]), row[1], bool(row[2])) if row else None
    except msgspec.ValidationError:
        return None  # as another version of foiwatch noted it


def _key(group: Group) -> str:
    return msgspec.json.encode(group).decode()
