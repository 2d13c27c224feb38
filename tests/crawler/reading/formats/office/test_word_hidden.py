"""What a Word document holds that one who opens it is not shown."""

import io
import zipfile

import pytest
from docx import Document
from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import RGBColor

from crawler.reading.formats.filetext import Hidden, Limits, Unreadable
from crawler.reading.formats.office.word_hidden import find


def found(document: WordDocument, extra: dict[str, bytes] | None = None) -> list[Hidden]:
    out = io.BytesIO()
    document.save(out)
    with zipfile.ZipFile(out, "a") as archive:
        for name, data in (extra or {}).items():
            archive.writestr(name, data)
    return list(find(out.getvalue(), Limits()))


def added(document: WordDocument, xml: str) -> None:
    document.element.body.insert(-1, parse_xml(xml.replace(">", f" {nsdecls('w')}>", 1)))


def test_an_ordinary_letter_hides_nothing() -> None:
    document = Document()
    document.sections[0].header.paragraphs[0].add_run("Letterhead").font.color.rgb = RGBColor(255, 255, 255)
    document.add_heading("Response", 1)
    document.add_paragraph("Held", style="List Number")
    cell = document.add_table(2, 2).cell(0, 0)
    cell.paragraphs[0].add_run("White on the dark of the table's style").font.color.rgb = RGBColor(255, 255, 255)
    document.part.relate_to("https://example.org/", RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    document.add_paragraph("Seen").add_run(" too").font.hidden = False
    document.add_paragraph().add_run(" ").font.color.rgb = RGBColor(255, 255, 255)
    assert found(document) == []


def test_comments() -> None:
    document = Document()
    document.add_comment(document.add_paragraph().add_run("7"), text="Check with the unit", author="Invented")
    document.add_comment(document.add_paragraph().add_run("8"), text="", author="Invented")
    assert found(document) == [Hidden("comment", "", "Check with the unit")]


def test_tracked_changes() -> None:
    document = Document()
    added(
        document,
        "<w:p><w:del><w:r><w:delText>struck</w:delText></w:r></w:del><w:ins><w:r><w:t>put</w:t></w:r></w:ins></w:p>",
    )
    added(document, "<w:p><w:pPr><w:rPr><w:ins/></w:rPr></w:pPr></w:p>")
    assert found(document) == [
        Hidden("revision history", "", "deleted: struck"),
        Hidden("revision history", "", "inserted: put"),
    ]


def test_hidden_and_white_words() -> None:
    document = Document()
    paragraph = document.add_paragraph("Seen ")
    for words in ("un", "seen"):
        paragraph.add_run(words).font.hidden = True
    document.styles.add_style("Unseen", 1).font.hidden = True
    document.add_paragraph("A name", style="Unseen")
    document.sections[0].footer.paragraphs[0].add_run("below").font.hidden = True
    document.add_paragraph().add_run("Pale").font.color.rgb = RGBColor(255, 255, 255)
    assert [(each.where, each.detail) for each in found(document)] == [
        ("", "unseen"),
        ("", "A name"),
        ("", "white: Pale"),
        ("footer", "below"),
    ]
    assert {each.kind for each in found(document)} == {"hidden text"}


def test_what_word_puts_around_a_form_is_nothing_that_someone_hid() -> None:
    document = Document()
    document.add_paragraph().add_run("Top of Form").font.hidden = True
    document.add_paragraph().add_run("Bottom of Form").font.hidden = True
    assert found(document) == []
    document.add_paragraph().add_run("Top of the form").font.hidden = True
    assert [each.detail for each in found(document)] == ["Top of the form"]


DRAWN = (
    '<w:r><w:drawing><wp:anchor xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' behindDoc="%s"/></w:drawing></w:r>'
)
PICTURED = '<w:r><w:pict><v:rect xmlns:v="urn:schemas-microsoft-com:vml" style="z-index: -2"/></w:pict></w:r>'
PALE = '<w:r><w:rPr><w:color w:val="FFFFFF"/></w:rPr><w:t>%s</w:t></w:r>'


@pytest.mark.parametrize("drawn", [DRAWN % "1", PICTURED])
def test_white_words_on_a_picture_are_seen_as_far_as_its_page_goes(drawn: str) -> None:
    document = Document()
    added(document, f"<w:p>{PALE % 'first'}</w:p>")
    added(document, f"<w:p>{drawn}{PALE % 'title'}</w:p>")
    added(document, f"<w:p>{PALE % 'below it'}<w:r><w:br w:type='page'/></w:r></w:p>")
    added(document, f"<w:p>{PALE % 'second'}</w:p>")
    added(document, f"<w:p>{drawn}</w:p>")
    added(document, f"<w:p><w:pPr><w:pageBreakBefore/></w:pPr>{PALE % 'third'}</w:p>")
    assert [each.detail for each in found(document)] == ["white: first", "white: second", "white: third"]


def test_a_drawing_before_the_text_shows_nothing_of_it() -> None:
    document = Document()
    added(document, f"<w:p>{DRAWN % '0'}{PALE % 'name'}</w:p>")
    assert [each.detail for each in found(document)] == ["white: name"]


def test_words_in_the_colour_of_what_they_stand_on() -> None:
    document = Document()
    added(document, '<w:p><w:r><w:rPr><w:highlight w:val="black"/></w:rPr><w:t>Blacked out</w:t></w:r></w:p>')
    cell = document.add_table(1, 1).cell(0, 0)
    cell._tc.get_or_add_tcPr().append(parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:fill="003366"/>'))
    cell.paragraphs[0].add_run("Blue").font.color.rgb = RGBColor(0, 0x33, 0x66)
    cell.add_paragraph().add_run("Seen").font.color.rgb = RGBColor(255, 255, 255)
    assert [each.detail for each in found(document)] == [
        "in the colour of its background: Blacked out",
        "in the colour of its background: Blue",
    ]


def test_what_word_makes_white_on_black_is_seen() -> None:
    document = Document()
    added(document, '<w:p><w:pPr><w:shd w:val="clear" w:fill="000000"/></w:pPr><w:r><w:t>Heading</w:t></w:r></w:p>')
    black = '<w:highlight w:val="black"/><w:color w:val="FFFFFF"/>'
    added(document, f"<w:p><w:r><w:rPr>{black}</w:rPr><w:t>Redacted under s40</w:t></w:r></w:p>")
    assert found(document) == []


def test_files_within_and_links_to_files_other_than_the_template() -> None:
    document = Document()
    relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    document.part.relate_to(r"file:///\\server\templates\foi.dotx", f"{relations}/attachedTemplate", is_external=True)
    document.part.relate_to("file:///C:/figures.xlsx", f"{relations}/oleObject", is_external=True)
    assert found(document, {"word/embeddings/Sheet1.xlsx": b"12345"}) == [
        Hidden("embedded file", "", "Sheet1.xlsx, 5 bytes"),
        Hidden("external link", "", "oleObject: file:///C:/figures.xlsx"),
    ]


def test_damage_is_named() -> None:
    with pytest.raises(Unreadable, match="damaged Word document"):
        list(find(b"PK\x03\x04", Limits()))
