"""A zip or compound file is known by what it holds, not by what anyone might have called a folder."""

import io
import struct
import zipfile
from collections.abc import Callable, Mapping

import pytest

from crawler.reading.formats.containers import of_ole, of_zip
from crawler.reading.formats.filetext import Unreadable

OVERRIDE = '<Types><Default Extension="xlsx" ContentType="application/vnd.openxml.sheet"/><Override ContentType="{}"/>'
OOXML = "application/vnd.openxmlformats-officedocument."


def zipped(members: Mapping[str, str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, words in members.items():
            archive.writestr(name, words)
    return out.getvalue()


@pytest.mark.parametrize(
    ("members", "kind"),
    [
        ({"[Content_Types].xml": OVERRIDE.format(OOXML + "wordprocessingml.document.main+xml")}, "docx"),
        (
            {"[Content_Types].xml": OVERRIDE.format("application/vnd.ms-word.template.macroEnabledTemplate.main")},
            "docx",
        ),
        ({"[Content_Types].xml": OVERRIDE.format(OOXML + "spreadsheetml.sheet.main+xml")}, "xlsx"),
        ({"[Content_Types].xml": OVERRIDE.format("application/vnd.ms-excel.sheet.macroEnabled.main+xml")}, "xlsx"),
        ({"[Content_Types].xml": OVERRIDE.format("application/vnd.ms-excel.sheet.binary.macroEnabled.main")}, "xlsb"),
        ({"[Content_Types].xml": OVERRIDE.format(OOXML + "presentationml.slideshow.main+xml")}, "pptx"),
        ({"mimetype": "application/vnd.oasis.opendocument.text-template"}, "odt"),
        ({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}, "ods"),
        ({"xl/workbook.bin": ""}, "xlsb"),
        ({"word/document.xml": ""}, "docx"),
        ({"word/letter.pdf": "", "xl/figures.csv": ""}, "zip"),
    ],
)
def test_zips(members: Mapping[str, str], kind: str) -> None:
    assert of_zip(zipped(members)) == kind


def test_compound_files(compound: Callable[[Mapping[str, bytes]], bytes]) -> None:
    inner = "Workbook"
    assert of_ole(compound({"WordDocument": b"1", f"ObjectPool/_1/{inner}": b"2"}), "") == "doc"
    assert of_ole(compound({inner: b"1"}), "doc") == "xls"
    assert of_ole(compound({"__properties_version1.0": b"1"}), "") == "msg"
    with pytest.raises(Unreadable, match="encrypted"):
        of_ole(compound({"EncryptedPackage": b"1"}), "xlsx")


def test_a_compound_file_whose_list_is_lost_goes_by_its_name() -> None:
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + struct.pack("<8x") + "Workbook".encode("utf-16-le")
    assert of_ole(data, "doc") == "doc"
    assert of_ole(data, "") == "xls"
    assert of_ole(data[:12], "") == ""
