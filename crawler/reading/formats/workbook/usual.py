"""Lays an XLSX out as calamine expects it: the standard lets its members be named and encoded otherwise."""

import re
import shutil
import zipfile
from io import BytesIO
from xml.sax.saxutils import quoteattr

from crawler.reading.formats import ooxml
from crawler.reading.formats.filetext import Limits, Unreadable
from crawler.reading.formats.ooxml import Package

WORKBOOK, LISTED = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
FIXED = {"styles": "xl/styles.xml", "sharedStrings": "xl/sharedStrings.xml"}
SHEETS = ("worksheet", "chartsheet", "dialogsheet")
SPACE = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
WIDE = (b"\xff\xfe", b"\xfe\xff")  # UTF-16
DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")


def usual(data: bytes, limits: Limits) -> bytes:
    """The same bytes, or a workbook of the same sheets, strings and styles. Raises Unreadable when damaged."""
    with ooxml.opened(data, limits, "workbook") as package:
        main = package.main(WORKBOOK)
        if main not in package.names:
            raise Unreadable("damaged workbook: the workbook itself is missing")
        places = _places(package, main)
        if main == WORKBOOK and all(old == new for old, new in places.items()):
            return data
        out = BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as new:
            for old, name in {main: WORKBOOK, **places}.items():
                _copy(package, old, new, name)
            new.writestr("_rels/.rels", _relations([("rId1", "officeDocument", WORKBOOK)]))
            ties = [tie for tie in package.relations(main) if tie.target in places]
            new.writestr(LISTED, _relations([(tie.id, tie.kind, places[tie.target]) for tie in ties]))
        return out.getvalue()


def _places(package: Package, main: str) -> dict[str, str]:
    """Where each member that calamine reads lies, and where it should."""
    places = {}
    for tie in package.relations(main):
        if tie.outside or tie.target not in package.names:
            continue
        if tie.kind in FIXED:
            places[tie.target] = FIXED[tie.kind]
        elif tie.kind in SHEETS:
            is_wide = _head(package, tie.target).startswith(WIDE)
            places[tie.target] = f"xl/worksheets/utf8-{len(places)}.xml" if is_wide else tie.target
    return places


def _relations(ties: list[tuple[str, str, str]]) -> str:
    """A list of relations: id, kind, member."""
    lines = (
        f'<Relationship Id={quoteattr(name)} Type="{TYPE}{kind}" Target={quoteattr("/" + member)}/>'
        for name, kind, member in ties
    )
    return f'<Relationships xmlns="{SPACE}">{"".join(lines)}</Relationships>'


def _copy(package: Package, old: str, new: zipfile.ZipFile, name: str) -> None:
    if _head(package, old).startswith(WIDE):
        new.writestr(name, DECLARATION.sub("", package.bytes(old).decode("utf-16", "replace")))
        return
    with package.archive.open(old) as source, new.open(name, "w") as target:
        shutil.copyfileobj(source, target)


def _head(package: Package, name: str) -> bytes:
    with package.archive.open(name) as stream:
        return stream.read(2)
