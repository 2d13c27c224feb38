"""Tables of a PDF come out row by row, ruled or not, over page breaks; prose never becomes one."""

import io
from collections.abc import Sequence
from itertools import product

import pypdfium2
import pytest
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.pdfgen import canvas
from reportlab.platypus import BalancedColumns, Flowable, PageBreak, Paragraph, SimpleDocTemplate, Spacer, Table

from crawler.reading.formats.filetext import Contents, Limits
from crawler.reading.formats.pdf import document as pdf
from crawler.reading.formats.pdf import tables as pdf_tables

STYLE = getSampleStyleSheet()["Normal"]
GRID = ("GRID", (0, 0), (-1, -1), 0.5, colors.black)
HEAD = ("Year", "Rank", "Dismissed", "Percent")
LOOKS = {
    "ruled": GRID,
    "rules within alone": ("INNERGRID", (0, 0), (-1, -1), 0.5, colors.black),
    "level rules alone": ("LINEBELOW", (0, 0), (-1, -1), 0.5, colors.black),
    "a box and upright rules": ("LINEAFTER", (0, 0), (-2, -1), 0.5, colors.black),
    "stripes": ("ROWBACKGROUNDS", (0, 0), (-1, -1), [colors.lightgrey, colors.white]),
    "nothing drawn": ("FONTSIZE", (0, 0), (-1, -1), 10),
}


def rows(count: int) -> list[tuple[str, ...]]:
    return [HEAD, *((str(2000 + n % 20), "Constable", "<5" if n % 7 == 0 else str(n), f"{n}.5%") for n in range(count))]


def prose(times: int = 1) -> Paragraph:
    return Paragraph("In 2023 there were 14 officers dismissed, and in 2022 there were 7. " * times, STYLE)


def made(*flow: Flowable) -> bytes:
    out = io.BytesIO()
    SimpleDocTemplate(out, pagesize=A4).build(list(flow))
    return out.getvalue()


def read(*flow: Flowable, limits: Limits = Limits()) -> Contents:  # noqa: B008
    return pdf.read(made(*flow), limits)


def table(data: Sequence[Sequence[object]], *style: tuple, **options: object) -> Table:
    return Table([list(row) for row in data], style=list(style), **options)


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)
def test_a_table_however_drawn(look: tuple) -> None:
    (found,) = read(prose(20), table(rows(8), look), prose(20)).tables
    assert found.where == "page 1, table 1"
    assert list(found.rows) == rows(8)


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)
@pytest.mark.parametrize("repeated", [0, 1])
def test_a_table_over_pages(look: tuple, repeated: int) -> None:
    (found,) = read(prose(), table(rows(90), look, repeatRows=repeated), prose()).tables
    assert found.where == "pages 1-3, table 1"
    assert list(found.rows) == rows(90)


def test_the_same_columns_under_another_heading_are_another_table() -> None:
    title = Paragraph("Table 2: officers who resigned", STYLE)
    found = read(table(rows(5), GRID), PageBreak(), title, table(rows(6), GRID)).tables
    assert [each.where for each in found] == ["page 1, table 1", "page 2, table 1"]


def test_tables_of_a_page_are_numbered_from_the_top() -> None:
    found = read(table(rows(3), GRID), prose(5), table(rows(4)), prose(5), table(rows(5), GRID)).tables
    assert [(each.where, len(each.rows)) for each in found] == [
        ("page 1, table 1", 4),
        ("page 1, table 2", 5),
        ("page 1, table 3", 6),
    ]


def test_merged_cells_stand_in_each_place() -> None:
    data = [["Force", "2023", "", "Total"], ["Herts", "Men", "Women", "Both"], ["", "1", "2", "3"]]
    found = read(table(data, GRID, ("SPAN", (1, 0), (2, 0)), ("SPAN", (0, 1), (0, 2)))).tables
    assert found[0].rows == (
        ("Force", "2023", "2023", "Total"),
        ("Herts", "Men", "Women", "Both"),
        ("Herts", "1", "2", "3"),
    )


def test_words_wrapped_in_a_cell() -> None:
    wrapped = Paragraph("Gross misconduct while on restricted duties, and no other matter", STYLE)
    found = read(table([["Year", "Matter"], ["2023", wrapped]], GRID, colWidths=[60, 90])).tables
    assert found[0].rows[1] == ("2023", "Gross misconduct while on restricted duties, and no other matter")


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_page_that_is_turned(turn: int) -> None:
    document = pypdfium2.PdfDocument(made(table(rows(5), GRID)))
    document[0].set_rotation(turn)
    out = io.BytesIO()
    document.save(out)
    document.close()
    assert list(pdf.read(out.getvalue(), Limits()).tables[0].rows) == rows(5)


