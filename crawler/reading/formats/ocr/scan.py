"""Words of pictures: scanned pages and image files, put upright and straight, and read by tesseract."""

import io
import resource
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial

from PIL import Image, ImageOps, ImageSequence, UnidentifiedImageError

from crawler.reading.formats.filetext import Contents, Limits, Part, Unreadable
from crawler.reading.formats.ocr import tesseract
from crawler.reading.formats.ocr.straighten import straighten

DOTS = 200  # per inch: 150 reads worse when skewed, 300 takes half as long again and reads no better
POINTS = 12_000_000  # of a picture given to tesseract: A3 at 200 dots per inch twice over
OPENED = 80_000_000  # of an image file: what Pillow itself takes for a bomb is little more
SMALL = 1_500  # points of the longer side, below which a page's letters are too small to tell apart
FORMATS = ("PNG", "JPEG", "GIF", "TIFF", "WEBP")
# What Pillow raises on damaged files of these formats.
BROKEN = (OSError, ValueError, SyntaxError, EOFError, IndexError, KeyError, TypeError, OverflowError, MemoryError)

Picture = Callable[[], Image.Image]


@dataclass
class Scanned:
    """What was read of some pages, by their numbers, and what was not."""

    texts: dict[int, str] = field(default_factory=dict)
    wordless: list[int] = field(default_factory=list)
    slow: list[int] = field(default_factory=list)
    left_out: list[int] = field(default_factory=list)
    late: list[int] = field(default_factory=list)

    def notes(self) -> list[str]:
        """What an operator must know of them."""
        missing = f"a scan? {tesseract.PACKAGE} is not installed"
        said = (
            ("page(s) {} read by OCR: expect errors", sorted(self.texts)),
            ("page(s) without text: {} (a scan? OCR made out no words)", self.wordless),
            (f"page(s) without text: {{}} (a scan: OCR took longer than {tesseract.SECONDS} seconds)", self.slow),
            ("page(s) without text: {} (scans after those that may be read by OCR)", self.late),
            (f"page(s) without text: {{}} ({missing})", self.left_out),
        )
        return [sentence.format(ranges(numbers)) for sentence, numbers in said if numbers]


def read_pages(pictures: Iterable[tuple[int, Picture]], limits: Limits) -> Scanned:
    """Reads pages by number. Stops after `limits.scanned` of them, or half of `limits.seconds` of processor time."""
    found, before = Scanned(), _spent()
    for count, (number, picture) in enumerate(pictures):
        if not tesseract.languages():
            found.left_out.append(number)
        elif count >= limits.scanned or _spent() - before > limits.seconds / 2:
            found.late.append(number)
        else:
            _read_page(number, picture, found)
    return found


def _read_page(number: int, picture: Picture, found: Scanned) -> None:
    try:
        text = tesseract.words(straighten(picture()))
    except tesseract.Slow:
        found.slow.append(number)
        return
    if text:
        found.texts[number] = text
    else:
        found.wordless.append(number)


def _spent() -> float:
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime


def read_image(data: bytes, limits: Limits) -> Contents:
    """One part, or one a page of a TIFF: "page 2". Raises Unreadable for a damaged or giant image."""
    try:
        with Image.open(io.BytesIO(data), formats=FORMATS) as image:
            if image.width * image.height > OPENED:
                raise Unreadable(f"too large: an image of {image.width:,} by {image.height:,} points")
            frames = list(_frames(image, limits))
            found = read_pages(frames, limits)
    except UnidentifiedImageError as error:  # its own message names a place in memory
        raise Unreadable("damaged image: no picture to be found") from error
    except (*BROKEN, Image.DecompressionBombError) as error:
        raise Unreadable(f"damaged image: {error}") from error
    if len(frames) > 1:
        return Contents(tuple(Part(f"page {at}", text) for at, text in found.texts.items()), tuple(found.notes()))
    return Contents(tuple(Part("", text) for text in found.texts.values()), (_note(found),))


def _frames(image: Image.Image, limits: Limits) -> Iterator[tuple[int, Picture]]:
    # A GIF's frames are a moving picture, not pages.
    count = getattr(image, "n_frames", 1) if image.format == "TIFF" else 1
    for index in range(min(count, limits.pages)):
        yield index + 1, partial(_frame, image, index)


def _frame(image: Image.Image, index: int) -> Image.Image:
    frame = ImageSequence.Iterator(image)[index] if index else image
    upright = ImageOps.exif_transpose(frame)
    if upright.has_transparency_data:
        upright = Image.alpha_composite(Image.new("RGBA", upright.size, "white"), upright.convert("RGBA"))
    return _fit(upright.convert("L"))


def _fit(picture: Image.Image) -> Image.Image:
    """A picture that tesseract reads well: neither too small nor too large."""
    area, longest = picture.width * picture.height, max(picture.size)
    by = (POINTS / area) ** 0.5 if area > POINTS else 2 if longest < SMALL else 1
    size = max(1, round(picture.width * by)), max(1, round(picture.height * by))
    return picture if by == 1 else picture.resize(size, Image.Resampling.LANCZOS)


def _note(found: Scanned) -> str:
    if found.texts:
        return "an image, read by OCR: expect errors"
    if found.slow:
        return f"an image: OCR took longer than {tesseract.SECONDS} seconds"
    if found.left_out:
        return f"an image: no text, as {tesseract.PACKAGE} is not installed"
    return "an image: no words made out"


def ranges(numbers: list[int]) -> str:
    """Gives "1-4, 7" for [1, 2, 3, 4, 7]."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][-1] == number - 1:
            runs[-1] = [runs[-1][0], number]
        else:
            runs.append([number])
    return ", ".join("-".join(map(str, run)) for run in runs)
