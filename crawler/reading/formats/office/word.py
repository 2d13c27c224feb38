"""Words of a Word document (DOCX): what its reader sees, in order, with the numbers that Word gives its lists."""

import re
from collections.abc import Iterator, Mapping

from lxml import etree

from crawler.reading.formats import ooxml
from crawler.reading.formats.archive import DAMAGE
from crawler.reading.formats.filetext import Contents, Limits, Part, Unreadable
from crawler.reading.formats.office.document_tables import GridCell, laid_out, span, tables
from crawler.reading.formats.office.word_numbers import Numbers
from crawler.reading.formats.office.word_runs import PARAGRAPH, UNSEEN, Paragraph
from crawler.reading.formats.office.word_styles import Styles, value
from crawler.reading.formats.ooxml import REL_ID, Package, W, is_on

WHAT = "Word document"
BROKEN = (*DAMAGE, etree.XMLSyntaxError, AttributeError, TypeError, IndexError)
TABLE, ROW, CELL = W + "tbl", W + "tr", W + "tc"
PAGE_NUMBER = re.compile(r"(?:page)?\s*[-–]?\s*\d{0,4}\s*(?:(?:of|/)\s*\d{0,4})?\s*[-–]?", re.I)
LINKS = ("http://", "https://", "mailto:")


def read(data: bytes, limits: Limits) -> Contents:
    """One part: header, text, footer and notes; its tables too. Raises Unreadable for a damaged or oversized file."""
    try:
        with ooxml.opened(data, limits, WHAT) as package:
            story = _Story(package)
            lines = story.whole()
    except BROKEN as error:
        raise Unreadable(f"damaged {WHAT}: {error}") from error
    text = "\n".join(line for line in lines if line.strip())
    return Contents((Part("", text),), tables=tables(story.grids, limits.tables))


class _Story:
    def __init__(self, package: Package) -> None:
        self.package = package
        self.main = package.main("word/document.xml")
        self.styles = Styles(self._beside("styles"))
        self.numbers = Numbers(self._beside("numbering"), self.styles)
        self.grids: list[tuple[tuple[str, ...], ...]] = []
        self.cited: list[tuple[str, str]] = []
        self.links: Mapping[str, str] = {}

    def whole(self) -> list[str]:
        """All lines, in the order in which a reader comes to them."""
        root = self.package.xml(self.main)
        heads, feet = self._margins(root, "header"), self._margins(root, "footer")
        self.links = _links(self.package, self.main)
        body = list(self.blocks(root))
        return [*heads, *body, *feet, *self._notes()]

    def blocks(self, element: etree._Element) -> Iterator[str]:
        """Paragraphs and rows, wherever they stand: content controls and text boxes hold them too."""
        for child in element:
            if child.tag in UNSEEN:
                continue
            if child.tag == PARAGRAPH:
                yield from self._paragraph(child)
            elif child.tag == TABLE:
                yield from self._rows(child)
            else:
                yield from self.blocks(child)

    def _paragraph(self, element: etree._Element) -> Iterator[str]:
        paragraph = Paragraph(self.styles, self.styles.of(element), self.links, self.cited)
        words = paragraph.read(element)
        if words.strip() or element.find(f"{W}pPr/{W}rPr/{W}del") is None:
            mark = self.numbers.mark(element)
            yield mark + words if words.strip() else words
        for box in paragraph.boxes:
            yield from self.blocks(box)

    def _rows(self, table: etree._Element) -> Iterator[str]:
        at = len(self.grids)
        self.grids.append(())  # its place, before those of the tables within it
        rows = []
        for row in table.iter(ROW):
            if next(row.iterancestors(TABLE)) is table and row.find(f"{W}trPr/{W}del") is None:
                rows.append([*_blank(row), *(self._cell(cell) for cell in row.iter(CELL) if _owner(cell) is row)])
                yield "\t".join(cell.text for cell in rows[-1])
        self.grids[at] = laid_out(rows)

    def _cell(self, cell: etree._Element) -> GridCell:
        text = " ".join(" ".join(self.blocks(cell)).split())
        merged = cell.find(f"{W}tcPr/{W}vMerge")
        above = merged is not None and merged.get(W + "val", "continue") == "continue"
        properties = cell.find(W + "tcPr")
        return GridCell(text, span(None if properties is None else value(properties, "gridSpan")), above)

    def _margins(self, root: etree._Element, kind: str) -> list[str]:
        """The headers or footers that are shown on some page, each once, without the number of the page."""
        members = {tie.id: tie.target for tie in self.package.relations(self.main) if tie.kind == kind}
        settings = self._beside("settings")
        even = settings is not None and is_on(settings.find(W + "evenAndOddHeaders"))
        found: dict[str, list[str]] = {}
        for section in root.iter(W + "sectPr"):
            shown = {"default", *(["even"] if even else []), *(["first"] if is_on(section.find(W + "titlePg")) else [])}
            for each in section.iterchildren(f"{W}{kind}Reference"):
                member = members.get(each.get(REL_ID, ""), "")
                if each.get(W + "type", "default") in shown and member in self.package.names:
                    self.links = _links(self.package, member)
                    found.setdefault(member, list(self.blocks(self.package.xml(member))))
        lines = (line for lines in found.values() for line in lines)
        return list(dict.fromkeys(line for line in lines if not PAGE_NUMBER.fullmatch(line.strip())))

    def _notes(self) -> list[str]:
        """The footnotes and endnotes that the text has marks for."""
        notes: dict[tuple[str, str], etree._Element] = {}
        for kind in ("footnote", "endnote"):
            root = self._beside(f"{kind}s")
            each = () if root is None else root.iter(W + kind)
            notes |= {(kind, note.get(W + "id", "")): note for note in each}
        lines = []
        for number, key in enumerate(list(self.cited), 1):
            words = " ".join(" ".join(self.blocks(notes[key])).split()) if key in notes else ""
            lines.append(f"[{number}] {words}" if words else "")
        return lines

    def _beside(self, kind: str) -> etree._Element | None:
        member = next(iter(self.package.related(self.main, kind)), "")
        return self.package.xml(member) if member else None


def _links(package: Package, member: str) -> dict[str, str]:
    ties = package.relations(member)
    return {tie.id: tie.target for tie in ties if tie.kind == "hyperlink" and tie.target.startswith(LINKS)}


def _blank(row: etree._Element) -> list[GridCell]:
    """The columns that a row leaves out before its first cell."""
    properties = row.find(W + "trPr")
    before = "" if properties is None else value(properties, "gridBefore")
    return [GridCell("", span(before))] if before not in ("", "0") else []


def _owner(cell: etree._Element) -> etree._Element:
    return next(cell.iterancestors(ROW))
