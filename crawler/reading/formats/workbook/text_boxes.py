"""The words of text boxes, shapes and charts that lie on a sheet: caveats often stand there, and in no cell."""

from collections.abc import Callable, Iterator

from lxml import etree

from crawler.reading.formats.filetext import Hidden, Unreadable
from crawler.reading.formats.ooxml import Package
from crawler.reading.formats.workbook.cell_values import folded
from crawler.reading.formats.workbook.hidden_cells import counted, quoted
from crawler.reading.formats.workbook.sheet_members import SheetMember
from crawler.reading.formats.workbook.sheet_xml import is_on

BOXES = "text boxes"


def in_no_cell(package: Package, member: str) -> dict[str, list[str]]:
    """The lines of the text boxes and charts of a sheet; none of what is damaged, since the cells can be read."""
    return {what: _sound(find, package, member) for what, find in ((BOXES, text_boxes), ("charts", chart_titles))}


def _sound(find: Callable[[Package, str], list[str]], package: Package, member: str) -> list[str]:
    try:
        return find(package, member)
    except Unreadable:  # that a drawing was not looked through is said where the hidden data are
        return []


def text_boxes(package: Package, member: str, *, hidden: bool = False) -> list[str]:
    """The paragraphs of the shapes of a sheet that are shown, or of those that are not. Raises Unreadable."""
    shapes = (shape for name in package.related(member, "drawing") for shape in package.xml(name).iter("{*}sp"))
    return [words for shape in shapes if _is_hidden(shape) == hidden for words in _paragraphs(shape)]


def chart_titles(package: Package, member: str) -> list[str]:
    """The titles of the charts on a sheet and of their axes, each once. Raises Unreadable."""
    drawings = package.related(member, "drawing")
    charts = (package.xml(name) for each in drawings for name in package.related(each, "chart"))
    titles = (title for chart in charts for title in chart.iter("{*}title"))
    return [words for words in dict.fromkeys(folded(" ".join(each.itertext("{*}t"))) for each in titles) if words]


def hidden_boxes(package: Package, sheet: SheetMember) -> Iterator[Hidden]:
    """One finding for all text in shapes that are not shown. Raises Unreadable."""
    words = text_boxes(package, sheet.member, hidden=True)
    if words:
        yield Hidden("hidden text", f"sheet '{sheet.name}'", quoted(f"{counted(len(words), 'line')} in a shape", words))


def _is_hidden(shape: etree._Element) -> bool:
    # Excel marks so the shapes of buttons and boxes to tick as well, which it draws in another way.
    named = shape.iterfind("{*}nvSpPr/{*}cNvPr")
    return any(is_on(each, "hidden") and next(each.iter("{*}compatExt"), None) is None for each in named)


def _paragraphs(shape: etree._Element) -> Iterator[str]:
    # What older programs are to show instead says the same again.
    if next(shape.iterancestors("{*}Fallback"), None) is None:
        for paragraph in shape.iterfind("{*}txBody/{*}p"):
            if words := folded("".join(paragraph.itertext("{*}t"))):
                yield words
