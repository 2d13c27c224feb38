"""Values that lie under a merged cell: where cells are merged by copying a format they stay, and one alone is shown."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from crawler.reading.formats.filetext import Hidden
from crawler.reading.formats.workbook.grid import Area, Place
from crawler.reading.formats.workbook.hidden_cells import Valued, cells_at, counted

MOST = 100_000  # merged cells that are kept in mind


class Covered:
    """The merged areas of a sheet that is gone through from its first row on; rows and columns are counted from 0."""

    def __init__(self, merges: Iterable[Area]) -> None:
        self._first: dict[Place, Place] = {}
        self._shown: dict[Place, str] = {}
        self._found: dict[Place, str] = {}
        for each in merges:
            self.add(each)

    def add(self, area: Area) -> None:
        """Takes one more merged area, before any of its rows."""
        top, left, bottom, right = area
        places = ((row, column) for row in range(top, bottom + 1) for column in range(left, right + 1))
        for place in islice(places, max(0, MOST - len(self._first))):
            self._first[place] = (top, left)

    @property
    def last(self) -> int:
        """The last row in which cells are merged; -1 for none."""
        return max((row for row, _ in self._first), default=-1)

    def see(self, row: int, cells: Sequence[Valued]) -> None:
        """Takes the cells of a row that hold values. Some exports write the value that is shown into each."""
        for column, words in cells:
            first = self._first.get((row, column))
            if first == (row, column):
                self._shown[first] = words
            elif first and words != self._shown.get(first):
                self._found[row, column] = words

    def found(self, sheet: str) -> Iterator[Hidden]:
        """One finding for all of them."""
        if self._found:
            what = f"{counted(len(self._found), 'value')} under merged cells"
            yield cells_at("hidden text", sheet, self._found, self._found.values(), what)
