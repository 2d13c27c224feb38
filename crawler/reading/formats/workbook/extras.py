"""What calamine does not tell of a sheet: errors, what is shown of numbers, extent, in some formats merged cells."""

import re
import struct
from collections.abc import Mapping
from dataclasses import dataclass, field
from html import unescape
from itertools import chain, islice
from xml.parsers import expat

from crawler.reading.formats import compound, ooxml
from crawler.reading.formats.archive import DAMAGE
from crawler.reading.formats.filetext import Limits, Unreadable
from crawler.reading.formats.ooxml import Package
from crawler.reading.formats.workbook import biff8, biff12, ods_xml
from crawler.reading.formats.workbook.figures import Figures
from crawler.reading.formats.workbook.grid import Area, Place
from crawler.reading.formats.workbook.margins import margins
from crawler.reading.formats.workbook.ods_xml import OdsLine
from crawler.reading.formats.workbook.sheet_members import sheets
from crawler.reading.formats.workbook.sheet_xml import elements, merges, numbered, told_apart
from crawler.reading.formats.workbook.text_boxes import BOXES, in_no_cell
from crawler.reading.formats.workbook.trim import pieces
from crawler.reading.formats.workbook.xlsx_styles import figure_styles

# A formula without its last value, as programs write it that do not calculate; a text of no letters has type "str".
UNSOLVED = re.compile(
    rb"<(?:\w+:)?c(?:\s(?![^<>]*\bt=[\"']str)[^<>]*)?><(?:\w+:)?f(?:\s[^<>]*)?(?:/>|>[^<>]*</(?:\w+:)?f>)\s*+"
    rb"(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v></(?:\w+:)?v>)?</(?:\w+:)?c>"
)
# In the XML of an ODS: figures, shapes, merged cells, errors, and values that are repeated a hundred times and more, by
# row or column.
ODS_SIGNS = re.compile(
    rb"\"percentage\"|<draw:(?:text-box|custom-shape|rect|ellipse)\b|<text:p>0\d|-spanned=\"|\"error\"|>#|>Err:"
    rb"|-repeated=\"\d{3,}\"[^<>]*value|value[^<>]*-repeated=\"\d{3,}\""
    rb"|rows-repeated=\"\d{3,}\"[^<>]*>(?:<[^<>]*-cell(?![^<>]*value)[^<>]*/>)*<[^<>]*-cell[^<>]*value"
)
# A header or footer of a sheet; one of even or first pages is kept though it may be turned off.
PRINTED = re.compile(rb"<(?:\w+:)?odd(?:Header|Footer)(?:\s[^<>]*)?>([^<]+)")
MARGINS = "header and footer"
MOST = 10_000  # merges, and errors next to one another, that are followed


@dataclass
class Extra:
    """Of one sheet, gathered as it is gone through; places are counted from 0, `extent` is rows and columns in use.

    `unsolved` tells that formulas have no value: whoever opens the workbook sees one, for Excel calculates it then.
    `texts` are errors, of which calamine tells nothing, and the words of cells to which it adds those of a shape;
    `beside` has the lines that stand in no cell, by where they stand (BOXES).
    """

    merges: list[Area] = field(default_factory=list)
    texts: dict[Place, str] = field(default_factory=dict)
    extent: Place = (0, 0)
    name: str = ""
    unsolved: bool = False
    beside: dict[str, list[str]] = field(default_factory=dict)
    figures: Figures = field(default_factory=Figures)

    def reach(self, row: int, column: int) -> None:
        """Widens the extent to a cell."""
        self.extent = max(self.extent[0], row + 1), max(self.extent[1], column + 1)


def extras(data: bytes, kind: str, limits: Limits) -> list[Extra]:
    """For each sheet of the workbook, in order. Raises Unreadable."""
    try:
        if kind == "xls":
            stream = biff8.workbook(compound.opened(data, "workbook"))
            if not biff8.is_sound(stream):
                raise Unreadable("damaged workbook: a list is longer than the file")
            return _of_xls(stream)
        with ooxml.opened(data, limits, "workbook") as package:
            if kind == "ods":
                return _of_ods(package)
            members = [sheet.member for sheet in sheets(package, kind)]
            read, codes = (_of_xlsb if kind == "xlsb" else _of_xlsx), _figure_styles(package, kind)
            return [read(package, member, codes) if member else Extra() for member in members]
    except (*DAMAGE, struct.error, IndexError) as error:
        raise Unreadable(f"damaged workbook: {error}") from error


