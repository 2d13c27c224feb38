"""What a PDF hides is found, each kind of it; what only looks like hiding is not."""

import io
from collections.abc import Callable

import pypdfium2
import pytest
from PIL import Image, ImageDraw
from reportlab.lib import colors
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFString
from reportlab.pdfgen import canvas

from crawler.reading.formats.filetext import HIDDEN_KINDS, Hidden, Limits, Unreadable
from crawler.reading.formats.pdf import hidden as pdf_hidden
from crawler.reading.formats.pdf import unseen as pdf_unseen

Draw = Callable[[canvas.Canvas], None]
NAME = "Constable Invented"


def pdf(*pages: Draw) -> bytes:
    out = io.BytesIO()
    sheet = canvas.Canvas(out, pagesize=(595, 842))
    for page in pages:
        page(sheet)
        sheet.showPage()
    sheet.save()
    return out.getvalue()


def found(*pages: Draw) -> list[Hidden]:
    return list(pdf_hidden.find(pdf(*pages), Limits()))


def kinds(*pages: Draw) -> list[str]:
    return [each.kind for each in found(*pages)]


def words(sheet: canvas.Canvas) -> None:
    for line in range(10):
        sheet.drawString(72, 780 - 20 * line, f"In year {line} the officer was {NAME} of Anytown")


def box(sheet: canvas.Canvas, colour: object = colors.black, **state: float) -> None:
    sheet.setFillColor(colour, **state)
    sheet.rect(200, 776, 110, 14, fill=1, stroke=0)


def black_box(sheet: canvas.Canvas) -> None:
    words(sheet)
    box(sheet)


def white_box(sheet: canvas.Canvas) -> None:
    words(sheet)
    box(sheet, colors.white)


def labelled_box(sheet: canvas.Canvas) -> None:
    black_box(sheet)
    sheet.setFillColor(colors.white)
    sheet.drawString(210, 780, "s40(2)")


def picture_box(sheet: canvas.Canvas) -> None:
    words(sheet)
    sheet.drawImage(ImageReader(Image.new("RGB", (20, 20), "black")), 200, 776, 110, 14)


def box_in_a_form(sheet: canvas.Canvas) -> None:
    words(sheet)
    sheet.beginForm("box")
    box(sheet)
    sheet.endForm()
    sheet.doForm("box")


def words_in_a_form(sheet: canvas.Canvas) -> None:
    sheet.beginForm("words")
    words(sheet)
    sheet.endForm()
    sheet.doForm("words")
    box(sheet)


def cropped(sheet: canvas.Canvas) -> None:
    sheet.setCropBox((50, 300, 500, 830))
    black_box(sheet)


def marked_box(sheet: canvas.Canvas) -> None:
    words(sheet)
    look = {"Subtype": PDFName("Square"), "IC": PDFArray([0, 0, 0]), "C": PDFArray([0, 0, 0])}
    annotate(sheet, look, (200, 776, 310, 790))


def annotate(sheet: canvas.Canvas, entries: dict[str, object], rect: tuple[int, ...] = (72, 700, 300, 715)) -> None:
    sheet._addAnnotation(PDFDictionary({"Type": PDFName("Annot"), "Rect": PDFArray(list(rect)), **entries}))


@pytest.mark.parametrize(
    "draw", [black_box, white_box, labelled_box, picture_box, box_in_a_form, words_in_a_form, cropped, marked_box]
)
def test_text_under_a_box(draw: Draw) -> None:
    (only,) = found(words, draw)
    assert (only.kind, only.where) == ("text under a redaction", "page 2")
    assert NAME in only.detail
    assert "officer" not in only.detail


def test_text_under_a_thick_line() -> None:
    def draw(sheet: canvas.Canvas) -> None:
        sheet.drawString(72, 700, NAME)
        sheet.setLineWidth(14)
        sheet.line(70, 704, 200, 704)

    assert found(draw) == [Hidden("text under a redaction", "page 1", NAME)]


def test_black_text_on_black() -> None:
    def draw(sheet: canvas.Canvas) -> None:
        sheet.rect(70, 695, 200, 16, fill=1)
        sheet.drawString(72, 700, NAME)

    assert found(draw) == [Hidden("hidden text", "page 1", NAME)]


