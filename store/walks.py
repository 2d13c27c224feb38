"""How far the walk through each log has come, the register of sources, and what servers said of pages."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass, fields, replace
from typing import Any

from store.database import Store
from store.errors import StoreError
from store.records import Validators


@dataclass(frozen=True)
class Walk:
    """How far a walk has come; all but the first field are empty when not known.

    `complete`: the first walk came to the end. `frontier`: where an unfinished walk goes on. `listing`: the
    address the log was found at. `walked` and `walked_fully`: when it was last walked at all, and to its end.
    `since`: the date that bounds the first walk. `modified_to`: the latest modification listed when a walk ended.
    """

    complete: bool = False
    frontier: str = ""
    listing: str = ""
    walked: str = ""
    walked_fully: str = ""
    since: str = ""
    modified_to: str = ""


_COLUMNS = tuple(field.name for field in fields(Walk))


def walk(store: Store, source: str) -> Walk:
    """The walk of a source; an empty one when the source is not registered."""
    query = f"SELECT {', '.join(_COLUMNS)} FROM sources WHERE name = ?"
    row = store.db.conn.execute(query, (source,)).fetchone()
    return Walk(bool(row[0]), *row[1:]) if row else Walk()


def save_walk(store: Store, source: str, **changes: Any) -> Walk:
    """Change fields of the walk. Raises StoreError when the source is not registered."""
    with store.writing():
        changed = replace(walk(store, source), **changes)
        marks = ", ".join(f"{column} = :{column}" for column in _COLUMNS)
        values = asdict(changed) | {"name": source}
        if store.db.conn.execute(f"UPDATE sources SET {marks} WHERE name = :name", values).rowcount == 0:
            raise StoreError(f"the source {source!r} is not registered")
    return changed


def register_sources(store: Store, rows: Iterable[tuple[str, str, str, str]]) -> None:
    """Make the sources known, as (name, full name, platform, site); their walks are left alone."""
    with store.writing():
        store.db.conn.executemany(
            """INSERT INTO sources (name, full_name, platform, site) VALUES (?, ?, ?, ?)
            ON CONFLICT (name) DO UPDATE
            SET full_name = excluded.full_name, platform = excluded.platform, site = excluded.site
            WHERE (full_name, platform, site) <> (excluded.full_name, excluded.platform, excluded.site)""",
            list(rows),
        )


def register_forces(store: Store, rows: Iterable[tuple[str, str]]) -> None:
    """Make the forces known, as (full name, website); an empty website leaves the one that is known."""
    with store.writing():
        store.db.conn.executemany(
            """INSERT INTO forces (name, website) VALUES (?, ?)
            ON CONFLICT (name) DO UPDATE SET website = excluded.website
            WHERE excluded.website NOT IN ('', forces.website)""",
            list(rows),
        )


def validators(store: Store, address: str) -> Validators | None:
    """What to ask again with, or None when the server never said."""
    query = "SELECT etag, last_modified FROM validators WHERE address = ?"
    row = store.db.conn.execute(query, (address,)).fetchone()
    return Validators(*row) if row else None


def save_validators(store: Store, address: str, said: Validators, seen: str) -> None:
    """Remember what the server said, verbatim; when it says nothing any more, forget what it said before.

    Save them in the transaction that keeps the content: else a crash between the two makes the server's
    "not modified" hide what was never kept.
    """
    with store.writing():
        if said == Validators():
            store.db.conn.execute("DELETE FROM validators WHERE address = ?", (address,))
            return
        store.db.conn.execute(
            """INSERT INTO validators (address, etag, last_modified, seen) VALUES (?, ?, ?, ?)
            ON CONFLICT (address) DO UPDATE
            SET etag = excluded.etag, last_modified = excluded.last_modified, seen = excluded.seen
            WHERE (validators.etag, validators.last_modified) <> (excluded.etag, excluded.last_modified)""",
            (address, said.etag, said.last_modified, seen),
        )
