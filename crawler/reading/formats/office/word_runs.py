"""The words of one paragraph of a Word document: its runs, links and notes, without what is not shown."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

from crawler.reading.formats.office.word_styles import Styles
from crawler.reading.formats.ooxml import COMPATIBILITY, REL_ID, W

PARAGRAPH, RUN, TEXT, LINK = W + "p", W + "r", W + "t", W + "hyperlink"
BOX = W + "txbxContent"
MARKS = {W + "tab": "\t", W + "br": "\n", W + "cr": "\n", W + "noBreakHyphen": "-"}
# Struck out; properties, which hold no words; the copy of a text box that Word writes for older programs.
UNSEEN = frozenset(
    (
        W + "del", W + "moveFrom", W + "pPr", W + "rPr", W + "tblPr", W + "tblGrid", W + "trPr", W + "tcPr",
        W + "sectPr", W + "sdtPr", W + "delText", W + "instrText", COMPATIBILITY + "Fallback",
    )
)  # fmt: skip
# Boxes and ticks of a form (ISO 29500-1, 17.3.3.30), by the last two digits of their code in the font Wingdings.
TICKS = {"6F": "☐", "71": "☐", "A8": "☐", "FB": "✗", "FC": "✓", "FD": "☒", "FE": "☑"}
NOTES = {W + "footnoteReference": "footnote", W + "endnoteReference": "endnote"}
ADDRESS = re.compile(r'HYPERLINK\s+"((?:https?|mailto):[^"]+)"', re.I)
SCHEME = re.compile(r"^(?:https?://(?:www\.)?|mailto:)", re.I)


@dataclass
class _Field:
    code: str = ""
    start: int = -1  # where its result begins, among the words; -1 while the code is read


@dataclass
class Paragraph:
    """Reads one paragraph: `words` in order, `boxes` the text boxes anchored in it, `cited` its notes."""

    styles: Styles
    style: str
    links: Mapping[str, str]
    cited: list[tuple[str, str]]
    words: list[str] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)
    _fields: list[_Field] = field(default_factory=list)

    def read(self, element: etree._Element) -> str:
        """The words of the element, with line breaks and tabs."""
        self._walk(element)
        return "".join(self.words)

    def _walk(self, element: etree._Element) -> None:
        for child in element:
            tag = child.tag
            if tag == TEXT:
                self._add(child.text or "")
            elif tag == RUN and self.styles.hides(child, self.style):
                continue
            elif tag in MARKS:
                self._add(MARKS[tag])
            elif tag == W + "sym" and child.get(W + "font") == "Wingdings":
                self._add(TICKS.get(child.get(W + "char", "")[-2:].upper(), ""))
            elif tag == BOX:
                self.boxes.append(child)
            elif tag == LINK:
                self._link(child)
            elif tag in NOTES:
                self.cited.append((NOTES[tag], child.get(W + "id", "")))
                self._add(f" [{len(self.cited)}]")
            elif tag in (W + "fldChar", W + "instrText"):
                self._field(child)
            elif tag not in UNSEEN:
                self._walk(child)

    def _add(self, words: str) -> None:
        if not self._fields or self._fields[-1].start >= 0:
            self.words.append(words)

    def _link(self, link: etree._Element) -> None:
        start = len(self.words)
        self._walk(link)
        self._target(start, self.links.get(link.get(REL_ID, ""), ""))

    def _target(self, start: int, address: str) -> None:
        """Adds where a link leads to, unless its words say so."""
        shown = "".join(self.words[start:])
        bare = SCHEME.sub("", address).rstrip("/")
        if shown.strip() and bare and bare.lower() not in shown.lower():
            self.words.append(f" ({SCHEME.sub('', address) if address.startswith('mailto:') else address})")

    def _field(self, element: etree._Element) -> None:
        kind = element.get(W + "fldCharType")
        if kind == "begin":
            self._fields.append(_Field())
        elif not self._fields:
            return
        elif kind is None:
            self._fields[-1].code += element.text or ""
        elif kind == "separate":
            self._fields[-1].start = len(self.words)
        elif kind == "end":
            ended = self._fields.pop()
            found = ADDRESS.search(ended.code)
            if found and ended.start >= 0:
                self._target(ended.start, found[1])
