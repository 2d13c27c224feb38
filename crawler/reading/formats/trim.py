"""Makes a workbook safe to open: long sheets are cut to the rows to be read, wide spans noticed."""

import re
import struct
import zipfile
from io import BytesIO
from typing import IO

from openpyxl.utils import column_index_from_string

from crawler.reading.formats.archive import DAMAGE
from crawler.reading.formats.filetext import Limits, Unreadable

LONG = 16 << 20  # bytes of a sheet's XML, from which cutting it is cheaper than reading it
SHEET = re.compile(r"xl/worksheets/[^/]+\.(?:xml|bin)", re.I)
# [MS-XLSB] 2.4.855 BrtWsDim: first and last row, first and last column of the cells in use.
WS_DIM = re.compile(rb"\x94\x01\x10(.{16})", re.S)
CELL = re.compile(rb'<(?:\w+:)?c\s[^>]*?r="([A-Z]{1,3})(\d{1,7})"')


def trimmed(data: bytes, archive: zipfile.ZipFile, limits: Limits) -> bytes:
    """The same XLSX, its long sheets ending soon after `limits.rows`. Raises Unreadable when damaged."""
    if not any(SHEET.fullmatch(each.filename) and each.file_size > LONG for each in archive.infolist()):
        return data
    out = BytesIO()
    try:
        with zipfile.ZipFile(out, "w") as shorter:
            for each in archive.infolist():
                with archive.open(each) as stream:
                    is_sheet = SHEET.fullmatch(each.filename)
                    shorter.writestr(each.filename, _head(stream, limits.rows) if is_sheet else stream.read())
    except DAMAGE as error:
        raise Unreadable(f"damaged workbook: {error}") from error
    return out.getvalue()


def span(data: bytes) -> int:
    """The largest area, in cells, that a sheet of an XLSX or XLSB takes from A1 to its last row and column.

    calamine lays the whole area out in memory: one stray cell in the last corner would end the process.
    """
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            sheets = [each for each in archive.namelist() if SHEET.fullmatch(each)]
            return max((_area(archive.read(each)) for each in sheets), default=0)
    except DAMAGE as error:
        raise Unreadable(f"damaged workbook: {error}") from error


def _head(stream: IO[bytes], rows: int) -> bytes:
    chunks, count = [], 0
    while chunk := stream.read(1 << 20):
        chunks.append(chunk)
        count += len(re.findall(rb"</(?:\w+:)?row>", chunk))
        if count > rows:
            return _closed(b"".join(chunks))
    return b"".join(chunks)


def _closed(xml: bytes) -> bytes:
    prefix = re.search(rb"<(\w+:)?sheetData\b", xml)
    name = (prefix.group(1) or b"") if prefix else b""
    last = b"</%brow>" % name
    return xml[: xml.rfind(last)] + last + b"</%bsheetData></%bworksheet>" % (name, name)


def _area(xml: bytes) -> int:
    if binary := WS_DIM.search(xml, 0, 4096):
        _, last_row, _, last_column = struct.unpack("<4I", binary.group(1))
        return (last_row + 1) * (last_column + 1)
    columns: set[bytes] = set()
    last = 0
    for found in CELL.finditer(xml):
        columns.add(found.group(1))
        last = max(last, int(found.group(2)))
    return last * max((column_index_from_string(column.decode()) for column in columns), default=0)