def _of_xls(stream: bytes) -> list[Extra]:
    told = zip(*(read(stream) for read in (biff8.errors, biff8.figures, biff8.boxes, biff8.headers)), strict=True)
    return [
        Extra(texts=errors, figures=figures, beside={BOXES: boxes, MARGINS: margins(headers)})
        for errors, figures, boxes, headers in told
    ]


def _figure_styles(package: Package, kind: str) -> dict[int, str]:
    workbook = package.main("xl/workbook.bin" if kind == "xlsb" else "xl/workbook.xml")
    styles = next(iter(package.related(workbook, "styles")), "")
    if not styles:
        return {}
    return biff12.figure_styles(package.bytes(styles)) if kind == "xlsb" else figure_styles(package, styles)


def _of_xlsx(package: Package, member: str, codes: Mapping[int, str]) -> Extra:
    extra = Extra(beside=in_no_cell(package, member))
    styles = {str(number): code for number, code in codes.items()}
    # A sheet with neither errors nor such numbers is not gone through cell by cell.
    told = [rb"\st\s*=\s*[\"']e[\"']", *(rb"\ss\s*=\s*[\"']%b[\"']" % each.encode() for each in styles)]
    signs = re.compile(b"|".join(told))
    is_told = False
    printed: list[bytes] = []
    with package.archive.open(member) as stream:
        for piece in pieces(stream):
            is_told = is_told or bool(signs.search(piece))
            extra.unsolved = extra.unsolved or bool(UNSOLVED.search(piece))
            printed += PRINTED.findall(piece)
            extra.merges += islice(merges(piece), MOST - len(extra.merges))
    extra.beside[MARGINS] = margins(unescape(each.decode("utf-8", "replace")) for each in printed)
    if not is_told:
        return extra
    with package.archive.open(member) as stream:
        for number, row in numbered(elements(stream, "row")):
            for cell in told_apart(row, styles):
                if cell.kind == "e":
                    extra.texts[number, cell.column] = cell.value
                elif cell.kind == "n":
                    extra.figures.add(number, cell.column, styles[cell.style])
    return extra


def _of_xlsb(package: Package, member: str, codes: Mapping[int, str]) -> Extra:
    extra = Extra(beside=in_no_cell(package, member))
    data = package.bytes(member)
    for (row, column), number, body in biff12.cells(data):
        extra.reach(row, column)
        if number in biff12.ERROR_CELLS:
            extra.texts[row, column] = biff12.ERRORS.get(body[8], "#ERROR!")
        elif code := codes.get(biff12.style(body)):
            extra.figures.add(row, column, code)
    printed = (biff12.headers(body) for number, body in biff12.records(data) if number == biff12.HEADERS)
    extra.beside[MARGINS] = margins(chain.from_iterable(printed))
    merges = (biff12.area(body) for number, body in biff12.records(data) if number == biff12.MERGE)
    extra.merges = [area for area, _ in zip(merges, range(MOST), strict=False)]
    return extra


def _of_ods(package: Package) -> list[Extra]:
    found: dict[str, Extra] = {}
    _refuse_broken(package)
    with package.archive.open("content.xml") as stream:
        if not any(ODS_SIGNS.search(piece) for piece in pieces(stream)):
            return []
    with package.archive.open("content.xml") as stream:
        for line in ods_xml.lines(stream):
            extra = found.setdefault(line.sheet, Extra(name=line.sheet))
            if line.cells:
                _see(extra, line)
    return list(found.values())


def _refuse_broken(package: Package) -> None:
    """Raises Unreadable for XML that is not well formed: in a table without an end calamine reads for ever."""
    try:
        with package.archive.open("content.xml") as stream:
            expat.ParserCreate().ParseFile(stream)
    except expat.ExpatError as error:
        raise Unreadable(f"damaged workbook: {error}") from error


def _see(extra: Extra, line: OdsLine) -> None:
    for cell in line.cells:
        if cell.boxes:
            extra.beside.setdefault(BOXES, []).extend(cell.boxes)
            extra.texts[line.number, cell.column] = cell.text
        extra.reach(line.number + line.times - 1, cell.column + cell.times - 1)
        if cell.down * cell.across > 1 and len(extra.merges) < MOST:
            area = (line.number, cell.column, line.number + cell.down - 1, cell.column + cell.across - 1)
            extra.merges.append(area)
        if cell.is_error and line.times * cell.times < MOST:
            columns = range(cell.column, cell.column + cell.times)
            rows = range(line.number, line.number + line.times)
            extra.texts.update({(row, column): cell.text for row in rows for column in columns})
        for row in range(line.number, line.number + min(line.times, MOST)) if cell.shown_by else ():
            extra.figures.add(row, cell.column, cell.shown_by, min(cell.times, MOST))
