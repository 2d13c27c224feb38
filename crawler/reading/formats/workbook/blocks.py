"""The tables of a sheet: blocks of cells between empty rows and columns, without headings and footnotes."""

import re
from collections import Counter
from collections.abc import Iterator

from crawler.reading.formats.filetext import Limits, Table
from crawler.reading.formats.workbook.grid import Area, Grid

# What says that a text below is a note: its mark, its first word, or a mark of the cells whose meaning it tells.
NOTE = re.compile(
    r"[*†‡§^¹²³]|\W{0,2}(?:(?:foot)?notes?|source|n\.?b|key|caveats?)\b"
    r"|\W?(?:\.\.+|[~#–-]|\[\w{1,3}\]|[<≤] ?\d{1,2}|x{1,3})[\"'”’]?(?: ?[=:] ?\w| (?:fewer|less|below|under|not?|is|are"
    r"|denote|mean|indicat|represent|stand|signif|show|suppress|redact|withh|values?|figures?|numbers?|data)\w*\b)",
    re.I,
)
PATIENCE = 64  # times that all rows are gone through: a sheet like a staircase would have to be cut once a row


def tables(grid: Grid, where: str, limits: Limits, notes: list[str]) -> list[Table]:
    """Every block of two cells or more side by side, from the top; `where` is what stands before its range."""
    found: list[Table] = []
    room = limits.cells
    for area in _blocks(grid):
        if len(found) == limits.tables:
            notes.append(f"{where}: tables after {limits.tables:,} not read".removeprefix(": "))
            break
        top, left, bottom, right = area
        room -= (bottom - top + 1) * (right - left + 1)
        if room < 0:
            notes.append(f"{where}: a table is too wide to be laid out".removeprefix(": "))
            break
        found.append(grid.table(area, where))
    return found


def one_table(grid: Grid) -> Area | None:
    """All rows from the header to the last, empty ones too, without the titles above and the footnotes below.

    A title with commas in it is more than one cell of delimited text: so one is what fills no more than half of the
    columns that rows usually fill, from the first on.
    """
    wide = Counter(mask.bit_count() for mask in grid.held if mask & (mask - 1))
    if not wide:
        return None
    half = wide.most_common(1)[0][0] // 2
    top = next(row for row, mask in enumerate(grid.held) if mask.bit_count() > half or mask & (mask + 1))
    bottom = len(grid.held) - 1
    right = max(mask.bit_length() for mask in grid.held) - 1
    while True:
        while not grid.held[bottom]:
            bottom -= 1
        area = _without_footnotes(grid, (top, 0, bottom, right))
        if area[2] == bottom:
            return area
        bottom = area[2]


def _blocks(grid: Grid) -> Iterator[Area]:
    width = max((mask.bit_length() for mask in grid.full), default=0)
    waiting = [(0, 0, len(grid.full) - 1, width - 1)] if width else []
    patience = PATIENCE * len(grid.full)
    while waiting and patience > 0:
        area = waiting.pop()
        patience -= area[2] - area[0] + 1
        pieces = _bands(grid, area)
        if pieces == [area]:
            pieces = _columns(grid, area)
        if pieces == [area]:
            pieces = [_without_footnotes(grid, _without_headings(grid, area))]
        if pieces != [area]:
            waiting += reversed(pieces)
        elif area[3] > area[1] and _is_table(grid, area):
            yield area


def _is_table(grid: Grid, area: Area) -> bool:
    return any(mask & (mask - 1) for mask in (_window(grid.held[row], area) for row in range(area[0], area[2] + 1)))


def _window(mask: int, area: Area) -> int:
    return mask >> area[1] & ((1 << area[3] - area[1] + 1) - 1)


def _bands(grid: Grid, area: Area) -> list[Area]:
    _, left, _, right = area
    filled = [bool(_window(grid.full[row], area)) for row in range(area[0], area[2] + 1)]
    return [(area[0] + first, left, area[0] + last, right) for first, last in _runs(filled)]


def _columns(grid: Grid, area: Area) -> list[Area]:
    top, left, bottom, _ = area
    union = 0
    for row in range(top, bottom + 1):
        union |= _window(grid.full[row], area)
    filled = [bit == "1" for bit in reversed(f"{union:b}")]
    return [(top, left + first, bottom, left + last) for first, last in _runs(filled)]


def _runs(filled: list[bool]) -> Iterator[tuple[int, int]]:
    start = None
    for index, full in enumerate([*filled, False]):
        if full and start is None:
            start = index
        elif not full and start is not None:
            yield start, index - 1
            start = None


def _without_headings(grid: Grid, area: Area) -> Area:
    top, left, bottom, right = area
    while top < bottom and _is_heading(grid, top, (top, left, bottom, right)):
        top += 1
    return top, left, bottom, right


def _without_footnotes(grid: Grid, area: Area) -> Area:
    top, left, bottom, right = area
    while bottom > top and _is_footnote(grid, bottom, (top, left, bottom, right)):
        bottom -= 1
    return top, left, bottom, right


def _is_heading(grid: Grid, row: int, area: Area) -> bool:
    """A lone text at the left, or over the whole width, that does not reach down beside other rows."""
    column = _lone(grid, row, area)
    if column is None or grid.origin(row + 1, column) == (row, column):
        return False
    return column == area[1] or _is_across(grid, row, column, area)


def _is_footnote(grid: Grid, row: int, area: Area) -> bool:
    """A lone text that is marked as a note, stands over the whole width, or is far longer than the labels above."""
    column = _lone(grid, row, area)
    if column is None:
        return False
    text = str(grid.value(row, column))
    if NOTE.match(text) or _is_across(grid, row, column, area):
        return True
    longest = max((len(str(grid.value(each, column))) for each in range(area[0], row)), default=0)
    return column == area[1] and len(text) > max(40, 2 * longest)


def _lone(grid: Grid, row: int, area: Area) -> int | None:
    """The column of the only value of a row, when it is a text."""
    mask = _window(grid.held[row], area)
    if not mask or mask & (mask - 1):
        return None
    column = area[1] + mask.bit_length() - 1
    return column if isinstance(grid.value(row, column), str) else None


def _is_across(grid: Grid, row: int, column: int, area: Area) -> bool:
    return area[3] > area[1] and all(grid.origin(row, each) == (row, column) for each in range(area[1], area[3] + 1))
