"""What a binary Excel workbook (XLSB) holds that one who opens it is not shown. After [MS-XLSB] 2.4."""

import struct
from collections.abc import Iterator

from crawler.reading.formats import ooxml
from crawler.reading.formats.archive import DAMAGE
from crawler.reading.formats.filetext import Hidden, Limits, Unreadable
from crawler.reading.formats.ooxml import Package
from crawler.reading.formats.workbook import biff12
from crawler.reading.formats.workbook.grid import Area
from crawler.reading.formats.workbook.hidden_cells import SAMPLE, HiddenCells, counted, quoted
from crawler.reading.formats.workbook.package_hidden import beside_sheets
from crawler.reading.formats.workbook.sheet_members import SheetMember, sheets
from crawler.reading.formats.workbook.sheet_strings import SharedStrings

COLUMN, FILTER, FILTER_COLUMN, TEXTS, SHARED = 60, 161, 163, (6, 8, 62), 7
HIDDEN_ROW = 0x10  # 2.4.743 BrtRowHdr: fDyZero, in the byte after the outline level
HIDDEN_COLUMN = 0x01  # 2.4.324 BrtColInfo: fHidden
LOW, NARROW = 20, 64  # twentieths of a point; 256ths of a character


def find(data: bytes, limits: Limits) -> Iterator[Hidden]:
    """Hidden sheets, rows and columns, comments, and what lies beside the sheets. Raises Unreadable."""
    try:
        with ooxml.opened(data, limits, "workbook") as package:
            found = sheets(package, "xlsb")
            workbook = package.main("xl/workbook.bin")
            strings = SharedStrings(package, next(iter(package.related(workbook, "sharedStrings")), ""))
            for sheet in found:
                if sheet.member:
                    yield from _of_sheet(package, sheet, strings)
            yield from beside_sheets(package, found)
    except (*DAMAGE, *biff12.BROKEN) as error:
        raise Unreadable(f"damaged workbook: {error}") from error


def _of_sheet(package: Package, sheet: SheetMember, strings: SharedStrings) -> Iterator[Hidden]:
    data = package.bytes(sheet.member)
    if not sheet.state:
        yield from _shown_sheet(data, sheet.name, strings)
        return
    held = [(number, body) for _, number, body in biff12.cells(data) if not _is_blank(number, body, strings)]
    if held or package.related(sheet.member, "drawing"):
        words = [_words(number, body, strings) for number, body in held[:SAMPLE]]
        what = counted(len(held), "value") if held else "a drawing or chart"
        yield Hidden(f"{sheet.state} sheet", f"sheet '{sheet.name}'", quoted(what, words))


def _shown_sheet(data: bytes, name: str, strings: SharedStrings) -> Iterator[Hidden]:
    cells = HiddenCells(name)
    filters: list[Area] = []
    ranges: list[Area] = []
    row, is_hidden = 0, False
    for number, body in biff12.records(data):
        if number == biff12.ROW:
            row, is_hidden = _row(body)
        elif number == COLUMN:
            _take_column(cells, body)
        elif number in biff12.VALUES and (is_hidden or cells.columns):
            (column,) = struct.unpack_from("<I", body)
            if not _is_blank(number, body, strings):
                cells.see(row, is_hidden, [(column, _words(number, body, strings))])
        elif number == FILTER:
            ranges = [biff12.area(body)]
        elif number == FILTER_COLUMN:
            filters += ranges
    yield from cells.found(filters)


def _row(body: bytes) -> tuple[int, bool]:
    number, _, height, _, flags = struct.unpack_from("<IIHBB", body)
    return number, bool(flags & HIDDEN_ROW) or height < LOW


def _take_column(cells: HiddenCells, body: bytes) -> None:
    first, last, width, _, flags = struct.unpack_from("<IIIIH", body)
    if flags & HIDDEN_COLUMN or width < NARROW:
        cells.hide_columns(first, last)


def _is_blank(number: int, body: bytes, strings: SharedStrings) -> bool:
    """Whether a cell holds a text without words: exports fill empty cells with empty strings."""
    return number in (*TEXTS, SHARED) and not _words(number, body, strings).strip()


def _words(number: int, body: bytes, strings: SharedStrings) -> str:
    if number == SHARED:
        return strings.at(struct.unpack_from("<I", body, 8)[0])
    return biff12.text(body, 9 if number == 62 else 8)[0] if number in TEXTS else ""
