"""Names of cells and ranges; and the cell of every word of a sheet can be told from what stands before it."""

import io

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crawler.reading.formats.filetext import Limits
from crawler.reading.formats.workbook import sheet
from crawler.reading.formats.workbook.cells import area, letters, named, place, span
from store.places import cell_after


@pytest.mark.parametrize(
    ("word", "cell"), [("Year", "B3"), ("2024", "B4"), ("Essex", "C4"), ("Kent", "D6"), ("Total", "B7")]
)
def test_a_word_s_cell(word: str, cell: str) -> None:
    text = "Year\tForce\n2024\tEssex\n\n\t\tKent\nTotal"
    assert cell_after(text[: text.index(word)], "B3") == cell
    assert cell_after(text[: text.index(word) + len(word) - 1], "B3") == cell


def test_the_words_of_a_page_have_no_cell() -> None:
    assert cell_after("Year ", "") == ""


@pytest.mark.parametrize(
    ("first", "rows", "columns", "range_"),
    [("A1", 20, 4, "A1:D20"), ("B3", 1, 2, "B3:C3"), ("Z9", 2, 2, "Z9:AA10"), ("C7", 1, 1, "C7"), ("C7", 0, 0, "C7")],
)
def test_a_range(first: str, rows: int, columns: int, range_: str) -> None:
    assert span(first, rows, columns) == range_


def test_an_area_is_rows_and_columns() -> None:
    assert area("B2:D9") == (1, 1, 8, 3)
    assert area("$C$4") == (3, 2, 3, 2)


@pytest.mark.parametrize("wrong", ["", "14", "B", "B14:C15", "é1"])
def test_what_is_no_cell_is_refused(wrong: str) -> None:
    with pytest.raises(ValueError, match="not a cell"):
        place(wrong)


@given(st.integers(0, 1_048_575), st.integers(0, 16_383))
def test_names_of_cells_lead_back_to_them(row: int, column: int) -> None:
    assert place(named(row, column)) == (row, column)
    assert letters(column) == openpyxl.utils.get_column_letter(column + 1)


VALUES = st.one_of(
    st.integers(-(10**9), 10**9),
    st.text("abcdefghijklm <>&'\"£\n\t", min_size=1, max_size=8).filter(str.strip),
)
PLACES = st.dictionaries(st.tuples(st.integers(1, 30), st.integers(1, 12)), VALUES, min_size=1, max_size=25)


@settings(max_examples=30, deadline=None)
@given(PLACES)
def test_each_value_of_a_sheet_is_found_at_its_own_cell(values: dict[tuple[int, int], int | str]) -> None:
    book, out = openpyxl.Workbook(), io.BytesIO()
    for (row, column), value in values.items():
        book.active.cell(row, column, value)
    book.save(out)
    (part,) = sheet.read(out.getvalue(), "xlsx", Limits()).parts
    found = {}
    offset = 0
    for field in part.text.replace("\n", "\t").split("\t"):
        if field:
            found[cell_after(part.text[:offset], part.first_cell)] = field
        offset += len(field) + 1
    assert found == {
        named(row - 1, column - 1): " ".join(str(value).split()) for (row, column), value in values.items()
    }
