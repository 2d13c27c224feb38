"""What an OpenDocument sheet (ODS) holds beside its cells: links, changes, pilot tables, other files."""

import re
from collections.abc import Iterator

from lxml import etree

from crawler.reading.formats.filetext import Hidden
from crawler.reading.formats.ooxml import Package
from crawler.reading.formats.workbook.hidden_cells import counted, quoted
from crawler.reading.formats.workbook.ods_xml import TABLE
from crawler.reading.formats.workbook.sheet_xml import elements
from crawler.reading.formats.workbook.trim import pieces

LINK = "{http://www.w3.org/1999/xlink}href"
MANIFEST = "{urn:oasis:names:tc:opendocument:xmlns:manifest:1.0}"
LINKS = ("table-source", "cell-range-source", "dde-source", "database-source-sql", "database-source-table")
OTHERS = ("tracked-changes", "data-pilot-table")
SIGNS = re.compile("|".join((*LINKS, *OTHERS)).encode())
# Objects that are shown as what they are: the figures of a chart stand in its sheet.
SHOWN = ("application/vnd.oasis.opendocument.chart", "application/vnd.oasis.opendocument.formula")
FILES = ("application/vnd.", "application/octet-stream", "application/x-", "application/pdf", "application/ms")


def beside_sheets(package: Package) -> Iterator[Hidden]:
    """Links to files, changes that are kept, hidden members of pilot tables, embedded files. Raises Unreadable."""
    with package.archive.open("content.xml") as stream:
        has_signs = any(SIGNS.search(piece) for piece in pieces(stream))
    if has_signs:
        with package.archive.open("content.xml") as stream:
            for element in elements(stream, *LINKS, *OTHERS):
                yield from _of(element)
    yield from _embedded(package)


def _of(element: etree._Element) -> Iterator[Hidden]:
    name = etree.QName(element).localname
    if name in LINKS:
        said = [element.get(each, "") for each in (LINK, TABLE + "database-name")]
        yield Hidden("external link", "", quoted("a source of cells", said))
    elif name == "tracked-changes" and len(element):
        yield Hidden("revision history", "", quoted(counted(len(element), "change"), element.itertext()))
    elif name == "data-pilot-table":
        unseen = [each for each in element.iter(TABLE + "data-pilot-member") if each.get(TABLE + "display") == "false"]
        if unseen:
            words = (each.get(TABLE + "name", "") for each in unseen)
            yield Hidden("pivot cache", "", quoted(counted(len(unseen), "hidden member"), words))


def _embedded(package: Package) -> Iterator[Hidden]:
    if "META-INF/manifest.xml" not in package.names:
        return
    for entry in package.xml("META-INF/manifest.xml").iter(MANIFEST + "file-entry"):
        path, kind = entry.get(MANIFEST + "full-path", ""), entry.get(MANIFEST + "media-type", "")
        inside = path.strip("/") and not path.startswith(("Configurations", "Thumbnails", "Pictures", "ObjectRepl"))
        is_object = path.endswith("/") or path in package.names
        if inside and is_object and kind.startswith(FILES) and not kind.startswith(SHOWN):
            yield Hidden("embedded file", "", f"{path.strip('/')}, {kind}")
