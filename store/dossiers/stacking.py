"""Tables of one shape in one dossier, stacked into one long table that tells for each row where it stands."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from sqlite3 import Connection

from store.contents import tables_of
from store.dossiers.shape import Stacked
from store.fileread import Cell
from store.places import cell_after, in_file, parts_of
from store.records import Disclosure

BESIDE = ("force", "disclosure", "where", "cells")
LONGEST = 20_000  # rows of one stacked table: beyond it, the files themselves are the better source
_NUMBER = re.compile(r"[£$€]?\s*-?\d[\d,]*(?:\.\d+)?\s*%?|[<≤]\s*\d+|\*+|-|–|nil|n/?a|none|x{1,3}", re.I)
_NOT_WORDS = re.compile(r"[^\w%£]+")


@dataclass(frozen=True)
class _Table:
    """One table as it is published: its place, its first cell ("" where it has none), and its rows."""

    kept: Disclosure
    where: str
    first_cell: str
    rows: tuple[tuple[Cell, ...], ...]

    @property
    def header(self) -> tuple[str, ...]:
        return tuple(_folded(cell) for cell in self.rows[0])


def stacked(db: Connection, members: Sequence[Disclosure]) -> tuple[Stacked, ...]:
    """The tables that two disclosures of a dossier or more have in one shape: header and kinds of columns."""
    shapes: dict[tuple[str, ...], list[list[_Table]]] = {}
    for table in _tables(db, members):
        stacks = shapes.setdefault(table.header, [])
        fitting = next((stack for stack in stacks if _fits(table, stack[0])), None)
        if fitting is None:
            stacks.append([table])
        else:
            fitting.append(table)
    found = [stack for stacks in shapes.values() for stack in stacks if len({one.kept.id for one in stack}) > 1]
    return tuple(_one(stack) for stack in found)


def _tables(db: Connection, members: Sequence[Disclosure]) -> Iterator[_Table]:
    for kept in members:
        for table in kept.extra.get("tables") or ():
            yield from _read(kept, str(table.get("where") or "on the page"), "", table.get("rows") or ())
        for file in kept.attachments:
            if not file.sha256 or _held(db, file.sha256):
                continue
            firsts = {part.place: part.first_cell for part in parts_of(db, file.sha256)}
            for kept_table in tables_of(db, file.sha256):
                where = in_file(file.address, file.label, kept_table.place)
                yield from _read(kept, where, firsts.get(kept_table.place, ""), kept_table.rows)


def _held(db: Connection, sha256: str) -> bool:
    return db.execute("SELECT 1 FROM quarantined WHERE sha256 = ?", (sha256,)).fetchone() is not None


def _read(kept: Disclosure, where: str, first_cell: str, rows: Iterable[Sequence[Cell]]) -> Iterator[_Table]:
    """A table that has a header, told by words in every cell of its first row, and something below it."""
    table = _Table(kept, where, first_cell, tuple(map(tuple, rows)))
    if len(table.rows) < 2 or len(table.rows[0]) < 2:
        return
    header = table.header
    if all(header[:1]) and sum(map(bool, header)) >= 2 and len(set(header)) == len(header):
        yield table


def _folded(cell: Cell) -> str:
    return _NOT_WORDS.sub(" ", str(cell)).strip().casefold()


def _fits(one: _Table, other: _Table) -> bool:
    """Whether the columns hold the same kinds of cells; an empty column holds any."""
    return all(not (mine and theirs) or mine == theirs for mine, theirs in zip(_kinds(one), _kinds(other), strict=True))


def _kinds(table: _Table) -> list[str]:
    kinds = []
    for column in range(len(table.header)):
        cells = [row[column] for row in table.rows[1:] if column < len(row) and str(row[column]).strip()]
        numbers = sum(isinstance(c, int | float) or _NUMBER.fullmatch(str(c).strip()) is not None for c in cells)
        kinds.append("" if not cells else "number" if 2 * numbers > len(cells) else "text")
    return kinds


def _one(stack: Sequence[_Table]) -> Stacked:
    header = tuple(str(cell).strip() for cell in stack[0].rows[0])
    rows = [row for table in stack for row in _rows(table, len(header))]
    return Stacked((*BESIDE, *header), tuple(rows[:LONGEST]), tuple(dict.fromkeys(one.kept.id for one in stack)))


def _rows(table: _Table, width: int) -> Iterator[tuple[Cell, ...]]:
    forces = "; ".join(table.kept.forces)
    for down, row in enumerate(table.rows[1:], 1):
        if any(str(cell).strip() for cell in row):
            cells = (*row, *[""] * (width - len(row)))[:width]
            yield (forces, table.kept.id, table.where, _span(table.first_cell, down, width), *cells)


def _span(first_cell: str, down: int, width: int) -> str:
    """The cells of a row: "A5:D5" in a sheet, "row 5" elsewhere, the header being row 1."""
    ends = [cell_after("\n" * down + "\t" * across, first_cell) for across in (0, width - 1)] if first_cell else []
    return ":".join(ends) if all(ends) and ends else f"row {down + 1}"
