"""Words of a Word document (DOCX): paragraphs and tables in their order, with the letterhead first."""

from collections.abc import Iterator
from io import BytesIO

import docx
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn
from lxml import etree

from crawler.reading.formats.archive import DAMAGE, weighed
from crawler.reading.formats.filetext import Contents, Limits, Part, Unreadable

BROKEN = (*DAMAGE, OpcError, etree.XMLSyntaxError, AttributeError, TypeError)
PARAGRAPH, TABLE, ROW, CELL = qn("w:p"), qn("w:tbl"), qn("w:tr"), qn("w:tc")
MARKS = {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}
# Text that is struck out, and the second copy of a text box that Word writes for older programs.
UNSEEN = (
    qn("w:del"),
    qn("w:moveFrom"),
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
)


def read(data: bytes, limits: Limits) -> Contents:
    """One part, a table's rows as tab-separated lines. Raises Unreadable for a damaged or oversized file."""
    with weighed(data, limits, "Word document"):
        pass
    try:
        document = docx.Document(BytesIO(data))
        heads = [section.header for section in document.sections if not section.header.is_linked_to_previous]
        blocks = [block for head in heads for block in _blocks(head._element)]
        blocks += _blocks(document.element.body)
    except BROKEN as error:
        raise Unreadable(f"damaged Word document: {error}") from error
    return Contents((Part("", "\n".join(block for block in blocks if block.strip())),))


def _blocks(element: etree._Element) -> Iterator[str]:
    """Paragraphs and rows, wherever they stand: content controls and text boxes hold them too."""
    for child in element:
        if child.tag in UNSEEN:
            continue
        if child.tag == PARAGRAPH:
            yield _words(child)
        elif child.tag == TABLE:
            yield from _rows(child)
        else:
            yield from _blocks(child)


def _rows(table: etree._Element) -> Iterator[str]:
    for row in table.iter(ROW):
        if next(row.iterancestors(TABLE)) is table:
            cells = (" ".join(" ".join(_blocks(cell)).split()) for cell in row.iter(CELL) if _owner(cell) is row)
            yield "\t".join(cells)


def _owner(cell: etree._Element) -> etree._Element:
    return next(cell.iterancestors(ROW))


def _words(element: etree._Element) -> str:
    words = []
    for child in element:
        if child.tag == qn("w:t"):
            words.append(child.text or "")
        elif child.tag == PARAGRAPH:  # of a text box, anchored in the middle of a paragraph
            words.append(f"\n{_words(child)}\n")
        elif child.tag not in UNSEEN:
            words.append(MARKS.get(child.tag, "") or _words(child))
    return "".join(words)
