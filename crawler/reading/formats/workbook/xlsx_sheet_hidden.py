"""What is hidden in a sheet of an XLSX that is shown: rows, columns, and text that cannot be seen."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from lxml import etree

from crawler.reading.formats.filetext import Hidden
from crawler.reading.formats.ooxml import Package
from crawler.reading.formats.workbook.covered import Covered
from crawler.reading.formats.workbook.grid import Area, Place
from crawler.reading.formats.workbook.hidden_cells import HiddenCells, Valued, cells_at, counted
from crawler.reading.formats.workbook.sheet_members import SheetMember
from crawler.reading.formats.workbook.sheet_strings import SharedStrings
from crawler.reading.formats.workbook.sheet_xml import RawCell, areas, elements, is_on, merges, numbered, valued, whole
from crawler.reading.formats.workbook.trim import pieces
from crawler.reading.formats.workbook.xlsx_styles import BY_COLOUR, Unseen

UNSEEN = 1.0  # points of height, or characters of width, below which nothing can be read
EVERYTHING = (0, 0, 1 << 30, 1 << 30)
TAKEN = ("sheetPr", "col", "row", "autoFilter", "conditionalFormatting", "picture")
MOST_AREAS = 1_000  # that each of them is looked up in
MOST = 100_000  # cells of hidden text that are kept in mind


@dataclass
class Seen:
    """What is gathered of one sheet as its elements pass."""

    cells: HiddenCells
    filters: list[Area] = field(default_factory=list)
    is_filtered: bool = False
    coloured: list[Area] = field(default_factory=list)  # where a table or a condition may give another background
    unseen: list[tuple[Place, str, RawCell]] = field(default_factory=list)
    has_background: bool = False
    row: int = -1


def in_sheet(
    package: Package, sheet: SheetMember, strings: SharedStrings, unseen: dict[str, Unseen]
) -> Iterator[Hidden]:
    """What of a sheet that is shown is hidden; `unseen` are the styles that show nothing. Raises Unreadable."""
    seen = Seen(HiddenCells(sheet.name))
    with package.archive.open(sheet.member) as stream:
        for element in elements(stream, *TAKEN):
            _take(seen, element, strings, unseen)
    for member in package.related(sheet.member, "table"):
        table = package.xml(member)
        seen.coloured += areas(table.get("ref", ""))
        for each in table.iter("{*}autoFilter"):
            _take_filter(seen, each)
    if seen.is_filtered and not seen.filters:
        seen.filters = [EVERYTHING]
    yield from seen.cells.found(seen.filters)
    yield from _unseen_text(seen, sheet.name, strings)


def under_merges(package: Package, sheet: SheetMember, strings: SharedStrings) -> Iterator[Hidden]:
    """The values of a sheet that merged cells cover; of its rows only those as far as cells are merged are read."""
    with package.archive.open(sheet.member) as stream:
        covered = Covered(islice((area for piece in pieces(stream) for area in merges(piece)), MOST_AREAS))
    last = covered.last
    with package.archive.open(sheet.member) as stream:
        for number, row in numbered(elements(stream, "row")) if last >= 0 else ():
            if number > last:
                break
            covered.see(number, written(valued(row), strings))
    yield from covered.found(sheet.name)


def _take(seen: Seen, element: etree._Element, strings: SharedStrings, unseen: dict[str, Unseen]) -> None:
    match etree.QName(element).localname:
        case "row":
            _take_row(seen, element, strings, unseen)
        case "col" if is_on(element, "hidden") or _size(element, "width") < UNSEEN / 4:
            seen.cells.hide_columns(whole(element.get("min"), 1) - 1, whole(element.get("max"), 1) - 1)
        case "sheetPr":
            seen.is_filtered = is_on(element, "filterMode")
        case "autoFilter":
            _take_filter(seen, element)
        case "conditionalFormatting":
            seen.coloured += areas(element.get("sqref") or element.findtext("{*}sqref") or "")
        case "picture":
            seen.has_background = True


def _take_row(seen: Seen, row: etree._Element, strings: SharedStrings, unseen: dict[str, Unseen]) -> None:
    seen.row = whole(row.get("r"), seen.row + 2) - 1
    is_hidden = is_on(row, "hidden") or _size(row, "ht") < UNSEEN
    if not (is_hidden or unseen or seen.cells.columns):
        return
    cells = list(valued(row))
    hidden = cells if is_hidden or seen.cells.columns else ()
    seen.cells.see(seen.row, is_hidden, written(hidden, strings))
    for cell in cells if unseen and len(seen.unseen) < MOST else ():
        style = unseen.get(cell.style)
        if style and style.hides(_number(cell)):
            seen.unseen.append(((seen.row, cell.column), style.why, cell))


def _take_filter(seen: Seen, element: etree._Element) -> None:
    """Takes the area of a filter when it leaves something out."""
    if seen.is_filtered or element.find("{*}filterColumn") is not None:
        seen.filters += areas(element.get("ref", ""))


def _unseen_text(seen: Seen, sheet: str, strings: SharedStrings) -> Iterator[Hidden]:
    for why in sorted({why for _, why, _ in seen.unseen}):
        told = ((place, words_of(cell, strings)) for place, each, cell in seen.unseen if each == why)
        found = [(place, words) for place, words in told if words.strip()]
        if why == BY_COLOUR:
            is_sure = not seen.has_background and len(seen.coloured) <= MOST_AREAS
            found = [each for each in found if is_sure and not _within(each[0], seen.coloured)]
        if found:
            what = f"{counted(len(found), 'value')}, {why}"
            yield cells_at("hidden text", sheet, (place for place, _ in found), (words for _, words in found), what)


def _within(place: Place, ranges: Sequence[Area]) -> bool:
    row, column = place
    return any(top <= row <= bottom and left <= column <= right for top, left, bottom, right in ranges)


def _number(cell: RawCell) -> float | str:
    """The value of a cell as a number format sees it: whatever is none is a text."""
    try:
        return float(cell.value) if cell.kind == "n" else cell.value
    except ValueError:
        return cell.value


def _size(element: etree._Element, name: str) -> float:
    try:
        return float(element.get(name, "inf"))
    except ValueError:
        return float("inf")


def written(cells: Iterable[RawCell], strings: SharedStrings) -> list[Valued]:
    """The columns and words of cells that hold more than blanks: exports fill empty cells with empty strings."""
    told = ((cell.column, words_of(cell, strings)) for cell in cells)
    return [(column, words) for column, words in told if words.strip()]


def words_of(cell: RawCell, strings: SharedStrings) -> str:
    """The words of a cell, the first of them where they are among the shared strings."""
    return strings.at(cell.value) if cell.kind == "s" else cell.value
