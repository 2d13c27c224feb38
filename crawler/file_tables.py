"""The tables of a file, and the small figures in them that a force kept back, each with its cell."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from crawler.reading.facts.suppressed import suppressed
from crawler.reading.formats.filetext import Cell, FileText, Table
from store.places import cell_after

Markers = tuple[dict[str, str], ...]

CELLS = 50_000  # of a file's tables that are looked at for markers: the crawl waits meanwhile
LINES = 200  # of the notes of a file
MARKERS = 500  # of one table: where nearly each cell is one, the first say it all
_AT = re.compile(r"\d+")


def tables(file: FileText) -> Iterator[tuple[Table, Markers]]:
    """Each table, and its markers as {"marker", "where"}: the cell of a sheet, or row and column (from 1)."""
    left = CELLS
    keys = list(islice(_lone_lines(file), LINES))
    for table in file.tables:
        width = max(map(len, table.rows), default=0)
        looked_at = table.rows[: left // max(1, width)]
        left -= len(looked_at) * width
        yield table, tuple(_markers(table.where, looked_at, keys))


def _lone_lines(file: FileText) -> Iterator[str]:
    """The lines that are no rows: a note under a table, or on a sheet of its own, says what its marks stand for."""
    return (line for part in file.parts for line in part.text.split("\n") if line and "\t" not in line.strip("\t"))


def _markers(where: str, rows: Sequence[tuple[Cell, ...]], keys: Sequence[str]) -> Iterator[dict[str, str]]:
    texts = tuple(tuple(cell if isinstance(cell, str) else str(cell) for cell in row) for row in rows)
    for found in suppressed([texts], (), keys)[:MARKERS]:
        down, across = map(int, _AT.findall(found["where"])[-2:])
        yield {"marker": found["marker"], "where": _place(where, down, across)}


def _place(where: str, down: int, across: int) -> str:
    head, _, area = where.rpartition(", ")
    cell = cell_after("\n" * (down - 1) + "\t" * (across - 1), area.partition(":")[0])
    if cell:
        return ", ".join(filter(None, (head, cell)))
    return f"{where}, row {down}, column {across}".removeprefix(", ")
