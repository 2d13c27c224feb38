"""The estimates as they were noted when a crawl ended, so that a page can show them without counting anew."""

from collections.abc import Collection, Iterator
from sqlite3 import Connection

import msgspec

from store.database import Store
from store.references.estimating import Estimate, of_group
from store.references.forms import kin
from store.references.sequences import groups, twice_counted

Group = tuple[str, ...]


def noted(store: Store, forces: Collection[str] = ()) -> tuple[Estimate, ...]:
    """The same as `estimating.estimates`; only of forces of which something changed since is it counted now."""
    db = store.db.conn
    return tuple(_noted(db, groups(db, forces)))


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


def _noted(db: Connection, asked: Collection[Group]) -> Iterator[Estimate]:
    twice: Collection[int] | None = None
    for group in asked:
        found = _read(db, group)
        if found is None:
            twice = twice_counted(db) if twice is None else twice
            found = tuple(of_group(db, group, twice))
        yield from found


def _read(db: Connection, group: Group) -> tuple[Estimate, ...] | None:
    row = db.execute("SELECT estimates FROM number_estimates WHERE forces = ?", (_key(group),)).fetchone()
    try:
        return msgspec.json.decode(row[0], type=tuple[Estimate, ...]) if row else None
    except msgspec.ValidationError:
        return None  # as another version of foiwatch noted it


def _key(group: Group) -> str:
    return msgspec.json.encode(group).decode()
