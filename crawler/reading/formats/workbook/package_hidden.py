"""What lies in an Excel package (XLSX, XLSB) beside its sheets: caches, links, revisions, files, stray sheets."""

import posixpath
import re
from collections.abc import Iterable, Iterator

from crawler.reading.formats.filetext import Hidden, Unreadable
from crawler.reading.formats.office.office_hidden import embedded
from crawler.reading.formats.ooxml import Package
from crawler.reading.formats.workbook import biff12
from crawler.reading.formats.workbook.hidden_cells import counted, quoted
from crawler.reading.formats.workbook.package_comments import comments
from crawler.reading.formats.workbook.sheet_members import SheetMember
from crawler.reading.formats.workbook.sheet_xml import elements

PICTURES = re.compile(r".*\.(?:png|jpe?g|gif|bmp|tiff?|emf|wmf|svg|webp|ico|wdp|emz|wmz)", re.I)
SHEET = re.compile(r"(?:.*/)?worksheets/[^/]+\.(?:xml|bin)", re.I)
# [MS-XLSB] 2.3.2: BrtPCRRecord and BrtPCRRecordDt.
BINARY_RECORDS = (33, 34)
MOST = 1_000  # values of which some are told


def beside_sheets(package: Package, listed: Iterable[SheetMember]) -> Iterator[Hidden]:
    """Everything that is not in a sheet's own member. Raises Unreadable."""
    sheets = list(listed)
    for sheet in sheets:
        yield from comments(package, sheet)
    yield from _pivots(package, sheets)
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


def _pivots(package: Package, sheets: list[SheetMember]) -> Iterator[Hidden]:
    """Copies of the data that pivot tables were made of, and the data model of Power Pivot."""
    shown_on = {
        cache: sheet.name
        for sheet in sheets
        for table in package.related(sheet.member, "pivotTable")
        for cache in package.related(table, "pivotCacheDefinition")
    }
    for name in _named(package, r"pivotCacheRecords\d*\.(?:xml|bin)"):
        if count := _records(package, name):
            owner = next((each for each in shown_on if name in package.related(each, "pivotCacheRecords")), "")
            where = f"sheet '{shown_on[owner]}'" if owner else ""
            yield Hidden("pivot cache", where, f"{counted(count, 'record')} of {_source(package, owner)}")
    for name in _named(package, r"item\d*\.data", "xl/model/"):
        yield Hidden("pivot cache", "", f"data model, {package.archive.getinfo(name).file_size:,} bytes")


def _records(package: Package, name: str) -> int:
    if name.lower().endswith(".bin"):
        return sum(number in BINARY_RECORDS for number, _ in _binary(package, name))
    with package.archive.open(name) as stream:
        return sum(1 for _ in elements(stream, "r"))


def _source(package: Package, cache: str) -> str:
    if not cache.endswith(".xml"):
        return "the table behind it"
    source = package.xml(cache).find("{*}cacheSource/{*}worksheetSource")
    told = [source.get(each) for each in ("sheet", "ref", "name")] if source is not None else []
    return ", ".join(filter(None, told)) or "data from elsewhere"


def _links(package: Package) -> Iterator[Hidden]:
    """Other workbooks whose path or values are kept, and connections to databases."""
    for name in _named(package, r"externalLink\d*\.(?:xml|bin)"):
        paths = [tie.target for tie in package.relations(name) if tie.outside]
        values = _cached(package, name)
        if paths or values:
            what = f"{counted(len(values), 'value')} of {', '.join(paths) or 'another file'}"
            yield Hidden("external link", "", quoted(what, values))
    for name in _named(package, r"connections\d*\.xml"):
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
        return any(number in biff12.VALUES for number, _ in _binary(package, name))
    with package.archive.open(name) as stream:
        return any((each.text or "").strip() for each in elements(stream, "v", "t"))


def _binary(package: Package, name: str) -> Iterator[biff12.Record]:
    try:
        yield from biff12.records(package.bytes(name))
    except biff12.BROKEN as error:
        raise Unreadable(f"damaged workbook: {error}") from error


def _named(package: Package, name: str, folder: str = "") -> list[str]:
    """The members of a name in any folder, in the order of their names."""
    wanted = re.compile(rf"{folder or '(?:.*/)?'}{name}", re.I)
    return sorted(each for each in package.names if wanted.fullmatch(each))
