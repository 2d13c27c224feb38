"""Reads one document of any kind, from bytes to fields: a page, a letter as text, a PDF, a sheet."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from crawler.file_tables import tables
from crawler.reading.disclosure import read_page, read_text
from crawler.reading.fields import Reading
from crawler.reading.formats import kinds
from crawler.reading.formats.filetext import FileText, Unreadable
from crawler.workers import FileReader

HTML = ("text/html", "application/xhtml+xml")


class NotRead(ValueError):
    """The document has no words; the message says why."""


def read_document(
    data: bytes, files: FileReader, *, url: str = "", name: str = "", media_type: str = "", charset: str = ""
) -> tuple[Reading, FileText]:
    """What a document says, and what its bytes are: of a page, the kind alone. Raises NotRead.

    A page is read here and now; every other file by a worker of `files`, since it may be a bomb.
    """
    if _is_page(data, name or url, media_type):
        return read_page(data, url, charset=charset), FileText(HTML[0])
    file = files.read(data, name or url, media_type)
    if not file.text.strip() and not file.hidden:
        raise NotRead(file.problem or "no words in it")
    return _with_tables(read_text(file.text, url, name=name), file), file


def _with_tables(reading: Reading, file: FileText) -> Reading:
    """The tables as the file has them, where its format knows tables, and not as its text looks."""
    found = list(tables(file))
    if not found:
        return reading
    markers = tuple(marker for _, some in found for marker in some)
    rows = [[str(cell).strip() for cell in row] for table, some in found if some for row in table.rows]
    said = tuple(one for one in reading.suppressed if not _is_of(one, rows))
    return replace(
        reading,
        tables=tuple({"rows": table.rows, "where": table.where} for table, _ in found),
        suppressed=markers + said,
    )


def _is_of(one: Mapping[str, str], rows: Sequence[Sequence[str]]) -> bool:
    """Whether a marker was met in a table of the text, or in a line that says a row of a file's table again."""
    if one["where"].startswith("table "):
        return True
    words = set(one["where"].split())
    return any(one["marker"] in row and words <= set(" ".join(row).split()) for row in rows)


def _is_page(data: bytes, name: str, media_type: str) -> bool:
    if data.startswith(b"PK"):
        return False  # to tell one zip from another is to open it
    try:
        return kinds.kind(data, name, media_type) == "html"
    except Unreadable:
        return False
