"""What is painted over the words of a page: filled shapes, pictures and marks that lie on text painted before."""

import ctypes
from collections import defaultdict
from dataclasses import dataclass, field
from typing import NamedTuple

import pypdfium2
from pypdfium2 import raw

from crawler.reading.formats.pdf.page import Box, Drawn

THIN = 2.0  # points: a line under or through words covers none
BROAD = 5.0  # points: a line as broad as small letters are high
BAND = 20.0  # points of height by which texts are sorted, so that each cover is held against few of them
PAINTED = 300  # shapes painted last that a white text is looked for on
# Marks whose look may be an opaque box.
OPAQUE = (
    raw.FPDF_ANNOT_SQUARE, raw.FPDF_ANNOT_CIRCLE, raw.FPDF_ANNOT_POLYGON, raw.FPDF_ANNOT_FREETEXT,
    raw.FPDF_ANNOT_STAMP, raw.FPDF_ANNOT_INK, raw.FPDF_ANNOT_LINE, raw.FPDF_ANNOT_HIGHLIGHT,
)  # fmt: skip


class Cover(NamedTuple):
    """Something opaque, or that may be."""

    box: Box
    is_picture: bool


@dataclass
class Covers:
    """Texts by address with what was painted over them, from the lowest; and all that is painted in colour."""

    over: dict[int, list[Cover]] = field(default_factory=lambda: defaultdict(list))
    pictures: list[Box] = field(default_factory=list)
    coloured: list[Box] = field(default_factory=list)
    by_colour: dict[tuple[int, ...], list[Box]] = field(default_factory=lambda: defaultdict(list))
    bands: dict[int, list[tuple[int, Box]]] = field(default_factory=lambda: defaultdict(list))

    def add_text(self, address: int, box: Box) -> None:
        """A text that what comes later may cover."""
        for band in _bands(box):
            self.bands[band].append((address, box))

    def add(self, drawn: Drawn) -> None:
        """A shape or a picture, over all texts so far."""
        left, bottom, right, top = drawn.box
        if min(right - left, top - bottom) < THIN:
            return
        is_picture = drawn.kind != raw.FPDF_PAGEOBJ_PATH
        if is_picture:
            self.pictures.append(drawn.box)
        elif not (colour := fill(drawn) or _broad_stroke(drawn)) or colour[3] == 0:
            return
        elif min(colour[:3]) < 255:
            self.coloured.append(drawn.box)
            self.by_colour[colour[:3]].append(drawn.box)
        self._lay(Cover(drawn.box, is_picture))

    def add_marks(self, page: pypdfium2.PdfPage) -> None:
        """The annotations of the page, which lie over everything."""
        for index in range(raw.FPDFPage_GetAnnotCount(page)):
            mark = raw.FPDFPage_GetAnnot(page, index)
            box = raw.FS_RECTF()
            if mark and raw.FPDFAnnot_GetSubtype(mark) in OPAQUE and raw.FPDFAnnot_GetRect(mark, box):
                self._lay(Cover((box.left, box.bottom, box.right, box.top), False))
            raw.FPDFPage_CloseAnnot(mark)

    def _lay(self, cover: Cover) -> None:
        for address in {
            at for band in _bands(cover.box) for at, box in self.bands.get(band, ()) if meet(box, cover.box)
        }:
            self.over[address].append(cover)

    def is_on_colour(self, box: Box) -> bool:
        """Whether a coloured shape lies under the whole box."""
        return any(_holds(shape, box) for shape in self.coloured[-PAINTED:])

    def is_on_itself(self, box: Box, colour: tuple[int, ...]) -> bool:
        """Whether a shape of the very colour (red, green, blue) lies under the whole box."""
        return any(_holds(shape, box) for shape in self.by_colour.get(colour, ())[-PAINTED:])

    def top_cover(self, address: int, x: float, y: float) -> Cover | None:
        """What lies uppermost over a point of a text."""
        over = (cover for cover in reversed(self.over.get(address, ())) if holds(cover.box, x, y))
        return next(over, None)

    def is_on_picture(self, x: float, y: float) -> bool:
        """Whether a picture lies at the point, below or above."""
        return any(holds(box, x, y) for box in self.pictures)

    def share_of_pictures(self, page: pypdfium2.PdfPage) -> float:
        """The part of the page that pictures cover."""
        left, bottom, right, top = page.get_bbox()
        area = sum((right - left) * (top - bottom) for left, bottom, right, top in self.pictures)
        return area / max(1.0, (right - left) * (top - bottom))


def fill(drawn: Drawn) -> tuple[int, int, int, int] | None:
    """Red, green, blue and opacity (0 to 255) that a text or a shape is filled with; None when it is not."""
    if drawn.kind == raw.FPDF_PAGEOBJ_PATH:
        mode, stroke = ctypes.c_int(), ctypes.c_int()
        raw.FPDFPath_GetDrawMode(drawn.handle, mode, stroke)
        if not mode.value:
            return None
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if not raw.FPDFPageObj_GetFillColor(drawn.handle, red, green, blue, alpha):
        return 0, 0, 0, 255  # a pattern
    return red.value, green.value, blue.value, alpha.value


def _broad_stroke(drawn: Drawn) -> tuple[int, int, int, int] | None:
    """The colour of a line that could cover words, as a thick pen does; None for a frame or a rule."""
    mode, stroke, width = ctypes.c_int(), ctypes.c_int(), ctypes.c_float()
    raw.FPDFPath_GetDrawMode(drawn.handle, mode, stroke)
    if not stroke.value or not raw.FPDFPageObj_GetStrokeWidth(drawn.handle, width) or width.value < BROAD:
        return None
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    raw.FPDFPageObj_GetStrokeColor(drawn.handle, red, green, blue, alpha)
    return red.value, green.value, blue.value, alpha.value


def meet(a: Box, b: Box) -> bool:
    """Whether two boxes overlap."""
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def holds(box: Box, x: float, y: float) -> bool:
    """Whether a point lies in a box."""
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def _holds(outer: Box, inner: Box) -> bool:
    return holds(outer, inner[0] + 1, inner[1] + 1) and holds(outer, inner[2] - 1, inner[3] - 1)


def _bands(box: Box) -> range:
    # A box without end would be in bands without end; no page is 200 inches high.
    low, high = (max(-14_400.0, min(14_400.0, side)) for side in (box[1], box[3]))
    return range(int(low // BAND), int(high // BAND) + 1)
