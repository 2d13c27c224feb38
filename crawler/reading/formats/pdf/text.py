"""The text of a page of a PDF, as PDFium puts its letters together, with what it does to figures mended."""

import re
from collections.abc import Iterator
from itertools import pairwise

import pypdfium2

from crawler.reading.formats.pdf.letters import Letter, letters, turn_of
from crawler.reading.formats.pdf.lines import RAISED

_ALONE = re.compile(r"\n\S\n")


def text_of(words: pypdfium2.PdfTextPage) -> str:
    """The words of a page, a line end where a line of it ends, without what lies beside the page.

    PDFium's text within bounds loses the spaces about a character that is drawn by itself, as the figures of a sheet
    are: of "Constable 3 4 5" it makes "Constable345". Its other text sets each on a line of its own, tells too what
    lies beside the page, and knows no character beyond the first 65,536.
    """
    within, everywhere = words.get_text_bounded(), words.get_text_range()
    text = tidy(everywhere if "".join(everywhere.split()) == "".join(within.split()) else within)
    return _in_lines(text, words) if _ALONE.search(f"\n{text}\n") else text


def tidy(text: str) -> str:
    """The words of a page as PDFium gives them, with \\n for a line end."""
    # PDFium writes U+0002 or U+FFFE for a hyphen at the end of a line. Office letters are not hyphenated by
    # machine, so it stands in the word itself ("body-worn"); a soft hyphen never does.
    whole = re.sub(r"[\x02\ufffe](?:\r?\n)?", "-", text).replace("\u00ad", "").replace("\0", "")
    return re.sub(r"[^\S\n]*\r?\n|\r", "\n", whole).strip()


def _in_lines(text: str, words: pypdfium2.PdfTextPage) -> str:
    """The text with a space for each line end between words that stand on one line of the page."""
    found = list(_words(letters(words, turn_of(words))))
    pieces = re.split(r"(\s+)", text)
    if len(found) * 2 - 1 != len(pieces):
        return text
    for at, ((_, last), (first, _)) in enumerate(pairwise(found)):
        if "\n" in pieces[2 * at + 1] and _on_one_line(last, first):
            pieces[2 * at + 1] = " "
    return "".join(pieces)


def _words(found: list[Letter]) -> Iterator[tuple[Letter, Letter]]:
    """The first and the last letter of each word."""
    starts = [at for at, letter in enumerate(found) if letter.apart]
    for start, end in pairwise((*starts, len(found))):
        yield found[start], found[end - 1]


def _on_one_line(last: Letter, first: Letter) -> bool:
    height = max(last.bottom - last.top, first.bottom - first.top)
    return abs(first.base - last.base) < RAISED * height and first.x0 >= last.x1
