"""The records of an Excel 97-2003 workbook (XLS), as far as xlrd and calamine keep them to themselves."""

import struct
from collections.abc import Iterator, Sequence
from itertools import chain

from crawler.reading.formats.compound import Streams
from crawler.reading.formats.workbook.biff12 import ERRORS
from crawler.reading.formats.workbook.cell_values import folded
from crawler.reading.formats.workbook.figures import Figures, telling
from crawler.reading.formats.workbook.grid import Place

Record = tuple[int, bytes]
# [MS-XLS] 2.3.2
BEGIN, END, SHEET, FORMULA, ERROR_OR_BOOL = 0x809, 0x0A, 0x85, 0x06, 0x205
STRINGS, DIMENSIONS, RUNS = 0xFC, (0x200, 0x00), (0xBD, 0xBE)
CELLS = (0x06, 0xBD, 0xBE, 0xD6, 0xFD, 0x201, 0x203, 0x204, 0x205, 0x27E)
ROWS, COLUMNS = 1 << 16, 1 << 8
HEADER, FOOTER = 0x14, 0x15
OBJECT, TEXT, GOES_ON, NOTE = 0x5D, 0x1B6, 0x3C, 0x19
FORMAT, STYLE, SINGLE, MANY = 0x41E, 0xE0, (0x06, 0x203, 0x27E), 0xBD


def workbook(streams: Streams) -> bytes:
    """The stream that holds the workbook; Excel 95 calls it Book."""
    by_name = {path[-1].lower(): body for path, body in streams.items() if len(path) == 1}
    return by_name.get("workbook", by_name.get("book", b""))


def records(stream: bytes) -> Iterator[Record]:
    """Number and bytes of each record; one that is cut off is the end."""
    at = 0
    while at + 4 <= len(stream):
        number, size = struct.unpack_from("<HH", stream, at)
        yield number, stream[at + 4 : at + 4 + size]
        at += 4 + size


def sheets(stream: bytes) -> Iterator[list[Record]]:
    """The records of each sheet, in the order of the workbook's list of them."""
    starts = [
        struct.unpack_from("<I", body)[0] for number, body in records(stream) if number == SHEET and len(body) > 3
    ]
    for start in starts:
        yield list(_until_the_end(stream[start:]))


def errors(stream: bytes) -> list[dict[Place, str]]:
    """For each sheet, the cells (from 0) whose value is an error."""
    found: list[dict[Place, str]] = []
    for sheet in sheets(stream):
        told = (_error(number, body) for number, body in sheet)
        found.append({place: ERRORS.get(code, "#ERROR!") for place, code in filter(None, told)})
    return found


def figures(stream: bytes) -> list[Figures]:
    """For each sheet, the cells whose number format says other words than the number."""
    formats = dict(_format(body) for number, body in records(stream) if number == FORMAT and len(body) > 4)
    styles = [
        struct.unpack_from("<H", body, 2)[0] for number, body in records(stream) if number == STYLE and len(body) > 3
    ]
    codes = telling(formats, styles)
    found: list[Figures] = []
    for sheet in sheets(stream):
        found.append(Figures())
        for row, column, style in (each for record in sheet for each in _styled(*record)) if codes else ():
            if style in codes:
                found[-1].add(row, column, codes[style])
    return found


def headers(stream: bytes) -> list[list[str]]:
    """For each sheet, its header and footer with their codes ([MS-XLS] 2.4.136, 2.4.124)."""
    return [
        [_string(body) for number, body in sheet if number in (HEADER, FOOTER) and len(body) > 2]
        for sheet in sheets(stream)
    ]


def boxes(stream: bytes) -> list[list[str]]:
    """For each sheet, the paragraphs of its text boxes and shapes; not the notes on cells, whose words lie alike."""
    return [list(_paragraphs(sheet)) for sheet in sheets(stream)]


def is_sound(stream: bytes) -> bool:
    """Whether nothing claims to be larger than it may be: calamine makes room for it first, and dies of that."""
    within = (record for sheet in sheets(stream) for record in sheet)
    return all(_is_bounded(number, body, len(stream)) for number, body in chain(records(stream), within))


def _is_bounded(number: int, body: bytes, length: int) -> bool:
    """Whether a list is no longer than the stream, and rows and columns are those that a sheet may have."""
    if number == STRINGS and len(body) >= 8:
        return struct.unpack_from("<I", body, 4)[0] <= length
    if number in DIMENSIONS and len(body) in (10, 14):  # [MS-XLS] 2.4.90; before Excel 97 the numbers were shorter
        row, rows, column, columns = struct.unpack_from("<IIHH" if len(body) == 14 else "<4H", body)
        return row <= rows <= ROWS and column <= columns <= COLUMNS
    if number in CELLS and len(body) >= 6:
        last = body[-2:] if number in RUNS else body[2:4]
        return struct.unpack("<H", last)[0] < COLUMNS
    return True


def _until_the_end(stream: bytes) -> Iterator[Record]:
    depth = 0
    for number, body in records(stream):
        depth += (number == BEGIN) - (number == END)  # a chart within a sheet has a beginning and an end as well
        yield number, body
        if depth <= 0:
            return


def _error(number: int, body: bytes) -> tuple[Place, int] | None:
    if number == ERROR_OR_BOOL and len(body) >= 8 and body[7] == 1:
        return struct.unpack_from("<HH", body), body[6]
    if number == FORMULA and len(body) >= 14 and body[6] == 2 and body[12:14] == b"\xff\xff":
        return struct.unpack_from("<HH", body), body[8]
    return None


def _format(body: bytes) -> tuple[int, str]:
    """Number and code of a format ([MS-XLS] 2.4.126)."""
    return struct.unpack_from("<H", body)[0], _string(body[2:])


def _string(body: bytes) -> str:
    """A string with its length before it; before Excel 97 that was one byte, and no flags."""
    if len(body) == 1 + body[0]:
        return body[1:].decode("latin-1")
    length, flags = struct.unpack_from("<HB", body)
    return body[3:].decode("utf-16-le" if flags & 1 else "latin-1", "replace")[:length]


def _styled(number: int, body: bytes) -> Iterator[tuple[int, int, int]]:
    """Row, column and style of each number of a record (2.4.180, 2.4.220, 2.4.127, 2.4.175)."""
    if number in SINGLE and len(body) >= 6:
        yield struct.unpack_from("<3H", body)
    elif number == MANY and len(body) >= 6:
        row, first = struct.unpack_from("<HH", body)
        for at in range((len(body) - 6) // 6):
            yield row, first + at, struct.unpack_from("<H", body, 4 + 6 * at)[0]


def _paragraphs(sheet: Sequence[Record]) -> Iterator[str]:
    """The texts of shapes (2.4.329), each in the records that go on after it."""
    is_note, missing, words = False, 0, ""
    for number, body in sheet:
        if number == OBJECT and len(body) >= 6:
            is_note = struct.unpack_from("<H", body, 4)[0] == NOTE  # 2.5.143: the kind of the object
        elif number == TEXT and len(body) >= 12:
            missing, words = (0 if is_note else struct.unpack_from("<H", body, 10)[0]), ""
        elif number == GOES_ON and missing and body:
            piece = body[1:].decode("utf-16-le" if body[0] & 1 else "latin-1", "replace")[:missing]
            missing, words = missing - len(piece), words + piece
            if not missing:
                yield from filter(None, map(folded, words.split("\n")))
