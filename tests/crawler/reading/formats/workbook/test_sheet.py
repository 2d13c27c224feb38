"""Every sheet of a workbook gives its rows; a long or wide one is cut, and never fills the memory."""

import datetime
import io
import re
import zipfile
from collections.abc import Callable

import openpyxl
import pytest
from openpyxl.styles import Border, Side
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from crawler.reading.documents import Limits, read_file
from crawler.reading.formats.filetext import Contents, Part
from crawler.reading.formats.workbook import sheet, workbook
from crawler.reading.formats.workbook.cells import place
from crawler.reading.formats.workbook.extras import UNSOLVED

ODS = """<?xml version="1.0"?><office:document-content
 xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" office:version="1.2"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>
 <table:table table:name="Data"><table:table-row>
 <table:table-cell office:value-type="string"><text:p>Year</text:p></table:table-cell>
 <table:table-cell office:value-type="float" office:value="7"><text:p>7</text:p></table:table-cell>
 </table:table-row></table:table></office:spreadsheet></office:body></office:document-content>"""


def xlsx(**sheets: list[list[object]]) -> bytes:
    book, out = openpyxl.Workbook(), io.BytesIO()
    book.remove(book.active)
    for name, rows in sheets.items():
        page = book.create_sheet(name)
        for row in rows:
            page.append(row)
    book.save(out)
    return out.getvalue()


FIGURES = [
    ["Year", "Cost £", "Closed", "Held", None],
    [2024.0, 1250.5, datetime.datetime.fromisoformat("2024-03-31"), True, None],
    [None, 0.1 + 0.2, datetime.datetime.fromisoformat("2024-03-31 09:30"), "two\nlines", None],
]
LINES = "Year\tCost £\tClosed\tHeld\n2024\t1250.5\t2024-03-31\tTRUE\n\t0.3\t2024-03-31 09:30:00\ttwo lines"


@pytest.mark.parametrize("area", [0, 10**9], ids=["at once", "one row at a time"])
def test_rows_of_every_sheet(area: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "span", lambda data: area)
    found = read_file(xlsx(Figures=FIGURES, Notes=[["<5 is suppressed"]]), "a.xlsx")
    assert [(part.where, part.text) for part in found.parts] == [
        ("sheet 'Figures'", LINES),
        ("sheet 'Notes'", "<5 is suppressed"),
    ]
    assert found.problem == ""
    assert found.text == f"{LINES}\n\n<5 is suppressed"


@pytest.mark.parametrize("area", [0, 10**9], ids=["at once", "one row at a time"])
def test_rows_after_the_limit_are_said_to_be_unread(area: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "span", lambda data: area)
    rows = [[number, "x"] for number in range(30)]
    found = read_file(xlsx(Data=rows, Short=rows[:10]), "a.xlsx", limits=Limits(rows=10))
    assert found.problem == "sheet 'Data': rows after 10 not read"
    assert found.parts[0].text.split("\n")[-1] == "9\tx"
    assert len(found.parts[1].text.split("\n")) == 10


