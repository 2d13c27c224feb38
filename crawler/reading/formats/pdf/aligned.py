"""Tables without lines: rows of figures that stand below one another, each column apart from the next."""

import re
from collections.abc import Sequence
from statistics import median

from crawler.reading.formats.pdf.grid import Grid
from crawler.reading.formats.pdf.letters import Letter
from crawler.reading.formats.pdf.lines import Line, Stretch, lines, stretches

APART = 3.0  # line heights between two rows of one table
ROWS = 3  # with figures in the same columns: two may stand so by chance
LONGEST = 60  # letters of a cell; a column of prose is as wide as its page allows
FIGURE = re.compile(r"[<≤>~£]?\s?-?£?\d[\d,]*(?:\.\d+)?\s?%?|\d+/\d+|\*{1,3}|[xX-]|–|nil|n/a", re.I)
FIGURES = re.compile(r"(?<!\S)(?:[<≤£]?\d[\d,]*(?:\.\d+)?%?|\*|[xX]|-)(?!\S)")
ENDS_IN_FIGURE = re.compile(r"\S.*\s(?:[<≤£]?\d[\d,]*(?:\.\d+)?%?|\*)$")
LEADERS = re.compile(r"\.{4}|(?:\. ){4}|…{2}|_{4}")


def may_be_aligned(text: str) -> bool:
    """Whether the words of a page leave room for such a table: ROWS lines running that have figures."""
    run = 0
    for line in text.split("\n"):
        figures = ENDS_IN_FIGURE.fullmatch(line) or len(FIGURES.findall(line)) > 1
        run = run + 1 if figures and not LEADERS.search(line) else 0
        if run >= ROWS:
            return True
    return False


def aligned(letters: Sequence[Letter]) -> list[Grid]:
    """The tables of these letters, from the top."""
    found = lines(letters)
    split = [stretches(line) for line in found]
    grids, at = [], 0
    for start, end in _runs(found, split):
        grid = _grid(found, split, max(start, at), end)
        if grid and (at := end):
            grids.append(grid)
    return grids


def _is_figure(cell: Stretch) -> bool:
    return bool(FIGURE.fullmatch(cell.text))


def _runs(found: Sequence[Line], split: Sequence[list[Stretch]]) -> list[tuple[int, int]]:
    """Stretches of lines that each have a figure after another cell; [start, end)."""
    runs: list[tuple[int, int]] = []
    for at, cells in enumerate(split):
        if not any(_is_figure(cell) for cell in cells[1:]) or LEADERS.search(str(found[at])):
            continue
        if runs and runs[-1][1] == at and found[at].base - found[at - 1].base < APART * 2 * found[at].size:
            runs[-1] = runs[-1][0], at + 1
        else:
            runs.append((at, at + 1))
    return [run for run in runs if run[1] - run[0] >= ROWS]


def _grid(found: Sequence[Line], split: Sequence[list[Stretch]], start: int, end: int) -> Grid | None:
    body = split[start:end]
    columns = _columns(body)
    if len(columns) < 2 or not _are_figures(body, columns) or any(len(c.text) > LONGEST for row in body for c in row):
        return None
    top = _head(found, split, start, columns)
    rows = tuple(_row(cells, columns) for cells in split[top:end])
    if any(row is None for row in rows):
        return None
    size = found[start].size
    box = columns[0][0], found[top].base - 1.5 * size, columns[-1][1], found[end - 1].base + 0.5 * size
    return Grid(tuple(row for row in rows if row), tuple(left for left, _ in columns), *box)


def _columns(rows: Sequence[list[Stretch]]) -> list[tuple[float, float]]:
    """What the cells cover from left to right, parted where no row has a letter."""
    columns: list[tuple[float, float]] = []
    for cell in sorted((cell for row in rows for cell in row), key=lambda cell: cell.x0):
        if columns and cell.x0 <= columns[-1][1]:
            columns[-1] = columns[-1][0], max(columns[-1][1], cell.x1)
        else:
            columns.append((cell.x0, cell.x1))
    return columns


def _are_figures(rows: Sequence[list[Stretch]], columns: Sequence[tuple[float, float]]) -> bool:
    """Whether a column after the first holds figures in at least three rows of four, and each row fills two cells."""
    counts = [sum(_is_figure(c) for row in rows for c in row if left <= c.x0 <= right) for left, right in columns[1:]]
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
