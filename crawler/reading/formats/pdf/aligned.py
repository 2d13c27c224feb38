"""Tables without lines: rows of figures that stand below one another, each column apart from the next."""

import re
from collections.abc import Sequence
from statistics import median

from crawler.reading.formats.pdf.grid import Grid
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
    columns = _columns(body)
    if len(columns) < 2 or not _are_figures(body, columns) or any(len(c.text) > LONGEST for row in body for c in row):
        return None
    top = max(least, _head(found, split, run[0].first, columns))
    rows = tuple(_row(cells, columns) for cells in (*split[top : run[0].first], *body))
    if any(row is None for row in rows):
        return None
    size = found[run[0].first].size
    box = columns[0][0], found[top].base - 1.5 * size, columns[-1][1], found[run[-1].last].base + 0.5 * size
    return Grid(tuple(row for row in rows if row), tuple(left for left, _ in columns), *box)


def _columns(rows: Sequence[Sequence[Stretch]]) -> list[tuple[float, float]]:
    """What the cells cover from left to right, parted where no row has a letter."""
    columns: list[tuple[float, float]] = []
    for cell in sorted((cell for row in rows for cell in row), key=lambda cell: cell.x0):
        if columns and cell.x0 <= columns[-1][1]:
            columns[-1] = columns[-1][0], max(columns[-1][1], cell.x1)
        else:
            columns.append((cell.x0, cell.x1))
    return columns


def _are_figures(rows: Sequence[Sequence[Stretch]], columns: Sequence[tuple[float, float]]) -> bool:
    """Whether a column after the first holds figures in at least three rows of four, and each row fills two cells."""
    counts = [sum(is_figure(c) for row in rows for c in row if left <= c.x0 <= right) for left, right in columns[1:]]
    return max(counts) * 4 >= len(rows) * 3 and median(len(row) for row in rows) >= 2


def _head(
    found: Sequence[Line], split: Sequence[list[Stretch]], start: int, columns: Sequence[tuple[float, float]]
) -> int:
    """The first line of the table: the lines close above with words over two columns or more belong to it."""
    top = start
    while top and found[top].base - found[top - 1].base < APART * found[top].size:
        row = _row(split[top - 1], columns)
        if row is None or len(split[top - 1]) < 2 or any(len(cell.text) > LONGEST for cell in split[top - 1]):
            break
        top -= 1
    return top


def _row(cells: Sequence[Stretch], columns: Sequence[tuple[float, float]]) -> tuple[str, ...] | None:
    """The cells by column, one that stands over several in each; None when one is over none."""
    row: list[list[str]] = [[] for _ in columns]
    for cell in (part for whole in cells for part in _headings(whole, columns)):
        over = _over(cell, columns)
        if not over:
            return None
        for at in over:
            row[at].append(cell.text)
    return tuple(" ".join(texts) for texts in row)


def _headings(cell: Stretch, columns: Sequence[tuple[float, float]]) -> list[Stretch]:
    """The single words when each stands over a column of its own: headings of narrow columns all but touch."""
    parts = [Stretch((word,)) for word in cell.words]
    places = [_over(part, columns) for part in parts]
    alone = all(len(place) == 1 for place in places) and len({place[0] for place in places}) == len(parts)
    return parts if alone else [cell]


def _over(cell: Stretch, columns: Sequence[tuple[float, float]]) -> list[int]:
    return [at for at, (left, right) in enumerate(columns) if cell.x0 <= right and cell.x1 >= left]
