"""Words and tables of an HTML page that came as a file: beside others in a zip, or as the words of an e-mail."""

import re
from collections.abc import Iterator

from lxml import etree, html

from crawler.reading.formats.decode import decode
from crawler.reading.formats.filetext import Contents, Hidden, Limits, Part, Unreadable
from crawler.reading.formats.office.document_tables import WIDEST, GridCell, laid_out, span, tables
from crawler.reading.formats.office.office_hidden import short
from crawler.reading.formats.office_pages import is_of_office
from crawler.reading.pages.lines import lines_of
from crawler.reading.pages.tables import split_row

# Characters that HTML lets through and lxml refuses to write back (XML 1.0 section 2.2).
UNWRITABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

HIDES = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|mso-hide\s*:\s*all)", re.I)
UNSEEN = ("script", "style", "noscript", "template")


def read_html(data: bytes, limits: Limits) -> Contents:
    """All that a page kept as a file says, its chrome too: reading it as a disclosure is not done here."""
    root = _parsed(data)
    for element in list(unshown(root, data)):
        element.drop_tree()
    inner = (table for table in root.iter("table") if table.find(".//table") is None)  # the others lay out the page
    grids = [laid_out(list(_rows(table))) for table in inner]
    return Contents((Part("", _text(root)),), tables=tables(grids, limits.tables))


def find(data: bytes, limits: Limits) -> Iterator[Hidden]:
    """The rows and words that a page of Excel's or Word's own does not show. Raises Unreadable for a damaged one."""
    for element in unshown(_parsed(data), data):
        words = " ".join(" ".join(element.itertext()).split())
        if any(map(str.isalnum, words)):
            yield Hidden("hidden rows" if element.tag == "tr" else "hidden text", "", short(words))


def unshown(root: html.HtmlElement, data: bytes) -> Iterator[html.HtmlElement]:
    """The outermost elements that are not displayed; of any other page none, where these are menus and notices."""
    if not is_of_office(data):
        return
    hidden = {element for element in root.iterdescendants() if HIDES.search(element.get("style", ""))}
    yield from (element for element in root.iter() if element in hidden and hidden.isdisjoint(element.iterancestors()))


def _parsed(data: bytes) -> html.HtmlElement:
    try:
        root = html.document_fromstring(decode(data))
    except (etree.ParserError, ValueError) as error:
        raise Unreadable(f"damaged HTML page: {error}") from error
    etree.strip_elements(root, *UNSEEN, etree.Comment, etree.ProcessingInstruction, with_tail=False)
    _without_controls(root)
    return root


def _text(root: html.HtmlElement) -> str:
    """Its lines, with the numbers of its lists; the rows of tables with tabs."""
    return "\n".join("\t".join(split_row(line)) or line for line in lines_of(root))


def _without_controls(root: html.HtmlElement) -> None:
    for element in root.iter():
        if UNWRITABLE.search((element.text or "") + (element.tail or "")):
            element.text, element.tail = (UNWRITABLE.sub("", words or "") for words in (element.text, element.tail))


def _rows(table: html.HtmlElement) -> Iterator[list[GridCell]]:
    """The rows, with a cell that belongs to the one above wherever that spans further rows."""
    below: dict[int, int] = {}  # how many more rows a column is covered for
    for row in table.iter("tr"):
        cells: list[GridCell] = []
        at = 0
        for cell in row.iterchildren("td", "th"):
            at = _covered(cells, below, at)
            columns, rows = span(cell.get("colspan")), span(cell.get("rowspan"))
            cells.append(GridCell(" ".join(" ".join(cell.itertext()).split()), columns))
            below |= dict.fromkeys(range(at, min(at + columns, WIDEST)), rows)
            at += columns
        _covered(cells, below, at)
        below = {column: rows - 1 for column, rows in below.items() if rows > 1}
        yield cells


def _covered(cells: list[GridCell], below: dict[int, int], at: int) -> int:
    """Adds the cells from column `at` on that a cell above covers; gives the first column that is free."""
    while at in below:
        cells.append(GridCell("", above=True))
        at += 1
    return at
