"""The rows and cells of a sheet of an XLSX as its XML has them, one row in memory at a time."""

import re
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from typing import IO

from lxml import etree

from crawler.reading.formats.archive import DAMAGE
from crawler.reading.formats.filetext import Unreadable
from crawler.reading.formats.ooxml import SAFE
from crawler.reading.formats.workbook.cells import area, place
from crawler.reading.formats.workbook.grid import Area

MERGE = re.compile(rb"<(?:\w+:)?mergeCell\s[^<>]*?ref\s*=\s*[\"']([^\"'<>]+)")
TRUE = ("1", "true", "on")


@dataclass(frozen=True)
class RawCell:
    """A cell with a value: its column counted from 0, its type ("s": a number in the list of strings) and style."""

    column: int
    kind: str
    value: str
    style: str


def elements(stream: IO[bytes], *names: str) -> Iterator[etree._Element]:
    """The elements of these local names, in order; each is gone when the next is asked for. Raises Unreadable."""
    try:
        for _, element in etree.iterparse(stream, tag=[f"{{*}}{name}" for name in names], **SAFE):
            yield element
            element.clear(keep_tail=False)
            while element.getprevious() is not None and element.getparent() is not None:
                del element.getparent()[0]
    except (etree.XMLSyntaxError, *DAMAGE) as error:
        raise Unreadable(f"damaged workbook: {error}") from error


def numbered(rows: Iterable[etree._Element]) -> Iterator[tuple[int, etree._Element]]:
    """Each row with its number, counted from 0: one that does not tell it follows on the row before."""
    number = -1
    for row in rows:
        number = whole(row.get("r"), number + 2) - 1
        yield number, row


def valued(row: Iterable[etree._Element]) -> Iterator[RawCell]:
    """The cells of a row that hold a value, a formula's last one too."""
    column = -1
    for cell in row:
        where = cell.get("r")
        column = _place(where)[1] if where else column + 1
        value = _value(cell)
        if value:
            yield RawCell(column, cell.get("t", "n"), value, cell.get("s", "0"))


def told_apart(row: etree._Element, styles: Container[str]) -> Iterator[RawCell]:
    """The cells of a row that hold an error, or a value in one of some styles; the others cost next to nothing."""
    some = [cell for cell in row if cell.get("t") == "e" or cell.get("s", "0") in styles]
    found = valued(some if all(cell.get("r") for cell in some) else row)
    yield from (cell for cell in found if cell.kind == "e" or cell.style in styles)


def is_on(element: etree._Element, name: str) -> bool:
    """Whether an attribute of yes or no says yes."""
    return element.get(name, "").strip().lower() in TRUE


def areas(ranges: str) -> Iterator[Area]:
    """The areas of a list of ranges ("A1:B4 D2"); what is none is left out."""
    for each in ranges.split():
        try:
            yield area(each)
        except ValueError:
            continue


def merges(xml: bytes) -> Iterator[Area]:
    """The merged areas that a piece of a sheet names; a piece ends before a tag."""
    for each in MERGE.findall(xml):
        yield from areas(each.decode("utf-8", "replace"))


def whole(number: str | None, otherwise: int) -> int:
    """A whole number of up to nine digits."""
    if number is None:
        return otherwise
    text = number.strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else otherwise


def _place(cell: str) -> tuple[int, int]:
    try:
        return place(cell)
    except ValueError as error:
        raise Unreadable(f"damaged workbook: {error}") from error


def _value(cell: etree._Element) -> str:
    for child in cell:
        name = etree.QName(child).localname if isinstance(child.tag, str) else ""
        if name == "v" and (child.text or "").strip():
            return child.text
        if name == "is":
            return "".join(child.itertext("{*}t")).strip()
    return ""
