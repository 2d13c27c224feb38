"""A Word document gives what its reader sees, in order."""

import io
import zipfile

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from crawler.reading.documents import read_file


def saved(document: WordDocument) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def added(document: WordDocument, xml: str) -> None:
    document.element.body.insert(-1, parse_xml(xml.replace(">", f" {nsdecls('w')}>", 1)))


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
    assert found.problem == ""


def test_insertions_and_controls_are_read_and_struck_text_is_not() -> None:
    document = Document()
    run = "<w:r><w:t>{}</w:t></w:r>".format
    struck = "<w:del><w:r><w:delText>struck</w:delText></w:r></w:del>"
    added(document, f"<w:p><w:ins>{run('kept')}</w:ins>{struck}{run(' words')}</w:p>")
    added(document, f"<w:sdt><w:sdtContent><w:p>{run('Our Ref')}</w:p></w:sdtContent></w:sdt>")
    assert read_file(saved(document)).text == "kept words\nOur Ref"


def test_a_table_within_a_table_stays_in_its_cell() -> None:
    document = Document()
    outer = document.add_table(1, 2)
    outer.cell(0, 0).text = "outer"
    outer.cell(0, 1).add_table(1, 1).cell(0, 0).text = "inner"
    assert read_file(saved(document)).text == "outer\tinner"


def test_damage_is_named() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("word/document.xml", "<w:document")
    found = read_file(out.getvalue(), "a.docx")
    assert found.problem.startswith("damaged Word document: ")
    assert found.text == ""
