"""What is hidden in an Excel workbook is found, and where; what hides nothing is not."""

import io
import zipfile
from collections.abc import Callable

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill
from openpyxl.worksheet.filters import AutoFilter, FilterColumn, Filters
from openpyxl.worksheet.worksheet import Worksheet

from crawler.reading.formats.filetext import Hidden, Limits
from crawler.reading.formats.workbook import xlsx_hidden

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
TIES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def workbook(change: Callable[[Worksheet], object], name: str = "Data") -> bytes:
    """Twenty rows of three cells, with something done to them."""
    book, out = openpyxl.Workbook(), io.BytesIO()
    sheet = book.active
    sheet.title = name
    for number in range(1, 21):
        sheet.append([f"word {number}", number, "x"])
    change(sheet)
    book.save(out)
    return out.getvalue()


def plain(added: dict[str, str]) -> bytes:
    """A workbook with further members; one that is there is replaced."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook(lambda sheet: None))) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            if name not in added:
                new.writestr(name, old.read(name))
        for name, body in added.items():
            new.writestr(name, body)
    return out.getvalue()


def found(data: bytes) -> list[Hidden]:
    return list(xlsx_hidden.find(data, Limits()))


def hide_rows(sheet: Worksheet) -> None:
    for row in (5, 6, 7, 9):
        sheet.row_dimensions[row].hidden = True


def filter_rows(sheet: Worksheet) -> None:
    hide_rows(sheet)
    sheet.auto_filter.ref = "A1:C8"
    sheet.auto_filter.add_filter_column(0, ["word 2"])


def test_a_workbook_that_hides_nothing() -> None:
    assert found(workbook(lambda sheet: None)) == []


@pytest.mark.parametrize(("state", "kind"), [("hidden", "hidden sheet"), ("veryHidden", "very hidden sheet")])
def test_a_hidden_sheet_with_something_in_it(state: str, kind: str) -> None:
    def change(sheet: Worksheet) -> None:
        names = sheet.parent.create_sheet("Names")
        names.append(["Invented", "Person"])
        empty = sheet.parent.create_sheet("Empty")
        names.sheet_state = empty.sheet_state = state

    assert found(workbook(change)) == [Hidden(kind, "sheet 'Names'", "2 values: Invented; Person")]


def test_hidden_rows() -> None:
    detail = "4 rows with 12 values: word 5; 5; x; word 6; 6"
    assert found(workbook(hide_rows)) == [Hidden("hidden rows", "sheet 'Data', rows 5-7, 9", detail)]


def test_rows_that_a_filter_leaves_out_and_a_row_that_it_does_not_reach() -> None:
    assert [(each.kind, each.where) for each in found(workbook(filter_rows))] == [
        ("filtered-out rows", "sheet 'Data', rows 5-7"),
        ("hidden rows", "sheet 'Data', row 9"),
    ]


def test_rows_that_the_filter_of_a_table_leaves_out() -> None:
    def change(sheet: Worksheet) -> None:
        hide_rows(sheet)
        sheet["B1"] = "Total"
        table = openpyxl.worksheet.table.Table(displayName="T", ref="A1:C8")
        table.autoFilter = AutoFilter(ref="A1:C8", filterColumn=[FilterColumn(colId=0, filters=Filters(filter=["a"]))])
        sheet.add_table(table)

    assert [each.kind for each in found(workbook(change))] == ["filtered-out rows", "hidden rows"]


def test_a_filter_without_a_condition_leaves_nothing_out() -> None:
    def change(sheet: Worksheet) -> None:
        hide_rows(sheet)
        sheet.auto_filter.ref = "A1:C20"

    assert [each.kind for each in found(workbook(change))] == ["hidden rows"]


def test_hidden_columns_with_values_and_none_beyond_them() -> None:
    def change(sheet: Worksheet) -> None:
        sheet.column_dimensions["B"].hidden = True
        sheet.column_dimensions.group("F", "XFD", hidden=True)

    detail = "1 column with 20 values: 1; 2; 3; 4; 5"
    assert found(workbook(change)) == [Hidden("hidden columns", "sheet 'Data', column B", detail)]


def test_rows_and_columns_without_height_or_width() -> None:
    cells = '<c r="A1"><v>1</v></c><c r="B1"><v>2</v></c>'
    sheet = (
        f'<worksheet xmlns="{MAIN}"><cols><col min="2" max="2" width="0" customWidth="1"/></cols><sheetData>'
        f'<row r="1">{cells}</row><row ht="0" customHeight="1"><c><v>3</v></c></row></sheetData></worksheet>'
    )
    data = plain({"xl/worksheets/sheet1.xml": sheet})
    assert [(each.kind, each.where) for each in found(data)] == [
        ("hidden rows", "sheet 'Data', row 2"),
        ("hidden columns", "sheet 'Data', column B"),
    ]


def test_what_hides_an_empty_row_hides_nothing() -> None:
    def change(sheet: Worksheet) -> None:
        sheet.row_dimensions[30].hidden = True
        sheet.row_dimensions[40].hidden = True
        sheet["A40"].font = Font(bold=True)

    assert found(workbook(change)) == []


def test_blank_texts_hide_nothing_wherever_they_stand() -> None:
    def change(sheet: Worksheet) -> None:
        for row in range(1, 21):
            sheet.cell(row, 4, " ")
        sheet.cell(22, 1, "").font = sheet.cell(23, 1, " ").font = Font(color="FFFFFFFF")
        sheet.column_dimensions["D"].hidden = sheet.row_dimensions[22].hidden = True
        empty = sheet.parent.create_sheet("Empty")
        empty.append(["", " "])
        empty.sheet_state = "hidden"

    assert found(workbook(change)) == []


def test_text_that_cannot_be_seen() -> None:
    def change(sheet: Worksheet) -> None:
        sheet["A2"].font = sheet["A3"].font = sheet["A4"].font = Font(color="FFFFFFFF")
        sheet["A3"].fill = PatternFill("solid", fgColor="FF000000")
        sheet["A4"].fill = PatternFill("solid", fgColor="FFFFFFFF")
        sheet["C7"].fill = PatternFill("solid", fgColor="FF000000")
        sheet["B5"].number_format = ";;;"
        sheet["B6"].number_format = "#,##0;-#,##0;;@"

    assert found(workbook(change)) == [
        Hidden(
            "hidden text", "sheet 'Data', A2, A4, C7", "3 values, in the colour of its background: word 2; word 4; x"
        ),
        Hidden("hidden text", "sheet 'Data', B5", "1 value, number format ;;;: 5"),
    ]


def test_small_numbers_behind_a_mark_of_the_number_format() -> None:
    def change(sheet: Worksheet) -> None:
        for row in range(1, 21):
            sheet[f"B{row}"].number_format = '[<3]"<3";0'

    detail = '2 values, number format [<3]"<3";0: 1; 2'
    assert found(workbook(change)) == [Hidden("hidden text", "sheet 'Data', B1, B2", detail)]


def test_white_text_may_be_seen_where_a_condition_or_a_table_colours_cells() -> None:
    def change(sheet: Worksheet) -> None:
        sheet["A2"].font = sheet["C4"].font = Font(color="FFFFFFFF")
        rule = openpyxl.formatting.rule.FormulaRule(["TRUE"], fill=PatternFill("solid", bgColor="FF000000"))
        sheet.conditional_formatting.add("A1:A9", rule)
        sheet.add_table(openpyxl.worksheet.table.Table(displayName="T", ref="C1:C9"))

    assert found(workbook(change)) == []


def test_values_that_a_merged_cell_covers() -> None:
    def merged(*areas: str) -> Callable[[Worksheet], object]:
        # openpyxl empties what it merges; a format that is copied merges cells and leaves their values.
        return lambda sheet: [sheet.merged_cells.add(area) for area in areas]

    assert found(workbook(merged("A2:C2", "A4:A5", "D1:D9"))) == [
        Hidden("hidden text", "sheet 'Data', B2, C2, A5", "3 values under merged cells: 2; x; word 5")
    ]
    assert found(workbook(merged("C2:C9"))) == []


def test_comments() -> None:
    def change(sheet: Worksheet) -> None:
        sheet["B2"].comment = Comment("said to a colleague", "someone")

    assert found(workbook(change)) == [Hidden("comment", "sheet 'Data', B2", "1 comment: said to a colleague")]


def test_a_sheet_that_cannot_be_looked_through_is_said_to_be_unchecked() -> None:
    broken = f'<worksheet xmlns="{MAIN}"><sheetData><row r="1" hidden="1"><c>'
    assert [(each.kind, each.where) for each in found(plain({"xl/worksheets/sheet1.xml": broken}))] == [
        ("not checked", "sheet 'Data'")
    ]


@pytest.mark.parametrize("how", ["strict", "moved", "UTF-16", "prefixed"])
def test_sheets_are_looked_through_however_they_are_written(how: str) -> None:
    data = workbook(filter_rows)
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            new.writestr(name.replace("xl/", "book/") if how == "moved" else name, written(old.read(name), name, how))
    assert found(out.getvalue()) == found(data)


def written(body: bytes, name: str, how: str) -> bytes:
    if how == "strict":
        strict = body.replace(MAIN.encode(), b"http://purl.oclc.org/ooxml/spreadsheetml/main")
        return strict.replace(TIES.encode(), b"http://purl.oclc.org/ooxml/officeDocument/relationships")
    if how == "moved":
        return body.replace(b'"/xl/', b'"/book/').replace(b'"xl/', b'"book/')
    if "worksheets/" not in name:
        return body
    if how == "UTF-16":
        text = body.decode()
        return (text.partition("?>")[2] if text.startswith("<?") else text).encode("utf-16")
    return body.replace(b"<", b"<x:").replace(b"<x:/", b"</x:").replace(b"xmlns=", b"xmlns:x=").replace(b"<x:?", b"<?")


FILTERED = workbook(filter_rows)
MEMBERS = ("xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/styles.xml", "xl/_rels/workbook.xml.rels", "_rels/.rels")


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(MEMBERS), st.integers(0, 10**6), st.text('<>/="0123456789-: abc', min_size=1, max_size=12))
def test_damage_is_named(outcome: Callable[..., set[str]], member: str, at: int, put: str) -> None:
    with zipfile.ZipFile(io.BytesIO(FILTERED)) as archive:
        body = archive.read(member).decode()
    at %= len(body)
    assert outcome(plain({member: body[:at] + put + body[at + len(put) :]}), "xlsx", xlsx_hidden.find) <= {
        "read",
        "unreadable",
    }


@given(st.binary(max_size=300))
def test_what_is_no_workbook_is_named(outcome: Callable[..., set[str]], data: bytes) -> None:
    assert outcome(b"PK\x03\x04" + data, "xlsx", xlsx_hidden.find) == {"unreadable"}
