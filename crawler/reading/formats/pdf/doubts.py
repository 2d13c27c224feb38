"""The words of a page that may be unseen: cheaply told, and more of them than are."""

import ctypes
from dataclasses import dataclass, field

import pypdfium2
from pypdfium2 import raw

from crawler.reading.formats.pdf.clips import is_clipped
from crawler.reading.formats.pdf.covers import Covers, fill, meet
from crawler.reading.formats.pdf.page import Drawn, matrix_of, objects, times

INVISIBLE = (raw.FPDF_TEXTRENDERMODE_INVISIBLE, raw.FPDF_TEXTRENDERMODE_CLIP)
PALE = 245  # of 255
TINY = 1.05  # points of a font: Excel shrinks a sheet to a tenth at most, and then prints in 1.1


@dataclass
class Doubt:
    """The text objects that may be unseen, by address, and what is painted over text.

    `outside` are those beside the page, `tiny` those too small to be read, `clipped` those beside what a clipping path
    lets through.
    """

    texts: dict[int, Drawn] = field(default_factory=dict)
    outside: set[int] = field(default_factory=set)
    tiny: set[int] = field(default_factory=set)
    clipped: set[int] = field(default_factory=set)
    covers: Covers = field(default_factory=Covers)


def doubts(page: pypdfium2.PdfPage) -> Doubt:
    """The text of a page that may be unseen."""
    doubt, texts, sheet = Doubt(), {}, page.get_bbox()
    for drawn in objects(page):
        if drawn.kind != raw.FPDF_PAGEOBJ_TEXT:
            doubt.covers.add(drawn)
            continue
        at = address(drawn.handle)
        texts[at] = drawn
        doubt.covers.add_text(at, drawn.box)
        if not meet(drawn.box, sheet):
            doubt.outside.add(at)
        elif _is_tiny(drawn):
            doubt.tiny.add(at)
        elif is_clipped(drawn):
            doubt.clipped.add(at)
        elif drawn.in_layer or is_invisible(drawn) or _is_blended(drawn, doubt.covers):
            doubt.texts[at] = drawn
    doubt.covers.add_marks(page)
    doubt.texts.update({at: texts[at] for at in {*doubt.outside, *doubt.tiny, *doubt.clipped, *doubt.covers.over}})
    return doubt


def _is_tiny(drawn: Drawn) -> bool:
    """Whether a text is too small to be read, by its font and by its box: a lone "l" is narrow, and some fonts lie."""
    if min(drawn.box[2] - drawn.box[0], drawn.box[3] - drawn.box[1]) >= TINY or is_invisible(drawn):
        return False
    size = ctypes.c_float()
    raw.FPDFTextObj_GetFontSize(drawn.handle, size)
    a, b, c, d, _, _ = times(matrix_of(drawn.handle), drawn.matrix)
    return abs(size.value) * abs(a * d - b * c) ** 0.5 < TINY


def _is_blended(drawn: Drawn, covers: Covers) -> bool:
    if is_pale(drawn):
        return not covers.is_on_colour(drawn.box)
    return covers.is_on_itself(drawn.box, (fill(drawn) or (0, 0, 0))[:3])


def address(handle: ctypes._Pointer) -> int:
    """What an object is known by."""
    return ctypes.cast(handle, ctypes.c_void_p).value or 0


def is_invisible(drawn: Drawn) -> bool:
    """Whether a text is written without ink, as the words of a scan are."""
    return raw.FPDFTextObj_GetTextRenderMode(drawn.handle) in INVISIBLE


def is_pale(drawn: Drawn) -> bool:
    """Whether a text is white, or next to transparent."""
    red, green, blue, opacity = fill(drawn) or (0, 0, 0, 255)
    return min(red, green, blue) >= PALE or opacity < 255 - PALE
