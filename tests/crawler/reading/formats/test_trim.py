"""A long sheet is cut behind the rows that are read, and its span is known before it is laid out."""

import io
import struct
import zipfile

import openpyxl
import pytest

from crawler.reading.documents import Limits, read_file
from crawler.reading.formats import trim

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


def test_the_span_of_a_binary_workbook_is_what_its_sheet_declares() -> None:
    out = io.BytesIO()
    corner = struct.pack("<4I", 0, 1_048_575, 0, 16_383)
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("xl/workbook.bin", b"")
        archive.writestr("xl/worksheets/sheet1.bin", b"\x81\x01\x00\x94\x01\x10" + corner)
    assert trim.span(out.getvalue()) == 1_048_576 * 16_384
    assert read_file(out.getvalue(), "a.xlsb").problem == "too large: a sheet spans more cells than are read"
