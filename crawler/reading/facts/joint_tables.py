"""Whether a table gives the figures of several forces of one office, each in its column or in its row."""

import re
from collections.abc import Sequence
from itertools import takewhile

from crawler.reading.facts.forces import short

_FORCE = re.compile(r"(?:police )?(?:force|constabulary|heddlu|area)(?: area)?", re.I)
_SUMS = {"total", "totals", "both", "all", "together", "combined", ""}
_ROWS = 60


def columns(row: str, kin: Sequence[str]) -> tuple[str, ...]:
    """The forces of one office that head the columns of a table."""
    return _of(kin, set(map(str.casefold, _cells(row))))


def rows(lines: Sequence[str], kin: Sequence[str]) -> tuple[str, ...]:
    """The forces of one office that have each a row of a table with a column `Force`, and no other has one."""
    tables = (at for at, line in enumerate(lines) if len(kin) > 1 and line.startswith("|"))
    for at in tables:
        column = next((place for place, cell in enumerate(_cells(lines[at])) if _FORCE.fullmatch(cell)), -1)
        below = takewhile(lambda line: line.startswith("|"), lines[at + 1 : at + 1 + _ROWS]) if column >= 0 else ()
        # A head of two rows says `Force` in each.
        named = {cells[column].casefold() for line in below if len(cells := _cells(line)) > column}
        bodies = {cell for cell in named if not _FORCE.fullmatch(cell)} - _SUMS
        found = _of(kin, bodies)
        if found and len(found) == len(bodies):
            return found
    return ()


def _of(kin: Sequence[str], cells: set[str]) -> tuple[str, ...]:
    found = tuple(name for name in kin if {name.casefold(), short(name).casefold()} & cells)
    return found if len(found) > 1 else ()


def _cells(row: str) -> list[str]:
    return [cell.strip() for cell in row.strip().removeprefix("|").removesuffix("|").split("|")]
