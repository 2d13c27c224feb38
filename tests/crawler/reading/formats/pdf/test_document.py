"""A PDF gives its words by page; a scan, a lock and damage are named."""

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageDraw
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen import canvas

from crawler.reading.documents import Limits, read_file
from crawler.reading.formats.filetext import HIDDEN_KINDS, Unreadable
from crawler.reading.formats.ocr import tesseract
from crawler.reading.formats.pdf import document as pdf_reader
from crawler.reading.formats.pdf import hidden as pdf_hidden

SCAN = object()


def pdf(*pages: object, password: str = "") -> bytes:
    out = io.BytesIO()
    sheet = canvas.Canvas(out, encrypt=StandardEncryption(password, canPrint=0) if password else None)
    for page in pages:
        if page is SCAN:
            sheet.drawImage(ImageReader(Image.new("RGB", (20, 20), "grey")), 72, 72)
        for number, line in enumerate(page if isinstance(page, list) else []):
            sheet.drawString(72, 700 - 20 * number, line)
        sheet.showPage()
    sheet.save()
    return out.getvalue()


def test_pages_in_order() -> None:
    found = read_file(pdf(["Our Ref: FOI2025/09999", "Year Dismissed"], ["2024 7"]), "a.pdf")
    assert [(part.where, part.text) for part in found.parts] == [
        ("page 1", "Our Ref: FOI2025/09999\nYear Dismissed"),
        ("page 2", "2024 7"),
    ]
    assert found.text == "Our Ref: FOI2025/09999\nYear Dismissed\n\n2024 7"
    assert found.problem == ""


def test_a_hyphen_at_the_end_of_a_line_stays() -> None:
    found = read_file(pdf(["between 2019-", "2021 on body-", "worn video"]), "a.pdf")
    assert found.text == "between 2019-\n2021 on body-worn video"


def test_a_scan_is_named_by_its_pages() -> None:
    found = read_file(pdf(SCAN, SCAN, SCAN, ["Words"], SCAN), "a.pdf")
    assert found.problem.startswith("page(s) without text: 1-3, 5 (a scan? ")
    assert [part.where for part in found.parts] == ["page 4"]
    assert read_file(pdf(SCAN), "a.pdf").text == ""


def scanned(*stamp: str, width: float = 595, height: float = 842) -> bytes:
    """A letter of one page as a scanner makes it, with a stamp in real letters."""
    picture = Image.new("L", (1000, 1415), 250)
    lines = "In 2022 there were 14 officers dismissed,\nand in 2023 there were 17 officers."
    ImageDraw.Draw(picture).multiline_text((100, 200), lines, fill=10, font_size=36, spacing=24)
    out = io.BytesIO()
    sheet = canvas.Canvas(out, pagesize=(width, height))
    sheet.drawImage(ImageReader(picture.rotate(0.6, fillcolor=250)), 0, 0, width, height)
    for line in stamp:
        sheet.drawString(10, 10, line)
    sheet.save()
    return out.getvalue()


@pytest.mark.parametrize("data", [scanned(), scanned("Page 1 of 1"), scanned(width=5950, height=8420)])
def test_a_scan_is_read(data: bytes) -> None:
    found = read_file(data, "a.pdf")
    if tesseract.languages():
        assert "In 2022 there were 14 officers dismissed,\nand in 2023 there were 17 officers." in found.text
        assert found.problem == "page(s) 1 read by OCR: expect errors"
    else:
        assert found.problem == "page(s) without text: 1 (a scan? tesseract-ocr is not installed)"


def test_a_page_of_figures_between_lines_is_no_scan() -> None:
    out = io.BytesIO()
    sheet = canvas.Canvas(out, pagesize=(595, 842))
    for row in range(20):
        for column in range(6):
            sheet.rect(50 + 60 * column, 700 - 20 * row, 60, 20)
            sheet.drawRightString(105 + 60 * column, 705 - 20 * row, str(row * 37 + column))
    sheet.save()
    found = read_file(out.getvalue(), "a.pdf")
    assert found.problem == ""
    assert found.text.endswith("703 704 705 706 707 708")
    assert found.tables[0].rows[19] == ("703", "704", "705", "706", "707", "708")


def form(flags: str) -> bytes:
    out = io.BytesIO()
    sheet = canvas.Canvas(out)
    sheet.drawString(72, 705, "Officers dismissed:")
    sheet.acroForm.textfield(name="n", value="seventeen", x=200, y=700, width=200, height=20, annotationFlags=flags)
    sheet.save()
    return out.getvalue()


def test_what_is_written_in_a_form_is_read() -> None:
    assert read_file(form("print"), "a.pdf").text.split() == ["Officers", "dismissed:", "seventeen"]


def test_a_field_that_is_not_shown_is_not_read() -> None:
    assert read_file(form("print hidden"), "a.pdf").text == "Officers dismissed:"


def test_letters_that_the_page_itself_has_are_not_read_again() -> None:
    found = read_file(scanned("Words of a letter under a picture"), "a.pdf")
    assert (found.text, found.problem) == ("Words of a letter under a picture", "")


