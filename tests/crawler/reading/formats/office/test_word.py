"""A Word document gives what its reader sees, in order."""

import io
import re
import zipfile

import pytest
from docx import Document
from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from crawler.reading.documents import read_file

WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


SHOWN = '<w:vanish w:val="0"/>'


def saved(document: WordDocument) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def added(document: WordDocument, xml: str) -> None:
    document.element.body.insert(-1, parse_xml(xml.replace(">", f" {nsdecls('w', 'r')}>", 1)))


def lines(document: WordDocument) -> list[str]:
    return read_file(saved(document), "a.docx").text.split("\n")


def rewritten(data: bytes, pattern: bytes, instead: bytes, extra: dict[str, str] | None = None) -> bytes:
    """The package with a pattern replaced in all members, and members added."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            target.writestr(name, re.sub(pattern, instead, source.read(name)))
        for name, words in (extra or {}).items():
            target.writestr(name, words)
    return out.getvalue()


def run(words: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{words}</w:t></w:r>"


def test_paragraphs_and_tables_in_their_order() -> None:
    document = Document()
    document.sections[0].header.paragraphs[0].text = "Invented Police, Information Rights"
    document.add_heading("Response", 1)
    document.add_paragraph("Question 1\tAnswer\nbelow")
    table = document.add_table(2, 2)
    for cell, words in zip(table._cells, ("Year", "Total\nheld", "2024", "<5"), strict=True):
        cell.text = words
    document.add_paragraph("No inference should be drawn.")
    found = read_file(saved(document), "a.docx")
    assert found.text.split("\n") == [
        "Invented Police, Information Rights",
        "Response",
        "Question 1\tAnswer",
        "below",
        "Year\tTotal held",
        "2024\t<5",
        "No inference should be drawn.",
    ]
    assert [(table.where, table.rows) for table in found.tables] == [
        ("table 1", (("Year", "Total held"), ("2024", "<5")))
    ]
    assert found.problem == ""


def test_headers_and_footers_once_and_only_those_that_are_shown() -> None:
    document = Document()
    document.add_section()
    first, second = document.sections
    for section in (first, second):
        section.header.is_linked_to_previous = False
        section.header.paragraphs[0].text = "Letterhead"
    first.first_page_header.paragraphs[0].text = "Never shown"
    first.footer.paragraphs[0].text = "OFFICIAL"
    first.footer.add_paragraph("Page 1 of 2")
    document.add_paragraph("Words")
    assert lines(document) == ["Letterhead", "Words", "OFFICIAL"]
    first.different_first_page_header_footer = True
    assert sorted(lines(document)[:2]) == ["Letterhead", "Never shown"]


def test_insertions_and_controls_are_read_and_struck_or_hidden_words_are_not() -> None:
    document = Document()
    struck = "<w:del><w:r><w:delText>struck</w:delText></w:r></w:del>"
    added(document, f"<w:p><w:ins>{run('kept')}</w:ins>{struck}{run(' words')}{run('X', '<w:vanish/>')}</w:p>")
    added(document, f"<w:sdt><w:sdtContent><w:p>{run('Our Ref', SHOWN)}</w:p></w:sdtContent></w:sdt>")
    assert lines(document) == ["kept words", "Our Ref"]


def test_words_hidden_by_a_style_that_another_is_based_on() -> None:
    document = Document()
    hidden = document.styles.add_style("Unseen", 2)
    hidden.font.hidden = True
    document.styles.add_style("Below", 2).base_style = hidden
    paragraph = document.add_paragraph("Seen")
    paragraph.add_run(" unseen", style="Below")
    assert lines(document) == ["Seen"]


def test_merged_cells_stand_in_each_cell() -> None:
    document = Document()
    table = document.add_table(3, 3)
    for cell, words in zip(table._cells, ("Rank", "Year", "", "PC", "2023", "7", "", "2024", "<5"), strict=True):
        cell.text = words
    table.cell(1, 0).merge(table.cell(2, 0))
    table.cell(0, 1).merge(table.cell(0, 2))
    (found,) = read_file(saved(document)).tables
    assert found.rows == (("Rank", "Year", "Year"), ("PC", "2023", "7"), ("PC", "2024", "<5"))


def test_a_table_within_a_table_stays_in_its_cell() -> None:
    document = Document()
    outer = document.add_table(1, 2)
    outer.cell(0, 0).text = "outer"
    outer.cell(0, 1).add_table(1, 1).cell(0, 0).text = "inner"
    found = read_file(saved(document))
    assert (found.text, found.tables) == ("outer\tinner", ())


def test_a_link_says_where_it_leads_unless_its_words_do() -> None:
    document = Document()
    for words, address in (
        ("the log", "https://www.example.org/log"),
        ("example.org/log", "https://www.example.org/log/"),
        ("write to us", "mailto:foi@example.org"),
        ("a place below", "file:///C:/x"),
    ):
        link = document.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        added(document, f'<w:p><w:hyperlink r:id="{link}">{run(words)}</w:hyperlink></w:p>')
    field = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'.format
    code = '<w:r><w:instrText> HYPERLINK "https://example.org/b" </w:instrText></w:r>'
    added(document, f"<w:p>{field('begin')}{code}{field('separate')}{run('older')}{field('end')}{run('.')}</w:p>")
    assert lines(document) == [
        "the log (https://www.example.org/log)",
        "example.org/log",
        "write to us (foi@example.org)",
        "a place below",
        "older (https://example.org/b).",
    ]


def test_notes_follow_the_text_and_text_boxes_their_paragraph() -> None:
    document = Document()
    box = f"<w:r><w:pict><w:txbxContent><w:p>{run('boxed')}</w:p></w:txbxContent></w:pict></w:r>"
    added(document, f'<w:p>{run("Figures")}<w:r><w:footnoteReference w:id="2"/></w:r>{box}{run(" follow")}</w:p>')
    notes = f"<w:footnotes {WORD}><w:footnote w:id='2'><w:p>{run('As recorded.')}</w:p></w:footnote></w:footnotes>"
    tie = (
        b'<Relationship Id="rIdN" Target="footnotes.xml" Type="http://schemas.openxmlformats.org/officeDocument/2006'
        b'/relationships/footnotes"/></Relationships>'
    )
    data = rewritten(saved(document), rb"(?<=\"/>)</Relationships>", tie, {"word/footnotes.xml": notes})
    assert read_file(data, "a.docx").text.split("\n") == ["Figures [1] follow", "boxed", "[1] As recorded."]


@pytest.mark.parametrize(
    ("pattern", "instead"),
    [
        (rb"application/vnd[.]openxmlformats-officedocument[.]wordprocessingml[.]document[.]main",
         b"application/vnd.ms-word.document.macroEnabled.main"),
        (rb"http://schemas[.]openxmlformats[.]org/(wordprocessingml|officeDocument)/2006/",
         rb"http://purl.oclc.org/ooxml/\1/"),
    ],
    ids=["with macros", "strict"],
)  # fmt: skip
def test_lesser_kinds_of_word_files(pattern: bytes, instead: bytes) -> None:
    document = Document()
    document.add_paragraph("Held", style="List Number")
    found = read_file(rewritten(saved(document), pattern, instead), "a.docm")
    assert (found.text, found.problem) == ("1. Held", "")


def test_damage_is_named() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("word/document.xml", "<w:document")
    found = read_file(out.getvalue(), "a.docx")
    assert found.problem.startswith("damaged Word document: ")
    assert found.text == ""


def test_the_boxes_of_a_form_say_what_is_ticked() -> None:
    document = Document()
    signs = (("Wingdings", "F0FE"), ("Wingdings", "f0a8"), ("Symbol", "F0FE"), ("Wingdings", "F04A"))
    for font, code in signs:
        added(document, f'<w:p><w:r><w:sym w:font="{font}" w:char="{code}"/></w:r><w:r><w:t>Held</w:t></w:r></w:p>')
    assert lines(document) == ["☑Held", "☐Held", "Held", "Held"]
