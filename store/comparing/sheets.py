"""A sheet beside the one that it replaced: which rows are new or gone, and which cells of the others changed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from store.comparing.wordruns import Piece, Run, aligned, differ, word_runs
from store.places import cell_after

_SECONDS = 1.0
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@dataclass(frozen=True)
class _Sheet:
    """The rows of a sheet, their cells parted by tabs, the first of them in the row of `first_cell`."""

    place: str
    rows: Sequence[str]
    first_cell: str

    def row(self, number: int) -> str:
        cell = cell_after("\n" * number, self.first_cell)
        return f"{self.place}, row {cell.lstrip(_LETTERS)}" if cell else self.place

    def cell(self, number: int, column: int) -> str:
        cell = cell_after("\n" * number + "\t" * column, self.first_cell)
        return f"{self.place}, {cell}" if cell else self.place


def sheet_changes(place: str, before: str, first_before: str, after: str, first_after: str) -> Iterator[Piece]:
    """What changed, in the order of the rows; cells and rows are named as in the sheet that has them."""
    old, new = _Sheet(place, before.split("\n"), first_before), _Sheet(place, after.split("\n"), first_after)
    for gone, come in _gaps(old.rows, new.rows):
        yield from _named_rows(old, gone, new, come)


def _gaps(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[list[int], list[int]]]:
    """Where rows are not the same: the numbers of the old ones and of the new ones that stand there instead."""
    gone: list[int] = []
    come: list[int] = []
    for kind, first, last in aligned(old, new, _SECONDS):
        if kind == "equal":
            yield gone, come
            gone, come = [], []
        else:
            (gone if kind == "removed" else come).extend(range(first, last))
    yield gone, come


def _named_rows(old: _Sheet, gone: list[int], new: _Sheet, come: list[int]) -> Iterator[Piece]:
    """A row is that of the same first cell, a year or a station, whatever else changed in it."""
    left: list[int] = []
    names = [_name(old.rows[i]) for i in gone], [_name(new.rows[j]) for j in come]
    i = 0
    for kind, first, last in aligned(*names, _SECONDS):
        if kind == "removed":
            left += gone[first:last]
            i = last
            continue
        here = come[first:last]
        yield from _other_rows(old, left, new, here if kind == "added" else [])
        left = []
        if kind == "equal":
            for was, now in zip(gone[i:], here, strict=False):
                yield from _cells(old.rows[was], new, now)
            i += len(here)
    yield from _other_rows(old, left, new, [])


def _other_rows(old: _Sheet, gone: list[int], new: _Sheet, come: list[int]) -> Iterator[Piece]:
    """Rows of another name: as many as there were and alike in the rest, they were renamed; else gone and come."""
    if len(gone) == len(come) and all(_alike(old.rows[i], new.rows[j]) for i, j in zip(gone, come, strict=True)):
        for i, j in zip(gone, come, strict=True):
            yield from _cells(old.rows[i], new, j)
        return
    yield from (Piece(old.row(i), (Run("removed", _spaced(old.rows[i])),)) for i in gone if old.rows[i].strip())
    yield from (Piece(new.row(j), (Run("added", _spaced(new.rows[j])),)) for j in come if new.rows[j].strip())


def _cells(before: str, new: _Sheet, number: int) -> Iterator[Piece]:
    was, now = before.split("\t"), new.rows[number].split("\t")
    for column in range(max(len(was), len(now))):
        old_cell, new_cell = (cells[column].strip() if column < len(cells) else "" for cells in (was, now))
        runs = word_runs(old_cell, new_cell) if old_cell != new_cell else ()
        if differ(runs):
            yield Piece(new.cell(number, column), runs)


def _name(row: str) -> str:
    return next((cell.strip() for cell in row.split("\t") if cell.strip()), "")


def _alike(before: str, after: str) -> bool:
    """Whether two rows have any cell in common, or are of one cell."""
    old, new = ({cell.strip() for cell in row.split("\t")} - {""} for row in (before, after))
    return bool(old & new) or max(len(old), len(new)) <= 1


def _spaced(row: str) -> str:
    return " | ".join(cell.strip() for cell in row.split("\t"))
