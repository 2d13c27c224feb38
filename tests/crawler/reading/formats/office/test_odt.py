"""An OpenDocument text gives what its reader sees, with the numbers of its lists, and tells what it hides."""

import io
import zipfile

import pytest

from crawler.reading.documents import FileText, read_file
from crawler.reading.formats.filetext import Hidden, Limits, Unreadable
from crawler.reading.formats.office.odt_hidden import find

NAMESPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{of}:1.0"'
    for name, of in (
        ("office", "office"),
        ("text", "text"),
        ("table", "table"),
        ("style", "style"),
        ("draw", "drawing"),
        ("fo", "xsl-fo-compatible"),
    )
)
LISTS = (
    '<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1"'
    ' style:num-suffix="."/><text:list-level-style-number text:level="2" style:num-format="a" style:num-prefix="("'
    ' style:num-suffix=")" text:display-levels="2"/></text:list-style>'
    '<text:list-style style:name="B"><text:list-level-style-bullet text:level="1" text:bullet-char="o"/>'
    "</text:list-style>"
    '<style:style style:name="H"><style:text-properties text:display="none"/></style:style>'
    '<style:style style:name="W"><style:text-properties fo:color="#ffffff"/></style:style>'
    '<style:style style:name="S"><style:paragraph-properties fo:background-color="#003366"/></style:style>'
    '<style:style style:name="B1"><style:text-properties fo:color="#000000" fo:background-color="#000000"/>'
    "</style:style>"
    '<style:style style:name="H2" style:parent-style-name="H"/>'
)
XLINK = 'xmlns:xlink="http://www.w3.org/1999/xlink"'


