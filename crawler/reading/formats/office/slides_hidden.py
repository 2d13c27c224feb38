"""What a presentation (PPTX) holds that its audience is not shown."""

from collections.abc import Iterator

from crawler.reading.formats import ooxml
from crawler.reading.formats.filetext import Hidden, Limits, Unreadable
from crawler.reading.formats.office.office_hidden import embedded, linked, short
from crawler.reading.formats.office.slides import BROKEN, WHAT, lines, members
from crawler.reading.formats.ooxml import Package


def find(data: bytes, limits: Limits) -> Iterator[Hidden]:
    """Slides that are left out of the show, comments, embedded files, links to files. Raises Unreadable."""
    try:
        with ooxml.opened(data, limits, WHAT) as package:
            yield from _slides(package, limits)
            yield from embedded(package, "ppt/embeddings/")
            yield from linked(package)
    except BROKEN as error:
        raise Unreadable(f"damaged {WHAT}: {error}") from error


def _slides(package: Package, limits: Limits) -> Iterator[Hidden]:
    for number, member in enumerate(members(package)[: limits.pages], 1):
        root = package.xml(member)
        words = short(" ".join(lines(root)))
        if root.get("show") in ("0", "false") and words:
            yield Hidden("hidden text", f"slide {number}", f"left out of the show: {words}")
        for comments in package.related(member, "comments"):
            said = " ".join(package.xml(comments).itertext("{*}text", "{*}t"))
            if said.strip():
                yield Hidden("comment", f"slide {number}", short(said))
