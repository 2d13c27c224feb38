"""What a PDF holds that its reader is not shown: covered, invisible and earlier words, comments, files within."""

import ctypes
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace

import pypdfium2
from pypdfium2 import raw

from crawler.reading.formats.filetext import Hidden, Limits
from crawler.reading.formats.pdf.doubts import doubts
from crawler.reading.formats.pdf.page import opened, page_of
from crawler.reading.formats.pdf.revisions import earlier
from crawler.reading.formats.pdf.unseen import CUT, HIDDEN, REDACTION, letters, unseen

PROVEN = 600  # pages of a document that are drawn to see whether a doubtful word shows: some twenty a second
ANNOTATIONS = 5_000  # of a page
LONGEST = 200  # characters of a detail
# Marks that a reviewer makes. Free text is not among them: its words stand on the page for all to see.
REVIEW = (
    raw.FPDF_ANNOT_TEXT, raw.FPDF_ANNOT_HIGHLIGHT, raw.FPDF_ANNOT_UNDERLINE, raw.FPDF_ANNOT_SQUIGGLY,
    raw.FPDF_ANNOT_STRIKEOUT, raw.FPDF_ANNOT_CARET, raw.FPDF_ANNOT_INK, raw.FPDF_ANNOT_LINE, raw.FPDF_ANNOT_SQUARE,
    raw.FPDF_ANNOT_CIRCLE, raw.FPDF_ANNOT_POLYGON, raw.FPDF_ANNOT_POLYLINE, raw.FPDF_ANNOT_STAMP,
)  # fmt: skip


def find(data: bytes, limits: Limits) -> Iterator[Hidden]:
    """All of it, page by page. Raises Unreadable for an encrypted or damaged file."""
    with opened(data) as document:
        # A list, since PDFium is locked for others until the last was found.
        shown: dict[str, str] = {}
        found = [*_files(document), *_on_pages(document, min(len(document), limits.pages), shown)]
    for each in found:
        if whole := _not_elsewhere(each, shown):
            yield whole
    for each in earlier(data, limits):
        yield replace(each, detail=_short(each.detail))


def _on_pages(document: pypdfium2.PdfDocument, count: int, shown: dict[str, str]) -> Iterator[Hidden]:
    """What is found; `shown` is told the letters of each page that are seen."""
    left = PROVEN
    for number in range(1, count + 1):
        try:
            with page_of(document, number - 1) as (page, words):
                where = f"page {number}"
                yield from _annotations(page, words, where)
                doubtful = doubts(page)
                left -= bool(doubtful.texts)
                if left < 0 and doubtful.texts:
                    yield Hidden("not checked", f"pages {number}-{count}", "too many pages with doubtful words")
                    return
                texts_by_kind, shown[where] = unseen(page, words, doubtful)
                for kind, texts in texts_by_kind.items():
                    yield Hidden(kind, where, "; ".join(texts) if kind == CUT else _short("; ".join(texts)))
        except pypdfium2.PdfiumError:
            continue  # its words are not read either


def _not_elsewhere(found: Hidden, shown: Mapping[str, str]) -> Hidden | None:
    """The finding, unless it was cut off at the edge of one page and another shows it, as of a wide sheet or chart."""
    if found.kind != CUT:
        return found
    words = [letters(word) for word in found.detail.split()]
    others = (text for where, text in shown.items() if where != found.where)
    if any(all(word in text for word in words) for text in others):
        return None
    return Hidden(HIDDEN, found.where, _short(found.detail))


def _files(document: pypdfium2.PdfDocument) -> Iterator[Hidden]:
    for index in range(raw.FPDFDoc_GetAttachmentCount(document)):
        file = raw.FPDFDoc_GetAttachment(document, index)
        yield Hidden("embedded file", "", _file_name(file))


def _file_name(file: object) -> str:
    return _string(lambda into, size: raw.FPDFAttachment_GetName(file, into, size)) if file else ""


def _annotations(page: pypdfium2.PdfPage, words: pypdfium2.PdfTextPage, where: str) -> Iterator[Hidden]:
    for index in range(min(raw.FPDFPage_GetAnnotCount(page), ANNOTATIONS)):
        with _annotation(page, index) as mark:
            kind = raw.FPDFAnnot_GetSubtype(mark) if mark else raw.FPDF_ANNOT_UNKNOWN
            if kind == raw.FPDF_ANNOT_FILEATTACHMENT:
                yield Hidden("embedded file", where, _file_name(raw.FPDFAnnot_GetFileAttachment(mark)))
            elif kind == raw.FPDF_ANNOT_REDACT:
                yield Hidden(REDACTION, where, _short(f"marked for redaction: {_under(mark, words)}"))
            elif kind in REVIEW and (comment := _comment(mark, words)):
                yield Hidden("comment", where, _short(comment))


@contextmanager
def _annotation(page: pypdfium2.PdfPage, index: int) -> Iterator[object]:
    mark = raw.FPDFPage_GetAnnot(page, index)
    try:
        yield mark
    finally:
        raw.FPDFPage_CloseAnnot(mark)


def _comment(mark: object, words: pypdfium2.PdfTextPage) -> str:
    """What the mark says beyond the words that it marks: Acrobat copies those into it."""
    said = " ".join(_string(lambda into, size: raw.FPDFAnnot_GetStringValue(mark, b"Contents", into, size)).split())
    shown = re.sub(r"\W+", "", words.get_text_bounded())
    return "" if re.sub(r"\W+", "", said) in shown else said


def _under(mark: object, words: pypdfium2.PdfTextPage) -> str:
    box = raw.FS_RECTF()
    raw.FPDFAnnot_GetRect(mark, box)
    return " ".join(words.get_text_bounded(box.left, box.bottom, box.right, box.top).split())


def _string(get: Callable[[object, int], int]) -> str:
    """A text that PDFium writes as UTF-16 into a buffer of the size it asks for."""
    size = min(get(None, 0), 1 << 20)
    buffer = (ctypes.c_ushort * (size // 2 + 1))()
    get(buffer, size)
    return bytes(buffer).decode("utf-16-le", "replace").partition("\0")[0]


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
