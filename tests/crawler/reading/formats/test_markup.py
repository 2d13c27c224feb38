"""An HTML page that came as a file gives its words, and its tables with what spans several cells in each."""

import pytest

from crawler.reading.documents import read_file
from crawler.reading.formats.filetext import Limits, Unreadable
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
