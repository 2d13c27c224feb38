"""Rows of a workbook (XLSX, XLSB, XLS, ODS), every sheet that is shown, as tab-separated lines."""

import datetime
from collections.abc import Iterable, Iterator
from io import BytesIO

import openpyxl
import python_calamine
from lxml.etree import XMLSyntaxError
from openpyxl.utils.exceptions import InvalidFileException

from crawler.reading.formats.archive import DAMAGE, weighed
from crawler.reading.formats.filetext import Contents, Limits, Part, Unreadable, first
from crawler.reading.formats.trim import span, trimmed

# The rows of a sheet by its name; None for a hidden one. Forces have given away personal data in sheets that
# they did not know were there: what a reader of the file is not shown is named, and not spread.
Sheets = Iterator[tuple[str, Iterable[Iterable[object]] | None]]
WIDE_DAMAGE = (
    *DAMAGE,
    InvalidFileException,
    XMLSyntaxError,
    SyntaxError,
    TypeError,
    AttributeError,
    IndexError,
)


def read(data: bytes, kind: str, limits: Limits) -> Contents:
    """One part a sheet. Raises Unreadable for an encrypted, damaged or oversized workbook."""
    roomy = False
    if kind != "xls":
        with weighed(data, limits, "workbook") as archive:
            data = trimmed(data, archive, limits) if kind == "xlsx" else data
        roomy = span(data) > 2 * limits.cells
        if roomy and kind != "xlsx":
            raise Unreadable("too large: a sheet spans more cells than are read")
    try:
        sheets = _one_row_at_a_time(data) if roomy else _at_once(data)
        return _contents(sheets, limits)
    except python_calamine.PasswordError as error:
        raise Unreadable("encrypted workbook") from error
    except (python_calamine.CalamineError, *WIDE_DAMAGE) as error:
        raise Unreadable(f"damaged workbook: {error}") from error


def _contents(sheets: Sheets, limits: Limits) -> Contents:
    parts: list[Part] = []
    notes: list[str] = []
    cells, characters = limits.cells, limits.characters
    for name, rows in sheets:
        where = f"sheet '{name}'"
        if rows is None:
            notes.append(f"{where}: hidden, not read")
            continue
        lines = []
        for row in first(rows, limits.rows, f"{where}: rows", notes):
            values = [_value(cell) for cell in row]
            line = "\t".join(values).rstrip("\t")
            cells, characters = cells - len(values), characters - len(line) - 1
            if cells < 0 or characters < 0:
                notes.append(f"{where}: not read to its end, the workbook is too large")
                break
            lines.append(line)
        parts.append(Part(where, "\n".join(lines).strip("\n")))
        if cells < 0 or characters < 0:
            break
    return Contents(tuple(parts), tuple(notes))


def _at_once(data: bytes) -> Sheets:
    with python_calamine.CalamineWorkbook.from_filelike(BytesIO(data)) as workbook:
        for sheet in workbook.sheets_metadata:
            if sheet.visible != python_calamine.SheetVisibleEnum.Visible:
                yield sheet.name, None
            elif sheet.typ == python_calamine.SheetTypeEnum.WorkSheet:
                yield sheet.name, workbook.get_sheet_by_name(sheet.name).iter_rows()


def _one_row_at_a_time(data: bytes) -> Sheets:
    workbook = openpyxl.load_workbook(BytesIO(data), read_only=True, data_only=True)
    try:
        for sheet in workbook.worksheets:
            # What a sheet says of its own size may be wrong, and would pad every row to it.
            sheet.reset_dimensions()
            shown = sheet.sheet_state == "visible"
            yield sheet.title, sheet.iter_rows(values_only=True) if shown else None
    finally:
        workbook.close()


def _value(cell: object) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, float):
        # Sheets keep every number as a float: 3.0 was typed as 3, and 0.1 + 0.2 was never meant in 17 digits.
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else f"{cell:.15g}"
    if isinstance(cell, datetime.datetime):
        return cell.date().isoformat() if cell.time() == datetime.time() else cell.isoformat(" ")
    if isinstance(cell, datetime.date | datetime.time):
        return cell.isoformat()
    return " ".join(str(cell).split())
