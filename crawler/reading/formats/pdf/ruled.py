"""Tables within ruled lines: pdfplumber finds the cells, and every letter goes into the cell it stands in."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import product

from pdfplumber.table import cells_to_tables, edges_to_intersections, intersections_to_cells

from crawler.reading.formats.pdf.edges import NEAR, edge, frames, joined
from crawler.reading.formats.pdf.grid import Grid, Rows, middle
from crawler.reading.formats.pdf.letters import Letter
from crawler.reading.formats.pdf.lines import lines, stretches
from crawler.reading.formats.pdf.rules import Rule

CROSSINGS = 5_000  # of lines, looked at: more is squared paper or a chart, and finding its cells takes minutes

Cells = Sequence[tuple[float, float, float, float]]
Place = tuple[int, int]  # row and column
Span = tuple[int, int, int, int]  # first row and column, and those after the last


class TooManyLines(Exception):
    """A page with more lines than a table has."""


def may_be_ruled(rules: Sequence[Rule]) -> bool:
    """Whether there are lines enough for two cells side by side, or one over the other."""
    upright = sum(rule.upright for rule in rules)
    return upright >= 2 and len(rules) - upright >= 2


def ruled(rules: Sequence[Rule], letters: Sequence[Letter]) -> list[Grid]:
    """The tables of a page, those of a single row too. Raises TooManyLines for a drawing."""
    merged = joined([edge(rule) for rule in rules])
    upright = [each for each in merged if each["orientation"] == "v"]
    level = [each for each in merged if each["orientation"] == "h"]
    if len(upright) * len(level) > CROSSINGS:
        raise TooManyLines
    merged = joined([*merged, *frames(upright, level)])
    cells = intersections_to_cells(edges_to_intersections(merged, NEAR, NEAR))
    grids = (_grid(table, letters) for table in cells_to_tables(cells))
    return [grid for grid in grids if grid]


def _grid(cells: Cells, letters: Sequence[Letter]) -> Grid | None:
    xs = sorted({x for cell in cells for x in (cell[0], cell[2])})
    ys = sorted({y for cell in cells for y in (cell[1], cell[3])})
    spans: list[Span] = [(ys.index(top), xs.index(x0), ys.index(end), xs.index(x1)) for x0, top, x1, end in cells]
    owner = {place: span for span in spans for place in _places(span)}
    rows, worded = [[""] * (len(xs) - 1) for _ in ys[1:]], 0
    for span, held in _held(letters, xs, ys, owner).items():
        texts = _texts(span, held, xs)
        worded += sum(map(bool, texts.values())) if len(set(texts.values())) > 1 else 1
        for place, text in texts.items():
            rows[place[0]][place[1]] = text
    kept_rows, kept = _without_gaps(rows, xs, ys)
    # With a heading for each row and column, less one in the corner, there are more; the bars of a chart hold fewer.
    if len(kept) < 2 or not _is_filled(rows) or worded < len(kept_rows) + len(kept) - 2:
        return None
    return Grid(kept_rows, tuple(kept), xs[0], ys[0], xs[-1], ys[-1])


def _places(span: Span) -> Iterator[Place]:
    return product(range(span[0], span[2]), range(span[1], span[3]))


def _held(
    letters: Sequence[Letter], xs: list[float], ys: list[float], owner: dict[Place, Span]
) -> dict[Span, list[Letter]]:
    """The letters of each cell. The first after those of another cell stands apart."""
    held: dict[Span, list[Letter]] = defaultdict(list)
    last: Span | None = None
    for letter in letters:
        x, y = middle(letter)
        span = owner.get((bisect_right(ys, y) - 1, bisect_right(xs, x) - 1))
        if span:
            held[span].append(letter if span == last else letter._replace(apart=True))
        last = span
    return held


def _texts(span: Span, held: list[Letter], xs: list[float]) -> dict[Place, str]:
    """The words of a cell by place: in each place that it is merged over, unless they stand in columns there too."""
    columns = range(span[1], span[3])
    if len(columns) > 1 and (apart := _by_column(held, xs)):
        return {(down, right): apart.get(right, "") for down, right in _places(span)}
    text = "".join(" " + letter.char if letter.apart else letter.char for letter in held).strip()
    return dict.fromkeys(_places(span), text)


def _by_column(held: list[Letter], xs: list[float]) -> dict[int, str]:
    """The words by column when each stretch of them keeps to one, and two are used: rows without upright lines."""
    texts: dict[int, list[str]] = defaultdict(list)
    for cell in (cell for line in lines(held) for cell in stretches(line)):
        column = bisect_right(xs, cell.x0 + 1) - 1
        if cell.x1 - 1 > xs[column + 1]:
            return {}
        texts[column].append(cell.text)
    return {column: " ".join(words) for column, words in texts.items()} if len(texts) > 1 else {}


def _without_gaps(rows: list[list[str]], xs: list[float], ys: list[float]) -> tuple[Rows, list[float]]:
    """Without the gaps between double lines, and without rows and columns that hold nothing at all."""
    wide = [at for at in range(len(xs) - 1) if xs[at + 1] - xs[at] > NEAR + 1 and any(row[at] for row in rows)]
    high = [at for at in range(len(ys) - 1) if ys[at + 1] - ys[at] > NEAR + 1 and any(rows[at])]
    return tuple(tuple(rows[down][right] for right in wide) for down in high), [xs[at] for at in wide]


def _is_filled(rows: list[list[str]]) -> bool:
    """Whether half of the rows and half of the columns hold words: those of a chart's grid do not."""
    filled_rows = sum(any(row) for row in rows)
    filled_columns = sum(any(column) for column in zip(*rows, strict=True))
    return filled_rows * 2 >= len(rows) and filled_columns * 2 >= len(rows[0])
