"""Makes a workbook safe to open: long sheets are cut to the rows to be read, wide spans noticed."""

import re
import shutil
import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import IO

from crawler.reading.formats.archive import DAMAGE
from crawler.reading.formats.filetext import Limits, Unreadable
from crawler.reading.formats.workbook.cells import place

LONG = 16 << 20  # bytes of a sheet's XML, from which cutting it is cheaper than reading it
CHUNK = 1 << 20
SHEET = re.compile(r"(?:.*/)?(?:work)?sheets/[^/]+\.xml", re.I)
SHEET_TYPE = re.compile(rb"<[^<>]*PartName\s*=\s*[\"']/([^\"']+)[\"'][^<>]*>")
# Members that hold no words of a sheet, and may be larger than all of them.
ASIDE = re.compile(r"xl/(?:pivotCache|media|embeddings|externalLinks|model|drawings|charts|revisions)/.*", re.I)
# The cells and rows as generously as calamine reads them: one that it takes to be far out must be seen here.
COLUMN = re.compile(rb"\sr\s*=\s*[\"']\s*([A-Za-z]{1,12})")
ROW = re.compile(rb"\sr\s*=\s*[\"']\s*[A-Za-z]*(\d{1,12})")


def sheet_members(archive: zipfile.ZipFile) -> set[str]:
    """The members of an XLSX that are worksheets, by what the package says of them or where they lie."""
    names = archive.namelist()
    found = {name for name in names if SHEET.fullmatch(name)}
    if "[Content_Types].xml" in names:
        told = SHEET_TYPE.finditer(archive.read("[Content_Types].xml"))
        found |= {each.group(1).decode("utf-8", "replace") for each in told if b".worksheet+xml" in each.group()}
    return found.intersection(names)


def trimmed(data: bytes, archive: zipfile.ZipFile, limits: Limits) -> bytes:
    """The same XLSX, its long sheets ending soon after `limits.rows`. Raises Unreadable when damaged."""
    try:
        sheets = sheet_members(archive)
        names = archive.namelist()
        is_long = any(archive.getinfo(name).file_size > LONG for name in sheets)
        # Of two members of one name, libraries differ in which they read: only the last is kept.
        if not is_long and len(set(names)) == len(names):
            return data
        out = BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as shorter:
            for name in dict.fromkeys(names):
                if ASIDE.fullmatch(name):
                    continue
                with archive.open(name) as old, shorter.open(name, "w") as new:
                    if name in sheets:
                        _copy_head(old, new, limits.rows)
                    else:
                        shutil.copyfileobj(old, new, CHUNK)
    except DAMAGE as error:
        raise Unreadable(f"damaged workbook: {error}") from error
    return out.getvalue()


def span(data: bytes) -> int:
    """The largest area, in cells, that a sheet of an XLSX takes from A1 to its last row and column.

    calamine lays the whole area out in memory: one stray cell in the last corner would end the process.
    """
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            return max((_area(archive, name) for name in sheet_members(archive)), default=0)
    except DAMAGE as error:
        raise Unreadable(f"damaged workbook: {error}") from error


def pieces(stream: IO[bytes]) -> Iterator[bytes]:
    """The bytes of an XML stream in pieces that end before a tag, so that no tag is in two of them."""
    rest = b""
    while chunk := stream.read(CHUNK):
        chunk = rest + chunk
        cut = chunk.rfind(b"<")
        if cut <= 0:
            cut = len(chunk) if len(chunk) > CHUNK << 4 else 0
        rest = chunk[cut:]
        yield chunk[:cut]
    yield rest


def _copy_head(old: IO[bytes], new: IO[bytes], rows: int) -> None:
    """Copies a sheet up to the end of a row after `rows` of them, and closes it there."""
    count, prefix = 0, None
    for piece in pieces(old):
        prefix = prefix or re.search(rb"<(\w+:)?sheetData\b", piece)
        name = (prefix.group(1) or b"") if prefix else b""
        ends = list(re.finditer(b"</%brow>" % name, piece))
        count += len(ends)
        if count > rows and ends:
            new.write(piece[: ends[-1].end()] + b"</%bsheetData></%bworksheet>" % (name, name))
            return
        new.write(piece)


def _area(archive: zipfile.ZipFile, name: str) -> int:
    columns: set[bytes] = set()
    last = 0
    with archive.open(name) as stream:
        for piece in pieces(stream):
            columns.update(COLUMN.findall(piece))
            last = max(last, max(map(int, set(ROW.findall(piece))), default=0))
    return last * max((place(f"{column.decode()}1")[1] + 1 for column in columns), default=0)
