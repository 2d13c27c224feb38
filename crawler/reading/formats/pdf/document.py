"""Words and tables of a PDF, page by page; a page that is a picture is read by OCR."""

from dataclasses import dataclass, field
from functools import partial

import pypdfium2
from PIL import Image
from pypdfium2 import raw

from crawler.reading.formats.filetext import Contents, Limits, Part
from crawler.reading.formats.ocr import scan
from crawler.reading.formats.pdf import tables as pdf_tables
from crawler.reading.formats.pdf.fields import page_as_shown
from crawler.reading.formats.pdf.page import opened
from crawler.reading.formats.pdf.text import text_of

FEW = 20  # letters: less is a page number or a stamp on a scan
FIGURES = 100  # letters and digits: a page of nothing but figures has words enough, and a stamp has fewer
OUTLINES = 50  # shapes on a page with next to no letters, from which they may be its words, drawn
SAMPLE = 100  # characters looked at to tell whether a font says what its shapes mean
POINTS_PER_INCH = 72


@dataclass
class Reading:
    """What was found so far: words by page number, tables, and the pages that gave none."""

    texts: dict[int, str] = field(default_factory=dict)
    tables: list[pdf_tables.Found] = field(default_factory=list)
    scans: list[int] = field(default_factory=list)
    damaged: list[int] = field(default_factory=list)
    nameless: list[int] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def read(data: bytes, limits: Limits) -> Contents:
    """One part a page with words ("page 3"), and its tables. Raises Unreadable for an encrypted or damaged file."""
    with opened(data) as document:
        found = _pages(document, limits)
        scanned = scan.read_pages([(number, partial(_picture, document, number)) for number in found.scans], limits)
    texts = {**found.texts, **scanned.texts}
    parts = tuple(Part(f"page {number}", text) for number, text in sorted(texts.items()) if text)
    tables, cut = pdf_tables.joined(found.tables, limits)
    return Contents(parts, (*found.notes, *scanned.notes(), *cut, *_notes(found)), tables)


def _pages(document: pypdfium2.PdfDocument, limits: Limits) -> Reading:
    found, left = Reading(), limits.characters
    finder = pdf_tables.Finder(found.notes)
    count = min(len(document), limits.pages)
    if len(document) > count:
        found.notes.append(f"pages after {limits.pages:,} not read")
    for number in range(1, count + 1):
        try:
            left -= _page(document, number, found, finder)
        except pypdfium2.PdfiumError:
            found.damaged.append(number)
        if left <= 0:
            break
    if not count:
        found.notes.append("a PDF without pages")
    return found


def _page(document: pypdfium2.PdfDocument, number: int, found: Reading, finder: pdf_tables.Finder) -> int:
    """Adds a page to what was found; the number of its characters."""
    with page_as_shown(document, number - 1) as (page, words):
        text = text_of(words)
        nameless = _nameless(words)
        found.texts[number] = "" if nameless else text
        if nameless:
            found.nameless.append(number)
        if nameless or _is_scan(page, text):
            found.scans.append(number)
        elif text:
            found.tables += finder.on_page(number, page, words, text)
    return len(text)


def _is_scan(page: pypdfium2.PdfPage, text: str) -> bool:
    if sum(map(str.isalpha, text)) >= FEW or sum(map(str.isalnum, text)) >= FIGURES:
        return False
    count = raw.FPDFPage_CountObjects(page)
    if not text:
        return count > 0
    kinds = [raw.FPDFPageObj_GetType(raw.FPDFPage_GetObject(page, index)) for index in range(min(count, OUTLINES * 2))]
    return raw.FPDF_PAGEOBJ_IMAGE in kinds or kinds.count(raw.FPDF_PAGEOBJ_PATH) >= OUTLINES


def _nameless(words: pypdfium2.PdfTextPage) -> bool:
    """Whether most characters come from fonts that do not say which letters their shapes are."""
    count = min(words.count_chars(), SAMPLE)
    lost = sum(raw.FPDFText_HasUnicodeMapError(words, index) == 1 for index in range(count))
    return lost * 2 > count


def _picture(document: pypdfium2.PdfDocument, number: int) -> Image.Image:
    page = document[number - 1]
    try:
        width, height = page.get_size()
        scale = min(scan.DOTS / POINTS_PER_INCH, (scan.POINTS / (width * height)) ** 0.5)
        return page.render(scale=scale, grayscale=True).to_pil().convert("L").copy()
    finally:
        page.close()


def _notes(found: Reading) -> list[str]:
    nameless = f"page(s) whose fonts do not tell their letters: {scan.ranges(found.nameless)}"
    damaged = f"damaged page(s): {scan.ranges(found.damaged)}"
    return [note for note, pages in ((nameless, found.nameless), (damaged, found.damaged)) if pages]
