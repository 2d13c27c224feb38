"""Whether a clipping path keeps the whole of a text from the page, as when a picture of a sheet was cropped."""

import ctypes

from pypdfium2 import raw

from crawler.reading.formats.pdf.covers import meet
from crawler.reading.formats.pdf.page import Box, Drawn, moved

MOST = 40  # points of a path, and paths: what has more is an outline, and not the frame of a crop


def is_clipped(drawn: Drawn) -> bool:
    """Whether an object lies beside what its clipping paths let through, taking each for a rectangle."""
    clip = raw.FPDFPageObj_GetClipPath(drawn.handle)
    count = raw.FPDFClipPath_CountPaths(clip) if clip else 0
    frames = (_frame(clip, index, drawn) for index in range(count if count <= MOST else 0))
    return any(frame is not None and not meet(frame, drawn.box) for frame in frames)


def _frame(clip: ctypes._Pointer, path: int, drawn: Drawn) -> Box | None:
    count = raw.FPDFClipPath_CountPathSegments(clip, path)
    if not 0 < count <= MOST:
        return None
    points = [_point(clip, path, index, drawn) for index in range(count)]
    xs, ys = zip(*points, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def _point(clip: ctypes._Pointer, path: int, index: int, drawn: Drawn) -> tuple[float, float]:
    x, y = ctypes.c_float(), ctypes.c_float()
    raw.FPDFPathSegment_GetPoint(raw.FPDFClipPath_GetPathSegment(clip, path, index), x, y)
    return moved(x.value, y.value, drawn.matrix)
