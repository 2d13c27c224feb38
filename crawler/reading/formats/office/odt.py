"""Words of an OpenDocument text (ODT): what its reader sees, in order, with the numbers of its lists."""

import re
from collections.abc import Iterator

from lxml import etree

from crawler.reading.formats.filetext import Contents, Limits, Part
from crawler.reading.formats.office import odf
from crawler.reading.formats.office.document_tables import WIDEST, GridCell, laid_out, span, tables
from crawler.reading.formats.office.odf import HREF, OFFICE, STYLE, TABLE, TEXT, Opened
from crawler.reading.formats.office.odt_lists import Counts, Lists
from crawler.reading.formats.office.word_runs import SCHEME

WHAT = "OpenDocument text"
BLOCKS = (TEXT + "p", TEXT + "h")
GRID, ROW, CELL, COVERED = (TABLE + name for name in ("table", "table-row", "table-cell", "covered-table-cell"))
UNSEEN = frozenset(
    (
        TEXT + "tracked-changes", OFFICE + "annotation", OFFICE + "annotation-end", OFFICE + "forms",
        TEXT + "ruby-text", TEXT + "sequence-decls", TEXT + "variable-decls", TEXT + "note-citation",
    )
)  # fmt: skip
MARKS = {TEXT + "tab": "\t", TEXT + "line-break": "\n", TEXT + "s": " "}
DRAWN = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
REPEATS = 10_000  # rows of a document that stand there only by a number


def read(data: bytes, limits: Limits) -> Contents:
    """One part: header, text, footer and notes; its tables too. Raises Unreadable for a damaged or oversized file."""
    with odf.opened(data, limits, WHAT) as document:
        story = _Story(document)
        lines = story.whole()
    text = "\n".join(line for line in lines if line.strip())
    return Contents((Part("", text),), tables=tables(story.grids, limits.tables))