def test_what_one_page_cuts_off_and_another_shows_is_not_hidden() -> None:
    def left(sheet: canvas.Canvas) -> None:
        words(sheet)
        sheet.drawString(700, 400, "Recorded in 2023")

    def right(sheet: canvas.Canvas) -> None:
        sheet.drawString(105, 400, "Recorded in 2023")

    assert found(left, right) == []
    assert found(left, words) == [Hidden("hidden text", "page 1", "Recorded in 2023")]


def test_a_small_number_under_a_box() -> None:
    def draw(sheet: canvas.Canvas) -> None:
        sheet.drawString(72, 700, "Officers dismissed: 17")
        sheet.rect(175, 696, 20, 14, fill=1)

    (only,) = found(draw)
    assert (only.kind, only.detail) == ("text under a redaction", "17")


def test_what_is_marked_for_redaction_and_still_there() -> None:
    def draw(sheet: canvas.Canvas) -> None:
        words(sheet)
        annotate(sheet, {"Subtype": PDFName("Redact")}, (200, 776, 310, 790))

    (only,) = found(draw)
    assert only.kind == "text under a redaction"
    assert NAME in only.detail


def white_words(sheet: canvas.Canvas) -> None:
    words(sheet)
    sheet.setFillColor(colors.white)
    sheet.drawString(72, 300, "Invented secret")


def invisible_words(sheet: canvas.Canvas) -> None:
    words(sheet)
    _in_mode(sheet, 3, 300)


def words_beside_the_page(sheet: canvas.Canvas) -> None:
    words(sheet)
    sheet.drawString(72, -40, "Invented secret")


def tiny_words(sheet: canvas.Canvas) -> None:
    words(sheet)
    sheet.setFont("Helvetica", 1)
    sheet.drawString(72, 300, "Invented secret")


def _through(sheet: canvas.Canvas, frame: tuple[int, int, int, int]) -> None:
    path = sheet.beginPath()
    path.rect(*frame)
    sheet.saveState()
    sheet.clipPath(path, stroke=0)
    sheet.drawString(72, 300, "Invented secret")
    sheet.restoreState()


def words_beside_a_crop(sheet: canvas.Canvas) -> None:
    words(sheet)
    _through(sheet, (60, 400, 200, 100))


def words_beside_a_crop_in_a_form(sheet: canvas.Canvas) -> None:
    words(sheet)
    sheet.beginForm("picture")
    _through(sheet, (60, 400, 200, 100))
    sheet.endForm()
    sheet.translate(30, 50)
    sheet.doForm("picture")


def _in_mode(sheet: canvas.Canvas, mode: int, y: int) -> None:
    text = sheet.beginText(72, y)
    text.setTextRenderMode(mode)
    text.setFont("Helvetica", 16)
    text.textLine("Invented secret")
    sheet.drawText(text)


@pytest.mark.parametrize(
    "draw",
    [
        white_words, invisible_words, words_beside_the_page, tiny_words, words_beside_a_crop,
        words_beside_a_crop_in_a_form,
    ],
)  # fmt: skip
def test_text_that_nobody_sees(draw: Draw) -> None:
    assert found(draw) == [Hidden("hidden text", "page 1", "Invented secret")]


def layered(state: bytes) -> bytes:
    content = (
        b"BT /F1 20 Tf 72 700 Td (Shown words) Tj ET /OC /L BDC BT /F1 20 Tf 72 600 Td (Invented secret) Tj ET EMC"
    )
    objects = [
        b"<</Type/Catalog/Pages 2 0 R/OCProperties<</OCGs[6 0 R]/D<<" + state + b">>>>>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
        b"/Resources<</Font<</F1 5 0 R>>/Properties<</L 6 0 R>>>>>>",
        b"<</Length %d>>stream\n%b\nendstream" % (len(content), content),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        b"<</Type/OCG/Name(Notes)>>",
    ]
    numbered = (b"%d 0 obj%b endobj\n" % (number, each) for number, each in enumerate(objects, 1))
    return b"%PDF-1.7\n" + b"".join(numbered) + b"trailer<</Root 1 0 R>>"


def test_a_layer_that_is_off() -> None:
    assert list(pdf_hidden.find(layered(b"/OFF[6 0 R]"), Limits())) == [
        Hidden("hidden text", "page 1", "Invented secret")
    ]
    assert list(pdf_hidden.find(layered(b"/ON[6 0 R]"), Limits())) == []


