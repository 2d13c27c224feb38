"""The words of a Word document of before 2007 (DOC) that are formatted as struck, put in, or hidden.

After [MS-DOC] 2.4.6.2 (where the properties of characters lie), 2.6.1 (what they mean).
"""

import struct
from collections.abc import Iterator
from itertools import pairwise

from crawler.reading.formats.compound import Streams
from crawler.reading.formats.decode import decode
from crawler.reading.formats.office.doc_text import shown, table

PAGES, PAGE = 0xFA, 512  # where the head tells the list of pages of properties; their bytes
MARKS = {0x0800: "deleted", 0x0801: "inserted", 0x083C: "hidden"}  # sprmCFRMarkDel, sprmCFRMark, sprmCFVanish
# The bytes of an operand by the three highest bits of what it is for; one more says how long a longer one is.
SIZES, LONGER = (1, 1, 2, 4, 2, 2, 0, 3), 6


def marked(streams: Streams) -> dict[str, list[str]]:
    """The words by "deleted", "inserted" or "hidden". Raises doc_text.BROKEN, IndexError for a damaged file."""
    head = streams[("WordDocument",)]
    found: dict[str, list[str]] = {}
    for start, end, properties in _runs(head, table(streams)):
        for mark in _marks(properties):
            words = " ".join(shown(decode(head[start:end])))
            if words:
                found.setdefault(mark, []).append(words)
    return found


def _runs(head: bytes, tables: bytes) -> Iterator[tuple[int, int, bytes]]:
    """First and last byte of the characters in the stream, and their properties."""
    at, size = struct.unpack_from("<II", head, PAGES)
    count = max(0, (size - 4) // 8)
    for (number,) in struct.iter_unpack("<I", tables[at + 4 * (count + 1) : at + 4 * (count + 1) + 4 * count]):
        page = head[number * PAGE : (number + 1) * PAGE]
        runs = page[PAGE - 1]
        bounds = struct.unpack_from(f"<{runs + 1}I", page)
        for (start, end), place in zip(pairwise(bounds), page[4 * (runs + 1) :], strict=False):
            if place and start < end:
                yield start, end, page[2 * place + 1 : 2 * place + 1 + page[2 * place]]


def _marks(properties: bytes) -> Iterator[str]:
    at = 0
    while at + 3 <= len(properties):
        (what,) = struct.unpack_from("<H", properties, at)
        if what in MARKS and properties[at + 2] == 1:
            yield MARKS[what]
        at += 2 + (1 + properties[at + 2] if what >> 13 == LONGER else SIZES[what >> 13])
