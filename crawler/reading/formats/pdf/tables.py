"""Tables of a PDF: by their lines, else by how their numbers stand below one another; never prose."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import pypdfium2

from crawler.reading.formats.filetext import Limits, Table
from crawler.reading.formats.pdf.aligned import aligned, may_be_aligned
from crawler.reading.formats.pdf.banded import banded, may_be_banded
from crawler.reading.formats.pdf.grid import Grid, Rows
from crawler.reading.formats.pdf.letters import Letter, letters, turn_of
from crawler.reading.formats.pdf.lines import lines
from crawler.reading.formats.pdf.ruled import TooManyLines, may_be_ruled, ruled
from crawler.reading.formats.pdf.rules import Rule, rules, shapes

PAGES = 500  # on which tables are looked for letter by letter: some sixty a second
PAGE_NUMBER = re.compile(r"\b(?:page|tudalen) \d+(?: ?(?:of|o|/) ?\d+)?|^[-–\s]*\d+(?: ?(?:of|/) ?\d+)?[-–\s]*$", re.I)
SAME = 3.0  # points that a column may lie aside on the next page


@dataclass(frozen=True)
class Found:
    """A table on a page: its number there, its columns' left sides, and the words that stand above and below."""

    page: int
    number: int
    grid: Grid
    above: tuple[str, ...]
    below: tuple[str, ...]
    last: int = 0  # the page that it ends on, when it goes on


class Finder:
    """Finds the tables of one page after another, and stops looking after PAGES pages that have some."""

    def __init__(self, notes: list[str]) -> None:
        self.notes = notes
        self.left = PAGES

    def on_page(self, number: int, page: pypdfium2.PdfPage, words: pypdfium2.PdfTextPage, text: str) -> Sequence[Found]:
        """The tables of a page from the top."""
        drawn, unruled = shapes(page), may_be_aligned(text)
        turn = turn_of(words) if drawn or unruled else 0
        ruling = rules(drawn, turn)
        if not unruled and not may_be_ruled(ruling) and not may_be_banded(ruling):
            return ()
        if self.left == 0:
            self._say(f"tables after page {number - 1} not read")
            return ()
        self.left -= 1
        found = letters(words, turn)
        grids = self._ruled(number, ruling, found)
        outside = [letter for letter in found if not any(grid.holds(letter) for grid in grids)]
        grids += aligned(outside) if unruled else []
        grids = _with_banded(grids, ruling, found)
        return _numbered(number, sorted(grids, key=lambda grid: (grid.top, grid.columns[0])), found)

    def _ruled(self, number: int, ruling: Sequence[Rule], found: Sequence[Letter]) -> list[Grid]:
        try:
            return ruled(ruling, found)
        except TooManyLines:
            self.notes.append(f"tables of page {number} not read: too many lines")
            return []

    def _say(self, note: str) -> None:
        if not any(said.startswith("tables after page") for said in self.notes):
            self.notes.append(note)


def _with_banded(grids: list[Grid], ruling: Sequence[Rule], found: Sequence[Letter]) -> list[Grid]:
    """Those tables, and where there are none those of words between level lines, which a lone row is part of."""
    whole = [grid for grid in grids if grid.is_table()]
    outside = [letter for letter in found if not any(grid.holds(letter) for grid in whole)]
    more = banded(ruling, outside) if may_be_banded(ruling) else []
    return [*more, *(grid for grid in grids if not any(new.top - 1 <= grid.top < new.bottom for new in more))]


def _numbered(page: int, grids: Sequence[Grid], found: Sequence[Letter]) -> list[Found]:
    tables = []
    for number, grid in enumerate(grids, 1):
        above = lines([letter for letter in found if letter.bottom <= grid.top])
        below = lines([letter for letter in found if letter.top >= grid.bottom])
        tables.append(Found(page, number, grid, tuple(map(str, above)), tuple(map(str, below)), page))
    return tables


def joined(found: Sequence[Found], limits: Limits) -> tuple[tuple[Table, ...], list[str]]:
    """The tables, those that go on over a page joined ("pages 3-4, table 1"), and a note when there are too many."""
    whole: list[Found] = []
    for table in found:
        if whole and _goes_on(whole[-1], table):
            whole[-1] = _with(whole[-1], table)
        else:
            whole.append(table)
    kept = [table for table in whole if table.grid.is_table()]
    notes = [f"tables after {limits.tables:,} not read"] if len(kept) > limits.tables else []
    return tuple(Table(_where(table), table.grid.rows) for table in kept[: limits.tables]), notes


def _where(table: Found) -> str:
    pages = f"page {table.page}" if table.last == table.page else f"pages {table.page}-{table.last}"
    return f"{pages}, table {table.number}"


def _goes_on(first: Found, second: Found) -> bool:
    """Whether the second is the rest of the first: the same columns, and only running heads and feet between."""
    if second.page != first.last + 1 or second.number != 1 or not _same_columns(first.grid, second.grid):
        return False
    before, after = _running(first.above + first.below), _running(second.above + second.below)
    return _running(first.below) <= after and _running(second.above) <= before


def _same_columns(a: Grid, b: Grid) -> bool:
    return len(a.columns) == len(b.columns) and all(map(_same_place, _sides(a), _sides(b)))


def _same_place(one: Sequence[float], other: Sequence[float]) -> bool:
    """Whether columns begin, end or have their middle at the same place: by how wide its figures are, each page."""
    return any(abs(x - y) <= SAME for x, y in zip(one, other, strict=False))


def _sides(grid: Grid) -> list[tuple[float, ...]]:
    if not grid.ends:
        return [(left,) for left in grid.columns]
    return [(left, right, (left + right) / 2) for left, right in zip(grid.columns, grid.ends, strict=True)]


def _running(texts: Sequence[str]) -> set[str]:
    """Lines as they are again on the next page: all but a page number's."""
    return {PAGE_NUMBER.sub("#", line) for line in texts}


def _with(first: Found, second: Found) -> Found:
    rest = second.grid.rows[_heads(first.grid.rows, second.grid.rows) :]
    grid = replace(first.grid, rows=_one_after_the_other(first.grid.rows, rest))
    return replace(first, grid=grid, last=second.page, above=second.above, below=second.below)


def _heads(rows: Rows, rest: Rows) -> int:
    """How many rows of headings the next page says again: one, and the next below a heading over several columns."""
    for at, (row, again) in enumerate(zip(rows, rest, strict=False)):
        if row != again:
            return at
        if not any(one and one == next_to_it for one, next_to_it in pairwise(row)):
            return at + 1
    return min(len(rows), len(rest))


def _one_after_the_other(rows: Rows, rest: Rows) -> Rows:
    """Both, a row that the page's end cut in two put together: its second half alone has no first cell."""
    if rest and not rest[0][0] and any(rest[0]) and all(row[0] for row in rows):
        last = tuple(" ".join(filter(None, halves)) for halves in zip(rows[-1], rest[0], strict=True))
        return (*rows[:-1], last, *rest[1:])
    return rows + rest
