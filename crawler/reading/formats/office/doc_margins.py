"""Headers and footers of a Word document of before 2007 (DOC, [MS-DOC]), which antiword leaves out."""

import re
import struct
from itertools import pairwise

from crawler.reading.formats import compound
from crawler.reading.formats.filetext import Unreadable
from crawler.reading.formats.office.doc_text import BROKEN, part, shown, table

PLACES = 0xF2  # in the head: where it is said how long each story is
SEPARATORS = 6  # stories before those of the sections: the lines above footnotes
HEADERS, FOOTERS = (0, 1, 4), (2, 3, 5)  # of the six stories of a section: on even, odd and first pages
OF_PAGES = re.compile(r"\b(?:page|of)\b|[\W\d]", re.I)
Margins = tuple[tuple[str, ...], tuple[str, ...]]


def margins(data: bytes) -> Margins:
    """The lines of all headers, and of all footers, each once; none where the file does not let them be found."""
    try:
        streams = compound.opened(data, "Word document")
        text = part(streams, "margins")
        at, size = struct.unpack_from("<II", streams[("WordDocument",)], PLACES)
        ends = struct.unpack_from(f"<{size // 4}I", table(streams)[at : at + size])
    except (Unreadable, *BROKEN):
        return (), ()
    stories = [text[a:b] for a, b in pairwise(ends)][SEPARATORS:]
    return _lines(stories, HEADERS), _lines(stories, FOOTERS)


def _lines(stories: list[str], which: tuple[int, ...]) -> tuple[str, ...]:
    lines = shown("\r".join(story for at, story in enumerate(stories) if at % 6 in which))
    return tuple(dict.fromkeys(line for line in lines if OF_PAGES.sub("", line)))