def test_comments() -> None:
    def draw(sheet: canvas.Canvas) -> None:
        words(sheet)
        annotate(sheet, {"Subtype": PDFName("Text"), "Contents": PDFString("Ask the force solicitor first")})
        annotate(sheet, {"Subtype": PDFName("StrikeOut"), "Contents": PDFString("Take this out")})

    assert found(draw) == [
        Hidden("comment", "page 1", "Ask the force solicitor first"),
        Hidden("comment", "page 1", "Take this out"),
    ]


def test_files_within() -> None:
    document = pypdfium2.PdfDocument(pdf(words))
    document.new_attachment("names of officers.xlsx").set_data(b"PK")
    out = io.BytesIO()
    document.save(out)
    document.close()
    assert list(pdf_hidden.find(out.getvalue(), Limits())) == [Hidden("embedded file", "", "names of officers.xlsx")]


def shaded_cells(sheet: canvas.Canvas) -> None:
    for row in range(20):
        for column in range(5):
            sheet.setFillColor(colors.lightblue if row % 2 else colors.white)
            sheet.rect(50 + 80 * column, 700 - 20 * row, 80, 20, fill=1)
            sheet.setFillColor(colors.black)
            sheet.drawString(55 + 80 * column, 705 - 20 * row, f"Cell {row} {column}")


def white_on_blue(sheet: canvas.Canvas) -> None:
    sheet.setFillColor(colors.navy)
    sheet.rect(60, 690, 300, 30, fill=1)
    sheet.setFillColor(colors.white)
    sheet.drawString(72, 700, "Freedom of information")


def white_on_a_picture(sheet: canvas.Canvas) -> None:
    sheet.drawImage(ImageReader(Image.new("RGB", (20, 20), "navy")), 60, 690, 300, 30)
    sheet.setFillColor(colors.white)
    sheet.drawString(72, 700, "Freedom of information")


def letterhead(sheet: canvas.Canvas) -> None:
    sheet.drawImage(ImageReader(Image.new("RGB", (60, 20), "navy")), 60, 790, 90, 30)
    words(sheet)


def highlight(sheet: canvas.Canvas) -> None:
    words(sheet)
    box(sheet, colors.yellow, alpha=0.4)


def multiplied(sheet: canvas.Canvas) -> None:
    words(sheet)
    sheet.setBlendMode("Multiply")
    box(sheet, colors.yellow)


def underlined(sheet: canvas.Canvas) -> None:
    words(sheet)
    for y in (778, 779, 784):
        sheet.line(72, y, 300, y)
    sheet.rect(72, 757, 300, 1, fill=1)


def framed(sheet: canvas.Canvas) -> None:
    words(sheet)
    sheet.rect(60, 580, 450, 220, fill=0)


def painted_again(sheet: canvas.Canvas) -> None:
    words(sheet)
    box(sheet, colors.white)
    sheet.setFillColor(colors.black)
    sheet.drawString(72, 780, f"In year 0 the officer was {NAME} of Anytown")


def mark_that_repeats_its_words(sheet: canvas.Canvas) -> None:
    words(sheet)
    annotate(sheet, {"Subtype": PDFName("Highlight"), "Contents": PDFString("the officer was")})


def link(sheet: canvas.Canvas) -> None:
    words(sheet)
    sheet.linkURL("https://example.org/invented", (72, 690, 200, 710))
    annotate(sheet, {"Subtype": PDFName("Text"), "Contents": PDFString("")})


def printers_marks(sheet: canvas.Canvas) -> None:
    words(sheet)
    sheet.drawString(72, -40, "invented.indd  1  12/03/2024")


def small_print(sheet: canvas.Canvas) -> None:
    words(sheet)
    sheet.setFont("Helvetica", 1.1)
    sheet.drawString(72, 300, "A sheet that was shrunk to a page")
    sheet.setFont("Helvetica", 11)
    for at, letter in enumerate("Illlil"):
        sheet.drawString(72 + 3 * at, 200, letter)


def shown_through_a_frame(sheet: canvas.Canvas) -> None:
    words(sheet)
    _through(sheet, (60, 290, 40, 30))  # as a sheet cuts off a long text where the next cell begins


