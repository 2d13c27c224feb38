"""The picture of a page with some of its text and without: what makes no difference is not seen."""

import ctypes
from collections.abc import Sequence

import pypdfium2
from PIL import Image, ImageChops
from pypdfium2 import raw

from crawler.reading.formats.pdf.page import Box, Drawn

SCALE = 1.5  # dots per point: a letter of six points is seen
DOTS = 6_000_000  # of a picture
SAME = 12  # of 255: less is the blur of a neighbour's edge
INK = 160  # of 255: darker than any paper
EDGE = 0.15  # of a letter's box on each side: what sticks out of a cover there tells nobody which letter it is


class Proof:
    """Takes the objects out of the page (for good) and keeps both pictures."""

    def __init__(self, page: pypdfium2.PdfPage, texts: Sequence[Drawn]) -> None:
        self.page = page
        self.before = _picture(page)
        for drawn in texts:
            raw.FPDFPageObj_SetIsActive(drawn.handle, False)
        after = _picture(page) if texts else self.before
        self.change = ImageChops.difference(self.before, after).point([255 * (value > SAME) for value in range(256)])

    def shows(self, box: Box) -> bool:
        """Whether the page looks different there without the texts."""
        return self.change.crop(self._dots(box, EDGE)).getbbox() is not None

    def is_plain(self, box: Box) -> bool:
        """Whether there is nothing to be seen there, whatever the colour."""
        dots = self.before.crop(self._dots(box, EDGE)).tobytes()
        return max(dots) - min(dots) <= 2 * SAME

    def is_all_ink(self, box: Box) -> bool:
        """Whether there is nothing to be seen there but a dark patch."""
        return self.is_plain(box) and max(self.before.crop(self._dots(box, EDGE)).tobytes()) < INK

    def _dots(self, box: Box, edge: float) -> tuple[int, int, int, int]:
        aside, up = (box[2] - box[0]) * edge, (box[3] - box[1]) * edge
        ax, ay = self._dot(box[0] + aside, box[1] + up)
        bx, by = self._dot(box[2] - aside, box[3] - up)
        return min(ax, bx), min(ay, by), max(ax, bx) + 1, max(ay, by) + 1

    def _dot(self, x: float, y: float) -> tuple[int, int]:
        right, down = ctypes.c_int(), ctypes.c_int()
        raw.FPDF_PageToDevice(self.page, 0, 0, self.before.width, self.before.height, 0, x, y, right, down)
        return min(max(right.value, 0), self.before.width - 1), min(max(down.value, 0), self.before.height - 1)


def _picture(page: pypdfium2.PdfPage) -> Image.Image:
    width, height = page.get_size()
    scale = min(SCALE, (DOTS / (width * height)) ** 0.5)
    return page.render(scale=scale, grayscale=True).to_pil().convert("L").copy()
