"""Every sheet of a workbook gives its rows; a long or wide one is cut, and never fills the memory."""

import datetime
import io
import zipfile

import openpyxl
import pytest

from crawler.reading.documents import Limits, read_file
from crawler.reading.formats import sheet

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
    monkeypatch.setattr(sheet, "span", lambda data: area)
    found = read_file(xlsx(Figures=FIGURES, Notes=[["<5 is suppressed"]]), "a.xlsx")
    assert [(part.where, part.text) for part in found.parts] == [
        ("sheet 'Figures'", LINES),
        ("sheet 'Notes'", "<5 is suppressed"),
    ]
    assert found.problem == ""
    assert found.text == f"{LINES}\n\n<5 is suppressed"


@pytest.mark.parametrize("area", [0, 10**9], ids=["at once", "one row at a time"])
def test_rows_after_the_limit_are_said_to_be_unread(area: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheet, "span", lambda data: area)
    rows = [[number, "x"] for number in range(30)]
    found = read_file(xlsx(Data=rows, Short=rows[:10]), "a.xlsx", limits=Limits(rows=10))
    assert found.problem == "sheet 'Data': rows after 10 not read"
    assert found.parts[0].text.split("\n")[-1] == "9\tx"
    assert len(found.parts[1].text.split("\n")) == 10


@pytest.mark.parametrize("area", [0, 10**9], ids=["at once", "one row at a time"])
@pytest.mark.parametrize("state", ["hidden", "veryHidden"])
def test_a_hidden_sheet_is_named_and_not_read(state: str, area: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheet, "span", lambda data: area)
    book, out = openpyxl.Workbook(), io.BytesIO()
    book.active.append(["Year", 2024])
    raw = book.create_sheet("Raw")
    raw.append(["Invented Name"])
    raw.sheet_state = state
    book.save(out)
    found = read_file(out.getvalue(), "a.xlsx")
    assert (found.text, found.problem) == ("Year\t2024", "sheet 'Raw': hidden, not read")


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
