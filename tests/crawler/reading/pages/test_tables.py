"""Tables of the markup and of the text."""

import pytest
from lxml import html

from crawler.reading.pages.lines import lines_of
from crawler.reading.pages.tables import aligned, data_rows, split_row, text_tables

SPANS = """<table><tr><th rowspan="2">Year</th><th colspan="2">Rank</th></tr><tr><th>PC</th><th>PS</th></tr>
    <tr><td>2023</td><td rowspan="2">4</td><td></td></tr><tr><td>2024</td><td>1</td></tr></table>"""


def test_a_cell_stands_in_all_that_it_spans() -> None:
    table = html.fromstring(SPANS)
    assert data_rows(table) == (("Year", "Rank", "Rank"), ("Year", "PC", "PS"), ("2023", "4", ""), ("2024", "4", "1"))


def test_in_the_words_it_stands_once() -> None:
    table = html.fromstring(SPANS)
    shown = (("Year", "Rank", ""), ("", "PC", "PS"), ("2023", "4", ""), ("2024", "", "1"))
    assert data_rows(table, spread=False) == shown


def test_a_span_that_cannot_be_is_one_cell() -> None:
    table = html.fromstring('<table><tr><td colspan="9999999999">x</td><td rowspan="0">y</td></tr></table>')
    assert data_rows(table) == (("x", "y"),)


def test_text_tables_need_two_rows() -> None:
    assert text_tables(["Year\tN", "2020\t*", "", "a\tb", "words"]) == [(("Year", "N"), ("2020", "*"))]
    assert text_tables(["| a | b |", "|---|---|", "| 1 | 2 |"]) == [(("a", "b"), ("1", "2"))]


def test_an_empty_cell_at_the_end_is_kept() -> None:
    assert split_row("2020\t") == ("2020", "")
    assert split_row("words only") == ()


def test_columns_set_apart_by_spaces() -> None:
    lines = [
        "Words.  More words.",
        "Year    Complaints   Upheld",
        "2021         14        3",
        "2022         20       <5",
        "",
    ]
    assert aligned(lines) == [lines[0], "Year\tComplaints\tUpheld", "2021\t14\t3", "2022\t20\t<5", ""]


def test_an_address_and_a_lone_line_are_no_table() -> None:
    lines = ["Information Unit   Tel 01234", "Police HQ   Email", "", "Total   4"]
    assert aligned(lines) == lines


@pytest.mark.parametrize(
    ("cells", "lays_out"),
    [
        ("<td>Kent Police<br>Sutton Road<br>Maidstone</td><td>04.03.25<br>Our ref: 12/25</td>", True),
        ("<td>Kent Police<br>Maidstone</td><td>04.03.25</td>", True),
        ("<td>Kent Police</td><td>04.03.25</td>", False),
        ("<td>Dogs<br>Horses</td><td>12<br>7</td>", False),
        ("<td>How many dogs?<br>And horses?</td><td>Nineteen<br>in all</td>", False),
        ("<th>Animal<br>of the force</th><td>Dog</td>", False),
    ],
)
def test_a_row_that_sets_blocks_of_lines_side_by_side_holds_no_data(cells: str, lays_out: bool) -> None:
    table = html.fromstring(f"<table><tr>{cells}</tr></table>")
    assert (data_rows(table) == ()) is lays_out
    assert (len(lines_of(table)) > 1) is lays_out


def test_a_row_of_such_blocks_among_others_is_data() -> None:
    table = html.fromstring(
        "<table><tr><td>Dogs<br>bought</td><td>Sold</td></tr><tr><td>Rex</td><td>Fly</td></tr></table>"
    )
    assert data_rows(table) == (("Dogs bought", "Sold"), ("Rex", "Fly"))
