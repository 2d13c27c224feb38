"""The words of text boxes and shapes that lie on a sheet of an XLSX: caveats often stand there, and in no cell."""

from collections.abc import Iterator

from lxml import etree

from crawler.reading.formats.filetext import Hidden
from crawler.reading.formats.ooxml import Package
from crawler.reading.formats.workbook.cell_values import folded
from crawler.reading.formats.workbook.hidden_cells import counted, quoted
from crawler.reading.formats.workbook.sheet_members import SheetMember
from crawler.reading.formats.workbook.sheet_xml import is_on


def text_boxes(package: Package, member: str, *, hidden: bool = False) -> list[str]:
    """The paragraphs of the shapes of a sheet that are shown, or of those that are not. Raises Unreadable."""
    shapes = (shape for name in package.related(member, "drawing") for shape in package.xml(name).iter("{*}sp"))
    return [words for shape in shapes if _is_hidden(shape) == hidden for words in _paragraphs(shape)]


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
