"""Tables of documents are laid out with equal rows, within bounds."""

from hypothesis import given
from hypothesis import strategies as st

from crawler.reading.formats.office.document_tables import (
    MOST,
    WIDEST,
    GridCell,
    by_edges,
    is_data,
    laid_out,
    span,
    tables,
)

CELLS = st.builds(GridCell, st.text(max_size=3), st.integers(0, 4), st.booleans())


@given(st.lists(st.lists(CELLS, max_size=5), max_size=6))
def test_rows_are_of_equal_length_and_nothing_is_lost(rows: list[list[GridCell]]) -> None:
    laid = laid_out(rows)
    assert len(laid) == len(rows)
    assert len({len(row) for row in laid}) <= 1
    for row, cells in zip(laid, rows, strict=True):
        assert {cell.text for cell in cells if cell.columns and not cell.above} <= set(row)


def test_a_cell_that_goes_on_from_above_takes_what_stands_there() -> None:
    rows = [[GridCell("a", 2), GridCell("b")], [GridCell("x", 2, above=True), GridCell("", above=True)]]
    assert laid_out(rows) == (("a", "a", "b"), ("a", "a", "b"))
    assert laid_out([[GridCell("x", above=True)]]) == (("x",),)


def test_spans_by_where_cells_end() -> None:
    assert by_edges([[1000, 2000, 3000], [1990, 3010], [3000]]) == [[1, 1, 1], [2, 1], [3]]
    assert by_edges([[], [5, 5]]) == [[], [1, 1]]


def test_numbers_in_a_file_make_no_giant() -> None:
    assert [span(said) for said in (None, "", "3", "0", "-1", "x", "99999", "9" * 5000)] == [
        1,
        1,
        3,
        1,
        1,
        1,
        WIDEST,
        1,
    ]
    wide = laid_out([[GridCell("a", 9_999)] * 3] * 9_999)
    assert len(wide[0]) == WIDEST
    assert len(wide) * WIDEST <= MOST + WIDEST


def test_what_a_reader_takes_for_a_table() -> None:
    assert not is_data([["a", "b"], ["", ""]])
    assert not is_data([["a"], ["b"]])
    assert not is_data([])
    grids = [[["box"]], [["a", "b"], ["1", "2"]], [["c", "d"], ["3", "4"]]]
    assert [table.where for table in tables(grids, 5)] == ["table 1", "table 2"]
    assert len(tables(grids, 1)) == 1
