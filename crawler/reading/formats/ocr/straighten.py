"""Turns a skewed picture of a page straight: a page lies straight where its lines and gaps differ most."""

import itertools

from PIL import Image, ImageOps

WIDTH = 600  # points that the skew is measured at: finer costs more and finds no better
STEEPEST = 5.0  # degrees; a scanner's feeder does not err more, and a steeper text is meant so
SMALLEST = 0.2  # degrees, below which reading is no worse and turning only blurs


def straighten(picture: Image.Image) -> Image.Image:
    """The grey picture turned by its skew, the corners white."""
    angle = skew(picture)
    if abs(angle) < SMALLEST:
        return picture
    return picture.rotate(angle, resample=Image.Resampling.BICUBIC, fillcolor=255)


def skew(picture: Image.Image) -> float:
    """The degrees to turn the picture by, counter-clockwise: whole ones are tried, then the best one's tenths."""
    small = ImageOps.invert(picture.convert("L"))
    small.thumbnail((WIDTH, WIDTH * 3))
    best = 0.0
    for step in (1.0, 0.25, 0.1):
        reach = STEEPEST if step == 1.0 else step * 4 if step == 0.25 else 0.2
        angles = [best + step * n for n in range(-round(reach / step), round(reach / step) + 1)]
        best = max(angles, key=lambda angle: (_sharpness(small, angle), -abs(angle)))
    return best if abs(best) <= STEEPEST else 0.0


def _sharpness(picture: Image.Image, angle: float) -> int:
    """How much neighbouring rows of points differ in blackness."""
    turned = picture.rotate(angle, resample=Image.Resampling.BILINEAR)
    rows = turned.resize((1, turned.height), Image.Resampling.BOX).tobytes()
    return sum((a - b) ** 2 for a, b in itertools.pairwise(rows))
