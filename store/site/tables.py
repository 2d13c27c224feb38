"""The tables of a disclosure, of its page and of its files: as the page shows them, and each as CSV."""

import json
from dataclasses import dataclass, replace
from sqlite3 import Connection
from typing import Any

import msgspec
from datasette import NotFound, Response

from store.database import Store
from store.places import in_file
from store.site.record import of_record
from store.site.rows import unpacked
from store.site.sheet import sheet

ROUTE = r"/disclosures/(?P<id>[1-9]\d{0,17})/table-(?P<number>[1-9]\d{0,3})\.csv$"
ROWS, COLUMNS, CELL = 60, 40, 300  # of a table on the page; all of it is in its CSV
MOST = 40  # tables on a page
SHORT = 15  # rows
BEGINNING = 60_000  # characters of the JSON of a table in which its first rows are looked for

_EXTRA = "SELECT json_extract(extra, '$.tables') FROM disclosures WHERE id = ? AND status <> 'quarantined'"
_FILES = """SELECT a.address, a.label, t.place, t.height, t.width, {rows} FROM attachments a
    JOIN file_tables t ON t.sha256 = a.sha256
    WHERE a.disclosure = :id AND NOT EXISTS (SELECT 1 FROM quarantined q WHERE q.sha256 = a.sha256)
    ORDER BY a.position, t.position LIMIT :limit OFFSET :offset"""
_DECODER = json.JSONDecoder()


@dataclass(frozen=True)
class Shown:
    """A table as the page shows it: the number of its CSV, where it stands, its size, and the first of its rows.

    `head` is the first row where that reads as one of headings, and then is not among `rows`. `opened`: the page
    shows it at once, as it does the first of a file when it is short; those of the page stand in its answer already.
    """

    number: int
    where: str
    height: int
    width: int
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    in_file: bool = False
    opened: bool = False

    @property
    def more(self) -> int:
        return max(0, self.height - len(self.rows) - bool(self.head))


def tables(db: Connection, id: int) -> tuple[list[Shown], int]:
    """The first MOST tables of a disclosure, those of its page first, and how many more there are."""
    own = _of_page(db, id)
    found = [_shown(at, where, rows, len(rows), _width(rows)) for at, (where, rows) in enumerate(own[:MOST], 1)]
    values = {"id": id, "limit": 10_000, "offset": 0}
    files = db.execute(_FILES.format(rows="t.sha256"), values).fetchall()
    wanted = values | {"limit": max(0, MOST - len(found))}
    for at, row in enumerate(db.execute(_FILES.format(rows=f"substr(t.rows, 1, {BEGINNING})"), wanted), len(own) + 1):
        address, label, place, height, width, cells = row
        shown = _shown(at, in_file(address, label, place), _first(cells), height, width)
        found.append(replace(shown, in_file=True, opened=at == len(own) + 1 and 0 < height <= SHORT))
    return found, len(own) + len(files) - len(found)


def cells(store: Store, id: int, number: int) -> list[list[Any]] | None:
    """All rows of one table by its number; None when there is none."""
    shown = store.db.conn.execute("SELECT 1 FROM disclosures WHERE id = ? AND status <> 'quarantined'", (id,))
    own = _of_page(store.db.conn, id)
    if shown.fetchone() is None:
        return None
    if number <= len(own):
        return own[number - 1][1]
    values = {"id": id, "limit": 1, "offset": number - len(own) - 1}
    row = store.db.conn.execute(_FILES.format(rows="t.rows"), values).fetchone()
    return msgspec.json.decode(row[5]) if row else None


async def table_file(datasette: Any, request: Any) -> Response:
    """A table as CSV, in which nothing is run as a formula. Raises NotFound."""
    id, number = (int(request.url_vars[name]) for name in ("id", "number"))
    found = await of_record(datasette, lambda store: cells(store, id, number))
    if found is None:
        raise NotFound("There is no such table")
    return sheet(f"disclosure-{id}-table-{number}.csv", found)


def _of_page(db: Connection, id: int) -> list[tuple[str, list[list[Any]]]]:
    row = db.execute(_EXTRA, (id,)).fetchone()
    found = unpacked(row[0], []) if row else []
    tables = [one for one in found if isinstance(one, dict) and isinstance(one.get("rows"), list)]
    return [(str(one.get("where") or ""), [r for r in one["rows"] if isinstance(r, list)]) for one in tables]


def _first(text: str) -> list[list[Any]]:
    """The first rows of a table from the beginning of its JSON, a list of lists: a sheet can be megabytes of it."""
    found: list[list[Any]] = []
    at = 1
    while len(found) <= ROWS and text[at : at + 1] == "[":
        try:
            row, at = _DECODER.raw_decode(text, at)
        except ValueError:
            break
        found.append(row)
        at += 1
    return found


def _shown(number: int, where: str, rows: list[list[Any]], height: int, width: int) -> Shown:
    first = [tuple(_said(cell) for cell in row[:COLUMNS]) for row in rows[: ROWS + 1]]
    level = [row + ("",) * (min(width, COLUMNS) - len(row)) for row in first]
    headed = len(level) > 1 and all(isinstance(cell, str) or cell is None for cell in rows[0]) and _heads(level)
    return Shown(number, where, height, width, level[0] if headed else (), tuple(level[1:] if headed else level[:ROWS]))


def _heads(rows: list[tuple[str, ...]]) -> bool:
    """Whether the first row reads as headings: words in it, above rows in which there are figures."""
    words = [cell for cell in rows[0] if cell.strip()]
    figures = any(cell[:1].isdigit() for row in rows[1:4] for cell in row[1:])
    return bool(words) and (figures or len(words) == len(rows[0])) and not rows[0][-1][:1].isspace()


def _width(rows: list[list[Any]]) -> int:
    return max(map(len, rows), default=0)


def _said(cell: Any) -> str:
    text = "" if cell is None else str(cell)
    return text if len(text) <= CELL else text[:CELL] + " …"
