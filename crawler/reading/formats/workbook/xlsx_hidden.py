"""What an Excel workbook (XLSX, XLSM) holds that one who opens it is not shown."""

import re
from collections.abc import Iterator

from crawler.reading.formats import ooxml
from crawler.reading.formats.archive import DAMAGE
from crawler.reading.formats.filetext import Hidden, Limits, Unreadable
from crawler.reading.formats.ooxml import Package
from crawler.reading.formats.workbook.conditional_formats import under_conditions
from crawler.reading.formats.workbook.hidden_cells import SAMPLE, counted, quoted
from crawler.reading.formats.workbook.package_hidden import beside_sheets
from crawler.reading.formats.workbook.sheet_members import SheetMember, sheets
from crawler.reading.formats.workbook.sheet_strings import SharedStrings
from crawler.reading.formats.workbook.sheet_xml import elements, valued
from crawler.reading.formats.workbook.trim import pieces
from crawler.reading.formats.workbook.xlsx_sheet_hidden import in_sheet, under_merges, written
from crawler.reading.formats.workbook.xlsx_styles import Unseen, hiding_conditions, unseen_styles

# A sheet without these is not gone through cell by cell: most have none, and LibreOffice writes hidden="false".
SIGNS = rb"\shidden\s*=\s*[\"'](?!0|false)|\s(?:ht|width)\s*=\s*[\"']\s*[0.]"
WIDE = (b"\xff\xfe", b"\xfe\xff", b"<\0", b"\0<")  # UTF-16, in which the signs look otherwise


def find(data: bytes, limits: Limits) -> Iterator[Hidden]:
    """Hidden sheets, rows, columns and text, comments, and what lies beside the sheets. Raises Unreadable."""
    try:
        with ooxml.opened(data, limits, "workbook") as package:
            found = sheets(package, "xlsx")
            workbook = package.main("xl/workbook.xml")
            strings = SharedStrings(package, next(iter(package.related(workbook, "sharedStrings")), ""))
            style_members = package.related(workbook, "styles")
            unseen = unseen_styles(package, style_members[0]) if style_members else {}
            conditions = hiding_conditions(package, style_members[0]) if style_members else {}
            for sheet in found:
                if sheet.member:
                    yield from _of_sheet(package, sheet, strings, unseen, conditions)
            yield from beside_sheets(package, found)
    except DAMAGE as error:
        raise Unreadable(f"damaged workbook: {error}") from error


def _of_sheet(
    package: Package,
    sheet: SheetMember,
    strings: SharedStrings,
    unseen: dict[str, Unseen],
    conditions: dict[str, str],
) -> Iterator[Hidden]:
    try:
        if sheet.state:
            yield from _hidden_sheet(package, sheet, strings)
            return
        if _has_signs(package, sheet.member, unseen):
            yield from in_sheet(package, sheet, strings, unseen)
        yield from under_merges(package, sheet, strings)
        yield from under_conditions(package, sheet, conditions)
    except Unreadable as error:
        yield Hidden("not checked", f"sheet '{sheet.name}'", str(error))


def _hidden_sheet(package: Package, sheet: SheetMember, strings: SharedStrings) -> Iterator[Hidden]:
    values = 0
    words: list[str] = []
    with package.archive.open(sheet.member) as stream:
        for row in elements(stream, "row"):
            told = written(valued(row), strings)
            values += len(told)
            words += [each for _, each in told[: SAMPLE - len(words)]]
    if values or package.related(sheet.member, "drawing"):
        what = counted(values, "value") if values else "a drawing or chart"
        yield Hidden(f"{sheet.state} sheet", f"sheet '{sheet.name}'", quoted(what, words))


def _has_signs(package: Package, member: str, unseen: dict[str, Unseen]) -> bool:
    styled = rb"|\ss\s*=\s*[\"'](?:%s)[\"']" % "|".join(unseen).encode() if unseen else b""
    signs = re.compile(SIGNS + styled)
    with package.archive.open(member) as stream:
        return any(piece.startswith(WIDE) or signs.search(piece) for piece in pieces(stream))
