"""Notes the running number of each disclosure that is kept, for the counting of holes."""

from collections.abc import Iterable
from sqlite3 import Connection

from sqlite_utils import Database

from store.references.forms import take_apart

JOINT = "the reply of several forces"
NO_FORCE = "of no one force"
NO_REFERENCE = "no reference"
NO_NUMBER = "no running number in its reference"

_EARLIEST, _LATEST = 2000, 2099
_COLUMNS = (
    "source", "force", "series", "year", "month", "number", "letter", "received", "responded", "published", "left_out",
)  # fmt: skip
_WRITE = f"""INSERT INTO reference_numbers (disclosure, {", ".join(_COLUMNS)})
    VALUES (?, {", ".join("?" * len(_COLUMNS))})
    ON CONFLICT (disclosure) DO UPDATE SET {", ".join(f"{c} = excluded.{c}" for c in _COLUMNS)}
    WHERE ({", ".join(f"reference_numbers.{c}" for c in _COLUMNS)})
        IS NOT ({", ".join(f"excluded.{c}" for c in _COLUMNS)})"""


def note(db: Connection, disclosure: int) -> None:
    """Take the reference of a kept disclosure apart, and write its row anew where that differs.

    Letters from elsewhere and news have no row: they are not published in a log, and the number of an archive
    such as WhatDoTheyKnow is its own.
    """
    query = "SELECT kind, source, ref, received, responded, published FROM disclosures WHERE id = ?"
    kind, source, ref, *days = db.execute(query, (disclosure,)).fetchone()
    if kind != "disclosure":
        db.execute("DELETE FROM reference_numbers WHERE disclosure = ?", (disclosure,))
        return
    names = db.execute("SELECT force FROM disclosure_forces WHERE disclosure = ?", (disclosure,)).fetchall()
    force = names[0][0] if len(names) == 1 else ""
    found = take_apart(ref, force, possible_years(*days)) if force and ref else None
    if found and found.number > 0:
        parts = (found.series, found.year, found.month, found.number, found.letter, *days, "")
    else:
        why = (JOINT if names else NO_FORCE) if not force else NO_NUMBER if ref else NO_REFERENCE
        parts = ("", "", "", None, "", *days, why)
    db.execute(_WRITE, (disclosure, source, force, *parts))


def fill(db: Database) -> None:
    """Note what was kept before there was such a table. For a migration."""
    ids: Iterable[tuple[int]] = db.conn.execute("SELECT id FROM disclosures WHERE kind = 'disclosure'").fetchall()
    for (disclosure,) in ids:
        note(db.conn, disclosure)


def possible_years(received: str, responded: str, published: str) -> tuple[int, int] | None:
    """The first and last year that the number of a request can be of, by the dates of its disclosure; None without.

    It is numbered when it comes, and answered within a year or so. A log may publish it any time later.
    """
    years = [int(day[:4]) for day in (received, responded, published) if day[:4].isdigit()]
    if not years:
        return None
    asked = [int(day[:4]) for day in (received, responded) if day[:4].isdigit()]
    return (min(asked) - 1 if asked else _EARLIEST), min(max(years), _LATEST)
