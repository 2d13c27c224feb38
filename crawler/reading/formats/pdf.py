"""Words of a PDF, page by page."""

import re
from threading import Lock

import pypdfium2
from pypdfium2 import raw

from crawler.reading.formats.filetext import Contents, Limits, Part, Unreadable

ONE_AT_A_TIME = Lock()  # PDFium is not safe to call from two threads at once


def read(data: bytes, limits: Limits) -> Contents:
    """One part a page with words. Raises Unreadable for an encrypted or damaged file."""
    with ONE_AT_A_TIME:
        try:
            document = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError as error:
            locked = getattr(error, "err_code", None) == raw.FPDF_ERR_PASSWORD
            raise Unreadable("encrypted PDF" if locked else f"damaged PDF: {error}") from error
        with document:
            return _pages(document, limits)


def _pages(document: pypdfium2.PdfDocument, limits: Limits) -> Contents:
    parts, silent, damaged = [], [], []
    left = limits.characters
    count = min(len(document), limits.pages)
    for number in range(1, count + 1):
        try:
            text, drawn = _page(document, number - 1)
        except pypdfium2.PdfiumError:
            damaged.append(number)
            continue
        if text:
            parts.append(Part(f"page {number}", text))
        elif drawn:
            silent.append(number)
        left -= len(text)
        if left <= 0:
            break
    notes = [f"pages after {limits.pages:,} not read"] if len(document) > count else []
    if silent:
        notes.append(f"page(s) without text: {_ranges(silent)} (a scan?)")
    if damaged:
        notes.append(f"damaged page(s): {_ranges(damaged)}")
    if not count:
        notes.append("a PDF without pages")
    return Contents(tuple(parts), tuple(notes))


def _page(document: pypdfium2.PdfDocument, index: int) -> tuple[str, bool]:
    """The words of a page, and whether anything at all is drawn on it."""
    page = document[index]
    try:
        words = page.get_textpage()
        try:
            text = words.get_text_bounded()
        finally:
            words.close()
        return _tidy(text), raw.FPDFPage_CountObjects(page) > 0
    finally:
        page.close()


def _tidy(text: str) -> str:
    # PDFium writes U+0002 or U+FFFE for a hyphen at the end of a line. Office letters are not hyphenated by
    # machine, so it stands in the word itself ("body-worn"); a soft hyphen never does.
    whole = re.sub(r"[\x02\ufffe](?:\r?\n)?", "-", text).replace("\u00ad", "").replace("\0", "")
    return re.sub(r"[^\S\n]*\r?\n|\r", "\n", whole).strip()


def _ranges(numbers: list[int]) -> str:
    """Gives "1-4, 7" for [1, 2, 3, 4, 7]."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][-1] == number - 1:
            runs[-1] = [runs[-1][0], number]
        else:
            runs.append([number])
    return ", ".join("-".join(map(str, run)) for run in runs)