WRAPPING = (
    ("Allegation", "2022", "2023"),
    ("Breach of the standards of professional behaviour", "14", "9"),
    ("Other", "3", "0"),
    ("Abuse of position for a sexual purpose, all ranks", "<5", "6"),
    ("Discreditable conduct", "11", "*"),
    ("Duties and responsibilities, or orders and instructions", "8", "1"),
)


@pytest.mark.parametrize("side", ["TOP", "MIDDLE", "BOTTOM"])
def test_words_wrapped_in_a_cell_where_nothing_is_drawn(side: str) -> None:
    cells = [[Paragraph(label, STYLE), *figures] for label, *figures in WRAPPING]
    wrapped = table(cells, ("VALIGN", (0, 0), (-1, -1), side), colWidths=[130, 60, 60])
    assert [each.rows for each in read(prose(20), wrapped, prose(20)).tables] == [WRAPPING]


def written_down(*lines: tuple[str, ...]) -> bytes:
    def draw(sheet: canvas.Canvas) -> None:
        for at, cells in enumerate(lines):
            for x, cell in zip((72, 300, 360), cells, strict=False):
                sheet.drawString(x, 700 - 14 * at, cell)

    return drawn(draw)


def test_lines_all_equally_far_apart_are_told_apart_by_their_first_letter() -> None:
    lines = [("Breach of the standards", "14", "9"), ("of behaviour",), ("Other", "3", "0"), ("Gross", "4", "4")]
    (found,) = pdf.read(written_down(*lines, ("All", "21", "13")), Limits()).tables
    assert found.rows[:2] == (("Breach of the standards of behaviour", "14", "9"), ("Other", "3", "0"))
    above = [("Other", "3", "0"), ("Breach of the standards",), ("of behaviour", "14", "9"), ("Gross", "4", "4")]
    (found,) = pdf.read(written_down(*above, ("All", "21", "13")), Limits()).tables
    assert found.rows[1] == ("Breach of the standards of behaviour", "14", "9")


def test_a_line_that_may_belong_to_either_belongs_to_none() -> None:
    rows = [(f"Rank {n}", str(n), str(n + 1)) for n in range(3)]
    found = pdf.read(written_down(*rows, ("Police staff",), *rows), Limits()).tables
    assert [each.rows for each in found] == [tuple(rows), tuple(rows)]


def test_figures_far_apart_are_not_written_as_one() -> None:
    wide = [("Rank", "2022", "2023"), ("Constable", "3", "4"), ("7", "8", "*")]
    found = read(table(wide, colWidths=[150, 99, 99]))
    assert [part.text.split("\n") for part in found.parts] == [[" ".join(row) for row in wide]]


def drawn(draw: object) -> bytes:
    out = io.BytesIO()
    sheet = canvas.Canvas(out)
    draw(sheet)  # type: ignore[operator]
    sheet.save()
    return out.getvalue()


@pytest.mark.parametrize(("turn", "x", "y"), [(90, 100, -400), (-90, -500, 200)])
def test_a_table_that_lies_on_its_side(turn: int, x: int, y: int) -> None:
    def lying(sheet: canvas.Canvas) -> None:
        sheet.rotate(turn)
        grid = table(rows(5), GRID)
        grid.wrapOn(sheet, 700, 400)
        grid.drawOn(sheet, x, y)

    assert list(pdf.read(drawn(lying), Limits()).tables[0].rows) == rows(5)


def test_headings_that_all_but_touch() -> None:
    def narrow(sheet: canvas.Canvas) -> None:
        for x, heading in ((66, "Year"), (98, "Officers"), (160, "Staff")):
            sheet.drawString(x, 720, heading)
        for line in range(4):
            sheet.drawString(72, 700 - 16 * line, f"202{line}")
            sheet.drawString(125, 700 - 16 * line, str(line + 3))
            sheet.drawString(165, 700 - 16 * line, str(line))

    rows_of = pdf.read(drawn(narrow), Limits()).tables[0].rows
    assert rows_of[:2] == (("Year", "Officers", "Staff"), ("2020", "3", "0"))


