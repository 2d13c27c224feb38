"""An RTF file gives what its reader sees, its tables, and what it hides."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.reading.documents import read_file
from crawler.reading.formats.filetext import Hidden, Limits
from crawler.reading.formats.office import rtf


def text(source: bytes) -> str:
    return read_file(b"{\\rtf1\\ansi\\ansicpg1252 " + source + b"}", "a.rtf").text


def test_a_letter() -> None:
    data = (
        rb"{\rtf1\ansi{\fonttbl{\f0 Arial;}}{\*\generator Invented;}\f0\fs24 Our Ref: 99/25\par "
        rb"Cost \'a3250 \endash \u8220?final\u8221? \{sic\}\par{\pict 89504e47}Year\cell 2024\cell\row}"
    )
    assert read_file(data, "a.rtf").text == "Our Ref: 99/25\nCost £250 –“final” {sic}\nYear\t2024"


@pytest.mark.parametrize(
    ("source", "read"),
    [
        (rb"\uc2\u8364\'80\'80 7", "€ 7"),
        (rb"\uc0\u8364 7", "€7"),
        (rb"\u-10179?\u-8704?", "😀"),
        (rb"{\fonttbl{\f0\fcharset0 A;}{\f3\fcharset238 B;}}\f3\'a3\'f3d\'9f \f0\'a3", "Łódź £"),
        (b"caf\xe9", "café"),
        (rb"a\~b\_c\-d", "a\u00a0b-cd"),
        (rb"kept{\*\unknown left {\b out}}", "kept"),
        (rb"{\pict\bin5 }}}}} 00}after", "after"),
        (rb"{\listtext\pard 1.\tab}First\par{\listtext\u61623 ?\tab}dot\par", "1. First\n- dot"),
        (rb"{\pntext\f1 a)\tab}older", "a) older"),
        (rb"{\header Head\par}{\header Head\par}{\footer OFFICIAL\par 2\par}Words", "Head\nWords\nOFFICIAL"),
        (rb"Words{\footnote As {\i kept}.} here", "Words [1] here\n[1] As kept."),
        (rb'{\field{\*\fldinst HYPERLINK "https://example.org"}{\fldrslt the log}}.', "the log (https://example.org)."),
        (rb"a{\*\shpinst{\sp{\sn x}}{\shptxt boxed\par}}b", "a\nboxed\nb"),
        (rb"end without a brace", "end without a brace"),
    ],
)  # fmt: skip
def test_words(source: bytes, read: str) -> None:
    assert text(source) == read


def test_tables_with_spans() -> None:
    data = (
        rb"{\rtf1 \trowd\clvmgf\cellx1000\cellx2000\cellx3010\intbl Rank\cell A\par B\cell C\cell\row"
        rb"\trowd\clvmrg\cellx1000\cellx3000\cell 2023\cell\row\pard\par between\par"
        rb"\trowd\clmgf\cellx1000\clmrg\cellx2000 X\cell\cell\row\pard after}"
    )
    found = read_file(data, "a.rtf")
    assert found.text.split("\n") == ["Rank\tA B\tC", "\t2023", "between", "X\t", "after"]
    assert [table.rows for table in found.tables] == [(("Rank", "A B", "C"), ("Rank", "2023", "2023"))]


def test_what_is_not_shown_is_found_and_not_read() -> None:
    data = (
        rb"{\rtf1 Seen{\v unseen}{\*\annotation {\b Check}}{\deleted struck}{\revised put}"
        rb"{\object\objemb{\*\objdata 00}{\result shown}}}"
    )
    found = read_file(data, "a.rtf")
    assert found.text == "Seenputshown"
    assert found.hidden == (
        Hidden("comment", "", "Check"),
        Hidden("embedded file", "", "an object of another program"),
        Hidden("revision history", "", "deleted: struck"),
        Hidden("revision history", "", "inserted: put"),
        Hidden("hidden text", "", "unseen"),
    )


COLOURS = rb"{\colortbl;\red255\green255\blue255;\red0\green0\blue0;\red0\green51\blue102;}"


@pytest.mark.parametrize(
    ("source", "unseen"),
    [
        (rb"a {\cf1 pale} b", "pale"),
        (rb"a {\highlight2 blacked out} b", "blacked out"),
        (rb"a {\cf2\chcbpat2 blacked out} b", "blacked out"),
        (rb"\pard\cbpat3\cf3 blacked out\par", "blacked out"),
        (rb"\pard\cbpat3\cf1 a title\par", ""),
        (rb"\chcbpat2 white by itself on a dark shading", ""),
        (rb"\cf1\plain seen", ""),
        (rb"\trowd\cellx9\pard\intbl\cf1 perhaps on a dark cell\cell\row", ""),
        (rb"{\shp{\*\shpinst\shpfblwtxt1}}{\cf1 on a picture}", ""),
        (rb"{\header {\cf1 above}}{\cf1 . -}\cf99 none", ""),
    ],
)
def test_words_in_the_colour_of_what_they_stand_on(source: bytes, unseen: str) -> None:
    found = list(rtf.find(b"{\\rtf1" + COLOURS + source + b"}", Limits()))
    assert [each.detail for each in found] == [f"in the colour of its background: {unseen}"] * bool(unseen)


PIECES = [
    "{", "}", "\\par ", "\\cell ", "\\row ", "\\trowd", "\\cellx9", "\\v ", "\\u9 ", "\\bin3 ", "\\'e9", "words",
    "\\*", "\\footnote ", "\\listtext ", "\\field ", "\\fldinst ", "\\f7", "\\plain ", "\\cf1 ", "\\cb1 ", "\\",
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=40))
def test_no_order_of_control_words_is_too_much(pieces: list[str]) -> None:
    data = ("{\\rtf1 " + "".join(pieces)).encode()
    found = rtf.read(data, Limits())
    assert found == rtf.read(data, Limits())
    assert all(len({len(row) for row in table.rows}) == 1 for table in found.tables)
    assert all(each.detail for each in rtf.find(data, Limits()))
