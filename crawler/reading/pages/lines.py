"""The content of an element as plain lines: paragraphs, list items, table rows; nothing lost or reordered."""

import re
from collections.abc import Iterator, Sequence

from lxml import etree, html

from crawler.reading.pages.forms import is_letter, is_part, listed
from crawler.reading.pages.list_marks import styled, written
from crawler.reading.pages.tables import Rows, aligned, data_rows
from crawler.reading.pages.wrapped import GOES_ON

_BLOCKS = frozenset(
    re.findall(
        r"\w+",
        "address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure"
        " form h1 h2 h3 h4 h5 h6 header hr legend li main ol p pre section summary table tbody td tfoot th"
        " thead tr ul",
    )
)
_INVISIBLE = re.compile("[\u200b\u200c\u200d\u2060\ufeff\u00ad]")
_LIST_TAB = re.compile(r"^(\(?\w{1,5}[.):]|[-–•*·])\s+")
_PRE = re.compile(r"white-space\s*:\s*(?:pre|break-spaces)", re.I)
_NUMBERED = re.compile(r"(?:q(?:uestion)?\s?)?\(?\d{1,2}[a-z]?\s?[.):]\s", re.I)
_LABEL = 4  # words at most, with its number
_STYLED = ("span", "b", "strong", "em", "a", "label")


def squeeze(text: str) -> str:
    """`text` with every run of white space one space, and without characters that nobody sees."""
    return " ".join(_INVISIBLE.sub("", text).split())


def tidy(text: str) -> str:
    """Squeezed, but a tab between two words on one line stays: letters pasted from Word set tables so."""
    if "\t" not in text.strip():
        return squeeze(text)
    flat = re.sub(r"\s*\n\s*", " ", _LIST_TAB.sub(r"\1 ", text.strip()))
    return "\t".join(squeeze(part) for part in flat.split("\t"))


def unwrapped(raw: Sequence[str]) -> list[str]:
    """The paragraphs of a plain text: quotation marks of mail taken off, lines cut at the margin joined.

    A line goes on with the next when it is long, does not end a sentence, and the next begins in lower case.
    """
    found: list[str] = []
    before = ""
    for line in raw:
        text = tidy(re.sub(r"^\s*(?:>\s?)+", "", line))
        if not text:
            pass
        elif len(before) > 45 and GOES_ON.match(text) and before[-1] not in ".:;?!|" and "\t" not in before + text:
            found[-1] = f"{found[-1]} {text}"
        else:
            found.append(text)
        before = text
    return found


def lines_of(element: html.HtmlElement) -> list[str]:
    """The lines that a reader sees; a table row is `| a | b |`, tabs in preformatted text are kept."""
    return list(lines_in_turn(element))


def lines_in_turn(element: html.HtmlElement) -> Iterator[str]:
    """The same lines one by one, for whoever needs the first of them alone."""
    return _Writer().write(element)


