"""Tables are the blocks of a sheet between empty rows and columns, without the lines above and below."""

import pytest

from crawler.reading.formats.filetext import Limits, Table
from crawler.reading.formats.workbook.blocks import one_table, tables
from crawler.reading.formats.workbook.grid import Area, Grid, held, merged

LONG = "Figures are taken from a live system and may change as records are updated and merged"


def grid(*lines: str, merges: tuple[Area, ...] = ()) -> Grid:
    rows: list[list[object]] = [
        [float(cell) if cell.isdigit() else cell for cell in line.split("|")] if line else [] for line in lines
    ]
    return merged(rows, [held(map(str, row)) for row in rows], (0, 0), merges)


def found(*lines: str, merges: tuple[Area, ...] = (), limits: Limits = Limits()) -> list[Table]:  # noqa: B008
    return tables(grid(*lines, merges=merges), "sheet 'Data'", limits, [])


def places(*lines: str, merges: tuple[Area, ...] = ()) -> list[str]:
    return [table.where.partition(", ")[2] for table in found(*lines, merges=merges)]


def test_a_table_is_its_cells() -> None:
    (table,) = found("Year|Total", "2024|7", "2025|")
    assert table == Table("sheet 'Data', A1:B3", (("Year", "Total"), (2024, 7), (2025, "")))


def test_empty_rows_and_columns_part_tables() -> None:
    assert places("a|b||c|d", "1|2||3|4", "", "e|f", "5|6") == ["A1:B2", "D1:E2", "A4:B5"]


def test_a_column_may_be_empty_in_one_block_alone() -> None:
    assert places("a|b|c", "1|2|3", "", "d||e|f", "4||5|6") == ["A1:C2", "C4:D5"]


def test_a_heading_and_footnotes_are_not_rows() -> None:
    lines = ("Officers dismissed", "Force|2024", "Essex|1", "* fewer than five", "Source: an invented register", LONG)
    assert places(*lines) == ["A2:B3"]


@pytest.mark.parametrize(
    "key", [".. = not held", "- denotes zero", "<5: kept back", "[c] fewer than 5", "'~' not known"]
)
def test_the_key_to_the_marks_of_a_table_is_no_row_of_it(key: str) -> None:
    assert places("Force|2024", "Essex|~", key) == ["A1:B2"]
    assert places("Force|2024", "Essex|~", "-", "Kent", "x-ray unit") == ["A1:B5"]


def test_lone_labels_are_rows() -> None:
    assert places("Force|2024", "Essex|1", "Kent", "Not known") == ["A1:B4"]


def test_a_heading_over_all_columns_is_not_a_row() -> None:
    assert places("|Officers|", "Force|2023|2024", "Essex|1|2", merges=((0, 1, 0, 2),)) == ["A1:C3"]
    assert places("Officers||", "Force|2023|2024", "Essex|1|2", merges=((0, 0, 0, 2),)) == ["A2:C3"]


def test_what_is_merged_stands_in_each_cell() -> None:
    (table,) = found("Force|2024|", "|Upheld|Not", "Essex|1|2", merges=((0, 0, 1, 0), (0, 1, 0, 2)))
    assert table.rows == (("Force", 2024, 2024), ("Force", "Upheld", "Not"), ("Essex", 1, 2))


def test_a_label_merged_downwards_is_not_a_heading() -> None:
    assert places("Force||", "|2023|2024", "Essex|1|2", merges=((0, 0, 1, 0),)) == ["A1:C3"]


@pytest.mark.parametrize("lines", [(), ("",), ("one cell",), ("a list", "of", "lines"), ("a", "", "b")])
def test_what_has_no_two_cells_side_by_side_is_no_table(lines: tuple[str, ...]) -> None:
    assert found(*lines) == []


def test_tables_beyond_the_limits_are_said_to_be_unread() -> None:
    notes: list[str] = []
    four = grid("a|b", "1|2", "", "c|d", "3|4", "", "e|f", "5|6")
    assert len(tables(four, "sheet 'Data'", Limits(tables=2), notes)) == 2
    assert len(tables(four, "sheet 'Data'", Limits(cells=9), notes)) == 2
    assert notes == ["sheet 'Data': tables after 2 not read", "sheet 'Data': a table is too wide to be laid out"]


def test_a_sheet_like_a_staircase_is_given_up_in_time() -> None:
    steps = [1 << row for row in range(3000)]
    rows: list[list[object]] = [[] for _ in steps]
    assert tables(Grid(rows, steps, full=steps), "", Limits(), []) == []


def test_merges_that_lie_over_one_another_fill_no_more_than_the_sheet() -> None:
    many = ((0, 0, 10**6, 10**6),) * 1000
    (table,) = found("a|b|c", "1|2|3", merges=many)
    assert table.rows == (("a", "a", "a"), ("a", "a", "a"))


def test_the_one_table_of_delimited_text_keeps_its_empty_rows() -> None:
    assert one_table(grid("Title", "", "Year|Total", "2024|7", "", "2025|8", "Notes: none")) == (2, 0, 5, 1)
    assert one_table(grid("Title", "more")) is None
