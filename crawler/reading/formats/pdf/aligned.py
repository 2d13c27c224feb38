"""Tables without lines: rows of figures that stand below one another, each column apart from the next."""

import re
from collections.abc import Sequence
from statistics import median

from crawler.reading.formats.pdf.grid import Grid
from crawler.reading.formats.pdf.heads import Column, as_headed, by_column, columns_of, over_columns
from crawler.reading.formats.pdf.letters import Letter
from crawler.reading.formats.pdf.lines import Line, Stretch, lines, stretches
from crawler.reading.formats.pdf.wrapped import APART, LEADERS, MOST, Row, is_figure, runs

ROWS = 3  # with figures in the same columns: two may stand so by chance
LONGEST = 60  # letters of a cell; a column of prose is as wide as its page allows
FIGURES = re.compile(r"(?<!\S)(?:[<≤£]?\d[\d,]*(?:\.\d+)?%?|\*|[xX]|-)(?!\S)")
ENDS_IN_FIGURE = re.compile(r"\S.*\s(?:[<≤£]?\d[\d,]*(?:\.\d+)?%?|\*)$")


def may_be_aligned(text: str) -> bool:
    """Whether the words of a page leave room for such a table: ROWS lines near one another that have figures."""
    run = others = 0
    for line in text.split("\n"):
        figures = ENDS_IN_FIGURE.fullmatch(line) or len(FIGURES.findall(line)) > 1
        others = 0 if figures and not LEADERS.search(line) else others + 1
        run = run + 1 if not others else run if others <= MOST else 0
        if run >= ROWS:
            return True
    return False


def aligned(letters: Sequence[Letter]) -> list[Grid]:
    """The tables of these letters, from the top."""
    found = lines(letters)
    split = [stretches(line) for line in found]
    grids, at = [], 0
    for run in runs(found, split):
        grid = _grid(found, split, at, run) if len(run) >= ROWS else None
        if grid:
            at = run[-1].last + 1
            grids.append(grid)
    return grids


def _grid(found: Sequence[Line], split: Sequence[list[Stretch]], least: int, run: Sequence[Row]) -> Grid | None:
    body = [row.cells for row in run]
    head = split[run[0].first - 1] if run[0].first > least else []
    columns = as_headed(columns_of(body), body, head)
    if len(columns) < 2 or not _are_figures(body, columns) or any(len(c.text) > LONGEST for row in body for c in row):
        return None
    top = max(least, _head(found, split, run[0].first, columns))
    heads = [over_columns(cells, columns) for cells in split[top : run[0].first]]
    rows = (*heads, *(by_column(cells, columns) for cells in body))
    if any(row is None for row in rows):
        return None
    size = found[run[0].first].size
    box = columns[0][0], found[top].base - 1.5 * size, columns[-1][1], found[run[-1].last].base + 0.5 * size
    lefts, ends = zip(*columns, strict=True)
    return Grid(tuple(row for row in rows if row), lefts, *box, ends)


def _are_figures(rows: Sequence[Sequence[Stretch]], columns: Sequence[Column]) -> bool:
    """Whether a column after the first holds figures in at least three rows of four, and each row fills two cells."""
    counts = [sum(is_figure(c) for row in rows for c in row if left <= c.x0 <= right) for left, right in columns[1:]]
    return max(counts) * 4 >= len(rows) * 3 and median(len(row) for row in rows) >= 2


def _head(found: Sequence[Line], split: Sequence[list[Stretch]], start: int, columns: Sequence[Column]) -> int:
    """The first line of the table: the lines close above with words over two columns or more belong to it."""
    top = start
    while top and found[top].base - found[top - 1].base < APART * found[top].size:
        row = over_columns(split[top - 1], columns)
        if row is None or len(split[top - 1]) < 2 or any(len(cell.text) > LONGEST for cell in split[top - 1]):
            break
        top -= 1
    return top
