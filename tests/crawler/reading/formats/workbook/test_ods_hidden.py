"""What is hidden in an OpenDocument sheet is found, and its cells are read as they are shown."""

import io
import zipfile
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crawler.reading.formats.filetext import Hidden, Limits, Unreadable
from crawler.reading.formats.workbook import ods_hidden, sheet

SPACES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for short, name in {
        "office": "office", "table": "table", "text": "text", "style": "style", "fo": "xsl-fo-compatible",
        "draw": "drawing",
    }.items()
)  # fmt: skip
CALC = 'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"'
LINK = 'xmlns:xlink="http://www.w3.org/1999/xlink"'
PLAIN = (
    '<style:style style:name="ta1" style:family="table"><style:table-properties table:display="true"/></style:style>'
)


def text(words: str, more: str = "", within: str = "") -> str:
    return f'<table:table-cell office:value-type="string"{more}>{within}<text:p>{words}</text:p></table:table-cell>'


def number(value: int, more: str = "") -> str:
    return (
        f'<table:table-cell office:value-type="float" office:value="{value}"{more}>'
        f"<text:p>{value}</text:p></table:table-cell>"
    )


def row(*cells: str, more: str = "") -> str:
    return f"<table:table-row{more}>{''.join(cells)}</table:table-row>"


def table(name: str, *lines: str, style: str = "ta1") -> str:
    return f'<table:table table:name="{name}" table:style-name="{style}">{"".join(lines)}</table:table>'


def ods(*tables: str, styles: str = PLAIN, manifest: str = "") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr(
            "content.xml",
            f"<office:document-content {SPACES} {CALC} {LINK}><office:automatic-styles>{styles}"
            f"</office:automatic-styles><office:body><office:spreadsheet>{''.join(tables)}</office:spreadsheet>"
            "</office:body></office:document-content>",
        )
        space = 'xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"'
        archive.writestr("META-INF/manifest.xml", f"<manifest:manifest {space}>{manifest}</manifest:manifest>")
    return out.getvalue()


def found(data: bytes) -> list[Hidden]:
    return list(ods_hidden.find(data, Limits()))


FIGURES = (row(text("Force"), text("Total")), row(text("Essex"), number(7)))


def test_a_workbook_that_hides_nothing() -> None:
    rest = row(
        '<table:table-cell table:number-columns-repeated="16384"/>', more=' table:number-rows-repeated="1048000"'
    )
    data = ods(table("Data", *FIGURES, rest))
    assert found(data) == []
    assert sheet.read(data, "ods", Limits()).parts[0].text == "Force\tTotal\nEssex\t7"


def test_a_percentage_is_read_as_it_is_shown_and_a_table_keeps_the_number() -> None:
    share = number(7).replace("float", "percentage").replace('"7"', '"0.4375"').replace(">7<", ">43.8%<")
    collar = number(123).replace(">123<", ">00123<")
    contents = sheet.read(ods(table("Data", row(share, collar), row(share))), "ods", Limits())
    assert contents.parts[0].text == "43.8%\t00123\n43.8%"
    assert contents.tables[0].rows == ((0.4375, 123), (0.4375, ""))


def test_text_boxes_are_a_part_of_their_own() -> None:
    shape = "<draw:custom-shape><text:p>Figures are <text:span>provisional.</text:span></text:p></draw:custom-shape>"
    frame = "<draw:frame><draw:text-box><text:p>See the letter.</text:p><text:p/></draw:text-box></draw:frame>"
    beside = f"<table:table-cell>{frame}</table:table-cell>"
    contents = sheet.read(ods(table("Data", row(text("Essex", within=shape), number(7), beside))), "ods", Limits())
    assert [(part.where, part.text) for part in contents.parts] == [
        ("sheet 'Data'", "Essex\t7"),
        ("sheet 'Data', text boxes", "Figures are provisional.\nSee the letter."),
    ]