CASES = (
    ("Date", "Allegation", "Result"),
    ("12/03/2021", "Camera switched off during the arrest of a man on foot", "No case to answer"),
    ("14/05/2021", "Footage shared", "Written warning"),
    ("01/09/2022", "Camera not activated at an incident with force used", "Reflective practice"),
    ("30/11/2022", "Footage deleted after a complaint that nobody had recorded", "Dismissed"),
)
BELOW, ABOVE = ("LINEBELOW", (0, 0), (-1, -1), 0.5, colors.black), ("LINEABOVE", (0, 0), (-1, 0), 0.5, colors.black)


@pytest.mark.parametrize(
    "looks",
    [[BELOW], [BELOW, ABOVE], [("ROWBACKGROUNDS", (0, 0), (-1, -1), [None, colors.lightgrey])]],
    ids=["lines below", "lines about", "stripes from the second row"],
)
def test_words_in_rows_that_alone_are_drawn(looks: list[tuple]) -> None:
    cells = [[date, Paragraph(words, STYLE), result] for date, words, result in CASES]
    notes = Paragraph("Note: cases are counted by the date on which the force was told of them.", STYLE)
    drawn = table(cells, *looks, ("VALIGN", (0, 0), (-1, -1), "TOP"), colWidths=[80, 160, 120])
    assert [each.rows for each in read(prose(9), drawn, notes, prose(9)).tables] == [CASES]


def test_a_line_that_heads_the_rows_below_it() -> None:
    rows = ("Station", "Street", "Open"), ("North", "", ""), ("Ambridge", "The Green", "Yes"), ("Layton", "Lane", "No")
    (found,) = read(prose(9), table(rows, BELOW, colWidths=[100, 120, 60]), prose(9)).tables
    assert found.rows == rows


def leaflet(sheet: canvas.Canvas) -> None:
    for at in range(5):
        sheet.line(72, 780 - 100 * at, 540, 780 - 100 * at)
        for line, x in product(range(4), (72, 320)):
            sheet.drawString(x, 760 - 100 * at - 14 * line, "Words of a leaflet in two columns, and more")


def sections(sheet: canvas.Canvas) -> None:
    for at in range(5):
        sheet.line(72, 780 - 100 * at, 500, 780 - 100 * at)
        for line in range(4):
            sheet.drawString(72, 760 - 100 * at - 14 * line, "Words of a letter that has a line between its sections")


def as_in_a_sheet(*rows: tuple[str, ...]) -> bytes:
    """Words on the left of their columns and figures on the right, as a sheet is printed without its lines."""

    def draw(sheet: canvas.Canvas) -> None:
        for down, row in enumerate(rows):
            for x, cell in zip((72, 200, 290, 380), row, strict=False):
                if cell[:1].isdigit():
                    sheet.drawRightString(x + 80, 700 - 14 * down, cell)
                else:
                    sheet.drawString(x, 700 - 14 * down, cell)

    return drawn(draw)


@pytest.mark.parametrize("first", ["Offence", ""])
def test_headings_on_the_left_of_figures_on_the_right(first: str) -> None:
    rows = (
        (first, "May", "June", "All"),
        ("Theft", "13", "7", "20"),
        ("Arson", "2", "*", "5"),
        ("Fraud", "9", "4", "13"),
    )
    (found,) = pdf.read(as_in_a_sheet(*rows), Limits()).tables
    assert found.rows == rows


def test_a_heading_over_two_columns_each() -> None:
    rows = ("10 to 17", "12", "3", "9", "6"), ("18 to 24", "112", "40", "98", "22"), ("Total", "124", "43", "107", "28")

    def draw(sheet: canvas.Canvas) -> None:
        for x, year in ((240, "2022/23"), (400, "2023/24")):
            sheet.drawCentredString(x, 714, year)
        for down, row in enumerate([("Age", "Men", "Women", "Men", "Women"), *rows]):
            for x, cell in zip((80, 200, 280, 360, 440), row, strict=True):
                sheet.drawCentredString(x, 700 - 14 * down, cell)

    (found,) = pdf.read(drawn(draw), Limits()).tables
    assert found.rows[:2] == (("", "2022/23", "2022/23", "2023/24", "2023/24"), ("Age", "Men", "Women", "Men", "Women"))
    assert found.rows[2:] == rows


