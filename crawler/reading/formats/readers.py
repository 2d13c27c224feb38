"""Which module reads which kind of file."""

from collections.abc import Callable, Mapping

from crawler.reading.formats import delimited, markup
from crawler.reading.formats.filetext import Contents, Limits, Unreadable
from crawler.reading.formats.mail import eml as mail
from crawler.reading.formats.mail import msg
from crawler.reading.formats.ocr import scan
from crawler.reading.formats.office import doc, odt, rtf, slides, word
from crawler.reading.formats.pdf import document as pdf
from crawler.reading.formats.workbook import sheet

# Reads one format. Raises Unreadable, and nothing else, for bad input.
Reader = Callable[[bytes, Limits], Contents]
SHEETS = ("xlsx", "xlsb", "xls", "ods")
IMAGES = ("png", "jpg", "gif", "tiff", "webp")
READERS: Mapping[str, Reader] = {
    "pdf": pdf.read,
    "docx": word.read,
    "doc": doc.read,
    "pptx": slides.read,
    "odt": odt.read,
    "rtf": rtf.read,
    "html": markup.read_html,
    "txt": delimited.read_text,
    "eml": mail.read,
    "msg": msg.read,
    "csv": lambda data, limits: delimited.read_rows(data, "csv", limits),
    "tsv": lambda data, limits: delimited.read_rows(data, "tsv", limits),
    **dict.fromkeys(IMAGES, scan.read_image),
    # They hold nothing but other files.
    **dict.fromkeys(("zip", "gz", "tar", "tnef"), lambda data, limits: Contents()),
}


def read(kind: str, data: bytes, limits: Limits, *, released: bool = False) -> Contents:
    """What a file of a kind (a key of kinds.MEDIA_TYPES) says; sheets that are hidden only when it was released.

    Raises Unreadable, also for a kind that no module reads.
    """
    if kind in SHEETS:
        return sheet.read(data, kind, limits, hidden=released)
    if kind not in READERS:
        raise Unreadable(f"no reader for this format (.{kind})")
    return READERS[kind](data, limits)