@pytest.mark.parametrize(
    ("kept", "words", "is_hidden"),
    [
        (3, "<text:p/>", True),
        (3, "<text:p>&lt;5</text:p>", True),
        (-3, "<text:p>*</text:p>", True),
        (3, "<text:p>fewer than 5</text:p>", True),
        (3, "<text:p>£3.00</text:p>", False),
        (3, "<text:p>3</text:p>", False),
        (0, "<text:p>-</text:p>", False),
        (3, "<text:p>Yes</text:p>", False),
        (3, "", False),
    ],
)
def test_a_number_in_whose_place_nothing_or_a_mark_is_shown(kept: int, words: str, is_hidden: bool) -> None:
    cell = f'<table:table-cell office:value-type="float" office:value="{kept}">{words}</table:table-cell>'
    told = Hidden("hidden text", "sheet 'Data', B1", f"1 value shown as nothing or as a mark: {kept}")
    assert found(ods(table("Data", row(text("Essex"), cell)))) == ([told] if is_hidden else [])


def test_values_under_merged_cells_unless_they_are_those_shown() -> None:
    def covered(words: str) -> str:
        return text(words).replace("table-cell", "covered-table-cell")

    across = text("Names", ' table:number-columns-spanned="2" table:number-rows-spanned="2"')
    rows = (row(across, covered("Names"), text("by")), row(covered("Invented Person"), covered("Names")))
    assert found(ods(table("Data", *rows, row(text("Essex"), text("7"))))) == [
        Hidden("hidden text", "sheet 'Data', A2", "1 value under merged cells: Invented Person")
    ]
    assert found(ods(table("Data", row(across, covered("Names")), row(covered(""), covered("Names"))))) == []


def test_a_hidden_sheet_with_something_in_it() -> None:
    hidden = '<style:style style:name="ta2"><style:table-properties table:display="false"/></style:style>'
    tables = (table("Data", *FIGURES), table("Names", row(text("Invented")), style="ta2"), table("No", style="ta2"))
    data = ods(*tables, styles=PLAIN + hidden)
    assert found(data) == [Hidden("hidden sheet", "sheet 'Names'", "1 value: Invented")]
    assert [part.where for part in sheet.read(data, "ods", Limits()).parts] == ["sheet 'Data'"]


def test_hidden_rows_filtered_rows_and_hidden_columns() -> None:
    columns = '<table:table-column table:number-columns-repeated="2"/><table:table-column table:visibility="collapse"/>'
    lines = (
        row(text("a"), text("b"), text("c")),
        row(text("d"), more=' table:visibility="collapse" table:number-rows-repeated="3"'),
        row(text("e"), more=' table:visibility="filter"'),
        "<table:table-row-group table:display='false'>" + row(text("f")) + "</table:table-row-group>",
        row(text("g"), more=' table:visibility="visible"'),
    )
    assert found(ods(table("Data", columns, *lines))) == [
        Hidden("filtered-out rows", "sheet 'Data', row 5", "1 row with 1 value: e"),
        Hidden("hidden rows", "sheet 'Data', rows 2-4, 6", "4 rows with 4 values: d; d; d; f"),
        Hidden("hidden columns", "sheet 'Data', column C", "1 column with 1 value: c"),
    ]


def test_rows_without_height_and_text_that_cannot_be_seen() -> None:
    styles = (
        '<style:style style:name="low"><style:table-row-properties style:row-height="0cm"/></style:style>'
        '<style:style style:name="ce1" style:family="table-cell">'
        '<style:text-properties fo:color="#FFFFFF"/></style:style>'
        '<style:style style:name="ce2" style:family="table-cell" style:parent-style-name="ce1">'
        '<style:table-cell-properties fo:background-color="#000000"/></style:style>'
        '<style:style style:name="ce3" style:family="table-cell"><style:text-properties fo:color="#003366"/>'
        '<style:table-cell-properties fo:background-color="#003366"/></style:style>'
    )
    lines = (
        row(*(text(word, f' table:style-name="ce{number}"') for number, word in enumerate("abd", 1))),
        row(text("c"), more=' table:style-name="low"'),
    )
    assert found(ods(table("Data", *lines), styles=styles)) == [
        Hidden("hidden rows", "sheet 'Data', row 2", "1 row with 1 value: c"),
        Hidden("hidden text", "sheet 'Data', A1, C1", "2 values, in the colour of its background: a; d"),
    ]