@pytest.mark.parametrize(
    "draw",
    [
        words, shaded_cells, white_on_blue, white_on_a_picture, letterhead, highlight, multiplied, underlined, framed,
        painted_again, mark_that_repeats_its_words, link, printers_marks, small_print,
        shown_through_a_frame,
    ],
)  # fmt: skip
def test_what_only_looks_like_hiding(draw: Draw) -> None:
    assert found(draw) == []


def _scan(sheet: canvas.Canvas, *, mode: int, under: bool, redacted: bool) -> None:
    picture = Image.new("L", (1190, 1684), 255)
    ImageDraw.Draw(picture).text((144, 1046), "Invented secret", fill=0, font_size=34)
    if redacted:
        ImageDraw.Draw(picture).rectangle((130, 1030, 600, 1110), fill=0)
    if under:
        _in_mode(sheet, mode, 302)
    sheet.drawImage(ImageReader(picture), 0, 0, 595, 842)
    if not under:
        _in_mode(sheet, mode, 302)


@pytest.mark.parametrize(("mode", "under"), [(3, False), (3, True), (0, True)])
def test_the_words_of_a_scan_are_its_own(mode: int, under: bool) -> None:
    assert found(lambda sheet: _scan(sheet, mode=mode, under=under, redacted=False)) == []


@pytest.mark.parametrize(("mode", "under"), [(3, False), (3, True), (0, True)])
def test_the_words_of_a_scan_where_it_is_black(mode: int, under: bool) -> None:
    (only,) = found(lambda sheet: _scan(sheet, mode=mode, under=under, redacted=True))
    assert (only.kind, only.detail) == ("text under a redaction", "Invented secret")


def revised(*states: bytes) -> bytes:
    """A page saved again and again, each time with another content added at the end."""
    catalogue = b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>"
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
    data, before = b"%PDF-1.7\n", b""
    for state in states:
        content = b"BT /F1 12 Tf 72 700 Td (" + state + b") Tj ET"
        stream = b"<</Length %d>>stream\n%b\nendstream" % (len(content), content)
        bodies = {4: stream} if before else {1: catalogue[0], 2: catalogue[1], 3: page, 4: stream, 5: font}
        table = b"xref\n0 1\n0000000000 65535 f \n"
        for number, body in bodies.items():
            table += b"%d 1\n%010d 00000 n \n" % (number, len(data))
            data += b"%d 0 obj%b endobj\n" % (number, body)
        start = len(data)
        data += table + b"trailer<</Size 6/Root 1 0 R%b>>\nstartxref\n%d\n%%%%EOF\n" % (before, start)
        before = b"/Prev %d" % start
    return data


def test_what_was_there_before_the_file_was_saved_again() -> None:
    (only,) = pdf_hidden.find(revised(b"Seen by Constable Invented", b"Seen by an officer"), Limits())
    assert only == Hidden("revision history", "page 1", "Constable Invented")


def test_a_file_that_was_only_added_to() -> None:
    assert not list(pdf_hidden.find(revised(b"Seen by an officer", b"Seen by an officer, and signed"), Limits()))


def test_a_file_made_for_the_web_has_no_earlier_state() -> None:
    data = revised(b"Only half of the file", b"Seen by an officer").replace(
        b"%PDF-1.7\n", b"%PDF-1.7\n%/Linearized\n", 1
    )
    assert not list(pdf_hidden.find(data, Limits()))


def test_pages_that_are_too_many_to_prove(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_hidden, "PROVEN", 1)
    assert [(each.kind, each.where) for each in found(black_box, words, black_box, words)] == [
        ("text under a redaction", "page 1"),
        ("not checked", "pages 3-4"),
    ]


def test_only_the_pages_that_are_read_are_looked_through() -> None:
    assert list(pdf_hidden.find(pdf(words, black_box), Limits(pages=1))) == []


def test_a_long_detail_is_cut() -> None:
    def draw(sheet: canvas.Canvas) -> None:
        words(sheet)
        sheet.rect(0, 500, 595, 342, fill=1)

    (only,) = found(draw)
    assert len(only.detail) == pdf_hidden.LONGEST


def test_damage_is_named() -> None:
    with pytest.raises(Unreadable, match="damaged PDF"):
        list(pdf_hidden.find(b"%PDF-1.7\nnothing of the kind", Limits()))


def test_the_kinds_are_those_of_the_contract() -> None:
    assert {pdf_unseen.HIDDEN, pdf_unseen.REDACTION, "comment", "embedded file", "not checked"} <= set(HIDDEN_KINDS)
