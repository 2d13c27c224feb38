"""The cells of a sheet with what is merged, and any rectangle of them as a table."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from crawler.reading.formats.filetext import Cell, Table
from crawler.reading.formats.workbook.cell_values import typed
from crawler.reading.formats.workbook.cells import named, span

Area = tuple[int, int, int, int]  # first row and column, last row and column, both within; counted from 0
Place = tuple[int, int]


@dataclass(frozen=True)
class Grid:
    """The rows of a sheet from its cell `top`, `left` on; places are counted from there.

    `held` has a number a row, whose bits are the columns that hold a value; in `full` a cell holds what it is merged
    with. `merged` leads from a cell to the one whose value stands in it.
    """

    rows: Sequence[Sequence[object]]
    held: Sequence[int]
    top: int = 0
    left: int = 0
    merged: dict[Place, Place] | None = None
    full: Sequence[int] = ()

    def origin(self, row: int, column: int) -> Place:
        """The cell whose value stands in this one: itself, unless it is merged."""
        return (self.merged or {}).get((row, column), (row, column))

    def value(self, row: int, column: int) -> Cell:
        """The typed value of a cell; empty beyond the end of a row."""
        row, column = self.origin(row, column)
        return typed(self.rows[row][column]) if column < len(self.rows[row]) else ""

    def table(self, area: Area, where: str) -> Table:
        """The cells of an area; its range is added to `where` ("sheet 'Data'")."""
        top, left, bottom, right = area
        cells = span(named(self.top + top, self.left + left), bottom - top + 1, right - left + 1)
        rows = tuple(
            tuple(self.value(row, column) for column in range(left, right + 1)) for row in range(top, bottom + 1)
        )
        return Table(f"{where}, {cells}" if where else cells, rows)


def held(texts: Iterable[str]) -> int:
    """The columns that hold something, as the bits of a number."""
    return sum(1 << column for column, text in enumerate(texts) if text)


def merged(rows: Sequence[Sequence[object]], masks: Sequence[int], corner: Place, merges: Iterable[Area]) -> Grid:
    """A grid from the cell `corner` of a sheet on; `merges` are areas of the sheet, cut to what there is of it."""
    top, left = corner
    width = max((mask.bit_length() for mask in masks), default=0)
    origins: dict[Place, Place] = {}
    full, room = list(masks), len(rows) * width
    for first_row, first_column, last_row, last_column in merges:
        row, column = first_row - top, first_column - left
        down, across = min(last_row - top, len(rows) - 1), min(last_column - left, width - 1)
        if row < 0 or column < 0 or row > down or column > across or not masks[row] >> column & 1:
            continue
        # In a sound workbook merges lie apart: those that would fill it more than once are not followed.
        room -= (down - row + 1) * (across - column + 1)
        if room < 0:
            break
        for each in range(row, down + 1):
            full[each] |= (1 << across + 1) - (1 << column)
            origins.update({(each, over): (row, column) for over in range(column, across + 1)})
    return Grid(rows, masks, top, left, origins, full)
