"""Opens an OpenDocument file: its members as XML, under the names that the format gives things (ODF 1.3 Part 3)."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from lxml import etree

from crawler.reading.formats.archive import DAMAGE, member, weighed
from crawler.reading.formats.filetext import Limits, Unreadable
from crawler.reading.formats.ooxml import parsed

NAMESPACE = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}"
OFFICE, STYLE, TEXT, TABLE, DRAW, FO = (
    NAMESPACE % name for name in ("office", "style", "text", "table", "drawing", "xsl-fo-compatible")
)
HREF = "{http://www.w3.org/1999/xlink}href"
BROKEN = (*DAMAGE, AttributeError, TypeError, IndexError)


@dataclass(frozen=True)
class Opened:
    """The content of the document, its styles, and the names of all members."""

    content: etree._Element
    styles: etree._Element | None
    sizes: dict[str, int]

    def named(self, tag: str) -> dict[str, etree._Element]:
        """The definitions of one sort (styles, list styles) by their names; the document's own go first."""
        roots = [root for root in (self.styles, self.content) if root is not None]
        return {each.get(STYLE + "name", ""): each for root in roots for each in root.iter(tag)}


@contextmanager
def opened(data: bytes, limits: Limits, what: str) -> Iterator[Opened]:
    """The document. Raises Unreadable for a damaged or oversized one, also for what damage shows later."""
    try:
        with weighed(data, limits, what) as archive:
            sizes = {each.filename: each.file_size for each in archive.infolist()}
            if b"encryption-data" in (member(archive, _MANIFEST, what) if _MANIFEST in sizes else b""):
                raise Unreadable(f"encrypted {what}")
            content = parsed(member(archive, "content.xml", what), what)
            styles = parsed(member(archive, "styles.xml", what), what) if "styles.xml" in sizes else None
            yield Opened(content, styles, sizes)
    except BROKEN as error:
        raise Unreadable(f"damaged {what}: {error}") from error


_MANIFEST = "META-INF/manifest.xml"


def hidden_styles(document: Opened) -> frozenset[str]:
    """The names of the styles whose words are not displayed, by themselves or by what they are based on."""
    styles = document.named(STYLE + "style")
    return frozenset(name for name in styles if _hides(name, styles))


def _hides(name: str, styles: dict[str, etree._Element]) -> bool:
    seen: set[str] = set()
    while name in styles and name not in seen:
        seen.add(name)
        said = styles[name].find(STYLE + "text-properties")
        display = None if said is None else said.get(TEXT + "display")
        if display is not None:
            return display == "none"
        name = styles[name].get(STYLE + "parent-style-name", "")
    return False


def unseen(element: etree._Element, hidden: frozenset[str]) -> bool:
    """Whether a span, paragraph or section is hidden: by its style, by itself, or by its condition."""
    if element.tag == TEXT + "section":
        return element.get(TEXT + "display") == "none" or element.get(TEXT + "is-hidden") == "true"
    if element.tag == TEXT + "hidden-text":
        return element.get(TEXT + "is-hidden", "true") == "true"
    if element.tag not in (TEXT + "span", TEXT + "p", TEXT + "h"):
        return False
    flag = element.find(TEXT + "hidden-paragraph")
    flagged = flag is not None and flag.get(TEXT + "is-hidden", "true") == "true"
    return flagged or element.get(TEXT + "style-name", "") in hidden
