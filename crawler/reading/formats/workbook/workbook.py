"""The sheets of a workbook (XLSX, XLSB, XLS, ODS) as rows of cells, whatever format it is in."""

import datetime
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from io import BytesIO
from itertools import repeat

import openpyxl
import python_calamine
from lxml.etree import XMLSyntaxError
from openpyxl.utils.exceptions import InvalidFileException

from crawler.reading.formats.archive import DAMAGE, weighed
from crawler.reading.formats.filetext import Limits, Unreadable
from crawler.reading.formats.workbook.extras import Extra, extras
from crawler.reading.formats.workbook.trim import span, trimmed
from crawler.reading.formats.workbook.usual import usual

# calamine hands a time of an ODS on as it is written there (ODF 1.3 Part 3, 19.395): 26:30:00 as PT26H30M00S.
LENGTH = re.compile(r"(-?)PT(\d{1,7})H(\d{1,2})M(\d{1,2})(?:[.,]\d+)?S")
WIDE_DAMAGE = (*DAMAGE, InvalidFileException, XMLSyntaxError, SyntaxError, TypeError, AttributeError, IndexError)


@dataclass(frozen=True)
class Sheet:
    """A sheet: its rows from the first on, each beginning at column `left` (from 0); what is known beside them."""

    name: str
    rows: Iterable[Sequence[object]]
    left: int = 0
    extra: Extra = field(default_factory=Extra)


class Panics:
    """Names what calamine raises on some damaged workbooks: a Rust panic, whose class cannot be imported."""

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: object) -> None:
        if kind is not None and kind.__name__ == "PanicException":
            raise Unreadable("damaged workbook: its records contradict one another") from error


@contextmanager
def damage_named() -> Iterator[None]:
    """Raises Unreadable for what the libraries raise while the sheets, or the rows of one, are gone through."""
    try:
        with Panics():
            yield
    except python_calamine.PasswordError as error:
        raise Unreadable("encrypted workbook") from error
    except (python_calamine.CalamineError, *WIDE_DAMAGE) as error:
        raise Unreadable(f"damaged workbook: {error}") from error


def sheets(data: bytes, kind: str, limits: Limits, *, hidden: bool) -> Iterator[Sheet]:
    """Every worksheet that is shown, and when `hidden` also those that are not, in order; see `damage_named`."""
    if kind == "xlsx":
        with weighed(data, limits, "workbook") as archive:
            data = trimmed(data, archive, limits)
        if span(data) > 2 * limits.cells:
            yield from _one_row_at_a_time(data, extras(data, kind, limits), hidden)
            return
        data = usual(data, limits)
    beside = extras(data, kind, limits)
    if any(extra.extent[0] * extra.extent[1] > 2 * limits.cells for extra in beside):
        raise Unreadable("too large: a sheet spans more cells than are read")
    yield from _at_once(data, kind, beside, hidden)


def _at_once(data: bytes, kind: str, beside: Sequence[Extra], hidden: bool) -> Iterator[Sheet]:
    with python_calamine.CalamineWorkbook.from_filelike(BytesIO(data)) as workbook:
        for index, sheet in enumerate(workbook.sheets_metadata):
            shown = sheet.visible == python_calamine.SheetVisibleEnum.Visible
            if not (shown or hidden):
                continue
            extra = _of_sheet(beside, index, sheet.name)
            if sheet.typ != python_calamine.SheetTypeEnum.WorkSheet:
                if any(extra.beside.values()):  # a chart on a sheet of its own has a title, and no cells
                    yield Sheet(sheet.name, (), 0, extra)
                continue
            found = workbook.get_sheet_by_index(index)
            extra.merges = extra.merges or [(*first, *last) for first, last in found.merged_cell_ranges or ()]
            rows = _with_lengths(found.iter_rows()) if kind == "ods" else found.iter_rows()
            yield Sheet(sheet.name, rows, (found.start or (0, 0))[1], extra)


def _with_lengths(rows: Iterable[Sequence[object]]) -> Iterator[Sequence[object]]:
    for row in rows:
        yield [_length(cell) if isinstance(cell, str) and "PT" in cell else cell for cell in row]


def _length(text: str) -> object:
    found = LENGTH.fullmatch(text)
    if not found:
        return text
    sign, *parts = found.groups()
    hours, minutes, seconds = map(int, parts)
    length = datetime.timedelta(hours=hours, minutes=minutes, seconds=seconds)
    return -length if sign else length


def _of_sheet(beside: Sequence[Extra], index: int, name: str) -> Extra:
    """By name where names are told, which leave out sheets without a row; else by the order of the workbook."""
    if any(extra.name for extra in beside):
        return next((extra for extra in beside if extra.name == name), Extra())
    return beside[index] if index < len(beside) else Extra()


def _one_row_at_a_time(data: bytes, beside: Sequence[Extra], hidden: bool) -> Iterator[Sheet]:
    workbook = openpyxl.load_workbook(BytesIO(data), read_only=True, data_only=True, keep_links=False)
    known = dict(zip(workbook.sheetnames, beside, strict=False)) if len(workbook.sheetnames) == len(beside) else {}
    try:
        for sheet in workbook.worksheets:
            if hidden or sheet.sheet_state == "visible":
                # What a sheet says of its own size may be wrong, and would pad every row to it.
                sheet.reset_dimensions()
                rows = _as_far_as_filled(sheet.iter_rows(values_only=True))
                yield Sheet(sheet.title, rows, extra=known.get(sheet.title, Extra()))
    finally:
        workbook.close()


def _as_far_as_filled(rows: Iterable[Sequence[object]]) -> Iterator[Sequence[object]]:
    """The rows without the empty ones at the end: borders that are drawn down to the last row make a sheet long."""
    empty = 0
    for row in rows:
        if all(cell is None for cell in row):
            empty += 1
            continue
        yield from repeat((), empty)
        yield row
        empty = 0
