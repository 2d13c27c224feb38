"""Rows of a workbook (XLSX, XLSB, XLS, ODS), every sheet that is shown, as tab-separated lines and as tables."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from crawler.reading.formats.filetext import Contents, Limits, Part, Table, first
from crawler.reading.formats.workbook import blocks, workbook
from crawler.reading.formats.workbook.cell_values import shown
from crawler.reading.formats.workbook.cells import named
from crawler.reading.formats.workbook.grid import held, merged
from crawler.reading.formats.workbook.workbook import Sheet


@dataclass
class Room:
    """What is left of the limits of a workbook."""

    cells: int
    characters: int

    def take(self, cells: int, characters: int) -> bool:
        """Whether it sufficed."""
        self.cells -= cells
        self.characters -= characters
        return self.cells >= 0 and self.characters >= 0


def read(data: bytes, kind: str, limits: Limits, *, hidden: bool = False) -> Contents:
    """One part a sheet, and its tables; those of hidden sheets only when `hidden` is asked for.

    Forces have given away personal data in sheets that they did not know were there. Raises Unreadable for an
    encrypted, damaged or oversized workbook.
    """
    parts: list[Part] = []
    tables: list[Table] = []
    notes: list[str] = []
    room = Room(limits.cells, limits.characters)
    with workbook.damage_named():
        for sheet in workbook.sheets(data, kind, limits, hidden=hidden):
            part, found = _read(sheet, limits, room, notes)
            parts += [part, *_beside(sheet, room, notes)]
            tables += found
            if min(room.cells, room.characters) < 0:
                break
    if len(tables) > limits.tables:
        notes.append(f"tables after {limits.tables:,} not read")
    return Contents(tuple(parts), tuple(notes), tuple(tables[: limits.tables]))


def _read(sheet: Sheet, limits: Limits, room: Room, notes: list[str]) -> tuple[Part, list[Table]]:
    where = f"sheet '{sheet.name}'"
    rows: list[Sequence[object]] = []
    lines: list[str] = []
    masks: list[int] = []
    top = 0
    for row in first(_as_shown(sheet), limits.rows, f"{where}: rows", notes):
        texts = [shown(cell) for cell in row]
        line = "\t".join(texts).rstrip("\t")
        if not room.take(len(row), len(line) + 1):
            notes.append(f"{where}: not read to its end, the workbook is too large")
            break
        if not rows and not line:
            top += 1
            continue
        rows.append(row)
        lines.append(line)
        masks.append(held(texts))
    if sheet.extra.unsolved:
        notes.append(f"{where}: formulas without a value, left empty")
    grid = merged(rows, masks, (top, sheet.left), sheet.extra.merges)
    part = Part(where, "\n".join(lines).rstrip("\n"), named(top if rows else 0, sheet.left))
    return part, blocks.tables(grid, where, limits, notes)


def _beside(sheet: Sheet, room: Room, notes: list[str]) -> Iterator[Part]:
    """The words that stand on a sheet and in no cell."""
    for what, lines in sheet.extra.beside.items():
        words = "\n".join(lines)
        if words and room.take(0, len(words)):
            yield Part(f"sheet '{sheet.name}', {what}", words)
        elif words:
            notes.append(f"sheet '{sheet.name}': {what} not read, the workbook is too large")


def _as_shown(sheet: Sheet) -> Iterator[Sequence[object]]:
    """The rows with what calamine leaves out or gets wrong, and with numbers that say what is shown of them."""
    texts: dict[int, dict[int, str]] = {}
    for (row, column), text in sheet.extra.texts.items():
        texts.setdefault(row, {})[column - sheet.left] = text
    for number, cells in enumerate(sheet.rows):
        told = texts.get(number, {})
        if told:
            cells = [told.get(column, cell) if isinstance(cell, str) else cell for column, cell in enumerate(cells)]
        yield sheet.extra.figures.shown(number, sheet.left, cells)