class _Story:
    def __init__(self, document: Opened) -> None:
        self.document = document
        self.hidden = odf.hidden_styles(document)
        self.lists = Lists(document)
        self.grids: list[tuple[tuple[str, ...], ...]] = []
        self.notes: list[etree._Element] = []
        self.boxes: list[etree._Element] = []
        self.repeats = REPEATS

    def whole(self) -> list[str]:
        """All lines, in the order in which a reader comes to them."""
        body = self.document.content.find(f"{OFFICE}body/{OFFICE}text")
        heads, feet = self._margins("header"), self._margins("footer")
        lines = [] if body is None else list(self.blocks(body))
        for number, note in enumerate(self.notes, 1):  # a note cannot hold another
            lines.append(f"[{number}] " + " ".join(" ".join(self.blocks(note)).split()))
        return [*heads, *lines, *feet]

    def blocks(self, element: etree._Element) -> Iterator[str]:
        """Paragraphs and rows, wherever they stand: sections, lists and text boxes hold them."""
        for child in element.iterchildren(etree.Element):
            if child.tag in UNSEEN or odf.unseen(child, self.hidden):
                continue
            if child.tag in BLOCKS:
                yield from self._paragraph(child, self.lists.heading(child) if child.tag == TEXT + "h" else "")
            elif child.tag == TEXT + "list":
                yield from self._list(child, "")
            elif child.tag == GRID:
                yield from self._rows(child)
            else:
                yield from self.blocks(child)

    def _paragraph(self, element: etree._Element, mark: str = "") -> Iterator[str]:
        words = self._words(element)
        boxes, self.boxes = self.boxes, []
        yield mark + words if words.strip() else words
        for box in boxes:
            yield from self.blocks(box)

    def _list(self, element: etree._Element, style: str, within: Counts | None = None, depth: int = 1) -> Iterator[str]:
        style, counts = self.lists.begin(element, style, within)
        if element.get(TEXT + "continue-numbering") != "true" and depth > 1:
            counts.pop(depth, None)
        for item in element.iterchildren(TEXT + "list-item", TEXT + "list-header"):
            yield from self._item(item, style, counts, depth)

    def _item(self, item: etree._Element, style: str, counts: Counts, depth: int) -> Iterator[str]:
        first = next(item.iterchildren(etree.Element), None)
        nested = first is not None and first.tag == TEXT + "list"  # a deeper item without one of its own above
        numbered = item.tag == TEXT + "list-item" and not nested
        mark = self.lists.mark(item, style, counts, depth) if numbered else ""
        for child in item.iterchildren(etree.Element):
            if child.tag == TEXT + "list":
                yield from self._list(child, style, counts, depth + 1)
            elif child.tag in BLOCKS and not odf.unseen(child, self.hidden):
                yield from self._paragraph(child, mark)
                mark = ""

    def _words(self, element: etree._Element) -> str:
        words = [" ".join(re.split(r"[ \t\r\n]+", element.text or ""))]
        for child in element:
            words += [self._inline(child), " ".join(re.split(r"[ \t\r\n]+", child.tail or ""))]
        return "".join(words)

    def _inline(self, child: etree._Element) -> str:
        if not isinstance(child.tag, str) or child.tag in UNSEEN or odf.unseen(child, self.hidden):
            return ""
        if child.tag in MARKS:
            return MARKS[child.tag] * span(child.get(TEXT + "c"))
        if child.tag == TEXT + "note":
            self.notes += child.iterchildren(TEXT + "note-body")
            return f" [{len(self.notes)}]"
        if child.tag.startswith(DRAWN):
            self.boxes += child.iter(DRAWN + "text-box")
            return ""
        words = self._words(child)
        return words + _target(words, child.get(HREF, "")) if child.tag == TEXT + "a" else words

    def _rows(self, table: etree._Element) -> Iterator[str]:
        at = len(self.grids)
        self.grids.append(())  # its place, before those of the tables within it
        rows: list[list[GridCell]] = []
        for row in _own_rows(table):
            cells = list(self._cells(row))
            shown = "\t".join(cell.text for cell in cells if cell.columns)
            times = _repeats(row, "number-rows-repeated", self.repeats if shown.strip() else 1)
            self.repeats -= times - 1
            for _ in range(times):
                rows.append([GridCell(cell.text, 1, cell.above) for cell in cells])
                yield shown
        self.grids[at] = laid_out(rows)

    def _cells(self, row: etree._Element) -> Iterator[GridCell]:
        """The cells of a row, those covered by one to the left 0 columns wide, with its words."""
        over, words = 0, ""
        for cell in row.iterchildren(CELL, COVERED):
            if cell.tag == CELL:
                words = " ".join(" ".join(self.blocks(cell)).split())
                over = span(cell.get(TABLE + "number-columns-spanned")) - 1
            for _ in range(_repeats(cell, "number-columns-repeated", WIDEST)):
                if cell.tag == CELL:
                    yield GridCell(words)
                elif over > 0:
                    over -= 1
                    yield GridCell(words, 0)
                else:
                    yield GridCell("", 1, above=True)

    def _margins(self, kind: str) -> list[str]:
        """The header or footer of each sort of page that is used, each line once."""
        if self.document.styles is None:
            return []
        pages = list(self.document.styles.iter(STYLE + "master-page"))
        used = {style.get(STYLE + "master-page-name", "") for style in self.document.content.iter(STYLE + "style")}
        shown = [page for page in pages if page.get(STYLE + "name") in used | {"Standard"}]
        found = (line for page in shown for each in page.iterchildren(STYLE + kind) for line in self.blocks(each))
        return list(dict.fromkeys(line for line in found if any(map(str.isalpha, line))))


def _target(shown: str, address: str) -> str:
    """Where a link leads to, unless its words say so."""
    bare = SCHEME.sub("", address).rstrip("/")
    outside = address.startswith(("http://", "https://", "mailto:"))
    return (
        f" ({address.removeprefix('mailto:')})"
        if outside and shown.strip() and bare.lower() not in shown.lower()
        else ""
    )


def _own_rows(table: etree._Element) -> Iterator[etree._Element]:
    for row in table.iter(ROW):
        if next(row.iterancestors(GRID)) is table:
            yield row


def _repeats(element: etree._Element, name: str, most: int) -> int:
    return max(1, min(span(element.get(TABLE + name)), most))
