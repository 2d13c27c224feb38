"""Each kind of file is looked through by its own module, within bounds, and one that cannot be is said so."""

import io
import zipfile

import openpyxl
import pytest
from docx import Document
from docx.shared import RGBColor

from crawler.reading import hidden as looked
from crawler.reading.documents import read_file
from crawler.reading.formats.filetext import HIDDEN_KINDS, Hidden, Limits
from crawler.reading.formats.kinds import MEDIA_TYPES


def book(sheet: str = "Names") -> bytes:
    workbook, out = openpyxl.Workbook(), io.BytesIO()
    workbook.active.append(["Year", 7])
    workbook.create_sheet(sheet).append(["A name"])
    workbook[sheet].sheet_state = "hidden"
    workbook.save(out)
    return out.getvalue()


def letter(comments: int) -> bytes:
    document, out = Document(), io.BytesIO()
    for at in range(comments):
        document.add_comment(document.add_paragraph().add_run("7"), text=f"Check {at}", author="Invented")
    document.save(out)
    return out.getvalue()


def test_every_kind_that_can_hide_anything_is_looked_through() -> None:
    assert set(looked.FINDERS) <= set(MEDIA_TYPES)
    assert set(MEDIA_TYPES) - set(looked.FINDERS) == {
        "csv", "tsv", "txt", "eml", "msg", "tnef", "zip", "gz", "tar", "7z", "rar", "ppt", "odp",
        "png", "jpg", "gif", "tiff", "webp",
    }  # fmt: skip
    assert looked.hidden("csv", b"a,b", Limits()) == ()


def test_no_more_is_told_than_an_operator_can_use() -> None:
    found = looked.hidden("docx", letter(looked.MOST + 5), Limits())
    assert len(found) == looked.MOST
    assert {each.kind for each in found} == {"comment"}


def test_what_cannot_be_looked_through_is_said_to_be_so() -> None:
    (found,) = looked.hidden("docx", b"PK\x03\x04", Limits())
    assert (found.kind, found.detail) == ("not checked", "damaged Word document: File is not a zip file")
    assert found.kind in HIDDEN_KINDS


def test_a_file_tells_where_and_a_released_one_is_read_whole() -> None:
    held = read_file(book(), "figures.xlsx")
    assert [(each.kind, each.where) for each in held.hidden] == [("hidden sheet", "sheet 'Names'")]
    assert "A name" not in held.text
    assert [part.where for part in held.parts] == ["sheet 'Sheet'"]
    free = read_file(book(), "figures.xlsx", released=True)
    assert free.hidden == ()
    assert "A name" in free.text


def test_files_within_say_whose_it_is() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("a.xlsx", book())
        archive.writestr("letters/b.docx", letter(1))
    found = read_file(out.getvalue(), "reply.zip")
    assert [(each.kind, each.where) for each in found.hidden] == [
        ("hidden sheet", "a.xlsx, sheet 'Names'"),
        ("comment", "letters/b.docx"),
    ]
    assert read_file(out.getvalue(), "reply.zip", released=True).hidden == ()


def test_a_file_that_cannot_be_read_may_be_known_to_hide_something() -> None:
    small = Limits(characters=1, cells=1)
    kinds = {each.kind for each in read_file(book(), "a.xlsx", limits=small).hidden}
    assert kinds == {"hidden sheet"}
    damaged = read_file(book()[:600], "a.xlsx")
    assert (damaged.text, damaged.hidden) == ("", ())


@pytest.mark.parametrize("colour", [RGBColor(0, 0, 0), RGBColor(200, 0, 0)])
def test_an_ordinary_file_hides_nothing(colour: RGBColor) -> None:
    document, out = Document(), io.BytesIO()
    document.add_paragraph().add_run("Words").font.color.rgb = colour
    document.save(out)
    assert read_file(out.getvalue(), "a.docx").hidden == ()
    assert Hidden("comment") != Hidden("comment", "page 1")