def test_comments() -> None:
    note = "<office:annotation><text:p>said to</text:p><text:p>a colleague</text:p></office:annotation>"
    data = ods(table("Data", row(text("a"), text("b", within=note))))
    assert found(data) == [Hidden("comment", "sheet 'Data', B1", "1 comment: said to a colleague")]
    assert sheet.read(data, "ods", Limits()).parts[0].text == "a\tb"


@pytest.mark.parametrize(
    ("within", "kind"),
    [
        ('<table:table-source xlink:href="file:///S:/HR/names.ods"/>', "external link"),
        ("<table:tracked-changes><table:deletion/></table:tracked-changes>", "revision history"),
        ("<table:tracked-changes/>", ""),
        (
            '<table:data-pilot-table><table:data-pilot-member table:display="false"/></table:data-pilot-table>',
            "pivot cache",
        ),
    ],
)
def test_what_lies_beside_the_cells(within: str, kind: str) -> None:
    assert [each.kind for each in found(ods(within, table("Data", *FIGURES)))] == [kind] * bool(kind)


@pytest.mark.parametrize(("kind", "count"), [("chart", 0), ("text", 1)])
def test_charts_are_shown_and_other_objects_are_files(kind: str, count: int) -> None:
    entry = (
        "<manifest:file-entry manifest:full-path='Object 1/' manifest:media-type='application/vnd.oasis.opendocument"
    )
    data = ods(table("Data", *FIGURES), manifest=f"{entry}.{kind}'/>")
    assert [each.kind for each in found(data)] == ["embedded file"] * count


def test_merged_cells_and_errors() -> None:
    wide = ' table:number-columns-spanned="2" table:number-rows-spanned="1"'
    figures = table(
        "Data",
        row(text("Force"), text("2024", wide), "<table:covered-table-cell/>"),
        row(text("Essex"), number(1), text("#REF!", ' calcext:value-type="error" office:string-value=""')),
    )
    (found,) = sheet.read(ods(table("Empty"), figures), "ods", Limits()).tables
    assert found.rows == (("Force", "2024", "2024"), ("Essex", 1, "#REF!"))


@pytest.mark.parametrize(
    "lines",
    [
        row(number(1, ' table:number-columns-repeated="16384"'), more=' table:number-rows-repeated="1048576"'),
        row(
            '<table:table-cell table:number-columns-repeated="9000"/>',
            number(1),
            more=' table:number-rows-repeated="9000"',
        ),
    ],
)
def test_a_value_that_is_repeated_over_a_whole_sheet_is_not_laid_out(lines: str) -> None:
    with pytest.raises(Unreadable, match="too large"):
        sheet.read(ods(table("Data", lines)), "ods", Limits())


def test_a_table_without_an_end_is_damage() -> None:
    with pytest.raises(Unreadable, match="damaged workbook"):
        sheet.read(ods(table("Data", *FIGURES).replace("</table:table>", "</table:tabl:>")), "ods", Limits())


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**6), st.text('<>/="0123456789-: abc', min_size=1, max_size=12))
def test_damage_is_named(outcome: Callable[..., set[str]], at: int, put: str) -> None:
    content = table("Data", *FIGURES, row(text("a"), more=' table:visibility="collapse"'))
    at %= len(content)
    assert outcome(ods(content[:at] + put + content[at + len(put) :]), "ods", ods_hidden.find) <= {"read", "unreadable"}