def test_a_font_that_does_not_tell_its_letters() -> None:
    glyphs = b"<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/DescendantFonts[6 0 R]>>"
    kept = raw_pdf(b"BT /F1 20 Tf 72 700 Td <00030004000500060007> Tj ET", glyphs, DESCENDANT)
    found = read_file(kept, "a.pdf")
    assert found.text == ""
    assert "page(s) whose fonts do not tell their letters: 1" in found.problem


DESCENDANT = (
    b"<</Type/Font/Subtype/CIDFontType2/BaseFont/X/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
    b"/FontDescriptor<</Type/FontDescriptor/FontName/X/Flags 4/FontBBox[0 0 1000 1000]/ItalicAngle 0/Ascent 800"
    b"/Descent -200/CapHeight 700/StemV 80>>>>"
)


def raw_pdf(content: bytes, font: bytes, *more: bytes, box: bytes = b"0 0 595 842") -> bytes:
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[" + box + b"]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%b\nendstream" % (len(content), content),
        font,
        *more,
    ]
    numbered = (b"%d 0 obj%b endobj\n" % (number, each) for number, each in enumerate(objects, 1))
    return b"%PDF-1.7\n" + b"".join(numbered) + b"trailer<</Root 1 0 R>>"


HELVETICA = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"


@pytest.mark.parametrize("box", [b"0 0 14400 14400", b"0 0 900000 900000", b"0 0 0 0", b"5 5 5 5", b"-9 -9 1e9 1"])
def test_a_page_of_any_size(box: bytes) -> None:
    drawing = raw_pdf(b"0 0 50 50 re f", HELVETICA, box=box)
    assert read_file(drawing, "a.pdf").problem.startswith("page(s) without text: 1 (a scan?")
    secret = raw_pdf(b"BT /F1 20 Tf 9 9 Td 3 Tr (Secret) Tj ET 0 0 50 50 re f", HELVETICA, box=box)
    assert len(list(pdf_hidden.find(secret, Limits()))) <= 1


def test_thousands_of_pages() -> None:
    found = read_file(pdf(*[[f"Page {number} of very many pages"] for number in range(2_100)]), "a.pdf")
    assert len(found.parts) == 2_000
    assert found.problem == "pages after 2,000 not read"


def test_a_blank_page_is_no_scan() -> None:
    found = read_file(pdf(["Words"], []), "a.pdf")
    assert (found.text, found.problem) == ("Words", "")


def test_a_lock_is_named() -> None:
    found = read_file(pdf(["Words"], password="invented"), "a.pdf")
    assert (found.text, found.problem) == ("", "encrypted PDF")


def test_damage_is_named() -> None:
    found = read_file(b"%PDF-1.7\nnothing of the kind", "a.pdf")
    assert found.problem.startswith("damaged PDF: ")
    assert found.text == ""


def test_pages_after_the_limit_are_said_to_be_unread() -> None:
    found = read_file(pdf(["One"], ["Two"], ["Three"]), "a.pdf", limits=Limits(pages=2))
    assert found.text == "One\n\nTwo"
    assert found.problem == "pages after 2 not read"


LINES = [
    "In 2023 there were 14 officers dismissed for gross misconduct",
    "2021 14 7",
    "2022 15 8",
    "2023 16 9",
]


def outcome(data: bytes) -> str:
    """Both readers give something or raise Unreadable; anything else fails the test."""
    try:
        pages = pdf_reader.read(data, Limits(scanned=0)).parts
        kinds = {each.kind for each in pdf_hidden.find(data, Limits())}
    except Unreadable as reason:
        return "unreadable" if str(reason) else "without a reason"
    return "read" if isinstance(pages, tuple) and kinds <= set(HIDDEN_KINDS) else f"odd: {kinds}"


def rich() -> bytes:
    out = io.BytesIO()
    sheet = canvas.Canvas(out, pageCompression=0)
    for number, line in enumerate(LINES):
        sheet.drawString(72, 700 - 20 * number, line)
    sheet.grid([70, 200, 300, 400], [600, 620, 640])
    sheet.drawString(75, 625, "Covered")
    sheet.rect(70, 620, 130, 20, fill=1)
    sheet.textAnnotation("A comment", (10, 10, 30, 30))
    sheet.drawImage(ImageReader(Image.new("RGB", (4, 4), "grey")), 300, 300, 50, 50)
    sheet.save()
    return out.getvalue()


RICH = rich()


@given(st.binary(max_size=400))
@settings(max_examples=50, deadline=None)
def test_random_bytes_raise_only_unreadable(data: bytes) -> None:
    assert outcome(data) in ("read", "unreadable")
    assert outcome(b"%PDF-1.4\n" + data) in ("read", "unreadable")


@given(st.lists(st.tuples(st.integers(0, len(RICH) - 1), st.binary(min_size=1, max_size=8)), max_size=12))
@settings(max_examples=150, deadline=None)
def test_damaged_files_raise_only_unreadable(hits: list[tuple[int, bytes]]) -> None:
    data = bytearray(RICH)
    for at, dust in hits:
        data[at : at + len(dust)] = dust
    assert outcome(bytes(data)) in ("read", "unreadable")


@given(st.integers(0, len(RICH)))
@settings(max_examples=50, deadline=None)
def test_truncated_files_raise_only_unreadable(size: int) -> None:
    assert outcome(RICH[:size]) in ("read", "unreadable")
