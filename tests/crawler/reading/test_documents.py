"""Any file gives its words or a named reason, whatever its name says and however damaged it is."""

import gzip
import io
import zipfile
from email.message import EmailMessage

import openpyxl
import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.pdfgen import canvas

from crawler.reading.documents import FileText, Limits, read_file
from crawler.reading.formats.filetext import HIDDEN_KINDS

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
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "a.xlsx", "",
         "encrypted Office file: needs a password"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "PowerPoint Document".encode("utf-16-le"), "a.ppt", "",
         "no reader for this format (.ppt)"),
        (b"7z\xbc\xaf\x27\x1c\0\x04", "a.7z", "", "no reader for this format (.7z)"),
        (b"Rar!\x1a\x07\x01\0", "a", "", "no reader for this format (.rar)"),
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


@pytest.mark.parametrize("name", ["reply.doc", "reply.mht", "reply"])
def test_word_saves_web_pages_and_archives_of_them_as_doc(name: str) -> None:
    page = b'<html xmlns:o="urn:schemas-microsoft-com:office:office"><p>Held</p></html>'
    assert read_file(page, "reply.doc").text == "Held"
    archive = b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/html\n\n"
    assert read_file(archive + page + b"\n--b--\n", name).text == "Held"


def test_excel_saves_web_pages_as_xls() -> None:
    rows = b"<table><tr><td>Year</td><td>7</td></tr></table>"
    page = b'<html xmlns:x="urn:schemas-microsoft-com:office:excel">' + rows + b"</html>"
    assert read_file(page, "a.xls").text == "Year\t7"
    assert read_file(HTML, "a.xls").problem == "not a workbook: an HTML page"


ROWS = b"<table border=1><tr><th>Year</th><th>Stops</th></tr><tr><td>2023</td><td>&lt;5</td></tr></table>"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"", b""),
        (b"\xef\xbb\xbf<html><head><meta charset=utf-8></head><body>", b"</body></html>"),
        (b"<style>td {color: black}</style><div>", b"</div>"),
    ],
)
def test_databases_export_a_table_of_html_as_xls(before: bytes, after: bytes) -> None:
    found = read_file(before + ROWS + after, "a.xls")
    assert (found.media_type, found.text, found.problem) == ("text/html", "Year\tStops\n2023\t<5", "")


@pytest.mark.parametrize(
    "page", [b"<html><body><h1>Not found</h1>" + ROWS, b"<html><body>" + ROWS + b'<a href="/">Home</a></body>']
)
def test_an_error_page_laid_out_by_a_table_is_no_workbook(page: bytes) -> None:
    assert read_file(page, "a.xls").problem == "not a workbook: an HTML page"


def test_the_xml_of_excel_2003_is_named() -> None:
    book = b'<?xml version="1.0"?><ss:Workbook xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"></ss:Workbook>'
    problem = "no reader for this format (a workbook in the XML of Excel 2003)"
    assert [read_file(book, name).problem for name in ("a.xls", "a.xlsx")] == [problem, problem]


def test_rows_of_text_under_the_name_of_a_workbook() -> None:
    found = read_file(b"Year\tTotal\r\n2023\t<5\r\n", "a.xls")
    assert (found.media_type, found.text, found.problem) == ("text/csv", "Year\tTotal\n2023\t<5", "")
    assert read_file(b"Sorry, try again\nlater", "a.xls").problem == "not a workbook: plain text"


def test_a_file_over_the_limit_is_refused_unread() -> None:
    assert read_file(VALID["a.pdf"], "a.pdf", limits=Limits(bytes=100)).problem == "too large: 0 MiB"


def test_text_beyond_the_limit_is_cut_and_said_to_be() -> None:
    found = read_file(b"word " * 100, "a.txt", limits=Limits(characters=50))
    assert len(found.text) == 50
    assert found.problem == "text after 50 characters not read"


@pytest.mark.parametrize("name", ["a.xlsx", "a.docx", "a.odt", "a.pptx", "a.zip"])
def test_a_bomb_is_refused_by_its_directory(name: str) -> None:
    bomb = zipped(big_xml=b"\0" * 3_000_000)
    found = read_file(bomb, name, limits=Limits(unpacked=1 << 20))
    assert found.problem.startswith("too large: the ")
    assert found.problem.endswith("unpacks to 2 MiB")
    assert found.text == ""


