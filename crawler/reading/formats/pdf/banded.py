"""Tables of words whose rows alone are drawn, by level lines or stripes: the columns are told by the gaps between."""

from collections.abc import Iterator, Sequence
from itertools import dropwhile, groupby, pairwise
from statistics import median

from crawler.reading.formats.pdf.edges import NEAR, edge, joined
from crawler.reading.formats.pdf.grid import Grid
from crawler.reading.formats.pdf.heads import Cells, as_headed, by_column, columns_of, over_columns
from crawler.reading.formats.pdf.letters import Letter
from crawler.reading.formats.pdf.lines import Line, Stretch, lines, stretches
from crawler.reading.formats.pdf.rules import Rule

ROWS = 3  # two pairs of words between lines may be the head of a letter
SHORT = 40  # letters of a line that heads the rows below it
LONG = 100  # letters of a cell; a table may have one column of such, and a page of prose has two
LEVEL = 400  # lines of a page that are looked at: more is a drawing
APART = 3.0  # line heights up to a row beyond the outermost line
CLOSE = 2.0  # line heights between two lines of one cell

Band = tuple[float, float]  # top and bottom


def may_be_banded(rules: Sequence[Rule]) -> bool:
    """Whether there are lines enough for two rows and the headings above."""
    return sum(not rule.upright for rule in rules) >= ROWS


def banded(rules: Sequence[Rule], letters: Sequence[Letter]) -> list[Grid]:
    """The tables of these letters, from the top."""
    level = [line for line in joined([edge(rule) for rule in rules]) if line["orientation"] == "h"]
    found = lines(letters)
    grids = []
    for like in _alike(level) if len(level) <= LEVEL else ():
        x0, x1 = like[0]["x0"], like[0]["x1"]
        within = [line for line in found if x0 - NEAR <= line.words[0].x0 and line.words[-1].x1 <= x1 + NEAR]
        grids += [grid for run in _runs(like, within) if (grid := _grid(run, within, (x0, x1)))]
    return sorted(grids, key=lambda grid: grid.top)


def _alike(level: Sequence[dict]) -> list[list[dict]]:
    """The lines that begin and end alike, each group from the top."""
    groups: list[list[dict]] = []
    for line in sorted(level, key=lambda line: float(line["top"])):
        for group in groups:
            if abs(group[0]["x0"] - line["x0"]) <= NEAR and abs(group[0]["x1"] - line["x1"]) <= NEAR:
                group.append(line)
                break
        else:
            groups.append([line])
    return groups


def _runs(like: Sequence[dict], found: Sequence[Line]) -> Iterator[list[Band]]:
    """The bands between two lines that hold a row: words side by side, or a few that head the rows below."""
    bands = [(band, _cells(found, band)) for one, two in pairwise(like) for band in [(one["top"], two["top"])]]
    for is_row, run in groupby(bands, lambda each: _is_short(each[1]) or len(columns_of([each[1]])) > 1):
        rows = [(band, len(cells) > 1) for band, cells in run] if is_row else []
        full = [at for at, (_, is_full) in enumerate(rows) if is_full]
        if len(full) * 2 > len(rows):
            yield [band for band, _ in rows[: full[-1] + 1]]


def _is_short(cells: Cells) -> bool:
    return len(cells) == 1 and len(cells[0].text) <= SHORT


def _cells(found: Sequence[Line], band: Band) -> list[Stretch]:
    return [cell for line in found if band[0] < _middle(line) < band[1] for cell in stretches(line)]


def _middle(line: Line) -> float:
    return line.base - line.size / 2


def _grid(run: list[Band], found: Sequence[Line], sides: tuple[float, float]) -> Grid | None:
    bands: list[Cells] = [_cells(found, band) for band in run]
    # The headings often stand above the first line, and a row without a stripe below the last.
    above = [line for line in found if _middle(line) < run[0][0]][-1:]
    below = [line for line in found if _middle(line) > run[-1][1]]
    head = above if above and _is_row(above[0], bands, run[0][0] - above[0].base) else []
    if not head:
        bands = list(dropwhile(_is_short, bands))
    tail = _whole(below, bands) if below and _is_row(below[0], bands, _middle(below[0]) - run[-1][1]) else []
    rows = [*map(stretches, head), *bands, *([[cell for line in tail for cell in stretches(line)]] if tail else [])]
    if len(rows) < ROWS:
        return None
    columns = as_headed(columns_of(rows[1:]), rows[1:], rows[0])
    texts = [over_columns(rows[0], columns), *(by_column(row, columns) for row in rows[1:])]
    if len(columns) < 2 or any(text is None for text in texts) or _is_prose(texts):
        return None
    lefts, ends = zip(*columns, strict=True)
    top = head[0].base - 1.5 * head[0].size if head else run[-len(bands)][0]
    bottom = tail[-1].base + 0.5 * tail[-1].size if tail else run[-1][1]
    return Grid(tuple(text for text in texts if text), lefts, sides[0], top, sides[1], bottom, ends)


def _is_prose(texts: Sequence[tuple[str, ...] | None]) -> bool:
    columns = zip(*filter(None, texts), strict=True)
    return sum(median(map(len, column)) > LONG for column in columns) > 1


def _is_row(line: Line, rows: Sequence[Cells], away: float) -> bool:
    return away < APART * line.size and len(stretches(line)) > 1 and _fits(line, rows)


def _whole(found: Sequence[Line], rows: Sequence[Cells]) -> Sequence[Line]:
    """The first line with those that go on its cells."""
    count = 1
    while count < len(found) and found[count].base - found[count - 1].base < CLOSE * found[count].size:
        if not _fits(found[count], rows):
            break
        count += 1
    return found[:count]


def _fits(line: Line, rows: Sequence[Cells]) -> bool:
    """Whether the words of a line keep to the columns of the rows, as a note under the table does not."""
    columns = columns_of(rows)
    return (
        len(columns_of([*rows, stretches(line)])) == len(columns) and over_columns(stretches(line), columns) is not None
    )
