"""Reads one document of any kind, from bytes to fields: a page, a letter as text, a PDF, a sheet."""

from crawler.reading.disclosure import read_page, read_text
from crawler.reading.documents import FileText, read_file
from crawler.reading.fields import Reading

HTML = ("text/html", "application/xhtml+xml")


class NotRead(ValueError):
    """The document has no words; the message says why."""


def read_document(
    data: bytes, *, url: str = "", name: str = "", media_type: str = "", charset: str = ""
) -> tuple[Reading, FileText]:
    """What a document says, and what its bytes are. Raises NotRead."""
    file = read_file(data, name=name or url, media_type=media_type)
    if file.media_type in HTML:
        return read_page(data, url, charset=charset), file
    if not file.text.strip():
        raise NotRead(file.problem or "no words in it")
    return read_text(file.text, url, name=name), file
