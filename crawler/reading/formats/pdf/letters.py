"""The letters of a page of a PDF, each with the place where a reader has it before him."""

import ctypes
import math
from collections import Counter
from typing import NamedTuple

import pypdfium2
from pypdfium2 import raw

from crawler.reading.formats.pdf.page import Box

LETTERS = 100_000  # of a page
SAMPLE = 200  # characters that tell which way a page is written


class Letter(NamedTuple):
    """One character with its box as shown: x to the right, top and bottom downwards, in points.

    `base` is the line it stands on; `apart` tells that a space or a new line goes before it.
    """

    char: str
    x0: float
    top: float
    x1: float
    bottom: float
    base: float
    apart: bool


def turn_of(words: pypdfium2.PdfTextPage) -> int:
    """The degrees, clockwise, by which a page must be turned for most of its words to stand upright.

    Not what the page says of itself: a table may lie on its side on an upright page, and the other way round.
    """
    count = min(words.count_chars(), SAMPLE)
    angles = (raw.FPDFText_GetCharAngle(words, index) for index in range(count))
    quarters = Counter(-round(math.degrees(angle) / 90) % 4 for angle in angles if angle >= 0)
    return quarters.most_common(1)[0][0] * 90 if quarters else 0


def letters(words: pypdfium2.PdfTextPage, turn: int) -> list[Letter]:
    """The visible characters of a page in reading order, as shown after `turn` degrees; spaces only part them."""
    apart, found = True, []
    x, y = ctypes.c_double(), ctypes.c_double()
    for index in range(min(words.count_chars(), LETTERS)):
        char = character(words, index)
        if not char.strip():
            apart = True
            continue
        raw.FPDFText_GetCharOrigin(words, index, x, y)
        x0, top, x1, bottom = shown(char_box(words, index), turn)
        found.append(Letter(char, x0, top, x1, bottom, _turned(x.value, y.value, turn)[1], apart))
        apart = False
    return found


def character(words: pypdfium2.PdfTextPage, index: int) -> str:
    """One character: a hyphen for PDFium's mark of one, none for what is no character."""
    code = raw.FPDFText_GetUnicode(words, index)
    if code in (0x02, 0xFFFE):
        return "-"
    return "" if code in (0, 0xAD) or 0xD800 <= code < 0xE000 else chr(code)


_SIDES = tuple(ctypes.c_double() for _ in range(4))


def char_box(words: pypdfium2.PdfTextPage, index: int) -> Box:
    """The box of a character in the page's own axes."""
    left, right, bottom, top = _SIDES
    raw.FPDFText_GetCharBox(words, index, left, right, bottom, top)
    return left.value, bottom.value, right.value, top.value


def shown(box: Box, turn: int) -> Box:
    """A box (x0, top, x1, bottom) as it stands after the page is turned by `turn` degrees: y grows downwards."""
    (ax, ay), (bx, by) = _turned(box[0], box[1], turn), _turned(box[2], box[3], turn)
    return min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)


def _turned(x: float, y: float, turn: int) -> tuple[float, float]:
    return {90: (y, x), 180: (-x, y), 270: (-y, -x)}.get(turn, (x, -y))
