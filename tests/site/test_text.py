"""Words into safe HTML, and values into words."""

import re

import pytest

from store.site import words
from store.site.query import fts_query
from store.site.text import diff_lines, formatted, highlighted, marked, prose


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One.\n\nTwo\nthree.", "<p>One.</p>\n<p>Two<br>\nthree.</p>\n"),
        ("3. c\n5. e", '<ol start="3">\n<li value="3">c</li>\n<li value="5">e</li>\n</ol>\n'),
        ("12* and *14* and **bold**", "<p>12* and *14* and <strong>bold</strong></p>\n"),
        ("## Request 1", '<p class="heading">Request 1</p>\n'),
        ("<b>&amp; <http://a.example>", "<p>&lt;b&gt;&amp;amp; &lt;http://a.example&gt;</p>\n"),
        ("[a](javascript:b) ![c](d)", "<p>[a](javascript:b) ![c](d)</p>\n"),
        ("    four spaces", "<p>four spaces</p>\n"),
        ("", ""),
    ],
)
def test_formatted(text: str, expected: str) -> None:
    assert formatted(text) == expected


def table(text: str) -> list[list[str]]:
    """The cells of the one table that a text becomes."""
    made = formatted(text)
    assert made.count("<table>") == 1
    return [re.findall(r"<t[hd]>(.*?)</t[hd]>", row) for row in made.split("<tr>")[1:]]


@pytest.mark.parametrize(
    "text",
    [
        "1. See the table.\n| Year | Total |\n| 2023 | <5 | see note |\n2. None.",
        "Figures\n| Year | Total |\n|---|--:|\n| 2023 | <5 | see note |\nEnd.",
        "Sheet 1\nYear\tTotal\n2023\t<5\tsee note",
    ],
)
def test_rows_become_a_table_and_lose_no_cell(text: str) -> None:
    assert table(text) == [["Year", "Total", ""], ["2023", "&lt;5", "see note"]]


def test_a_cell_may_hold_a_pipe() -> None:
    assert table("a\tb|c\nd\t<i>") == [["a", "b|c"], ["d", "&lt;i&gt;"]]
    assert table("| a | b\\|c |\n| d | e |") == [["a", "b|c"], ["d", "e"]]


@pytest.mark.parametrize("text", ["| a |", "|", "||", "|---|", "Ref\tFOI/1", "| a | b", "- | a | b |"])
def test_what_only_looks_like_a_table_stays_words(text: str) -> None:
    assert "<table>" not in formatted(text)
    assert "".join(char for char in text if char.isalnum()) in re.sub(r"<[^>]+>|\W", "", formatted(text))


def test_a_list_ends_where_its_items_end() -> None:
    made = formatted("- one\n  and more\n• two\nNo item.\n4. four")
    assert made == (
        "<ul>\n<li>one<br>\nand more</li>\n<li>two</li>\n</ul>\n<p>No item.</p>\n"
        '<ol start="4">\n<li value="4">four</li>\n</ol>\n'
    )


def test_a_pipe_table_is_a_table() -> None:
    made = formatted("| Year | Total |\n|---|---:|\n| 2024 | <5 |")
    assert "<th>Year</th>" in made and "<td" in made and "&lt;5</td>" in made
    assert "style" not in made


def test_marks_never_open_other_markup() -> None:
    assert marked("\x02<i>\x03 a \x02b \x03\x03") == "<mark>&lt;i&gt;</mark> a <mark>b </mark>"
    assert highlighted("A <b> Hearing\x02", "hearing") == "A &lt;b&gt; <mark>Hearing</mark>"
    assert highlighted("plain (", "(") == "plain <mark>(</mark>"
    assert highlighted("plain", " ") == "plain"


def test_prose_drops_the_signs_of_layout() -> None:
    assert prose("a **b** |---|---| c | d |\n| e | f |").split() == [
        "a",
        "b",
        "c",
        "|",
        "d",
        "|",
        "e",
        "|",
        "f",
    ]


def test_the_names_of_the_versions_are_no_lines() -> None:
    diff = "--- version 1\n+++ version 2\n@@ -1 +1 @@\n--- a\n+++ b\n same"
    assert [kind for kind, _ in diff_lines(diff)] == ["place", "removed", "added", "same"]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2025-06-05", "5 June 2025"),
        ("2025-07", "July 2025"),
        ("2025", "2025"),
        ("", ""),
        ("last May", "last May"),
        ("2025-13", "2025-13"),
    ],
)
def test_a_day_is_no_more_precise_than_it_is(value: str, expected: str) -> None:
    assert words.day(value) == expected


def test_values_in_words() -> None:
    assert words.moment("2026-11-21T09:05:00+00:00") == "21 November 2026, 09:05"
    assert words.moment("") == ""
    assert [words.size(n) for n in (None, 999, 1500, 2_400_000, 3 * 10**9)] == [
        "0 bytes",
        "999 bytes",
        "2 KB",
        "2 MB",
        "3.0 GB",
    ]
    assert words.named("ncnd") == "Neither confirmed nor denied" and words.named("own_topic") == "own topic"
    assert words.web("HTTPS://a.example") and not words.web("javascript:alert(1)//https://")


@pytest.mark.parametrize(
    ("typed", "query", "as_typed"),
    [
        ("misconduct", "misconduct", True),
        ('"gross misconduct" OR vetting*', '"gross misconduct" OR vetting*', True),
        ("NEAR(a b, 2)", "NEAR(a b, 2)", True),
        ("body-worn (video)", '"body-worn" "(video)"', False),
        ('what is "gross misconduct"?', '"what" "is" "gross misconduct"', False),
        ('"', '""', False),
        ("  ", "", True),
    ],
)
def test_a_query_that_cannot_fail(typed: str, query: str, as_typed: bool) -> None:
    assert fts_query(typed) == (query, as_typed)
