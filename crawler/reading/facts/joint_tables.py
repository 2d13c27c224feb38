"""Whether a table gives the figures of several forces of one office, each in its column or in its row."""

import re
from collections.abc import Sequence
from itertools import takewhile

from crawler.reading.facts.forces import short

_FORCE = re.compile(r"\|\s*(?:police )?(?:force|constabulary|heddlu|area)(?: area)?\s*\|", re.I)
_SUMS = {"total", "totals", "both", "all", "together", "combined", ""}
_ROWS = 60


def columns(row: str, kin: Sequence[str]) -> tuple[str, ...]:
    """The forces of one office that head the columns of a table."""
    cells = {cell.strip().casefold() for cell in row.strip(" |").split("|")}
    found = tuple(name for name in kin if {name.casefold(), short(name).casefold()} & cells)
    return found if len(found) > 1 else ()


def rows(lines: Sequence[str], kin: Sequence[str]) -> tuple[str, ...]:
    """The forces of one office that have each a row of a table under the head `Force`, and no other has one."""
    heads = (at for at, line in enumerate(lines) if len(kin) > 1 and _FORCE.match(line))
    for at in heads:
        below = takewhile(lambda line: line.startswith("|"), lines[at + 1 : at + 1 + _ROWS])
        cells = {line.strip(" |").split("|")[0].strip().casefold() for line in below} - _SUMS
        found = tuple(name for name in kin if {name.casefold(), short(name).casefold()} & cells)
        if 1 < len(found) == len(cells):
            return found
    return ()