def document(body: str, styles: str = "", extra: dict[str, str] | None = None) -> bytes:
    content = (
        f"<office:document-content {NAMESPACES} {XLINK}><office:automatic-styles>{LISTS}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    members = {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content, **(extra or {})}
    if styles:
        members["styles.xml"] = f"<office:document-styles {NAMESPACES}>{styles}</office:document-styles>"
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, words in members.items():
            archive.writestr(name, words)
    return out.getvalue()


def read(body: str, styles: str = "") -> FileText:
    return read_file(document(body, styles), "a.odt")


def items(*words: str, more: str = "") -> str:
    inner = "".join(f"<text:list-item><text:p>{each}</text:p></text:list-item>" for each in words)
    return f'<text:list text:style-name="L" {more}>{inner}</text:list>'


def test_paragraphs_and_tables() -> None:
    row = "<table:table-row><table:table-cell><text:p>{}</text:p></table:table-cell>"
    row += "<table:table-cell><text:p>{}</text:p></table:table-cell></table:table-row>"
    found = read(
        "<text:h>Response</text:h><text:p>No <text:span>information</text:span><text:s text:c='2'/>held."
        "<text:line-break/>below</text:p>"
        f"<table:table>{row.format('Year', 'Total')}{row.format('2024', '7')}</table:table>"
    )
    assert found.text == "Response\nNo information  held.\nbelow\nYear\tTotal\n2024\t7"
    assert [(table.where, table.rows) for table in found.tables] == [("table 1", (("Year", "Total"), ("2024", "7")))]


def test_spans_and_repeats() -> None:
    cell = "<table:table-cell {}><text:p>{}</text:p></table:table-cell>".format
    covered = "<table:covered-table-cell/>"
    rows = (
        cell('table:number-rows-spanned="2"', "Rank") + cell('table:number-columns-spanned="2"', "Year") + covered,
        covered + cell("", "2023") + cell("", "2024"),
        cell("", "PC") + cell('table:number-columns-repeated="2"', "0"),
    )
    body = "".join(f"<table:table-row>{row}</table:table-row>" for row in rows)
    (table,) = read(f"<table:table>{body}</table:table>").tables
    assert table.rows == (("Rank", "Year", "Year"), ("Rank", "2023", "2024"), ("PC", "0", "0"))


def test_lists_are_numbered_and_go_on_when_they_say_so() -> None:
    nested = (
        '<text:list text:style-name="L"><text:list-item><text:p>one</text:p><text:list><text:list-item>'
        "<text:p>deep</text:p></text:list-item></text:list></text:list-item></text:list>"
    )
    going_on = items("two", more='text:continue-numbering="true"')
    bullets = '<text:list text:style-name="B"><text:list-item><text:p>dot</text:p></text:list-item></text:list>'
    found = read(nested + going_on + items("anew", "next") + bullets)
    assert found.text.split("\n") == ["1. one", "(1.a) deep", "2. two", "1. anew", "2. next", "- dot"]


def test_an_item_may_start_elsewhere_and_a_heading_be_numbered() -> None:
    outline = '<text:outline-style style:name="Outline"><text:outline-level-style text:level="1" style:num-format="I"'
    found = read(
        '<text:list text:style-name="L"><text:list-item text:start-value="4"><text:p>four</text:p></text:list-item>'
        '</text:list><text:h text:outline-level="1">A</text:h><text:h text:outline-level="1">B</text:h>',
        f'{outline} style:num-suffix="."/></text:outline-style>',
    )
    assert found.text.split("\n") == ["4. four", "I. A", "II. B"]


def test_notes_links_boxes_and_margins() -> None:
    body = "<text:note-body><text:p>As kept.</text:p></text:note-body>"
    note = f"<text:note><text:note-citation>1</text:note-citation>{body}</text:note>"
    link = '<text:a xlink:href="https://example.org/x">the log</text:a>'
    box = "<draw:frame><draw:text-box><text:p>boxed</text:p></draw:text-box></draw:frame>"
    styles = (
        '<style:master-page style:name="Standard"><style:header><text:p>Letterhead</text:p></style:header>'
        "<style:footer><text:p>OFFICIAL</text:p><text:p>2</text:p></style:footer></style:master-page>"
        '<style:master-page style:name="Unused"><style:header><text:p>Not shown</text:p></style:header>'
        "</style:master-page>"
    )
    found = read(f"<text:p>Figures{note} in {link}{box}</text:p><text:p>End</text:p>", styles)
    assert found.text.split("\n") == [
        "Letterhead",
        "Figures [1] in the log (https://example.org/x)",
        "boxed",
        "End",
        "[1] As kept.",
        "OFFICIAL",
    ]


HIDES = {
    "comment": ("<text:p>a<office:annotation><text:p>Check</text:p></office:annotation></text:p>", "Check"),
    "revision history": (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>gone</text:p></text:deletion>"
        "</text:changed-region></text:tracked-changes><text:p>a</text:p>",
        "1 deletion(s): gone",
    ),
    "hidden text": ('<text:p>a<text:span text:style-name="H2">name</text:span></text:p>', "name"),
    "external link": (
        '<text:section><text:section-source xlink:href="../figures.odt"/><text:p>a</text:p></text:section>',
        "../figures.odt",
    ),
}


@pytest.mark.parametrize("kind", sorted(HIDES))
def test_what_is_not_shown_is_found_and_not_read(kind: str) -> None:
    body, detail = HIDES[kind]
    found = read(body)
    assert found.hidden == (Hidden(kind, "", detail),)
    assert found.text == "a"


@pytest.mark.parametrize(
    "body",
    [
        '<text:section text:display="none"><text:p>name</text:p></text:section>',
        "<text:p><text:hidden-paragraph/>name</text:p>",
        '<text:p><text:hidden-text text:string-value="name" text:is-hidden="true"/></text:p>',
    ],
)
def test_other_ways_to_hide_words(body: str) -> None:
    found = read(f"{body}<text:p>a</text:p>")
    assert found.hidden == (Hidden("hidden text", "", "name"),)
    assert found.text == "a"


def test_words_in_the_colour_of_what_they_stand_on() -> None:
    found = read(
        '<text:p><text:span text:style-name="W">pale</text:span></text:p>'
        '<text:p text:style-name="S"><text:span text:style-name="W">seen</text:span></text:p>'
        '<text:p>a <text:span text:style-name="B1">blacked out</text:span></text:p>'
    )
    assert [each.detail for each in found.hidden] == ["blacked out", "white: pale"]


def test_a_white_paragraph_without_the_words_in_it_that_have_a_colour() -> None:
    styles = (
        '<style:style style:name="K"><style:text-properties fo:color="#000000"/></style:style>'
        '<style:style style:name="I"><style:text-properties fo:font-style="italic"/></style:style>'
    )
    found = read_file(
        document(
            '<text:p text:style-name="W">pale <text:span text:style-name="K">dark</text:span> and'
            '<text:span text:style-name="I"> sloping</text:span></text:p>'
            '<text:p text:style-name="W"><text:span text:style-name="K">dark</text:span>.</text:p>',
            styles,
        ),
        "a.odt",
    )
    assert [each.detail for each in found.hidden] == ["white: pale and sloping"]


def test_files_within_and_pictures() -> None:
    data = document("<text:p>a</text:p>", extra={"Object 1/content.xml": "<x/>", "Pictures/1.png": "x"})
    assert list(find(data, Limits())) == [Hidden("embedded file", "", "Object 1")]


def test_an_outside_entity_is_not_fetched() -> None:
    out = document("<text:p>Response</text:p>")
    with zipfile.ZipFile(io.BytesIO(out)) as archive:
        content = archive.read("content.xml").decode()
    hostile = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>' + content.replace("Response", "&e;Response")
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", hostile)
    assert read_file(data.getvalue(), "a.odt").text == "Response"


def test_damage_and_encryption_are_named() -> None:
    with pytest.raises(Unreadable, match="damaged OpenDocument text"):
        list(find(document("<text:p>"), Limits()))
    locked = document("<text:p>a</text:p>", extra={"META-INF/manifest.xml": "<m><encryption-data/></m>"})
    assert read_file(locked, "a.odt").problem == "encrypted OpenDocument text"
