"""The records of a binary workbook (XLSB): its sheets, and their rows and cells. After [MS-XLSB] 2.1.4 and 2.3.2."""

import struct
from collections.abc import Iterator

from crawler.reading.formats.workbook.figures import telling
from crawler.reading.formats.workbook.grid import Area, Place

Record = tuple[int, bytes]
ROW, MERGE, SHEET = 0, 176, 156
HEADERS, FORMAT, STYLE, STYLES, STYLES_END = 479, 44, 47, 617, 618
ERROR_CELLS, VALUES = (3, 11), (2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 62)
STATES = ("visible", "hidden", "veryHidden")
# [MS-XLS] 2.5.10 BErr, the same in both binary formats.
ERRORS = {
    0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?", 0x24: "#NUM!", 0x2A: "#N/A",
    0x2B: "#GETTING_DATA",
}  # fmt: skip
BROKEN = (struct.error, IndexError)


def records(data: bytes) -> Iterator[Record]:
    """Number and bytes of each record. Raises IndexError where the last one is cut off."""
    at, end = 0, len(data)
    while at < end:
        number, at = _varying(data, at, 2)
        size, at = _varying(data, at, 4)
        if at + size > end:
            raise IndexError("a record is cut off")
        yield number, data[at : at + size]
        at += size


def sheets(workbook: bytes) -> list[tuple[str, str, str]]:
    """Name, state and the id of the relation of each sheet, in order. Raises struct.error, IndexError when damaged."""
    return [_sheet(body) for number, body in records(workbook) if number == SHEET]


def cells(data: bytes) -> Iterator[tuple[Place, int, bytes]]:
    """Place (from 0), number and bytes of each cell with a value. Raises struct.error, IndexError when damaged."""
    row = 0
    for number, body in records(data):
        if number == ROW:
            (row,) = struct.unpack_from("<I", body)
        elif number in VALUES:
            yield (row, struct.unpack_from("<I", body)[0]), number, body


def figure_styles(styles: bytes) -> dict[int, str]:
    """The number formats that say other words than the number, by the number of the style. Raises as `cells` does."""
    formats: dict[int, str] = {}
    of_styles: list[int] = []
    is_cells = False
    for number, body in records(styles):
        is_cells = (is_cells or number == STYLES) and number != STYLES_END
        if number == FORMAT:
            formats[struct.unpack_from("<H", body)[0]] = text(body, 2)[0]
        elif number == STYLE and is_cells:
            of_styles.append(struct.unpack_from("<H", body, 2)[0])
    return telling(formats, of_styles)


def style(cell: bytes) -> int:
    """The number of a cell's style (2.5.9)."""
    return int(struct.unpack_from("<I", cell, 4)[0] & 0xFFFFFF)


def headers(body: bytes) -> list[str]:
    """Headers and footers with their codes (2.4.94): of all pages, then of even and of first ones where they differ."""
    differ, at, found = body[0], 2, []
    for is_used in (1, 1, differ & 1, differ & 1, differ & 2, differ & 2):
        words, at = text(body, at)
        found += [words] if is_used else []
    return found


def area(data: bytes) -> Area:
    """First row and column, last row and column of a merge or a range, which are told rows first."""
    top, bottom, left, right = struct.unpack_from("<4I", data)
    return top, left, bottom, right


def text(data: bytes, at: int) -> tuple[str, int]:
    """A string (2.5.168) and where it ends; one that is null is empty."""
    (length,) = struct.unpack_from("<I", data, at)
    if length == 0xFFFFFFFF:
        return "", at + 4
    end = at + 4 + 2 * length
    if end > len(data):
        raise IndexError("a text is cut off")
    return data[at + 4 : end].decode("utf-16-le", "replace"), end


def _sheet(body: bytes) -> tuple[str, str, str]:
    (state,) = struct.unpack_from("<I", body)
    tie, at = text(body, 8)
    name, _ = text(body, at)
    return name, STATES[min(state, 2)], tie


def _varying(data: bytes, at: int, most: int) -> tuple[int, int]:
    value = 0
    for index in range(most):
        byte = data[at + index]
        value |= (byte & 0x7F) << 7 * index
        if byte < 0x80:
            return value, at + index + 1
    return value, at + most
