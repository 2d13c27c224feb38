"""Labels of a table that are the first step of a scale: "Under 18" beside "18-24" is no number kept back."""

import re
from collections.abc import Iterable

from crawler.reading.pages.tables import Rows

_FIRST = re.compile(
    r"(?:(?:less|lower) than|below|under|up to|at most|[<≤]) ?(\d{1,2})|(\d{1,2}) or (?:less|fewer)", re.I
)
_NEXT = re.compile(r"(?:over |above |more than |[>≥] ?)?(\d{1,2})(?!\d|[,.]\d)\D", re.I)
_HEADS = 3  # rows that the heads of columns may take


class Scales:
    """The scales that label the rows and the columns of a table."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows
        self._down = _begun(row[0] for row in rows if row)
        self._across = [_begun(row) if self._is_head(number) else set() for number, row in enumerate(rows[:_HEADS])]

    def begins(self, row: int, column: int) -> bool:
        """Whether the cell (from 0) is a first step whose scale goes on down its column, or along its row of heads."""
        first = _FIRST.fullmatch(self._rows[row][column].strip())
        if not first:
            return False
        end = int(first[1] or first[2])
        others = self._down if column == 0 else self._across[row] if row < len(self._across) else set[int]()
        return not others.isdisjoint((end, end + 1))

    def _is_head(self, row: int) -> bool:
        """Whether a row is the first, or one of those under it that its first cell spans."""
        return row == 0 or self._rows[row][:1] == self._rows[0][:1]


def _begun(cells: Iterable[str]) -> set[int]:
    """The numbers at which further steps begin."""
    return {int(hit[1]) for hit in (_NEXT.match(f"{cell.strip()} ") for cell in cells) if hit}
