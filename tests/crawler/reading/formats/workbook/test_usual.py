"""A workbook whose members have other names, or are in UTF-16, is read as any other."""

import io
import zipfile

import openpyxl
import pytest

from crawler.reading.formats.filetext import Limits, Unreadable
from crawler.reading.formats.workbook import sheet
from crawler.reading.formats.workbook.usual import usual

NAMES = {"xl/workbook.xml": "xl/book2.xml", "xl/styles.xml": "xl/styles2.xml"}


def workbook() -> dict[str, bytes]:
    book, out = openpyxl.Workbook(), io.BytesIO()
    book.active.title = "Data"
    book.active.append(["Share", "Name"])
    book.active.append([0.25, "Invented & Sons"])
    book.create_sheet("Notes").append(["none"])
    book.save(out)
    with zipfile.ZipFile(out) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, body in members.items():
            archive.writestr(name, body)
    return out.getvalue()


def renamed(name: str) -> str:
    for old, new in NAMES.items():
        name = name.replace(old, new).replace("xl/_rels/workbook.xml.rels", "xl/_rels/book2.xml.rels")
    return name


def test_a_usual_workbook_is_left_as_it_is() -> None:
    data = packed(workbook())
    assert usual(data, Limits()) is data


def test_a_workbook_with_other_names() -> None:
    members = workbook()
    other = {renamed(name): body for name, body in members.items()}
    for name in ("_rels/.rels", "xl/_rels/book2.xml.rels", "[Content_Types].xml"):
        other[name] = other[name].replace(b"workbook.xml", b"book2.xml").replace(b"styles.xml", b"styles2.xml")
    assert "xl/book2.xml" in other
    assert sheet.read(packed(other), "xlsx", Limits()) == sheet.read(packed(members), "xlsx", Limits())


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be"])
def test_a_sheet_in_utf_16(encoding: str) -> None:
    members = workbook()
    text = members["xl/worksheets/sheet1.xml"].decode()
    mark = "\ufeff" if encoding == "utf-16-be" else ""
    wide = {**members, "xl/worksheets/sheet1.xml": (mark + text).encode(encoding)}
    assert sheet.read(packed(wide), "xlsx", Limits()) == sheet.read(packed(members), "xlsx", Limits())


def test_a_package_without_its_workbook_is_damaged() -> None:
    members = workbook()
    del members["xl/workbook.xml"]
    with pytest.raises(Unreadable, match="the workbook itself is missing"):
        usual(packed(members), Limits())
