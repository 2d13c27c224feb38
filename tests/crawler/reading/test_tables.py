"""Tables of the markup and of the text."""

from lxml import html

from crawler.reading.tables import data_rows, is_form, split_row, text_tables


def test_spans_and_empty_cells() -> None:
    table = html.fromstring(
        '<table><tr><th colspan="2">All</th><th>N</th></tr><tr><td>a</td><td></td><td>1</td></tr></table>'
    )
    assert data_rows(table) == (("All", "", "N"), ("a", "", "1"))
    assert data_rows(html.fromstring('<table><tr><td colspan="9999999999">x</td><td>y</td></tr></table>')) == (
        ("x", "y"),
    )


def test_text_tables_need_two_rows() -> None:
    assert text_tables(["Year\tN", "2020\t*", "", "a\tb", "words"]) == [(("Year", "N"), ("2020", "*"))]
    assert text_tables(["| a | b |", "|---|---|", "| 1 | 2 |"]) == [(("a", "b"), ("1", "2"))]


def test_an_empty_cell_at_the_end_is_kept() -> None:
    assert split_row("2020\t") == ("2020", "")
    assert split_row("words only") == ()


def test_the_head_of_a_reply_is_a_form_and_no_data() -> None:
    assert is_form((("FOI number", "20417"), ("Subject", "Posts"), ("Date received", "4 March 2024")))
    assert not is_form((("Year", "Total"), ("2023", "9"), ("2024", "11")))