def changed(data: bytes, change: Callable[[str, bytes], bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
    return out.getvalue()


@pytest.mark.parametrize("area", [0, 10**9], ids=["at once", "one row at a time"])
@pytest.mark.parametrize("state", ["hidden", "veryHidden"])
def test_a_hidden_sheet_is_read_only_when_asked_for(state: str, area: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "span", lambda data: area)
    book, out = openpyxl.Workbook(), io.BytesIO()
    book.active.append(["Year", 2024])
    raw = book.create_sheet("Raw")
    raw.append(["Invented Name"])
    raw.sheet_state = state
    book.save(out)
    found = sheet.read(out.getvalue(), "xlsx", Limits())
    assert ([part.text for part in found.parts], found.notes) == (["Year\t2024"], ())
    released = sheet.read(out.getvalue(), "xlsx", Limits(), hidden=True)
    assert [(part.where, part.text) for part in released.parts] == [
        ("sheet 'Sheet'", "Year\t2024"),
        ("sheet 'Raw'", "Invented Name"),
    ]


@pytest.mark.parametrize("area", [0, 10**9], ids=["at once", "one row at a time"])
def test_no_line_is_left_out_between_the_first_and_the_last(area: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "span", lambda data: area)
    rows = [[], [], [None, None, "Year"], [], [None, None, 2024, 5], [None, None, "  "]]
    (part,) = sheet.read(xlsx(Data=rows), "xlsx", Limits()).parts
    row, column = place(part.first_cell)
    lines = [line.split("\t") for line in part.text.split("\n")]
    assert (row, lines[0][2 - column], lines[1], lines[2][2 - column :]) == (2, "Year", [""], ["2024", "5"])


def test_an_empty_sheet_has_no_words() -> None:
    found = sheet.read(xlsx(Data=[]), "xlsx", Limits())
    assert found == Contents((Part("sheet 'Data'", "", "A1"),))


def test_tables_have_typed_cells_and_places() -> None:
    (table,) = sheet.read(xlsx(Figures=FIGURES), "xlsx", Limits()).tables
    assert table.where == "sheet 'Figures', A1:D3"
    assert table.rows[1:] == ((2024, 1250.5, "2024-03-31", True), ("", 0.3, "2024-03-31T09:30:00", "two lines"))


def test_what_is_merged_stands_in_each_cell_of_a_table_and_once_in_the_text() -> None:
    book, out = openpyxl.Workbook(), io.BytesIO()
    for row in (["Force", 2024, None], [None, "Upheld", "Not"], ["Essex", 1, 2]):
        book.active.append(row)
    book.active.merge_cells("B1:C1")
    book.active.merge_cells("A1:A2")
    book.save(out)
    found = sheet.read(out.getvalue(), "xlsx", Limits())
    assert found.tables[0].rows[:2] == (("Force", 2024, 2024), ("Force", "Upheld", "Not"))
    assert found.parts[0].text.startswith("Force\t2024\n\tUpheld\tNot\n")


def test_an_error_is_its_text() -> None:
    book, out = openpyxl.Workbook(), io.BytesIO()
    book.active.append(["Share", "Rate"])
    book.active.append([0.25, "#REF!"])
    book.active["B2"].data_type = "e"
    book.save(out)
    found = sheet.read(out.getvalue(), "xlsx", Limits())
    assert found.parts[0].text == "Share\tRate\n0.25\t#REF!"
    assert found.tables[0].rows == (("Share", "Rate"), (0.25, "#REF!"))


def test_formulas_that_nothing_has_calculated_are_said_to_be_empty() -> None:
    book, out = openpyxl.Workbook(), io.BytesIO()
    book.active.title = "Data"
    book.active.append([1, "=A1+1"])
    book.save(out)
    found = sheet.read(out.getvalue(), "xlsx", Limits())
    assert (found.parts[0].text, found.notes) == ("1", ("sheet 'Data': formulas without a value, left empty",))


@pytest.mark.parametrize("cell", ['<c t="str"><f>IF(1,"")</f><v></v></c>', "<c><f>1+1</f><v>2</v></c>", "<c><v/></c>"])
def test_formulas_with_a_value_are_not(cell: str) -> None:
    assert not UNSOLVED.search(f"<row><c><v>1</v></c>{cell}</row>".encode())


def test_days_are_counted_from_1904_where_a_workbook_says_so() -> None:
    book, out = openpyxl.Workbook(), io.BytesIO()
    book.epoch = CALENDAR_MAC_1904
    book.active.append(["Closed", datetime.date(2024, 3, 31)])
    book.save(out)
    assert sheet.read(out.getvalue(), "xlsx", Limits()).parts[0].text == "Closed\t2024-03-31"


def test_sheets_whose_names_differ_by_a_capital_are_both_read() -> None:
    data = changed(xlsx(Data=[[1]], Other=[[2]]), lambda name, body: body.replace(b'name="Other"', b'name="DATA"'))
    found = sheet.read(data, "xlsx", Limits())
    assert [(part.where, part.text) for part in found.parts] == [("sheet 'Data'", "1"), ("sheet 'DATA'", "2")]


def test_a_sheet_in_the_strict_namespace() -> None:
    usual = rb"http://schemas.openxmlformats.org/(\w+)/2006/(main|relationships)"
    strict = changed(xlsx(Data=FIGURES), lambda name, body: re.sub(usual, rb"http://purl.oclc.org/ooxml/\1/\2", body))
    assert sheet.read(strict, "xlsx", Limits()) == sheet.read(xlsx(Data=FIGURES), "xlsx", Limits())


def test_cells_after_the_limit_are_said_to_be_unread() -> None:
    found = read_file(xlsx(Data=[[1, 2]] * 10, More=[[3]]), "a.xlsx", limits=Limits(cells=8))
    assert found.text == "1\t2\n1\t2\n1\t2\n1\t2"
    assert found.problem == "sheet 'Data': not read to its end, the workbook is too large"


def test_a_stray_cell_in_the_last_corner_does_not_lay_out_the_whole_sheet() -> None:
    book, out = openpyxl.Workbook(), io.BytesIO()
    book.active["A1"], book.active["XFD1048576"] = "Year", "stray"
    book.save(out)
    found = read_file(out.getvalue(), "a.xlsx")
    assert found.text == "Year"
    assert found.problem == "sheet 'Sheet': rows after 50,000 not read"


def test_a_sheet_with_borders_down_to_its_last_row_is_read_as_any_other() -> None:
    book, out = openpyxl.Workbook(), io.BytesIO()
    book.active.title = "Data"
    for row in (["Outcomes", None, None], ["Rank", "Share", "Rate"], [], ["PC", 0.25, "#REF!"]):
        book.active.append(row)
    book.active.merge_cells("A1:C1")
    book.active["B4"].number_format, book.active["C4"].data_type = "0%", "e"
    book.active.oddHeader.center.text = "OFFICIAL"
    plain, bordered = out, io.BytesIO()
    book.save(plain)
    book.active["L1048576"].border = Border(left=Side("thin"))
    book.save(bordered)
    found = sheet.read(bordered.getvalue(), "xlsx", Limits())
    assert found == sheet.read(plain.getvalue(), "xlsx", Limits())
    assert found.parts[0].text == "Outcomes\nRank\tShare\tRate\n\nPC\t25%\t#REF!"
    assert found.parts[1].text == "OFFICIAL"
    assert found.notes == ()


def test_an_opendocument_sheet() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", ODS.replace("\n ", " ").replace("> <", "><"))
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
    found = read_file(out.getvalue(), "a.ods")
    assert (found.text, found.problem) == ("Year\t7", "")
    assert found.parts[0].where == "sheet 'Data'"


def test_a_workbook_without_its_sheets_is_damaged() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("xl/workbook.xml", "<workbook")
    found = read_file(out.getvalue(), "a.xlsx")
    assert found.problem.startswith("damaged workbook: ")
    assert found.text == ""
