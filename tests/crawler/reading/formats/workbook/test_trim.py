"""A long sheet is cut behind the rows that are read, and its span is known before it is laid out."""

import io
import zipfile

import openpyxl
import pytest

from crawler.reading.documents import Limits, read_file
from crawler.reading.formats.workbook import trim

ROWS = 60_000


def long_workbook(prefix: str = "") -> bytes:
    book, out = openpyxl.Workbook(), io.BytesIO()
    book.active.title = "Data"
    book.create_sheet("Notes").append(["The last word"])
    book.save(out)
    p = prefix and f"{prefix}:"
    rows = "".join(f'<{p}row r="{n}"><{p}c r="A{n}"><{p}v>{n}</{p}v></{p}c></{p}row>' for n in range(1, ROWS))
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    named = f"xmlns:{prefix}" if prefix else "xmlns"
    sheet = f'<{p}worksheet {named}="{space}"><{p}sheetData>{rows}</{p}sheetData></{p}worksheet>'
    changed = io.BytesIO()
    with zipfile.ZipFile(out) as old, zipfile.ZipFile(changed, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, sheet if name.endswith("sheet1.xml") else old.read(name))
    return changed.getvalue()


@pytest.mark.parametrize("prefix", ["", "x"])
def test_a_long_sheet_is_cut_and_the_others_are_whole(prefix: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trim, "LONG", 1 << 20)
    data, limits = long_workbook(prefix), Limits(rows=100)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert len(trim.trimmed(data, archive, Limits(rows=10**6))) > len(data)
        shorter = trim.trimmed(data, archive, limits)
    assert trim.span(data) == ROWS - 1
    assert 100 < trim.span(shorter) < ROWS - 1
    found = read_file(data, "a.xlsx", limits=limits)
    assert found.parts[0].text.split("\n") == [str(number) for number in range(1, 101)]
    assert found.parts[1].text == "The last word"
    assert found.problem == "sheet 'Data': rows after 100 not read"


def test_a_short_workbook_is_left_as_it_is() -> None:
    data = long_workbook()
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert trim.trimmed(data, archive, Limits(rows=1)) is data


def test_a_sheet_is_known_by_its_type_wherever_it_lies() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(
            "[Content_Types].xml",
            '<Types><Override ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"'
            ' PartName="/book/one.xml"/><Override PartName="/book/two.xml" ContentType="text/xml"/></Types>',
        )
        archive.writestr("book/one.xml", '<worksheet><sheetData><row r="9"><c r="D9"/></row></sheetData></worksheet>')
        archive.writestr("book/two.xml", "<other/>")
        archive.writestr("xl/worksheets/sheet1.xml", "<worksheet/>")
        assert trim.sheet_members(archive) == {"book/one.xml", "xl/worksheets/sheet1.xml"}
    assert trim.span(out.getvalue()) == 9 * 4


@pytest.mark.parametrize("size", [5, 7, 64, 10_000])
def test_no_tag_is_in_two_pieces(size: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trim, "CHUNK", size)
    xml = b'<row r="1"><c r="A1"><v>12</v></c></row>' * 20
    pieces = list(trim.pieces(io.BytesIO(xml)))
    assert b"".join(pieces) == xml
    assert all(piece.count(b"<") == piece.count(b">") for piece in pieces)


def test_of_two_members_of_one_name_the_last_is_kept() -> None:
    data = long_workbook()
    twice = io.BytesIO(data)
    with zipfile.ZipFile(twice, "a") as archive, pytest.warns(UserWarning, match="Duplicate name"):
        archive.writestr("xl/worksheets/sheet1.xml", "<worksheet/>")
    with zipfile.ZipFile(twice) as archive:
        once = trim.trimmed(twice.getvalue(), archive, Limits())
    with zipfile.ZipFile(io.BytesIO(once)) as archive:
        assert archive.read("xl/worksheets/sheet1.xml") == b"<worksheet/>"
        assert len(set(archive.namelist())) == len(archive.namelist())


@pytest.mark.parametrize(
    "far", ['<c r="A99999999999"/>', "<c r='ZZZZZ1'/>", '<row r = "999999999"><c/></row>', '<c r="xfd9999"/>']
)
def test_a_cell_that_is_far_out_is_seen_however_it_is_written(far: str) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("xl/worksheets/sheet1.xml", f'<worksheet><sheetData><c r="A1"/>{far}</sheetData></worksheet>')
    assert trim.span(out.getvalue()) > 10_000_000
