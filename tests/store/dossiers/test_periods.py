"""The time that a request asks about, in the ways in which requesters write it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.dossiers.periods import period

ASKED = date(2024, 3, 4)


def years(first: int, last: int) -> frozenset[int]:
    return frozenset(range(first * 12, last * 12 + 12))


def months(first: tuple[int, int], last: tuple[int, int]) -> frozenset[int]:
    return frozenset(range(first[0] * 12 + first[1] - 1, last[0] * 12 + last[1]))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("in 2021, 2022 and 2023", years(2021, 2023)),
        ("for each calendar year from 2021 to 2023", years(2021, 2023)),
        ("2021-2023", years(2021, 2023)),
        ("between 2018 and 2022", years(2018, 2022)),
        ("in 2018 and 2022", years(2018, 2018) | years(2022, 2022)),
        ("the financial years 2021/22 and 2022/23", months((2021, 4), (2023, 3))),
        ("from 1 April 2021 to 31st March 2023", months((2021, 4), (2023, 3))),
        ("01/04/2021 - 31/03/2023", months((2021, 4), (2023, 3))),
        ("September and October 2021", months((2021, 9), (2021, 10))),
        ("since January 2023", months((2023, 1), (2024, 3))),
        ("from April 2022 to date", months((2022, 4), (2024, 3))),
        ("over the last three years", months((2021, 3), (2024, 2))),
        ("in the past 6 months", months((2023, 9), (2024, 2))),
        ("the Freedom of Information Act 2000", frozenset()),
        ("the Police (Conduct) Regulations 2020", frozenset()),
        ("how many officers?", frozenset()),
    ],
)
def test_the_months(text: str, expected: frozenset[int]) -> None:
    assert period(text, ASKED).months == expected


def test_what_is_counted_from_a_day_that_is_not_known_is_counted_back_alone() -> None:
    found = period("the last five years", None)
    assert (found.months, found.back) == (frozenset(), 60)


def test_the_words_of_the_time_are_taken_out() -> None:
    assert period("dogs bought in 2021 and over the last two years", ASKED).rest.split() == [
        "dogs", "bought", "in", "and", "over", "the",
    ]  # fmt: skip


@given(st.text(alphabet="0123456789/-. toandJanuarysince", max_size=60))
def test_any_text_gives_some_time_or_none(text: str) -> None:
    assert all(1900 * 12 <= month <= 2100 * 12 for month in period(text, ASKED).months)
