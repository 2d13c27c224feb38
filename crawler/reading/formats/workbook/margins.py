"""The header and footer that a sheet is printed with: often the only place that names the force and the request."""

import re
from collections.abc import Iterable, Iterator

from crawler.reading.formats.workbook.cell_values import folded

# ISO 29500-1, 18.3.1.46: three sections, and codes for fonts, sizes, colours, pictures, and what is filled in.
CODE = re.compile(r'&(?P<code>"[^"]*"|\d+|K(?:[0-9A-Fa-f]{6}|\d\d[+-]\d{3})|[A-Za-z&+-])|&|(?P<words>[^&]+)')
SECTIONS, COUNTED = "LCR", "PN"
NUMBER = "\0"  # stands for a number of pages
PAGES = re.compile(rf"(?:\b(?:page|sheet)\b\W*)?{NUMBER}(?:\s*(?:of|/)\s*{NUMBER})?", re.I)


def margins(texts: Iterable[str]) -> list[str]:
    """The words of the sections of headers and footers, each once; numbers of pages, dates and names of files go."""
    found = (folded(PAGES.sub("", section)) for text in texts for section in _sections(text))
    return [words for words in dict.fromkeys(found) if any(map(str.isalnum, words))]


def _sections(text: str) -> Iterator[str]:
    words = ""
    for piece in CODE.finditer(text):
        code = piece["code"]
        if code and code in SECTIONS:
            yield words
            words = ""
        elif code and code in COUNTED:
            words += NUMBER
        else:
            words += "&" if code == "&" else piece["words"] or ""
    yield words
