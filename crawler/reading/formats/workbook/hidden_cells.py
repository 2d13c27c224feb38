"""What stands in the hidden rows and columns of a sheet, gathered row by row, and put in words for an operator."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from crawler.reading.formats.filetext import Hidden
from crawler.reading.formats.workbook.cells import letters, named
from crawler.reading.formats.workbook.grid import Area

Valued = tuple[int, str]  # the column of a cell with a value, from 0, and its words where they are at hand
GROUPS = 8  # of rows, columns or cells that are named
SAMPLE = 5  # values of which the operator is told
SHORT = 120  # characters of them
MOST_WORDS = 1_000  # values that are kept to choose them from
WIDEST = 1 << 14  # columns of a sheet, in every format


class Told:
    """Rows or columns by their numbers, how many values stand in each, and the first of the values."""

    def __init__(self) -> None:
        self.values: dict[int, int] = {}
        self.words: list[tuple[int, str]] = []

    def add(self, number: int, words: Sequence[str]) -> None:
        """Takes values of a row or a column."""
        self.values[number] = self.values.get(number, 0) + len(words)
        if len(self.words) < MOST_WORDS:
            self.words += [(number, each) for each in words[:SAMPLE] if each]

    def only(self, numbers: set[int]) -> "Told":
        """Those of some numbers."""
        told = Told()
        told.values = {number: count for number, count in self.values.items() if number in numbers}
        told.words = [(number, each) for number, each in self.words if number in numbers]
        return told

    def detail(self, what: str) -> str:
        """ "2 rows with 6 values: first; second"."""
        held = f"{counted(len(self.values), what)} with {counted(sum(self.values.values()), 'value')}"
        return quoted(held, (each for _, each in self.words))


class HiddenCells:
    """A sheet that is gone through from its first row to its last. Rows and columns are counted from 0."""

    def __init__(self, sheet: str) -> None:
        self.sheet = sheet
        self.columns: set[int] = set()  # those that are hidden
        self._rows = Told()
        self._in_columns = Told()

    def hide_columns(self, first: int, last: int) -> None:
        """Takes a run of columns that are hidden, told before the rows."""
        self.columns.update(range(first, min(last + 1, WIDEST)))

    def see(self, row: int, is_hidden: bool, cells: Sequence[Valued]) -> None:
        """Takes the cells of a row that hold values."""
        if is_hidden and cells:
            self._rows.add(row, [words for _, words in cells])
        for column, words in cells if self.columns else ():
            if column in self.columns:
                self._in_columns.add(column, [words])

    def found(self, filters: Sequence[Area], filtered: Iterable[int] = ()) -> Iterator[Hidden]:
        """What was hidden: of the rows, those within `filters`, and those `filtered`, as filtered out."""
        rows = set(self._rows.values)
        out = rows.intersection(filtered)
        out |= {row for row in rows if any(top <= row <= bottom for top, _, bottom, _ in filters)}
        where = f"sheet '{self.sheet}'"
        for kind, some in (("filtered-out rows", out), ("hidden rows", rows - out)):
            if some:
                told = self._rows.only(some)
                yield Hidden(kind, f"{where}, {_named_rows(told.values)}", told.detail("row"))
        if self._in_columns.values:
            columns = _named_columns(self._in_columns.values)
            yield Hidden("hidden columns", f"{where}, {columns}", self._in_columns.detail("column"))


def cells_at(kind: str, sheet: str, places: Iterable[tuple[int, int]], words: Iterable[str], why: str) -> Hidden:
    """Single cells of a sheet, with their words; `why` says what they are ("2 comments")."""
    at = [named(*place) for place in islice(places, GROUPS + 1)]
    listed = ", ".join(at[:GROUPS]) + (" and more" if len(at) > GROUPS else "")
    return Hidden(kind, f"sheet '{sheet}', {listed}" if at else f"sheet '{sheet}'", quoted(why, words))


def quoted(what: str, words: Iterable[str]) -> str:
    """ "2 comments: first words; first words", cut short."""
    said = "; ".join(" ".join(each.split()) for each in islice(filter(None, words), SAMPLE))
    return f"{what}: {said}"[:SHORT] if said else what


def counted(number: int, what: str) -> str:
    """ "1 row", "2 rows"."""
    return f"{number:,} {what}" + ("" if number == 1 else "s")


def _named_rows(numbers: Iterable[int]) -> str:
    return _listed("row", [(str(first + 1), str(last + 1)) for first, last in _groups(numbers)])


def _named_columns(numbers: Iterable[int]) -> str:
    return _listed("column", [(letters(first), letters(last)) for first, last in _groups(numbers)])


def _listed(what: str, groups: list[tuple[str, str]]) -> str:
    names = [first if first == last else f"{first}-{last}" for first, last in groups[:GROUPS]]
    plural = "" if len(names) == 1 and "-" not in names[0] else "s"
    return f"{what}{plural} {', '.join(names)}" + (" and more" if len(groups) > GROUPS else "")


def _groups(numbers: Iterable[int]) -> list[tuple[int, int]]:
    groups: list[tuple[int, int]] = []
    for number in sorted(numbers):
        if groups and groups[-1][1] == number - 1:
            groups[-1] = (groups[-1][0], number)
        else:
            groups.append((number, number))
    return groups
