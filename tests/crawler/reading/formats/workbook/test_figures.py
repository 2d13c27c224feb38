"""A percentage, and a number with zeros before it, are read as the sheet shows them; a table keeps the number."""

import io

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.reading.formats.filetext import Limits
from crawler.reading.formats.workbook import sheet
from crawler.reading.formats.workbook.cell_values import shown
from crawler.reading.formats.workbook.figures import Figures, as_shown


@pytest.mark.parametrize(
    ("code", "value", "said"),
    [
        ("0%", 0.125, "13%"),
        ("0.0%", 0.285, "28.5%"),
        ("0.00%", 1.1, "110.00%"),
        ("0.0#%", 0.125, "12.5%"),
        ("#,##0.0 %", 12, "1200.0%"),
        ("0%", -0.004, "0%"),
        ("0.0%;[Red]-0.0%", -0.125, "-12.5%"),
        ("0%;(0%)", -0.5, "-50%"),
        ('[<0.05]"<5%";0%', 0.5, "50%"),
        ("000000", 123, "000123"),
        ("000000", 12.5, ""),
        ("000000", -5, ""),
        ("00.0", 5, ""),
        ('0.0"%"', 12.5, ""),
        ("General", 0.5, ""),
        (";;;", 0.5, ""),
        ("0%", float("inf"), ""),
        ("0%", 1e300, ""),
    ],
)
def test_what_a_format_makes_of_a_number(code: str, value: float, said: str) -> None:
    assert as_shown(code, value) == said


@given(st.text(max_size=30), st.floats())
def test_any_format_and_any_number_can_be_asked(code: str, value: float) -> None:
    assert isinstance(as_shown(code, value), str)


def test_a_cell_where_no_sheet_has_one_takes_no_room() -> None:
    figures = Figures()
    figures.add(0, 1 << 40, "0%")
    figures.add(1 << 40, 0, "0%")
    figures.add(0, 1, "0%", times=1 << 40)
    assert [shown(cell) for cell in figures.shown(0, 0, [0.5, 0.5])] == ["0.5", "50%"]


def test_a_sheet_says_what_it_shows_and_its_table_keeps_the_number() -> None:
    book, out = openpyxl.Workbook(), io.BytesIO()
    book.active.append([None, None, None])
    book.active.append([None, "Share", "Collar"])
    book.active.append([None, 0.4375, 123])
    book.active.append([None, "n/a", 4417])
    book.active.append([None, True, 0.5])
    for row in book.active.iter_rows(min_row=3):
        row[1].number_format, row[2].number_format = "0.0%", "000000"
    book.save(out)
    found = sheet.read(out.getvalue(), "xlsx", Limits())
    assert found.parts[0].text == "Share\tCollar\n43.8%\t000123\nn/a\t004417\nTRUE\t0.5"
    assert found.parts[0].first_cell == "B2"
    assert found.tables[0].rows == (("Share", "Collar"), (0.4375, 123), ("n/a", 4417), (True, 0.5))
