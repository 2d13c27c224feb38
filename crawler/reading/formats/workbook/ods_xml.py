"""The rows and columns of an OpenDocument sheet as its XML has them, one at a time, with what is repeated."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import IO

from lxml import etree

from crawler.reading.formats.workbook.cell_values import folded
from crawler.reading.formats.workbook.number_formats import MARK
from crawler.reading.formats.workbook.sheet_xml import elements, whole

# OpenDocument 1.3, part 3: 9 (tables), 19.615 (number-columns-repeated), 19.643 (number-rows-repeated).
SPACE = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}"
TABLE, TEXT, OFFICE, STYLE, DRAW = (SPACE % name for name in ("table", "text", "office", "style", "drawing"))
CALC = "{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}"
PARAGRAPH, VALUE_TYPE, STYLE_NAME = TEXT + "p", OFFICE + "value-type", TABLE + "style-name"
ROWS_SPANNED, COLUMNS_SPANNED = TABLE + "number-rows-spanned", TABLE + "number-columns-spanned"
REPEATED = TABLE + "number-columns-repeated"
PERCENT = re.compile(r"\d(?:[.,](\d+))?\s?%")
NOT_ZERO = re.compile(r"^[^eE]*[1-9]")
ZEROS = re.compile(r"0\d{1,29}")
CELLS = (TABLE + "table-cell", TABLE + "covered-table-cell")


@dataclass(frozen=True)
class OdsCell:
    """A cell that holds a value or a note: `times` of them from `column` on, or `down` by `across` when merged.

    `shown_by` is the number format ("0.0%", "000") of a number that is shown so, else ""; `kept` the number itself,
    where its cell says nothing or a mark in its place. `boxes` are the lines of the shapes that are tied to it.
    """

    column: int
    times: int
    down: int
    across: int
    text: str
    is_error: bool
    style: str
    notes: tuple[str, ...]
    shown_by: str
    kept: str
    boxes: tuple[str, ...]


@dataclass(frozen=True)
class OdsLine:
    """A row, or a column (of empty cells): `times` of them from `number` on.

    `seen` is "" for one that is shown, "collapse" or "filter"; `sheet` and `sheet_style` are names.
    """

    sheet: str
    sheet_style: str
    is_row: bool
    number: int
    times: int
    seen: str
    style: str
    cells: tuple[OdsCell, ...]


def lines(stream: IO[bytes]) -> Iterator[OdsLine]:
    """The columns and rows of every sheet, in order. Raises Unreadable."""
    table, next_row, next_column = None, 0, 0
    for element in elements(stream, "table-row", "table-column"):
        above = [each for each in element.iterancestors() if str(each.tag).startswith(TABLE)]
        owner = next((each for each in above if each.tag == TABLE + "table"), None)
        if owner is None:
            continue
        if owner is not table:
            table, next_row, next_column = owner, 0, 0
        is_row = element.tag == TABLE + "table-row"
        line = _line(element, owner, above, next_row if is_row else next_column)
        yield line
        next_row += line.times * is_row
        next_column += line.times * (not is_row)


def _line(element: etree._Element, owner: etree._Element, above: list[etree._Element], number: int) -> OdsLine:
    is_row = element.tag == TABLE + "table-row"
    times = whole(element.get(TABLE + ("number-rows-repeated" if is_row else "number-columns-repeated")), 1)
    closed = any(each.get(TABLE + "display") == "false" for each in above if each is not owner)
    seen = element.get(TABLE + "visibility", "collapse" if closed else "")
    return OdsLine(
        owner.get(TABLE + "name", ""), owner.get(TABLE + "style-name", ""), is_row, number, times,
        seen if seen in ("collapse", "filter") else "", element.get(TABLE + "style-name", ""),
        tuple(_cells(element)) if is_row else (),
    )  # fmt: skip


def _cells(row: etree._Element) -> Iterator[OdsCell]:
    column = 0
    for cell in row:
        if cell.tag not in CELLS:
            continue
        times = whole(cell.get(REPEATED), 1)
        found = _cell(cell, column, times) if len(cell) or cell.get(VALUE_TYPE) else None
        if found:
            yield found
        column += times


def _cell(cell: etree._Element, column: int, times: int) -> OdsCell | None:
    said = ""
    notes: tuple[str, ...] = ()
    boxes: list[str] = []
    for child in cell:
        if child.tag == PARAGRAPH:
            said = f"{said} {folded(''.join(child.itertext()))}" if said else folded("".join(child.itertext()))
        elif child.tag == OFFICE + "annotation":
            notes = (*notes, _said(child.iter(PARAGRAPH)))
        elif str(child.tag).startswith(DRAW):
            boxes += filter(None, (folded("".join(each.itertext())) for each in child.iter(PARAGRAPH)))
    value = cell.get(VALUE_TYPE, "string")
    if not (said or notes or boxes or value != "string"):
        return None
    by_formula = said.startswith(("#", "Err:")) and bool(cell.get(TABLE + "formula"))
    return OdsCell(
        column, times, whole(cell.get(ROWS_SPANNED), 1), whole(cell.get(COLUMNS_SPANNED), 1),
        said or ("" if value == "string" else value), by_formula or cell.get(CALC + "value-type") == "error",
        cell.get(STYLE_NAME, ""), notes, _shown_by(value, said),
        _kept(cell, said), tuple(boxes),
    )  # fmt: skip


def _shown_by(value_type: str, said: str) -> str:
    """By what is shown of a number, the format that shows it so."""
    percent = PERCENT.search(said) if value_type == "percentage" else None
    if percent:
        return f"0.{'0' * len(percent[1] or '')}%"
    return "0" * len(said) if value_type == "float" and ZEROS.fullmatch(said) else ""


def _kept(cell: etree._Element, said: str) -> str:
    """The number of a cell that is written and shows nothing of it. A zero shown as a dash is known to be one."""
    number = cell.get(OFFICE + "value", "")
    is_written = cell.find(PARAGRAPH) is not None  # a program that writes no words leaves them to whoever opens it
    return number if is_written and NOT_ZERO.search(number) and MARK.fullmatch(said) else ""


def _said(paragraphs: Iterable[etree._Element]) -> str:
    return folded(" ".join("".join(each.itertext()) for each in paragraphs))