def test_a_file_without_a_word_says_so() -> None:
    book, out = openpyxl.Workbook(), io.BytesIO()
    book.save(out)
    assert read_file(out.getvalue(), "a.xlsx").problem == "no words in it"


def test_a_named_page_without_a_head_is_a_page_still() -> None:
    assert read_file(b"<table><tr><td>Year<td>7</table>", "a.html").text == "Year\t7"


def letters() -> bytes:
    """An e-mail with a zip with an e-mail."""
    inner, outer = EmailMessage(), EmailMessage()
    inner["Subject"], outer["Subject"] = "Inner", "Outer"
    inner.set_content("<p>One</p>", subtype="html")
    outer.set_content("Two")
    attached = zipped(inner_eml=inner.as_bytes(), letter_docx=VALID["a.docx"], data_csv=b"a,b\n1,2\n")
    outer.add_attachment(attached, maintype="application", subtype="zip", filename="a.zip")
    return outer.as_bytes()


VALID |= {
    "a.odt": zipped(
        mimetype=b"application/vnd.oasis.opendocument.text",
        content_xml=b'<d xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><text:p>Held</text:p></d>',
    ),
    "a.pptx": zipped(ppt__presentation_xml=b"<p/>", ppt__slides__slide1_xml=b"<p/>"),
    "a.rtf": rb"{\rtf1\ansi Held \'a3{\footnote 7}\trowd\cellx9 a\cell\row}",
    "a.html": b"<html><table><tr><td rowspan=2>a<td>b<tr><td>c</table></html>",
    "a.eml": letters(),
    "a.gz": gzip.compress(b"words"),
    "a.tsv": b"a\tb\n1\t2\n",
}


def checked(data: bytes, name: str) -> None:
    """What holds for whatever comes of any bytes."""
    found = read_file(data, name)
    assert isinstance(found, FileText)
    assert found.text or found.problem
    assert found.text == "\n\n".join(part.text for part in found.parts if part.text)
    assert all(len({len(row) for row in table.rows}) == 1 for table in found.tables)
    assert all(each.kind in HIDDEN_KINDS for each in found.hidden)
    assert read_file(data, name) == found


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=300), st.sampled_from(["", "a.pdf", "a.xlsx", "a.csv", "a.rtf", "a.zip"]),
       st.sampled_from([b"", b"%PDF-1.4\n", b"PK\x03\x04", b"{\\rtf1", b"\xff\xfe", b"<html>"]))  # fmt: skip
def test_random_bytes_never_raise(data: bytes, name: str, magic: bytes) -> None:
    checked(magic + data, name)


@settings(max_examples=150, deadline=None)
@given(st.data(), st.sampled_from(sorted(VALID)))
def test_damaged_files_never_raise(data: st.DataObject, name: str) -> None:
    damaged = bytearray(VALID[name])
    for at in data.draw(st.lists(st.integers(0, len(damaged) - 1), max_size=8)):
        damaged[at] ^= 1 << data.draw(st.integers(0, 7))
    end = data.draw(st.one_of(st.just(len(damaged)), st.integers(0, len(damaged))))
    checked(bytes(damaged[:end]), name)


@settings(max_examples=80, deadline=None)
@given(st.data(), st.sampled_from([name for name in sorted(VALID) if VALID[name].startswith(b"PK")]))
def test_packages_with_damaged_members_never_raise(data: st.DataObject, name: str) -> None:
    with zipfile.ZipFile(io.BytesIO(VALID[name])) as archive:
        members = {each: archive.read(each) for each in archive.namelist()}
    which = data.draw(st.sampled_from(sorted(members)))
    cut = data.draw(st.integers(0, len(members[which])))
    members[which] = members[which][:cut] + data.draw(st.binary(max_size=20)) + members[which][cut + 5 :]
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for each, words in members.items():
            archive.writestr(each, words)
    checked(out.getvalue(), name)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 60), st.sampled_from(sorted(VALID)))
def test_what_is_cut_is_still_the_text_of_its_parts(characters: int, name: str) -> None:
    found = read_file(VALID[name], name, limits=Limits(characters=characters))
    assert found.text == "\n\n".join(part.text for part in found.parts if part.text)
    assert sum(len(part.text) for part in found.parts) <= characters