def test_figures_on_the_right_go_on_over_pages_however_wide_they_are() -> None:
    pages = [[(f"{most:03} {at:03}", str(at), str(at * most)) for at in range(40)] for most in (0, 900, 2)]
    out = io.BytesIO()
    sheet = canvas.Canvas(out, pagesize=A4)
    for page in pages:
        for down, row in enumerate(page):
            sheet.drawString(72, 780 - 15 * down, row[0])
            sheet.drawRightString(250, 780 - 15 * down, row[1])
            sheet.drawRightString(350, 780 - 15 * down, row[2])
        sheet.showPage()
    sheet.save()
    (found,) = pdf.read(out.getvalue(), Limits()).tables
    assert (found.where, len(found.rows)) == ("pages 1-3, table 1", 120)


def test_headings_of_two_rows_are_said_once() -> None:
    heads = [("Year", "Officers", "Officers"), ("Year", "Men", "Women")]
    body = [(str(1900 + at), str(at), "<5") for at in range(90)]
    spans = ("SPAN", (0, 0), (0, 1)), ("SPAN", (1, 0), (2, 0))
    (found,) = read(table([*heads, *body], GRID, *spans, repeatRows=2)).tables
    assert list(found.rows) == [*heads, *body]


def chart(sheet: canvas.Canvas) -> None:
    for step in range(10):
        sheet.line(100, 300 + 20 * step, 400, 300 + 20 * step)
        sheet.line(100 + 30 * step, 300, 100 + 30 * step, 500)
        sheet.drawString(70, 297 + 20 * step, str(step * 10))
    for line in range(20):
        sheet.drawString(72, 800 - 12 * line, "Words of a letter about a chart, and more words")


def bars(sheet: canvas.Canvas) -> None:
    for at, high in enumerate((40, 70, 55, 90)):
        sheet.setFillColor(colors.blue)
        sheet.rect(120 + at * 80, 400, 40, high, fill=1)
        sheet.setFillColor(colors.black)
        sheet.drawString(120 + at * 80, 385, str(2020 + at))
        sheet.drawString(130 + at * 80, 405 + high, str(high))
    for step in range(0, 101, 20):
        sheet.drawRightString(100, 400 + step, str(step))
        sheet.line(105, 400 + step, 460, 400 + step)


def letterhead(sheet: canvas.Canvas) -> None:
    sheet.rect(40, 40, 515, 760)
    for line, (label, value) in enumerate([("Our ref", "FOI 2024/01234"), ("Date", "12 March 2024"), ("Tel", "101")]):
        sheet.drawString(72, 740 - 16 * line, label)
        sheet.drawString(300, 740 - 16 * line, value)


def contents_page(sheet: canvas.Canvas) -> None:
    for line in range(8):
        sheet.drawString(72, 740 - 16 * line, f"Chapter {line} " + "." * 60)
        sheet.drawRightString(500, 740 - 16 * line, str(line * 3))


def numbered_list(sheet: canvas.Canvas) -> None:
    for line in range(8):
        sheet.drawString(72, 740 - 16 * line, f"{line}.")
        sheet.drawString(120, 740 - 16 * line, "How many officers were dismissed in 2023")


@pytest.mark.parametrize("draw", [chart, bars, sections, leaflet, letterhead, contents_page, numbered_list])
def test_what_is_no_table(draw: object) -> None:
    assert pdf.read(drawn(draw), Limits()).tables == ()


def test_prose_is_no_table() -> None:
    years = Paragraph("<br/>".join(f"Officers dismissed in the year ended March {year}" for year in range(2015, 2024)))
    columns = BalancedColumns([prose(8), Spacer(1, 9), prose(30)], nCols=2)
    assert read(prose(30), years, columns, prose(9)).tables == ()


def test_a_drawing_full_of_lines_is_named() -> None:
    def squared(sheet: canvas.Canvas) -> None:
        sheet.drawString(72, 800, "A plan of the ground floor")
        for step in range(100):
            sheet.line(50, 50 + step * 5, 550, 50 + step * 5)
            sheet.line(50 + step * 5, 50, 50 + step * 5, 550)

    assert pdf.read(drawn(squared), Limits()).notes == ("tables of page 1 not read: too many lines",)


def test_the_limits_are_said() -> None:
    found = read(table(rows(3), GRID), prose(), table(rows(3), GRID), limits=Limits(tables=1))
    assert len(found.tables) == 1
    assert found.notes == ("tables after 1 not read",)


def test_pages_whose_tables_are_not_read_are_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_tables, "PAGES", 1)
    found = read(table(rows(3), GRID), PageBreak(), prose(), PageBreak(), table(rows(3), GRID))
    assert [each.where for each in found.tables] == ["page 1, table 1"]
    assert found.notes == ("tables after page 2 not read",)
