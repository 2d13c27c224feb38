"""The copies of their data that pivot tables keep in a package (XLSX, XLSB), and the data model of Power Pivot."""

import re
from collections.abc import Iterator

from crawler.reading.formats.filetext import Hidden, Unreadable
from crawler.reading.formats.ooxml import Package
from crawler.reading.formats.workbook import biff12
from crawler.reading.formats.workbook.hidden_cells import counted, quoted
from crawler.reading.formats.workbook.sheet_members import SheetMember
from crawler.reading.formats.workbook.sheet_xml import elements

# [MS-XLSB] 2.3.2: BrtPCRRecord and BrtPCRRecordDt.
BINARY_RECORDS = (33, 34)


def pivots(package: Package, sheets: list[SheetMember]) -> Iterator[Hidden]:
    """Copies of the data that pivot tables were made of, and the data model of Power Pivot."""
    shown_on = {
        cache: sheet.name
        for sheet in sheets
        for table in package.related(sheet.member, "pivotTable")
        for cache in package.related(table, "pivotCacheDefinition")
    }
    for name in named(package, r"pivotCacheRecords\d*\.(?:xml|bin)"):
        if count := _records(package, name):
            owner = next((each for each in shown_on if name in package.related(each, "pivotCacheRecords")), "")
            where = f"sheet '{shown_on[owner]}'" if owner else ""
            yield Hidden("pivot cache", where, f"{counted(count, 'record')} of {_source(package, owner)}")
    for name in named(package, r"pivotCacheDefinition\d*\.xml"):
        if not any(_records(package, each) for each in package.related(name, "pivotCacheRecords")):
            yield from _items(package, name, shown_on.get(name, ""))
    for name in named(package, r"item\d*\.data", "xl/model/"):
        yield Hidden("pivot cache", "", f"data model, {package.archive.getinfo(name).file_size:,} bytes")


def _items(package: Package, cache: str, sheet: str) -> Iterator[Hidden]:
    """The texts that a cache lists field by field: they stay when its records are not saved with the file."""
    with package.archive.open(cache) as stream:
        texts = [each.get("v", "") for each in elements(stream, "s")]
    if any(text.strip() for text in texts):
        what = f"{counted(len(texts), 'value')} listed of {_source(package, cache)}"
        yield Hidden("pivot cache", f"sheet '{sheet}'" if sheet else "", quoted(what, texts))


def _records(package: Package, name: str) -> int:
    if name.lower().endswith(".bin"):
        return sum(number in BINARY_RECORDS for number, _ in binary(package, name))
    with package.archive.open(name) as stream:
        return sum(1 for _ in elements(stream, "r"))


def _source(package: Package, cache: str) -> str:
    if not cache.endswith(".xml"):
        return "the table behind it"
    source = package.xml(cache).find("{*}cacheSource/{*}worksheetSource")
    told = [source.get(each) for each in ("sheet", "ref", "name")] if source is not None else []
    return ", ".join(filter(None, told)) or "data from elsewhere"


def binary(package: Package, name: str) -> Iterator[biff12.Record]:
    """The records of a binary member. Raises Unreadable."""
    try:
        yield from biff12.records(package.bytes(name))
    except biff12.BROKEN as error:
        raise Unreadable(f"damaged workbook: {error}") from error


def named(package: Package, name: str, folder: str = "") -> list[str]:
    """The members of a name in any folder, in the order of their names."""
    wanted = re.compile(rf"{folder or '(?:.*/)?'}{name}", re.I)
    return sorted(each for each in package.names if wanted.fullmatch(each))
