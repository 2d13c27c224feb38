"""Which paragraphs of a Word document may stand on a picture or a drawing, where white words are seen."""

from collections.abc import Iterable, Iterator

from lxml import etree

from crawler.reading.formats.ooxml import W

ANCHOR = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}anchor"
PICTURE = W + "pict"  # as Word drew before 2010: a style of CSS tells what lies behind the text
BEHIND = "z-index:-"
NEW_PAGE = (W + "lastRenderedPageBreak", W + "pageBreakBefore")


def bare(paragraphs: Iterable[etree._Element]) -> Iterator[etree._Element]:
    """The paragraphs without those on a page with something behind the text, from where that is anchored on."""
    covered = False
    for paragraph in paragraphs:
        begins = next(paragraph.iter(*NEW_PAGE), None) is not None
        covered = _holds_back(paragraph) or (covered and not begins)
        if not covered:
            yield paragraph
        covered = covered and not _ends_page(paragraph)


def _holds_back(paragraph: etree._Element) -> bool:
    drawn = (anchor.get("behindDoc") in ("1", "true") for anchor in paragraph.iter(ANCHOR))
    older = (BEHIND in shape.get("style", "").replace(" ", "") for each in paragraph.iter(PICTURE) for shape in each)
    return any(drawn) or any(older)


def _ends_page(paragraph: etree._Element) -> bool:
    breaks = any(each.get(W + "type") == "page" for each in paragraph.iter(W + "br"))
    return breaks or paragraph.find(f"{W}pPr/{W}sectPr") is not None
