"""Words of a presentation (PPTX), slide by slide, in the order in which they are shown."""

from collections.abc import Iterator

from lxml import etree

from crawler.reading.formats import ooxml
from crawler.reading.formats.archive import DAMAGE
from crawler.reading.formats.filetext import Contents, Limits, Part, Table, Unreadable
from crawler.reading.formats.office.document_tables import GridCell, is_data, laid_out, span
from crawler.reading.formats.ooxml import DRAWING, MARKUP, REL_ID, Package

WHAT = "presentation"
P = MARKUP % ("presentationml", "main")
PARAGRAPH, TEXT, TABLE = DRAWING + "p", DRAWING + "t", DRAWING + "tbl"
BREAK = DRAWING + "br"
BROKEN = (*DAMAGE, AttributeError, TypeError, IndexError)


def read(data: bytes, limits: Limits) -> Contents:
    """One part a slide that is shown ("slide 2"), one for the speaker's notes beside it. Raises Unreadable."""
    parts: list[Part] = []
    tables: list[Table] = []
    try:
        with ooxml.opened(data, limits, WHAT) as package:
            for number, member in enumerate(members(package)[: limits.pages], 1):
                root = package.xml(member)
                if root.get("show") not in ("0", "false"):
                    where = f"slide {number}"
                    parts += _parts(package, member, root, where)
                    tables += _tables(root, where)
    except BROKEN as error:
        raise Unreadable(f"damaged {WHAT}: {error}") from error
    return Contents(tuple(parts), tables=tuple(tables[: limits.tables]))


def members(package: Package) -> list[str]:
    """The slides in their order; by the numbers of their names where the presentation does not list them."""
    main = package.main("ppt/presentation.xml")
    if main in package.names:
        ties = {tie.id: tie.target for tie in package.relations(main) if tie.kind == "slide"}
        listed = [ties.get(each.get(REL_ID, ""), "") for each in package.xml(main).iter(P + "sldId")]
        if found := [member for member in listed if member in package.names]:
            return found
    slides = [name for name in package.names if name.startswith("ppt/slides/slide") and name.endswith(".xml")]
    return sorted(slides, key=lambda name: (len(name), name))


def lines(element: etree._Element) -> Iterator[str]:
    """The paragraphs of a slide, and the rows of its tables as tab-separated lines."""
    for child in element.iterchildren(etree.Element):
        if child.tag == TABLE:
            yield from ("\t".join(cell.text for cell in row) for row in _rows(child))
        elif child.tag == PARAGRAPH:
            yield _words(child)
        else:
            yield from lines(child)


def _parts(package: Package, member: str, root: etree._Element, where: str) -> Iterator[Part]:
    yield Part(where, _text(root))
    for notes in package.related(member, "notesSlide"):
        # The slide's own number stands on the page of notes, too.
        words = "\n".join(line for line in _text(package.xml(notes)).split("\n") if not line.isdecimal())
        if words:
            yield Part(f"{where}, notes", words)


def _text(root: etree._Element) -> str:
    return "\n".join(line for line in lines(root) if line.strip())


def _tables(root: etree._Element, where: str) -> Iterator[Table]:
    grids = [laid_out(_rows(table)) for table in root.iter(TABLE)]
    for number, rows in enumerate(filter(is_data, grids), 1):
        yield Table(f"{where}, table {number}", rows)


def _rows(table: etree._Element) -> list[list[GridCell]]:
    return [
        [_cell(cell) for cell in row.iter(DRAWING + "tc") if cell.get("hMerge") not in ("1", "true")]
        for row in table.iter(DRAWING + "tr")
    ]


def _cell(cell: etree._Element) -> GridCell:
    words = " ".join(" ".join(map(_words, cell.iter(PARAGRAPH))).split())
    return GridCell(words, span(cell.get("gridSpan")), cell.get("vMerge") in ("1", "true"))


def _words(paragraph: etree._Element) -> str:
    return "".join("\n" if each.tag == BREAK else each.text or "" for each in paragraph.iter(TEXT, BREAK))
