"""Plain text and delimited text (CSV, TSV), in whatever encoding it was saved."""

import codecs
import csv
from io import StringIO

import charset_normalizer

from crawler.reading.formats.filetext import Contents, Limits, Part, first

MARKS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}


def decode(data: bytes) -> str:
    """The text of bytes: by its mark, else UTF-16, else UTF-8, else Windows-1252, else what it looks like.

    Windows-1252 goes before guessing: Excel and Word write it in Britain, and a guess on few words errs.
    """
    marked = next((name for mark, name in MARKS.items() if data.startswith(mark)), "")
    if marked:
        return data.decode(marked, "replace")
    for encoding in (utf_16(data) or "utf-8", "utf-8", "cp1252"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    best = charset_normalizer.from_bytes(data[: 1 << 18]).best()
    return data.decode(best.encoding if best else "cp1252", "replace")


def read_text(data: bytes, limits: Limits) -> Contents:
    """One part: the text with \\n for every line end."""
    text = decode(data).replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
    return Contents((Part("", text.strip()),))


def read_rows(data: bytes, kind: str, limits: Limits) -> Contents:
    """One part: the rows of a CSV or TSV as tab-separated lines; the bare text when it is not well formed."""
    text = decode(data).replace("\0", "")
    notes: list[str] = []
    try:
        rows = csv.reader(StringIO(text, newline=""), delimiter=_delimiter(text, kind))
        lines = [_line(row) for row in first(rows, limits.rows, "rows", notes)]
    except csv.Error as error:
        return Contents(read_text(data, limits).parts, (f"not well formed, kept as plain text: {error}",))
    return Contents((Part("", "\n".join(lines).strip("\n")),), tuple(notes))


def _line(row: list[str]) -> str:
    return "\t".join(" ".join(cell.split()) for cell in row).rstrip("\t")


def _delimiter(text: str, kind: str) -> str:
    head = text[:4096].split("\n")[:10]
    # max() takes the first of equals: a comma, unless another mark stands in more of the first lines.
    return "\t" if kind == "tsv" else max(",;\t|", key=lambda mark: sum(mark in line for line in head))


def utf_16(data: bytes) -> str:
    """The encoding of Latin text in UTF-16 without a mark, where every second byte is zero; else ""."""
    head = data[:1000]
    even, odd = head[::2].count(0), head[1::2].count(0)
    if min(even, odd) > 0 or max(even, odd) * 10 < len(head) * 3:
        return ""
    return "utf-16-le" if odd else "utf-16-be"
