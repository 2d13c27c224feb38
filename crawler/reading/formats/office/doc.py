"""Words of a Word document of before 2007 (DOC), by way of antiword, a program beside this one.

Of catdoc and antiword, antiword keeps tables whole and leaves out what is struck or hidden.
"""

import os
import re
import subprocess
from collections.abc import Iterator

from lxml import etree

from crawler.reading.formats import compound
from crawler.reading.formats.filetext import Contents, Limits, Part, Unreadable
from crawler.reading.formats.office.doc_margins import margins
from crawler.reading.formats.office.doc_text import BROKEN, part, shown
from crawler.reading.formats.office.document_tables import GridCell, by_edges, laid_out, tables
from crawler.reading.formats.ooxml import SAFE

WHAT = "Word document"
SECONDS = 60
# The limit on processor time is set before the program starts: it ends by itself when this process is killed.
COMMAND = ("sh", "-c", f"ulimit -t {SECONDS}; exec antiword -x db -")
NOT_FOUND = 127
TOO_SHORT = b"too small to handle"  # of the stream WordDocument: less than 4,096 bytes
TWIPS = 20  # a point


def read(data: bytes, limits: Limits) -> Contents:
    """One part, and the tables. Raises Unreadable for a damaged or encrypted file, and where antiword is not there."""
    story = _Story()
    notes: tuple[str, ...] = ()
    try:
        root = _docbook(_run(data))
        lines = [] if root is None else list(story.blocks(root))
    except TooShort:
        lines, notes = _plain(data), ("read without its tables: antiword takes no letter as short as this one",)
    heads, feet = margins(data)
    text = "\n".join(line for line in (*heads, *lines, *feet) if line.strip())
    notes += ("the numbers of lists not read",) if story.lists else ()
    return Contents((Part("", text),), notes, tables(story.grids, limits.tables))


class TooShort(Exception):
    """A letter of a few lines that another program than Word wrote: Word makes its files longer than they need be."""


def _plain(data: bytes) -> list[str]:
    try:
        return shown(part(compound.opened(data, WHAT), "text"))
    except BROKEN as error:
        raise Unreadable(f"damaged {WHAT}: {error}") from error


def _run(data: bytes) -> bytes:
    try:
        done = subprocess.run(COMMAND, input=data, capture_output=True, timeout=SECONDS, env=_surroundings())
    except subprocess.TimeoutExpired as error:
        raise Unreadable(f"antiword took longer than {SECONDS} seconds") from error
    except OSError as error:
        raise Unreadable(f"antiword could not be run: {error}") from error
    if done.returncode == NOT_FOUND:
        raise Unreadable("no reader for this format (.doc): antiword is not installed")
    if done.returncode and TOO_SHORT in done.stderr:
        raise TooShort
    if done.returncode:
        raise Unreadable(f"damaged {WHAT}: antiword: {_said(done.stderr) or f'exit code {done.returncode}'}")
    return done.stdout


def _surroundings() -> dict[str, str]:
    # antiword wants a home, where it looks for settings of its own, of which there are to be none.
    return {"PATH": os.environ.get("PATH", os.defpath), "HOME": os.devnull}


def _docbook(xml: bytes) -> etree._Element | None:
    # antiword lets control characters through, which XML does not know.
    clean = re.sub(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]", b"", xml)
    try:
        return etree.fromstring(clean, etree.XMLParser(recover=True, load_dtd=False, **SAFE))
    except etree.XMLSyntaxError as error:
        raise Unreadable(f"damaged {WHAT}: {error}") from error


class _Story:
    def __init__(self) -> None:
        self.grids: list[tuple[tuple[str, ...], ...]] = []
        self.lists = 0

    def blocks(self, element: etree._Element, mark: str = "") -> Iterator[str]:
        """Titles, paragraphs and rows, in order; the items of lists with a dash, since their numbers are lost."""
        for child in element.iterchildren(etree.Element):
            if child.tag == "informaltable":
                yield from self._rows(child)
            elif child.tag in ("title", "para"):
                words = _words(child)
                yield mark + words if words else ""
                yield from self.blocks(child)
            elif child.tag == "listitem":
                self.lists += 1
                yield from self.blocks(child, "- ")
            elif child.tag != "bookinfo":
                yield from self.blocks(child)

    def _rows(self, table: etree._Element) -> Iterator[str]:
        cells: list[list[str]] = []
        rights: list[list[int]] = []
        for group in table.iter("tgroup"):
            ends = _ends(group)
            for row in group.iter("row"):
                cells.append([_words(entry) for entry in row.iter("entry")])
                rights.append(ends if len(ends) == len(cells[-1]) else [])
                yield "\t".join(cells[-1])
        self.grids.append(laid_out([_row(*each) for each in zip(cells, by_edges(rights), strict=True)]))


def _row(cells: list[str], spans: list[int]) -> list[GridCell]:
    return [GridCell(words, columns) for words, columns in zip(cells, spans or [1] * len(cells), strict=True)]


def _ends(group: etree._Element) -> list[int]:
    """Where the columns of a group of rows end, in twips."""
    found = (re.match(r"\d{1,6}(?:\.\d+)?", each.get("colwidth", "")) for each in group.iter("colspec"))
    widths = [float(width.group()) if width else 0.0 for width in found]
    return [round(TWIPS * sum(widths[: at + 1])) for at in range(len(widths))]


def _words(element: etree._Element) -> str:
    """The words of a paragraph, without the tables and lists that antiword puts within it."""
    words = [element.text or ""]
    for child in element:
        inner = child.tag not in ("informaltable", "orderedlist", "itemizedlist") and isinstance(child.tag, str)
        words += [_words(child) if inner else "", child.tail or ""]
    return " ".join("".join(words).split())


def _said(stderr: bytes) -> str:
    return " ".join(stderr.decode("utf-8", "replace").split()).removeprefix("- ")[:200]
