"""Tables of a text document, whose cells may span columns and rows, laid out with equal rows."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from crawler.reading.formats.filetext import Table

NEAR = 30  # twips, a fiftieth of an inch: word processors write one edge a little differently from row to row
WIDEST = 500  # columns: no table of a letter has more, and a span is only a number in the file
MOST = 1_000_000  # cells of one table, of which spans make many out of few


@dataclass(frozen=True)
class GridCell:
    """A cell of a row, `columns` wide; `above`: it belongs to the cell over it and has no words of its own."""

    text: str
    columns: int = 1
    above: bool = False


def laid_out(rows: Sequence[Sequence[GridCell]]) -> tuple[tuple[str, ...], ...]:
    """Rows of equal length, what is merged standing in each of its cells; those beyond MOST cells are left out."""
    laid: list[list[str]] = []
    width = 1
    for row in rows:
        if width * len(laid) >= MOST:
            break
        upper = laid[-1] if laid else []
        line: list[str] = []
        for cell in row:
            for _ in range(min(cell.columns, WIDEST - len(line))):
                at = len(line)
                line.append(upper[at] if cell.above and at < len(upper) else cell.text)
        laid.append(line)
        width = max(width, len(line))
    return tuple((*line, *[""] * (width - len(line))) for line in laid)


def is_data(rows: Sequence[Sequence[str]]) -> bool:
    """Whether rows are a table to their reader: a box around a paragraph or a rule beside it is none."""
    filled = [row for row in rows if any(row)]
    return len(filled) > 1 and max(map(len, filled)) > 1


def tables(grids: Iterable[Sequence[Sequence[str]]], limit: int) -> tuple[Table, ...]:
    """The grids that are tables, numbered as a reader counts them: "table 1"."""
    shown = [rows for rows in grids if is_data(rows)][:limit]
    return tuple(Table(f"table {at}", tuple(map(tuple, rows))) for at, rows in enumerate(shown, 1))


def span(said: str | None) -> int:
    """A span as files write it, at least 1."""
    return max(1, min(int(said), WIDEST)) if said and said.isdecimal() and len(said) < 6 else 1


def by_edges(rows: Sequence[Sequence[int]]) -> list[list[int]]:
    """How many columns each cell of each row spans, by where the cells end, in twips from the table's left."""
    columns: list[int] = []
    for right in sorted({right for row in rows for right in row}):
        if not columns or right - columns[-1] > NEAR:
            columns.append(right)
    return [_spans(row, columns) for row in rows]


def _spans(rights: Sequence[int], columns: Sequence[int]) -> list[int]:
    spans, at = [], 0
    for right in rights:
        end = bisect_left(columns, right - NEAR) + 1
        spans.append(max(1, end - at))
        at = max(at + 1, end)
    return spans
