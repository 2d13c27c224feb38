"""What an Excel 97-2003 workbook (XLS) holds beside its sheets: links, pivot caches, revisions, other files."""

import struct
from collections.abc import Iterator

from crawler.reading.formats.compound import Streams
from crawler.reading.formats.filetext import Hidden
from crawler.reading.formats.workbook import biff8
from crawler.reading.formats.workbook.biff8 import Record
from crawler.reading.formats.workbook.hidden_cells import counted, quoted

# [MS-XLS] 2.3.2: SUPBOOK, CRN; in a pivot cache SXDB, whose first number counts the records.
BOOK, CACHED, PIVOT = 0x1AE, 0x5A, 0xC6
ITSELF = (0x0401, 0x3A01)  # 2.4.271: the book is this workbook, or an add-in


def beside_sheets(streams: Streams) -> Iterator[Hidden]:
    """Everything that is not in a sheet. Raises struct.error for a damaged record."""
    yield from _links(biff8.workbook(streams))
    yield from _other_streams(streams)


def _links(stream: bytes) -> Iterator[Hidden]:
    """Other workbooks of which a path or values are kept."""
    values = 0
    paths = []
    for number, body in biff8.records(stream):
        values += number == CACHED
        path = _path(body) if number == BOOK else ""
        paths += [path] if path else []
    if paths or values:
        yield Hidden("external link", "", quoted(f"{counted(values, 'row')} kept of other files", paths))


def _path(body: bytes) -> str:
    """The path of [MS-XLS] 2.4.271; the marks in it that stand for folders are shown as strokes."""
    if len(body) < 5 or struct.unpack_from("<H", body, 2)[0] in ITSELF:
        return ""
    text = body[5:].decode("utf-16-le" if body[4] & 1 else "latin-1", "replace")
    return "".join(letter if letter >= " " else "/" for letter in text[:200])


def _other_streams(streams: Streams) -> Iterator[Hidden]:
    names = list(streams)
    for path, body in streams.items():
        first: Record | None = next(biff8.records(body), None) if path[0].upper() == "_SX_DB_CUR" else None
        if first and first[0] == PIVOT and len(first[1]) >= 4 and (count := struct.unpack_from("<I", first[1])[0]):
            yield Hidden("pivot cache", "", counted(count, "record"))
    if any(path[0] == "Revision Log" for path in names):
        yield Hidden("revision history", "", "changes kept of a workbook that was shared")
    for folder in sorted({path[0] for path in names if len(path) > 1}):
        if folder.upper().startswith("MBD"):
            yield Hidden("embedded file", "", folder)
        elif folder.upper().startswith("LNK"):
            yield Hidden("external link", "", f"{folder}: a linked object")
