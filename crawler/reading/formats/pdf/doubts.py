"""The words of a page that may be unseen: cheaply told, and more of them than are."""

import ctypes
from dataclasses import dataclass, field

import pypdfium2
from pypdfium2 import raw

from crawler.reading.formats.pdf.covers import Covers, fill, meet
from crawler.reading.formats.pdf.page import Drawn, objects

INVISIBLE = (raw.FPDF_TEXTRENDERMODE_INVISIBLE, raw.FPDF_TEXTRENDERMODE_CLIP)
PALE = 245  # of 255


@dataclass
class Doubt:
    """The text objects that may be unseen, by address, those beside the page, and what is painted over text."""

    texts: dict[int, Drawn] = field(default_factory=dict)
    outside: set[int] = field(default_factory=set)
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
        elif drawn.in_layer or is_invisible(drawn) or _is_blended(drawn, doubt.covers):
            doubt.texts[at] = drawn
    doubt.covers.add_marks(page)
    doubt.texts.update({at: texts[at] for at in {*doubt.outside, *doubt.covers.over}})
    return doubt


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