class _Writer:
    def __init__(self) -> None:
        self.buffer: list[str] = []
        self.marker = ""
        self.numbers: dict[html.HtmlElement, int] = {}

    def write(self, element: html.HtmlElement) -> Iterator[str]:
        walker = etree.iterwalk(element, events=("start", "end"))
        for event, node in walker:
            if event == "start":
                yield from self._start(node, walker)
                continue
            if node.tag == "dt":
                yield from self._keep_term()
            elif node.tag in _BLOCKS:
                yield from self._flush()
            if node is not element and node.tail:
                self.buffer.append(node.tail)
        yield from self._flush()

    def _start(self, node: html.HtmlElement, walker: etree.iterwalk) -> Iterator[str]:
        if node.tag in _BLOCKS or node.tag == "br":
            yield from self._flush()
        if node.tag == "li" and self.marker and next(node.iterancestors("li"), None) is not None:
            # An item that holds nothing but a list of its own: its number goes before that.
            yield self.marker.strip()
        if node.tag == "pre" or _keeps_lines(node):
            walker.skip_subtree()
            yield from _preformatted(node)
        elif node.tag == "table" and (rows := data_rows(node, spread=False)):
            walker.skip_subtree()
            yield from listed(rows) or (_letter(node) if is_letter(rows) else _table(node, rows))
        else:
            self._open(node)

    def _open(self, node: html.HtmlElement) -> None:
        if node.tag == "li":
            self.marker = self._marker(node)
        elif (node.tag == "sup" and self.buffer and self.buffer[-1][-1:].isdigit() and not _ordinal(node)) or (
            self.buffer and _apart_by_style(node, self.buffer[-1][-1:])
        ):
            self.buffer.append(" ")
        if node.text:
            self.buffer.append(node.text)

    def _marker(self, item: html.HtmlElement) -> str:
        """`1. ` for the item of a numbered list, as its start, value and type say; `- ` for any other."""
        parent = item.getparent()
        if parent is None or parent.tag != "ol":
            return "- "
        value, start = item.get("value", ""), parent.get("start", "1")
        first = int(start[:9]) if start.isdecimal() else 1
        number = int(value[:9]) if value.isdecimal() else self.numbers.get(parent, first - 1) + 1
        self.numbers[parent] = number
        return written(number, parent.get("type") or styled(parent))

    def _keep_term(self) -> Iterator[str]:
        """A term goes before its definition; one that is a question, by its mark or number, is a line of its own."""
        text = squeeze("".join(self.buffer)).rstrip(":")
        if text.endswith("?") or (_NUMBERED.match(text) and len(text.split()) > _LABEL):
            yield from self._flush()
            return
        self.buffer.clear()
        self.marker = f"{text}: " if text else ""

    def _flush(self) -> Iterator[str]:
        text = tidy("".join(self.buffer))
        self.buffer.clear()
        if text:
            marker, self.marker = self.marker, ""
            yield marker + text


def _apart_by_style(node: html.HtmlElement, before: str) -> bool:
    """Whether only the style sets an element apart from the sign before it: a day, or `Case number` and `DF/12/24`."""
    if node.tag == "sup":
        return before.isdigit() and not _ordinal(node)
    if node.tag == "time":
        return before.isalnum()
    opens = (node.text or "")[:1]
    return node.tag in _STYLED and before.islower() and (opens.isupper() or opens.isdigit())


def _keeps_lines(node: html.HtmlElement) -> bool:
    """Whether an element is preformatted by its style and holds text alone: a letter pasted as it was."""
    style = node.get("style")
    if style is None or not _PRE.search(style):
        return False
    return next((inner for inner in node.iter(*_BLOCKS) if inner is not node), None) is None


def _preformatted(node: html.HtmlElement) -> Iterator[str]:
    for br in node.iter("br"):
        br.tail = "\n" + (br.tail or "")
    for line in aligned(_INVISIBLE.sub("", node.text_content()).splitlines()):
        if line.strip():
            yield tidy(line)


def _table(node: html.HtmlElement, rows: Rows) -> Iterator[str]:
    caption = node.find("caption")
    if caption is not None and (text := squeeze(caption.text_content())):
        yield text
    for row in rows:
        yield _row(row)


def _row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def _letter(node: html.HtmlElement) -> Iterator[str]:
    """A letter in the rows of a table: fields as rows, and from its first part on the lines of each below its name."""
    begun = False
    for tr in node.iter("tr"):
        cells = list(tr.iterchildren("td", "th"))
        words = [squeeze(" ".join(cell.itertext())) for cell in cells]
        begun = begun or (len(cells) == 2 and is_part(words[1]))
        if begun:
            yield from (line for cell in cells for line in lines_of(cell))
        elif any(words):
            yield _row(words)


def _ordinal(node: html.HtmlElement) -> bool:
    return squeeze(node.text_content()).lower() in ("st", "nd", "rd", "th")
