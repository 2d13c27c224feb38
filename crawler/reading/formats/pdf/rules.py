"""The ruled lines of a page: straight, level or upright, as drawn or as the sides of a shaded box."""

import ctypes
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import pypdfium2
from pypdfium2 import raw

from crawler.reading.formats.pdf.letters import shown
from crawler.reading.formats.pdf.page import Drawn, moved, objects

THIN = 3.0  # points: a line may be drawn as a narrow box
SHORT = 3.0  # points: less is a dot
SEGMENTS = 2_000  # of one shape: more is a drawing
WHITE = 250  # of 255


@dataclass(frozen=True)
class Rule:
    """A line at `at` (x when upright, else y downwards) from `start` to `end`, in points as shown."""

    upright: bool
    at: float
    start: float
    end: float


def shapes(page: pypdfium2.PdfPage) -> list[Drawn]:
    """The lines and boxes that are seen on a page."""
    drawn = objects(page, without=raw.FPDF_PAGEOBJ_TEXT)
    return [each for each in drawn if each.kind == raw.FPDF_PAGEOBJ_PATH and _is_seen(each)]


def rules(drawn: Iterable[Drawn], turn: int) -> list[Rule]:
    """Their straight lines, as shown after the page is turned by `turn` degrees, in the order of painting."""
    return [rule for each in drawn for rule in _of_path(each, turn) if rule.end - rule.start >= SHORT]


def _is_seen(drawn: Drawn) -> bool:
    """Whether it is stroked, or filled with something else than white: a white box on white is not seen."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(drawn.handle, fill, stroke)
    if stroke.value:
        return True
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    known = raw.FPDFPageObj_GetFillColor(drawn.handle, red, green, blue, alpha)
    pale = min(red.value, green.value, blue.value) >= WHITE or alpha.value == 0
    return bool(fill.value) and not (known and pale)


def _of_path(drawn: Drawn, turn: int) -> Iterator[Rule]:
    x0, top, x1, bottom = shown(drawn.box, turn)
    if min(x1 - x0, bottom - top) <= THIN:
        yield _rule(x0, top, x1, bottom)
        return
    for start, end in _strokes(drawn):
        ax, ay, bx, by = shown((*start, *end), turn)
        if min(bx - ax, by - ay) <= 1:
            yield _rule(ax, ay, bx, by)


def _rule(x0: float, top: float, x1: float, bottom: float) -> Rule:
    if bottom - top > x1 - x0:
        return Rule(True, (x0 + x1) / 2, top, bottom)
    return Rule(False, (top + bottom) / 2, x0, x1)


def _strokes(drawn: Drawn) -> Iterator[tuple[tuple[float, float], tuple[float, float]]]:
    """The straight pieces of a shape, each by its ends."""
    count = raw.FPDFPath_CountSegments(drawn.handle)
    first = last = (0.0, 0.0)
    x, y = ctypes.c_float(), ctypes.c_float()
    for index in range(count if count <= SEGMENTS else 0):
        segment = raw.FPDFPath_GetPathSegment(drawn.handle, index)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        here, kind = _placed(drawn, x.value, y.value), raw.FPDFPathSegment_GetType(segment)
        if kind == raw.FPDF_SEGMENT_LINETO:
            yield last, here
        elif kind == raw.FPDF_SEGMENT_MOVETO:
            first = here
        if raw.FPDFPathSegment_GetClose(segment):
            yield here, first
        last = here


def _placed(drawn: Drawn, x: float, y: float) -> tuple[float, float]:
    own = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(drawn.handle, own)
    return moved(*moved(x, y, (own.a, own.b, own.c, own.d, own.e, own.f)), drawn.matrix)
