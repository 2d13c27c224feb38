"""What an OpenDocument sheet (ODS) holds that one who opens it is not shown."""

import re
from collections.abc import Iterator

from crawler.reading.formats import ooxml
from crawler.reading.formats.archive import DAMAGE
from crawler.reading.formats.filetext import Hidden, Limits, Unreadable
from crawler.reading.formats.ooxml import Package
from crawler.reading.formats.workbook import ods_xml
from crawler.reading.formats.workbook.covered import Covered
from crawler.reading.formats.workbook.grid import Place
from crawler.reading.formats.workbook.hidden_cells import SAMPLE, HiddenCells, cells_at, counted, quoted
from crawler.reading.formats.workbook.ods_beside import beside_sheets
from crawler.reading.formats.workbook.ods_styles import Styles, read_styles
from crawler.reading.formats.workbook.ods_xml import OdsCell, OdsLine
from crawler.reading.formats.workbook.trim import pieces
from crawler.reading.formats.workbook.xlsx_styles import BY_COLOUR

FOREIGN = "'file:"  # LibreOffice keeps the cells of other files that are referred to as hidden sheets of such a name
# Among them cells that are covered and hold something, and numbers whose words are more or less than a number.
SIGNS = re.compile(
    rb"display\s*=\s*.false|:visibility\s*=\s*.(?:collapse|filter)|:annotation[\s>]|covered-table-cell[^<>]*-type="
    rb"|-type=\"(?:float|currency|percentage)\"[^<>]*>\s*<text:p[^<>]*(?:/>|>(?!-?[\d.,]+<))"
)
MOST = 100_000  # rows, and cells of a kind, that are told apart


class SeenSheet:
    """A sheet as its columns and rows pass: first all columns, then the rows."""

    def __init__(self, name: str, is_hidden: bool) -> None:
        self.name = name
        self.is_hidden = is_hidden
        self.cells = HiddenCells(name)
        self.filtered: set[int] = set()
        self.values = 0
        self.words: list[str] = []
        self.notes: dict[Place, str] = {}
        self.white: dict[Place, str] = {}
        self.unsaid: dict[Place, str] = {}
        self.merges = Covered(())

    def take(self, line: OdsLine, styles: Styles) -> None:
        """Takes a column or a row."""
        unseen = bool(line.seen) or line.style in styles.flat
        if not line.is_row:
            if unseen:
                self.cells.hide_columns(line.number, line.number + line.times - 1)
            return
        held = [cell for cell in line.cells if cell.text]
        self.values += line.times * sum(cell.times for cell in held)
        self.words += [cell.text for cell in held[: SAMPLE - len(self.words)]]
        if unseen or self.cells.columns:
            valued = [(column, cell.text) for cell in held for column in _columns(cell)]
            for row in range(line.number, line.number + min(line.times, MOST if valued else 0)):
                self.cells.see(row, unseen, valued)
                self.filtered.update([row] if line.seen == "filter" else [])
        self._take_cells(line, styles)
        self._take_merges(line)

    def _take_cells(self, line: OdsLine, styles: Styles) -> None:
        for cell in line.cells:
            at = line.number, cell.column
            for note in cell.notes[:1]:
                self.notes[at] = note
            if cell.text and cell.style in styles.white and len(self.white) < MOST:
                self.white[at] = cell.text
            if cell.kept and len(self.unsaid) < MOST:
                self.unsaid[at] = cell.kept

    def _take_merges(self, line: OdsLine) -> None:
        for cell in line.cells:
            if cell.down * cell.across > 1:
                last = line.number + cell.down - 1, cell.column + cell.across - 1
                self.merges.add((line.number, cell.column, *last))
        held = [(cell.column, cell.text) for cell in line.cells if cell.text]
        self.merges.see(line.number, held)

    def found(self) -> Iterator[Hidden]:
        """What of the sheet is hidden."""
        where = f"sheet '{self.name}'"
        if self.is_hidden and self.values:
            kind = "external link" if self.name.startswith(FOREIGN) else "hidden sheet"
            yield Hidden(kind, where, quoted(counted(self.values, "value"), self.words))
        if not self.is_hidden:
            yield from self.cells.found([], self.filtered)
            if self.white:
                what = f"{counted(len(self.white), 'value')}, {BY_COLOUR}"
                yield cells_at("hidden text", self.name, self.white, self.white.values(), what)
            if self.unsaid:
                what = f"{counted(len(self.unsaid), 'value')} shown as nothing or as a mark"
                yield cells_at("hidden text", self.name, self.unsaid, self.unsaid.values(), what)
            yield from self.merges.found(self.name)
        if self.notes:
            what = counted(len(self.notes), "comment")
            yield cells_at("comment", self.name, self.notes, self.notes.values(), what)


def find(data: bytes, limits: Limits) -> Iterator[Hidden]:
    """Hidden sheets, rows, columns and text, comments, and what lies beside the sheets. Raises Unreadable."""
    try:
        with ooxml.opened(data, limits, "workbook") as package:
            styles = read_styles(package)
            if styles.white or styles.flat or _has_signs(package):
                for sheet in _sheets(package, styles):
                    yield from sheet.found()
            yield from beside_sheets(package)
    except DAMAGE as error:
        raise Unreadable(f"damaged workbook: {error}") from error


def _has_signs(package: Package) -> bool:
    with package.archive.open("content.xml") as stream:
        return any(SIGNS.search(piece) for piece in pieces(stream))


def _sheets(package: Package, styles: Styles) -> Iterator[SeenSheet]:
    sheet: SeenSheet | None = None
    with package.archive.open("content.xml") as stream:
        for line in ods_xml.lines(stream):
            if sheet is None or sheet.name != line.sheet:
                if sheet:
                    yield sheet
                sheet = SeenSheet(line.sheet, line.sheet_style in styles.hidden)
            sheet.take(line, styles)
    if sheet:
        yield sheet


def _columns(cell: OdsCell) -> range:
    return range(cell.column, cell.column + min(cell.times, MOST))
