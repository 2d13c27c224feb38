"""A presentation gives its slides in their order, with notes and tables, and tells what is left out of the show."""

import io
import zipfile

import pytest

from crawler.reading.documents import read_file
from crawler.reading.formats.filetext import Hidden, Limits, Unreadable
from crawler.reading.formats.office.slides_hidden import find

A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
P = 'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
RELATIONS = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'


def slide(*words: str, more: str = "", show: str = "1") -> str:
    lines = "".join(f"<a:p><a:r><a:t>{each}</a:t></a:r></a:p>" for each in words)
    return f'<p:sld {A} {P} show="{show}">{lines}{more}</p:sld>'


def ties(*pairs: tuple[str, str]) -> str:
    listed = "".join(
        f'<Relationship Id="rId{at}" Type="{KIND}{kind}" Target="{target}"/>'
        for at, (kind, target) in enumerate(pairs, 1)
    )
    return f"<Relationships {RELATIONS}>{listed}</Relationships>"


def presentation(members: dict[str, str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, words in {"ppt/presentation.xml": f"<p:presentation {P}/>", **members}.items():
            archive.writestr(name, words)
    return out.getvalue()


def test_slides_by_their_numbers_where_nothing_lists_them() -> None:
    data = presentation({f"ppt/slides/slide{n}.xml": slide(f"Slide {n}") for n in (10, 2, 1)})
    found = read_file(data, "a.pptx")
    assert [part.where for part in found.parts] == ["slide 1", "slide 2", "slide 3"]
    assert found.text == "Slide 1\n\nSlide 2\n\nSlide 10"


def test_slides_in_the_order_of_the_show_and_hidden_ones_left_out() -> None:
    data = presentation(
        {
            "ppt/presentation.xml": f'<p:presentation {P} {R}><p:sldIdLst><p:sldId r:id="rId2"/><p:sldId r:id="rId1"/>'
            '<p:sldId r:id="rId3"/></p:sldIdLst></p:presentation>',
            "ppt/_rels/presentation.xml.rels": ties(*(("slide", f"slides/slide{n}.xml") for n in (1, 2, 3))),
            "ppt/slides/slide1.xml": slide("Last"),
            "ppt/slides/slide2.xml": slide("First"),
            "ppt/slides/slide3.xml": slide("Secret", show="0"),
        }
    )
    found = read_file(data, "a.pptx")
    assert found.text == "First\n\nLast"
    assert found.hidden == (Hidden("hidden text", "slide 3", "left out of the show: Secret"),)


def test_notes_tables_comments_and_files_within() -> None:
    cell = "<a:tc {}><a:txBody><a:p><a:r><a:t>{}</a:t></a:r></a:p></a:txBody></a:tc>".format
    wide = cell('gridSpan="2"', "Year") + cell('hMerge="1"', "")
    rows = f"<a:tr>{wide}</a:tr><a:tr>{cell('', '2023')}{cell('', '7')}</a:tr>"
    data = presentation(
        {
            "ppt/slides/slide1.xml": slide("Figures", more=f"<a:tbl>{rows}</a:tbl>"),
            "ppt/slides/_rels/slide1.xml.rels": ties(("notesSlide", "../n.xml"), ("comments", "../c.xml")),
            "ppt/n.xml": slide("Say this", "1"),
            "ppt/c.xml": f"<p:cmLst {P}><p:cm><p:text>Check</p:text></p:cm></p:cmLst>",
            "ppt/embeddings/book.xlsx": "123",
        }
    )
    found = read_file(data, "a.pptx")
    assert [(part.where, part.text) for part in found.parts] == [
        ("slide 1", "Figures\nYear\n2023\t7"),
        ("slide 1, notes", "Say this"),
    ]
    assert [(table.where, table.rows) for table in found.tables] == [
        ("slide 1, table 1", (("Year", "Year"), ("2023", "7")))
    ]
    assert found.hidden == (Hidden("comment", "slide 1", "Check"), Hidden("embedded file", "", "book.xlsx, 3 bytes"))


def test_damage_is_named() -> None:
    with pytest.raises(Unreadable, match="damaged presentation"):
        list(find(presentation({"ppt/slides/slide1.xml": "<p"}), Limits()))
