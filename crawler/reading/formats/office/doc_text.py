"""The characters of a Word document of before 2007 (DOC, [MS-DOC]), which lie in pieces all over the file.

antiword reads the text itself; this is for what it leaves out: headers, footers, comments.
"""

import re
import struct
from itertools import pairwise

from crawler.reading.formats.compound import Streams

# Where the head of the stream WordDocument ([MS-DOC] 2.5) keeps what.
FLAGS, PIECES = 0x0A, 0x1A2
# How many characters each part of the text has; the parts follow one another in this order.
PARTS = {"text": 0x4C, "footnotes": 0x50, "margins": 0x54, "macros": 0x58, "comments": 0x5C}
SECOND_TABLE = 0x0200
PROPERTIES, PIECE_TABLE = 1, 2
NARROW = 0x4000_0000  # a piece of one byte a character, in Windows-1252
FIELD = re.compile(r"\x13[^\x13\x14\x15]*(?:\x14([^\x13\x14\x15]*))?\x15")
BROKEN = (struct.error, KeyError, ValueError, OverflowError)  # what a damaged file raises here


def part(streams: Streams, name: str) -> str:
    """The characters of one of PARTS, as they stand there. Raises one of BROKEN for a damaged file."""
    head = streams[("WordDocument",)]
    before = list(PARTS)[: list(PARTS).index(name)]
    start = sum(number(head, PARTS[each]) for each in before)
    return _text(head, table(streams), start, start + number(head, PARTS[name]))


def table(streams: Streams) -> bytes:
    """The stream of tables that the document uses."""
    second = number(streams[("WordDocument",)], FLAGS) & SECOND_TABLE
    return streams[("1Table" if second else "0Table",)]


def number(head: bytes, place: int) -> int:
    """Four bytes of the head, as a number."""
    return int(struct.unpack_from("<I", head, place)[0])


def shown(text: str) -> list[str]:
    """The lines of a text that say anything, with the results of its fields in place of their instructions."""
    while (simpler := FIELD.sub(lambda found: found[1] or "", text)) != text:
        text = simpler
    rows = re.sub(r"\x07+", "\t", text)  # the end of a cell
    lines = (" ".join(re.sub(r"[\x00-\x08\x0e-\x1f]", " ", line).split()) for line in re.split(r"[\r\x0b\x0c]", rows))
    return list(filter(None, lines))


def _text(head: bytes, table: bytes, start: int, end: int) -> str:
    """The characters from `start` to `end`, which lie in pieces all over the stream."""
    at, size = struct.unpack_from("<II", head, PIECES)
    at, size = _piece_table(table, at, at + size)
    count = (size - 4) // 12
    bounds = struct.unpack_from(f"<{count + 1}I", table, at)
    found = []
    for index, (first, last) in enumerate(pairwise(bounds)):
        (place,) = struct.unpack_from("<I", table, at + 4 * (count + 1) + 8 * index + 2)
        if first < end and last > start:
            found.append(_piece(head, place, max(start, first) - first, min(end, last) - first))
    return "".join(found)


def _piece_table(table: bytes, at: int, end: int) -> tuple[int, int]:
    """The place and the size of the table of pieces, after what is said of their properties."""
    while at < end and table[at : at + 1] == bytes([PROPERTIES]):
        at += 3 + struct.unpack_from("<H", table, at + 1)[0]
    if table[at : at + 1] != bytes([PIECE_TABLE]):
        raise ValueError("no table of pieces")
    return at + 5, struct.unpack_from("<I", table, at + 1)[0]


def _piece(head: bytes, place: int, first: int, last: int) -> str:
    if place & NARROW:
        start = (place & ~NARROW) // 2
        return head[start + first : start + last].decode("cp1252", "replace")
    return head[place + 2 * first : place + 2 * last].decode("utf-16-le", "replace")
