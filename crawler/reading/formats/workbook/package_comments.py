"""The comments and notes on the cells of an XLSX or XLSB."""

import struct
from collections.abc import Iterator

from lxml import etree

from crawler.reading.formats.filetext import Hidden, Unreadable
from crawler.reading.formats.ooxml import Package
from crawler.reading.formats.workbook import biff12
from crawler.reading.formats.workbook.cells import place
from crawler.reading.formats.workbook.grid import Place
from crawler.reading.formats.workbook.hidden_cells import cells_at, counted
from crawler.reading.formats.workbook.sheet_members import SheetMember

# [MS-XLSB] 2.3.2: BrtBeginComment, BrtCommentText.
BEGIN, TEXT = 635, 637
Comment = tuple[Place, str]


def comments(package: Package, sheet: SheetMember) -> Iterator[Hidden]:
    """One finding for all comments on a sheet. Raises Unreadable."""
    threads = [each for name in package.related(sheet.member, "threadedComment") for each in _marked_up(package, name)]
    notes = [each for name in package.related(sheet.member, "comments") for each in _of(package, name)]
    # A thread has a note of its cell as well, which tells older versions of Excel that they cannot show it.
    cells = {at for at, _ in threads}
    found = threads + [each for each in notes if each[0] not in cells]
    if found:
        places = list(dict.fromkeys(at for at, _ in found))
        yield cells_at("comment", sheet.name, places, (text for _, text in found), counted(len(found), "comment"))


def _of(package: Package, name: str) -> list[Comment]:
    if not name.lower().endswith(".bin"):
        return _marked_up(package, name)
    try:
        return _binary(package.bytes(name))
    except biff12.BROKEN as error:
        raise Unreadable(f"damaged workbook: {error}") from error


def _marked_up(package: Package, name: str) -> list[Comment]:
    found = package.xml(name).iter("{*}comment", "{*}threadedComment")
    try:
        return [(place(each.get("ref", "A1").partition(":")[0]), _words(each)) for each in found]
    except ValueError as error:
        raise Unreadable(f"damaged workbook: {error}") from error


def _words(comment: etree._Element) -> str:
    return "".join(comment.itertext("{*}t")) or "".join(comment.itertext("{*}text"))


def _binary(data: bytes) -> list[Comment]:
    found: list[Comment] = []
    for number, body in biff12.records(data):
        if number == BEGIN:
            (row,), (column,) = struct.unpack_from("<I", body, 4), struct.unpack_from("<I", body, 12)
            found.append(((row, column), ""))
        elif number == TEXT and found:
            found[-1] = (found[-1][0], biff12.text(body, 1)[0])
    return found
