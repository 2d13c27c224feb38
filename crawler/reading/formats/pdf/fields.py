"""What stands on a page of a PDF in fields and notes of its own: it is set down among the page's words."""

from collections.abc import Iterator
from contextlib import contextmanager

import pypdfium2
from pypdfium2 import raw

from crawler.reading.formats.pdf.page import page_of

ANNOTATIONS = 5_000  # of a page
Opened = tuple[pypdfium2.PdfPage, pypdfium2.PdfTextPage]
WORDED = (raw.FPDF_ANNOT_WIDGET, raw.FPDF_ANNOT_FREETEXT, raw.FPDF_ANNOT_STAMP)


@contextmanager
def page_as_shown(document: pypdfium2.PdfDocument, index: int) -> Iterator[Opened]:
    """A page and its letters; with the filled-in fields of a form, and what is typed or stamped over the page.

    PDFium's text tells nothing of them, though one who opens the file reads them. What is flagged as hidden stays out.
    Raises PdfiumError for a damaged page.
    """
    with page_of(document, index) as found:
        if not _has_words_apart(found[0]):
            yield found
            return
        raw.FPDFPage_Flatten(found[0], raw.FLAT_NORMALDISPLAY)
    # Only a page that is opened anew knows of them.
    with page_of(document, index) as found:
        yield found


def _has_words_apart(page: pypdfium2.PdfPage) -> bool:
    return any(_kind(page, index) in WORDED for index in range(min(raw.FPDFPage_GetAnnotCount(page), ANNOTATIONS)))


def _kind(page: pypdfium2.PdfPage, index: int) -> int:
    mark = raw.FPDFPage_GetAnnot(page, index)
    try:
        return raw.FPDFAnnot_GetSubtype(mark) if mark else raw.FPDF_ANNOT_UNKNOWN
    finally:
        raw.FPDFPage_CloseAnnot(mark)
