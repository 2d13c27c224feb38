"""What an earlier state of a PDF says that it says no longer: saving may only add to a file, and take nothing out."""

import re
from collections.abc import Iterator

import pypdfium2

from crawler.reading.formats.filetext import Hidden, Limits, Unreadable
from crawler.reading.formats.pdf.page import opened, page_of

PAGES = 600  # of each state
STATES = 3  # before the last, that are looked through
HEAD = 1_024  # bytes in which a file made for the web says so
FEWEST = 3  # letters and digits: less is a page number
END = re.compile(rb"startxref\s+\d+\s+%%EOF")


def earlier(data: bytes, limits: Limits) -> Iterator[Hidden]:
    """The words that stood in the file as it was saved before, by page, and stand nowhere in it now."""
    ends = [hit.end() for hit in END.finditer(data)][:-1]
    if b"/Linearized" in data[:HEAD]:
        ends = ends[1:]  # made for the web: the first end is that of its first page, and of no earlier state
    if not ends:
        return
    count = min(PAGES, limits.pages)
    now = {word for words in _pages(data, count) for word in words}
    for end in ends[-STATES:]:
        for number, words in enumerate(_pages(data[:end], count), 1):
            gone = [word for word in words if word not in now]
            if len("".join(gone)) >= FEWEST:
                yield Hidden("revision history", f"page {number}", " ".join(gone))


def _pages(data: bytes, count: int) -> list[list[str]]:
    """The words of each page; none of a state that is no whole file."""
    try:
        with opened(data) as document:
            return [_words(document, index) for index in range(min(len(document), count))]
    except Unreadable:
        return []


def _words(document: pypdfium2.PdfDocument, index: int) -> list[str]:
    try:
        with page_of(document, index) as (_, words):
            return re.findall(r"\w+", words.get_text_bounded())
    except pypdfium2.PdfiumError:
        return []
