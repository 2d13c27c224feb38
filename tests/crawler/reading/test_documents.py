"""Any file gives its words or a named reason, whatever its name says and however damaged it is."""

import io
import zipfile

import openpyxl
import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.pdfgen import canvas

from crawler.reading.documents import FileText, Limits, read_file

HTML = b"<!DOCTYPE html><html><head><title>Error</title></head><body>Page not found</body></html>"


def pdf(*pages: str) -> bytes:
    out = io.BytesIO()
    sheet = canvas.Canvas(out)
    for words in pages:
        sheet.drawString(72, 700, words)
        sheet.showPage()
    sheet.save()
    return out.getvalue()


def workbook() -> bytes:
    book, out = openpyxl.Workbook(), io.BytesIO()
    book.active.append(["Year", "Dismissed"])
    book.save(out)
    return out.getvalue()


def letter() -> bytes:
    document, out = Document(), io.BytesIO()
    document.add_paragraph("No information held.")
    document.save(out)
    return out.getvalue()


def zipped(**members: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name.replace("__", "/").replace("_", "."), data)
    return out.getvalue()


VALID = {"a.pdf": pdf("Officers dismissed"), "a.xlsx": workbook(), "a.docx": letter()}


def test_the_bytes_decide_before_the_name_and_the_name_before_the_header() -> None:
    assert read_file(VALID["a.pdf"], "figures.xlsx", "text/plain").media_type == "application/pdf"
    assert read_file(VALID["a.docx"], "a.zip").text == "No information held."
    assert read_file(b"a;b\n1;2\n", "a.csv", "application/octet-stream").media_type == "text/csv"
    assert read_file(b"a,b\n1,2\n", "https://example.org/a.csv?v=1", "text/plain").text == "a\tb\n1\t2"
    assert read_file(b"a,b\n1,2\n", "", "text/csv; charset=utf-8").text == "a\tb\n1\t2"
    assert read_file(b"Some words", "", "").media_type == "text/plain"


@pytest.mark.parametrize(
    ("data", "name", "media_type", "problem"),
    [
        (b"", "a.pdf", "", "empty file"),
        (b" \n\0", "a.xlsx", "", "empty file"),
        (HTML, "a.pdf", "", "not a PDF: an HTML page"),
        (HTML, "report", "application/pdf", "not a PDF: an HTML page"),
        (HTML, "a.XLSX", "text/html", "not a workbook: an HTML page"),
        (HTML, "a.docx", "", "not a Word document: an HTML page"),
        (HTML, "a.csv", "", "not a CSV file: an HTML page"),
        (b"Service unavailable", "a.pdf", "", "not a PDF: plain text"),
        (bytes(range(256)), "a.pdf", "", "not a PDF: unknown bytes"),
        (bytes(range(256)), "", "", "unknown type of file"),
        (b"\x89PNG\r\n\x1a\n\0\0", "scan.png", "", "an image: no text"),
        (b"\xff\xd8\xff\xe0 JFIF", "scan.jpg", "", "an image: no text"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "a.xlsx", "",
         "encrypted Office file: needs a password"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"), "a.doc", "",
         "no reader for this format (.doc)"),
        (VALID["a.xlsx"][:400], "a.xlsx", "", "damaged workbook: File is not a zip file"),
        (VALID["a.docx"][:4000], "a.docx", "", "damaged Word document: File is not a zip file"),
        (b"PK\x03\x04 and no more", "a.zip", "", "damaged zip: File is not a zip file"),
    ],
)  # fmt: skip
def test_what_is_not_what_it_says_gives_a_reason_and_no_words(
    data: bytes, name: str, media_type: str, problem: str
) -> None:
    found = read_file(data, name, media_type)
    assert (found.problem, found.text, found.parts) == (problem, "", ())


def test_excel_saves_web_pages_as_xls() -> None:
    rows = b"<table><tr><td>Year</td><td>7</td></tr></table>"
    page = b'<html xmlns:x="urn:schemas-microsoft-com:office:excel">' + rows + b"</html>"
    assert read_file(page, "a.xls").text == "Year\t7"
    assert read_file(HTML, "a.xls").problem == "not a workbook: an HTML page"


def test_a_file_over_the_limit_is_refused_unread() -> None:
    assert read_file(VALID["a.pdf"], "a.pdf", limits=Limits(bytes=100)).problem == "too large: 0 MiB"


def test_text_beyond_the_limit_is_cut_and_said_to_be() -> None:
    found = read_file(b"word " * 100, "a.txt", limits=Limits(characters=50))
    assert len(found.text) == 50
    assert found.problem == "text after 50 characters not read"


@pytest.mark.parametrize("name", ["a.xlsx", "a.docx", "a.zip"])
def test_a_bomb_is_refused_by_its_directory(name: str) -> None:
    folder = {"a.xlsx": "xl__", "a.docx": "word__", "a.zip": ""}[name]
    bomb = zipped(**{f"{folder}big_xml": b"\0" * 3_000_000})
    found = read_file(bomb, name, limits=Limits(unpacked=1 << 20))
    assert found.problem.startswith("too large: the ")
    assert found.problem.endswith("unpacks to 2 MiB")
    assert found.text == ""


def test_a_zip_gives_the_words_of_its_files_by_name() -> None:
    data = zipped(letter_docx=VALID["a.docx"], figures_pdf=VALID["a.pdf"], scan_png=b"\x89PNG\r\n\x1a\n\0")
    found = read_file(data, "reply.zip")
    assert [(part.where, part.text) for part in found.parts] == [
        ("letter.docx", "No information held."),
        ("figures.pdf page 1", "Officers dismissed"),
    ]
    assert found.problem == "scan.png: an image: no text"
    assert read_file(zipped(inner_zip=data), "a.zip").problem == "inner.zip: a zip within, not opened"
    assert "holds 3 files" in read_file(data, "a.zip", limits=Limits(members=2)).problem


def test_a_file_without_a_word_says_so() -> None:
    book, out = openpyxl.Workbook(), io.BytesIO()
    book.save(out)
    assert read_file(out.getvalue(), "a.xlsx").problem == "no words in it"


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=300), st.sampled_from(["", "a.pdf", "a.xlsx", "a.csv", "a.rtf", "a.zip"]),
       st.sampled_from([b"", b"%PDF-1.4\n", b"PK\x03\x04", b"{\\rtf1", b"\xff\xfe", b"<html>"]))  # fmt: skip
def test_random_bytes_never_raise(data: bytes, name: str, magic: bytes) -> None:
    found = read_file(magic + data, name)
    assert isinstance(found, FileText)
    assert found.text or found.problem


@settings(max_examples=90, deadline=None)
@given(st.data(), st.sampled_from(sorted(VALID)))
def test_damaged_files_never_raise(data: st.DataObject, name: str) -> None:
    damaged = bytearray(VALID[name])
    for at in data.draw(st.lists(st.integers(0, len(damaged) - 1), max_size=8)):
        damaged[at] ^= 1 << data.draw(st.integers(0, 7))
    end = data.draw(st.one_of(st.just(len(damaged)), st.integers(0, len(damaged))))
    found = read_file(bytes(damaged[:end]), name)
    assert found.text or found.problem
