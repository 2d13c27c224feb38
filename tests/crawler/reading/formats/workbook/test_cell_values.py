"""A cell is a text for searching and a typed value for counting."""

import datetime

import pytest

from crawler.reading.formats.workbook.cell_values import shown, typed

MOMENT = datetime.datetime.fromisoformat


@pytest.mark.parametrize(
    ("cell", "text", "value"),
    [
        (3.0, "3", 3),
        (0.1 + 0.2, "0.3", 0.3),
        (1e21, "1e+21", 1e21),
        (-4, "-4", -4),
        (True, "TRUE", True),
        (None, "", ""),
        ("007", "007", "007"),
        (" two\nlines\tand more ", "two lines and more", "two lines and more"),
        (MOMENT("2024-03-31"), "2024-03-31", "2024-03-31"),
        (MOMENT("2024-03-31 09:30"), "2024-03-31 09:30:00", "2024-03-31T09:30:00"),
        (MOMENT("2024-03-31 09:29:59.999997"), "2024-03-31 09:30:00", "2024-03-31T09:30:00"),
        (datetime.date(2024, 3, 31), "2024-03-31", "2024-03-31"),
        (datetime.time(9, 30), "09:30:00", "09:30:00"),
        (datetime.timedelta(hours=26, minutes=30), "26:30:00", "26:30:00"),
        (datetime.timedelta(hours=-1), "-01:00:00", "-01:00:00"),
        (float("inf"), "inf", "inf"),
        ("#REF!", "#REF!", "#REF!"),
    ],
)
def test_a_cell(cell: object, text: str, value: object) -> None:
    assert shown(cell) == text
    assert typed(cell) == value
    assert type(typed(cell)) is type(value)


def test_the_last_moment_there_is_stays_as_it_is() -> None:
    assert shown(MOMENT("9999-12-31 23:59:59.999999")) == "9999-12-31 23:59:59.999999"
