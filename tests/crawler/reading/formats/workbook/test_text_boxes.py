"""The words of a text box are read beside the cells of its sheet, and found where the box is hidden."""

import io
import zipfile

import openpyxl

from crawler.reading.formats.filetext import Hidden, Limits, Part
from crawler.reading.formats.workbook import sheet, xlsx_hidden
from crawler.reading.hidden import hidden

TIES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
LISTED = "http://schemas.openxmlformats.org/package/2006/relationships"
DRAWING = 'xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"'
WORDS = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'


def box(*lines: str, more: str = "", within: str = "") -> str:
    paragraphs = "".join(
        f"<a:p><a:r><a:t>{line[:4]}</a:t></a:r><a:r><a:t>{line[4:]}</a:t></a:r></a:p>" for line in lines
    )
    name = f'<xdr:nvSpPr><xdr:cNvPr id="2" name="Box"{more}>{within}</xdr:cNvPr></xdr:nvSpPr>'
    return f"<xdr:sp>{name}<xdr:txBody>{paragraphs}</xdr:txBody></xdr:sp>"


def workbook(*boxes: str) -> bytes:
    book, out = openpyxl.Workbook(), io.BytesIO()
    book.active.title = "Data"
    book.active.append(["Year", 7])
    book.save(out)
    tie = f'<Relationship Id="r1" Type="{TIES}/drawing" Target="/xl/drawings/d.xml"/>'
    ties = f'<Relationships xmlns="{LISTED}">{tie}</Relationships>'
    with zipfile.ZipFile(out, "a") as package:
        package.writestr("xl/worksheets/_rels/sheet1.xml.rels", ties)
        package.writestr("xl/drawings/d.xml", f"<xdr:wsDr {DRAWING} {WORDS}>{''.join(boxes)}</xdr:wsDr>")
    return out.getvalue()


def test_a_text_box_is_a_part_of_its_own() -> None:
    data = workbook(
        box("Figures are provisional.", "", "See the letter."), box("For officers alone", more=' hidden="1"')
    )
    assert sheet.read(data, "xlsx", Limits()).parts == (
        Part("sheet 'Data'", "Year\t7", "A1"),
        Part("sheet 'Data', text boxes", "Figures are provisional.\nSee the letter."),
    )
    assert list(xlsx_hidden.find(data, Limits())) == [
        Hidden("hidden text", "sheet 'Data'", "1 line in a shape: For officers alone")
    ]


def test_what_older_programs_are_to_show_instead_is_not_said_twice() -> None:
    data = workbook(f"<Choice>{box('A caveat')}</Choice><Fallback>{box('A caveat')}</Fallback>")
    assert sheet.read(data, "xlsx", Limits()).parts[1].text == "A caveat"


def test_a_control_of_a_form_is_shown_though_its_shape_is_marked_as_hidden() -> None:
    data = workbook(box("Tick here", more=' hidden="1"', within="<a:extLst><a:ext><compatExt/></a:ext></a:extLst>"))
    assert sheet.read(data, "xlsx", Limits()).parts[1].text == "Tick here"
    assert list(xlsx_hidden.find(data, Limits())) == []


def test_a_drawing_that_is_damaged_leaves_the_cells_readable() -> None:
    data = workbook("<xdr:sp>")
    assert sheet.read(data, "xlsx", Limits()).parts == (Part("sheet 'Data'", "Year\t7", "A1"),)
    assert [each.kind for each in hidden("xlsx", data, Limits())] == ["not checked"]


def test_text_boxes_are_within_the_limits() -> None:
    found = sheet.read(workbook(box("A caveat")), "xlsx", Limits(characters=10))
    assert found.notes == ("sheet 'Data': text boxes not read, the workbook is too large",)
