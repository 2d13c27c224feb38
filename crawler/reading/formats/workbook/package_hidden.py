"""What lies in an Excel package (XLSX, XLSB) beside its sheets: caches, links, revisions, files, stray sheets."""

import posixpath
import re
from collections.abc import Iterable, Iterator

from crawler.reading.formats.filetext import Hidden
from crawler.reading.formats.office.office_hidden import embedded
from crawler.reading.formats.ooxml import Package
from crawler.reading.formats.workbook import biff12
from crawler.reading.formats.workbook.hidden_cells import counted, quoted
from crawler.reading.formats.workbook.package_comments import comments
from crawler.reading.formats.workbook.pivot_caches import binary, named, pivots
from crawler.reading.formats.workbook.sheet_members import SheetMember
from crawler.reading.formats.workbook.sheet_xml import elements
from crawler.reading.formats.workbook.text_boxes import hidden_boxes

PICTURES = re.compile(r".*\.(?:png|jpe?g|gif|bmp|tiff?|emf|wmf|svg|webp|ico|wdp|emz|wmz)", re.I)
SHEET = re.compile(r"(?:.*/)?worksheets/[^/]+\.(?:xml|bin)", re.I)
MOST = 1_000  # values of which some are told


def beside_sheets(package: Package, listed: Iterable[SheetMember]) -> Iterator[Hidden]:
    """Everything that is not in a sheet's own member. Raises Unreadable."""
    sheets = list(listed)
    for sheet in sheets:
        yield from comments(package, sheet)
        yield from hidden_boxes(package, sheet)
    yield from pivots(package, sheets)
    yield from _links(package)
    if any(re.search(r"(?:^|/)revisions/", name, re.I) for name in package.names):
        yield Hidden("revision history", "", "changes kept of a workbook that was shared")
    yield from embedded(package, "xl/embeddings/")
    for name in sorted(each for each in package.names if re.match(r"xl/media/.", each, re.I)):
        if not PICTURES.fullmatch(name):
            yield Hidden("embedded file", "", posixpath.basename(name))
    known = {sheet.member for sheet in sheets}
    for name in sorted(each for each in package.names if SHEET.fullmatch(each) and each not in known):
        if package.archive.getinfo(name).file_size and _has_values(package, name):
            yield Hidden("very hidden sheet", "", f"{name}, which the workbook does not list")


def _links(package: Package) -> Iterator[Hidden]:
    """Other workbooks whose path or values are kept, and connections to databases."""
    for name in named(package, r"externalLink\d*\.(?:xml|bin)"):
        paths = [tie.target for tie in package.relations(name) if tie.outside]
        values = _cached(package, name)
        if paths or values:
            what = f"{counted(len(values), 'value')} of {', '.join(paths) or 'another file'}"
            yield Hidden("external link", "", quoted(what, values))
    for name in named(package, r"connections\d*\.xml"):
        with package.archive.open(name) as stream:
            for each in elements(stream, "connection"):
                path = each.get("sourceFile") or each.get("odcFile") or each.get("name", "")
                yield Hidden("external link", "", quoted("connection", [path]))


def _cached(package: Package, name: str) -> list[str]:
    if name.lower().endswith(".bin"):
        return []
    with package.archive.open(name) as stream:
        found = (each.text or "" for each in elements(stream, "v", "val"))
        return [text for text, _ in zip(found, range(MOST), strict=False) if text.strip()]


def _has_values(package: Package, name: str) -> bool:
    if name.lower().endswith(".bin"):
        return any(number in biff12.VALUES for number, _ in binary(package, name))
    with package.archive.open(name) as stream:
        return any((each.text or "").strip() for each in elements(stream, "v", "t"))
