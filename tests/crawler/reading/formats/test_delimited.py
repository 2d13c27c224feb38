"""Delimited text is rows and one table, whatever its delimiter, and whatever stands above its header."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.reading.documents import Limits, read_file
from crawler.reading.formats import delimited
from crawler.reading.formats.filetext import Table


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.csv", b'Year,Kind\r\n2024,"theft, fraud"\r\n'),
        ("a.csv", b"Year;Kind\n2024;theft, fraud\n"),
        ("a.csv", b"Year|Kind\n2024|theft, fraud\n"),
        ("a.tsv", b"Year\tKind\n2024\ttheft, fraud\n"),
        ("a.csv", 'Year\tKind\n2024\t"theft,\nfraud"\n'.encode("utf-16")),
    ],
)
def test_rows(name: str, data: bytes) -> None:
    found = read_file(data, name)
    assert found.text == "Year\tKind\n2024\ttheft, fraud"
    assert found.problem == ""


def test_rows_after_the_limit_are_said_to_be_unread() -> None:
    found = read_file(b"a,b\n" * 20, "a.csv", limits=Limits(rows=5))
    assert found.text == "\n".join(["a\tb"] * 5)
    assert found.problem == "rows after 5 not read"


def test_a_row_is_no_wider_than_that_of_a_workbook() -> None:
    found = read_file(b"a," * 20_000, "a.csv")
    assert (len(found.text), found.problem) == (2 * 16_384 - 1, "columns after 16,384 not read")


def test_rows_that_are_not_well_formed_are_kept_as_text() -> None:
    found = read_file(b'a,"' + b"x" * 200_000, "a.csv")
    assert found.text.startswith('a,"xxx')
    assert found.problem.startswith("not well formed, kept as plain text: ")


def table(text: str, kind: str = "csv") -> Table:
    (found,) = delimited.read_rows(text.encode(), kind, Limits()).tables
    return found


def test_a_table_of_texts() -> None:
    assert table("Year,Total\n2024,007\n2025,1.50\n") == Table(
        "A1:B3", (("Year", "Total"), ("2024", "007"), ("2025", "1.50"))
    )


@pytest.mark.parametrize("title", ["Officers dismissed", "Officers dismissed, 2024"])
def test_lines_above_the_header_are_not_of_the_table(title: str) -> None:
    header, rows = "Force,Total,Rate,Note", "Essex,1,2,a\nKent,2,3"
    found = table(f"{title}\n\n{header}\n{rows}\n\nSource: invented\n")
    assert found == Table(
        "A3:D5", (("Force", "Total", "Rate", "Note"), ("Essex", "1", "2", "a"), ("Kent", "2", "3", ""))
    )


def test_rows_that_excel_pads_are_not_wider_than_what_they_hold() -> None:
    assert table("Title,,,\n,,,\nForce,Total,,\nEssex,1,,\n").where == "A3:B4"


@pytest.mark.parametrize("delimiter", list(",;\t|"))
@pytest.mark.parametrize("title", ["", "Request, about officers; misconduct\n"])
def test_the_delimiter_cuts_rows_evenly(delimiter: str, title: str) -> None:
    cells = [["Force", "Kind", "Cost"], ["Essex", '"theft, fraud; other"', "1"], ["Kent", '"a | b, c"', "2"]]
    text = title + "\n".join(delimiter.join(row) for row in cells)
    assert table(text).rows[-1] == ("Kent", "a | b, c", "2")


def test_a_text_that_is_kept_from_being_a_number_is_what_excel_shows() -> None:
    assert table('Ref,Badge,Note\n="00123","=""007""",a="b"\n').rows[1] == ("00123", "007", 'a="b"')


def test_excel_may_be_told_the_delimiter() -> None:
    found = delimited.read_rows(b"sep=|\r\na,b|c\r\n1|2\r\n", "csv", Limits())
    assert found.parts[0].text == "a,b\tc\n1\t2"
    assert found.tables[0].where == "A1:B2"


def test_a_quote_that_is_never_closed_does_not_swallow_the_rest() -> None:
    found = delimited.read_rows(b'Kind,Total\n"knife,1\nblade,2\nother,3\n', "csv", Limits())
    assert found.parts[0].text.split("\n") == ["Kind\tTotal", '"knife\t1', "blade\t2", "other\t3"]


def test_each_line_is_a_row_from_its_first_cell_on() -> None:
    (part,) = delimited.read_rows(b"\n\nYear,Total\n\n2024,7\n", "csv", Limits()).parts
    assert (part.text, part.first_cell) == ("Year\tTotal\n\n2024\t7", "A3")


@given(st.text(max_size=200), st.sampled_from(["csv", "tsv"]))
def test_any_text_gives_rows(text: str, kind: str) -> None:
    found = delimited.read_rows(text.encode("utf-8", "replace"), kind, Limits())
    assert len(found.parts) == 1
    assert all(len(row) == len(each.rows[0]) for each in found.tables for row in each.rows)
