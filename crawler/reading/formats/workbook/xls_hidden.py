"""What an Excel 97-2003 workbook (XLS) holds that one who opens it is not shown."""

import struct
from collections.abc import Iterator, Mapping, Sequence
from io import StringIO

import xlrd
from xlrd.compdoc import CompDocError

from crawler.reading.formats import compound
from crawler.reading.formats.filetext import Hidden, Limits, Unreadable
from crawler.reading.formats.workbook import biff8
from crawler.reading.formats.workbook.cell_values import shown
from crawler.reading.formats.workbook.covered import Covered
from crawler.reading.formats.workbook.grid import Area
from crawler.reading.formats.workbook.hidden_cells import SAMPLE, HiddenCells, cells_at, counted, quoted
from crawler.reading.formats.workbook.xls_beside import beside_sheets
from crawler.reading.formats.workbook.xlsx_styles import Unseen, by_format

# What xlrd raises on damaged workbooks.
BROKEN = (
    xlrd.XLRDError, CompDocError, struct.error, ArithmeticError, LookupError, ValueError, TypeError, AttributeError,
    AssertionError, EOFError, OSError, RecursionError,
)  # fmt: skip
STATES = ("", "hidden", "very hidden")
EMPTY = (xlrd.XL_CELL_EMPTY, xlrd.XL_CELL_BLANK)
EVERYTHING = (0, 0, 1 << 16, 1 << 16)
UNSEEN = 20  # twentieths of a point of height: one that is lower cannot be read
NARROW = 64  # 256ths of a character of width
Colour = tuple[int, int, int]
WHITE, BLACK = (255, 255, 255), (0, 0, 0)
AUTOMATIC = 0x40  # [MS-XLS] 2.5.161 Icv: this and what is above is the window's own colour
FILTERED = 0x9B  # [MS-XLS] 2.3.2: FILTERMODE


def find(data: bytes, limits: Limits) -> Iterator[Hidden]:
    """Hidden sheets, rows, columns and text, notes, and what lies beside the sheets. Raises Unreadable."""
    streams = compound.opened(data, "workbook")
    stream = biff8.workbook(streams)
    try:
        book = xlrd.open_workbook(file_contents=data, formatting_info=True, logfile=StringIO())
        filtered = [any(number == FILTERED for number, _ in sheet) for sheet in biff8.sheets(stream)]
        unseen = _unseen_styles(book)
        for number, sheet in enumerate(book.sheets()):
            is_filtered = number < len(filtered) and filtered[number]
            yield from _of_sheet(sheet, _filters(book, number) if is_filtered else [], unseen)
        yield from beside_sheets(streams)
    except BROKEN as error:
        raise Unreadable(f"damaged workbook: {error}") from error


def _of_sheet(sheet: xlrd.sheet.Sheet, filters: Sequence[Area], unseen: Mapping[int, Unseen]) -> Iterator[Hidden]:
    where = f"sheet '{sheet.name}'"
    if sheet.visibility:
        words = [words for row in range(sheet.nrows) for _, words in _held(sheet, row)]
        if words:
            yield Hidden(f"{STATES[min(sheet.visibility, 2)]} sheet", where, _told(words))
    else:
        cells = HiddenCells(sheet.name)
        covered = Covered((top, left, end - 1, right - 1) for top, end, left, right in sheet.merged_cells)
        cells.columns.update(column for column, told in sheet.colinfo_map.items() if _is_narrow(told))
        for row in range(sheet.nrows):
            held = _held(sheet, row)
            cells.see(row, _is_low(sheet.rowinfo_map.get(row)), held)
            covered.see(row, held)
        yield from cells.found(filters)
        yield from _unseen_text(sheet, unseen)
        yield from covered.found(sheet.name)
    notes = sheet.cell_note_map
    if notes:
        what = counted(len(notes), "comment")
        yield cells_at("comment", sheet.name, notes, (note.text for note in notes.values()), what)


def _filters(book: xlrd.Book, number: int) -> list[Area]:
    """What the filter of a sheet is over; the whole sheet when it does not say."""
    names = [name for name in book.name_obj_list if name.scope == number and name.name == "_FilterDatabase"]
    found = [name.area2d() for name in names]
    return [(top, left, bottom - 1, right - 1) for _, top, bottom, left, right in found] or [EVERYTHING]


def _told(words: list[str]) -> str:
    return quoted(counted(len(words), "value"), words[:SAMPLE])


def _held(sheet: xlrd.sheet.Sheet, row: int) -> list[tuple[int, str]]:
    kinds, values = sheet.row_types(row), sheet.row_values(row)
    told = ((column, shown(value)) for column, value in enumerate(values) if kinds[column] not in EMPTY)
    return [(column, words) for column, words in told if words]


def _is_low(row: xlrd.sheet.Rowinfo | None) -> bool:
    return row is not None and bool(row.hidden or (row.height is not None and row.height < UNSEEN))


def _is_narrow(column: xlrd.sheet.Colinfo) -> bool:
    return bool(column.hidden or column.width < NARROW)


def _unseen_styles(book: xlrd.Book) -> dict[int, Unseen]:
    """The numbers of the formats that show nothing of a value, and why."""
    found = {}
    for number, style in enumerate(book.xf_list):
        why = by_format(book.format_map[style.format_key].format_str) if style.format_key in book.format_map else None
        font = book.font_list[style.font_index] if style.font_index < len(book.font_list) else None
        back = style.background
        behind = _colour(book, back.pattern_colour_index) if back.fill_pattern == 1 else WHITE
        if font is not None and behind and back.fill_pattern <= 1 and _colour(book, font.colour_index, BLACK) == behind:
            why = Unseen()
        if why:
            found[number] = why
    return found


def _colour(book: xlrd.Book, index: int, automatic: Colour | None = None) -> Colour | None:
    return book.colour_map.get(index) if index < AUTOMATIC else automatic


def _unseen_text(sheet: xlrd.sheet.Sheet, unseen: Mapping[int, Unseen]) -> Iterator[Hidden]:
    found: dict[str, list[tuple[tuple[int, int], str]]] = {}
    for row in range(sheet.nrows) if unseen else ():
        for column, words in _held(sheet, row):
            style = unseen.get(sheet.cell_xf_index(row, column))
            is_number = sheet.cell_type(row, column) in (xlrd.XL_CELL_NUMBER, xlrd.XL_CELL_DATE)
            if style and style.hides(sheet.cell_value(row, column) if is_number else words):
                found.setdefault(style.why, []).append(((row, column), words))
    for why, cells in found.items():
        what = f"{counted(len(cells), 'value')}, {why}"
        yield cells_at("hidden text", sheet.name, (at for at, _ in cells), (words for _, words in cells), what)
