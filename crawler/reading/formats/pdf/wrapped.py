"""Rows of a table without lines: a line with figures, and the lines above and below it that go on one of its cells."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from crawler.reading.formats.pdf.lines import Line, Stretch

APART = 3.0  # line heights between two rows of one table
CLOSE = 2.5  # line heights between two lines of one cell
CLEARLY = 1.2  # times as far as the lines of a cell are its row and the next
MOST = 3  # lines between two with figures
FIGURE = re.compile(r"[<≤>~£]?\s?-?£?\d[\d,]*(?:\.\d+)?\s?%?|\d+/\d+|\*{1,3}|[xX-]|–|nil|n/a", re.I)
LEADERS = re.compile(r"\.{4}|(?:\. ){4}|…{2}|_{4}")


@dataclass(frozen=True)
class Row:
    """The lines of a row from the top, `first` and `last` their numbers on the page, and all their cells in order."""

    first: int
    last: int
    cells: tuple[Stretch, ...]


def is_figure(cell: Stretch) -> bool:
    """Whether a cell holds a figure, or what stands in place of one."""
    return bool(FIGURE.fullmatch(cell.text))


def runs(found: Sequence[Line], split: Sequence[list[Stretch]]) -> list[list[Row]]:
    """Rows that follow one another, each with a figure after another cell. `split` are the cells of each line."""
    numbers = [at for at, line in enumerate(found) if _has_figures(line, split[at])]
    joined: list[list[Row]] = []
    for before, at in pairwise([-1, *numbers]):
        parted = _parted(found, split, before, at) if joined else None
        if parted is None:
            joined.append([_row(split, at, at)])
        else:
            run = joined[-1]
            run[-1] = _row(split, run[-1].first, parted)
            run.append(_row(split, parted + 1, at))
    ends = [0, *(run[-1].last + 1 for run in joined)]
    return [_ended(found, split, run, least) for run, least in zip(joined, ends, strict=False)]


def _has_figures(line: Line, cells: Sequence[Stretch]) -> bool:
    return any(map(is_figure, cells[1:])) and not LEADERS.search(str(line))


def _row(split: Sequence[list[Stretch]], first: int, last: int) -> Row:
    return Row(first, last, tuple(cell for cells in split[first : last + 1] for cell in cells))


def _parted(found: Sequence[Line], split: Sequence[list[Stretch]], one: int, other: int) -> int | None:
    """The last line that belongs to the upper of two lines with figures; None where they are of no one table."""
    size = found[other].size
    gaps = [found[at + 1].base - found[at].base for at in range(one, other)]
    if len(gaps) == 1:
        return one if gaps[0] < APART * 2 * size else None
    if len(gaps) > MOST + 1 or not all(_goes_on(split[at], split[one], split[other]) for at in range(one + 1, other)):
        return None
    at = _widest(gaps) if len(gaps) > 2 or max(gaps) >= CLEARLY * min(gaps) else _by_case(split, one)
    within = [gap for number, gap in enumerate(gaps) if number != at]
    if at is None or gaps[at] >= APART * 2 * size or max(within) > CLOSE * size:
        return None
    return one + at


def _widest(gaps: Sequence[float]) -> int | None:
    """Which gap is clearly wider than the others."""
    widest, next_to_it = sorted(gaps)[-1], sorted(gaps)[-2]
    return list(gaps).index(widest) if widest >= CLEARLY * next_to_it else None


def _by_case(split: Sequence[list[Stretch]], one: int) -> int | None:
    """Where one line between two stands as near to either: what begins with a small letter goes on what is above."""
    middle, below = split[one + 1][0].text, split[one + 2][0].text
    if middle[:1].islower() == below[:1].islower():
        return None
    return 1 if middle[:1].islower() else 0


def _goes_on(cells: Sequence[Stretch], *rows: Sequence[Stretch]) -> bool:
    """Whether each of the cells of a line stands within a column of the rows that it lies between."""
    if any(map(is_figure, cells)):
        return False
    starts = sorted(cell.x0 for row in rows for cell in row)
    return all(_is_within(cell, [[one for one in row if one.x1 > cell.x0] for row in rows], starts) for cell in cells)


def _is_within(cell: Stretch, after: Sequence[Sequence[Stretch]], starts: Sequence[float]) -> bool:
    """Whether a cell touches no more than one cell of each row, and does not begin left of them all."""
    return cell.x0 >= starts[0] - 1 and all(sum(one.x0 < cell.x1 for one in row) <= 1 for row in after)


def _ended(found: Sequence[Line], split: Sequence[list[Stretch]], run: list[Row], least: int) -> list[Row]:
    """The run with the lines that go on a cell of its first row above, down to line `least`, and of its last below."""
    gaps = [found[two.first].base - found[one.last].base for one, two in pairwise(run)]
    if not gaps:
        return run
    near = min(CLOSE * found[run[0].first].size, min(gaps) / CLEARLY)
    first, last = run[0].first, run[-1].last
    while last + 1 < len(found) and _ends_with(found, split, last, last + 1, near):
        last += 1
    while first > least and _ends_with(found, split, first, first - 1, near):
        first -= 1
    whole = [*run]
    whole[0] = _row(split, first, whole[0].last)
    whole[-1] = _row(split, whole[-1].first, last)
    return whole


def _ends_with(found: Sequence[Line], split: Sequence[list[Stretch]], at: int, other: int, near: float) -> bool:
    close = abs(found[other].base - found[at].base) <= near
    return close and len(split[other]) == 1 and _goes_on(split[other], split[at])
