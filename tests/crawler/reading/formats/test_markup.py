"""An HTML page that came as a file gives its words, and its tables with what spans several cells in each."""

import pytest

from crawler.reading.documents import read_file
from crawler.reading.formats.filetext import Hidden, Limits, Unreadable
from crawler.reading.formats.markup import read_html


def test_an_html_file() -> None:
    data = (
        b"<!doctype html><html><head><meta name='x-synthetic' content='invented'><title>Reply</title>"
        b"<style>p{}</style></head><body><h1>Reply 1</h1><p>None <b>held</b>.</p><script>x()</script>"
        b"<table><tr><td>Year</td><td>2024</td></tr></table></body></html>"
    )
    found = read_file(data, "a.html")
    assert (found.text, found.tables) == ("Reply\nReply 1\nNone held.\nYear\t2024", ())


def test_spans_are_laid_out() -> None:
    page = (
        b"<table><tr><th rowspan=2>Rank<th colspan=2>Year<tr><th>2023<th>2024"
        b"<tr><td rowspan=9>PC<td>1<td>2<tr><td>3</table>"
    )
    (table,) = read_file(page, "a.html").tables
    assert table.rows == (
        ("Rank", "Year", "Year"),
        ("Rank", "2023", "2024"),
        ("PC", "1", "2"),
        ("PC", "3", ""),
    )
    assert table.where == "table 1"


def test_a_table_that_lays_out_the_page_is_none_and_no_span_is_believed_blindly() -> None:
    page = b"<table><tr><td><table><tr><td colspan=999999999>a<td>b<tr><td>c<td>d</table></table>"
    (table,) = read_file(page, "a.html").tables
    assert table.rows == (("a", "b"), ("c", "d"))


def test_an_empty_page_is_named() -> None:
    with pytest.raises(Unreadable, match="damaged HTML page"):
        read_html(b"<!-- -->", Limits())


def test_control_characters_cost_only_themselves() -> None:
    page = b"<html><body><p>One</p>&#1;two<table><tr><td>4</td>&#2;</tr></table></body></html>"
    assert read_file(page, "a.html").text.split() == ["One", "two", "4"]


def test_blocks_within_blocks_are_lines_of_their_own() -> None:
    page = b"<html><body><div>Dear Applicant<div>Seven officers</div><div>left<br>in 2024.</div></div></body></html>"
    assert read_file(page, "a.html").text.split("\n") == ["Dear Applicant", "Seven officers", "left", "in 2024."]


def test_lists_bear_their_numbers() -> None:
    page = b"<html><ol start=3><li><p>Three</p></li><li>Four<ol type=a><li>sub</ol></ol><ul><li>dot</ul></html>"
    assert read_file(page, "a.html").text.split("\n") == ["3. Three", "4. Four", "a. sub", "- dot"]


def test_a_row_stays_a_line_where_its_cells_hold_paragraphs() -> None:
    page = b"<html><table><tr><td><p>Year</p><td><p>Dismissed</p><tr><td><p>2024</p><td><p></p></table></html>"
    assert read_file(page, "a.html").text == "Year\tDismissed\n2024\t"


OFFICE = b"<html xmlns:o='urn:schemas-microsoft-com:office:office'><body>"


def test_what_a_page_of_excel_does_not_show_is_found_and_not_read() -> None:
    rows = (
        b"<table><tr><td>Year<td>Total<tr style='height:0;display:none'><td>A name<td>1<tr><td>2024<td>7"
        b"<tr style='display:none'><td><td></table><p style='DISPLAY: none'>unseen <i style='display:none'>too</i></p>"
    )
    found = read_file(OFFICE + rows, "a.xls")
    assert found.text == "Year\tTotal\n2024\t7"
    assert [table.rows for table in found.tables] == [(("Year", "Total"), ("2024", "7"))]
    assert found.hidden == (Hidden("hidden rows", "", "A name 1"), Hidden("hidden text", "", "unseen too"))
    assert read_file(OFFICE.replace(b">", b" style='display:none'>", 1) + b"<p>All</p>", "a.html").text == "All"
    assert read_file(b"<html><body><p style='display:none'>Menu</p>Words", "a.html").hidden == ()
