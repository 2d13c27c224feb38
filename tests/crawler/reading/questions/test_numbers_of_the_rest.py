"""Bare numbers of the questions that are left."""

import pytest

from crawler.reading.questions.numbers_of_the_rest import with_points

_KNOWN = ("1", "2", "3", "4")


@pytest.mark.parametrize("above", ["Questions 1 and 2", "| 2. Boats at Hull | 6 |", "| Q2 Boats | 6 |"])
def test_numbers_that_go_on_from_a_question_above(above: str) -> None:
    assert with_points([above, "3 Nine men", "4 £80"], _KNOWN) == [above, "3. Nine men", "4. £80"]


@pytest.mark.parametrize(
    "lines",
    [
        ["3 Nine men", "4 Eight women"],  # no question stands above
        ["Question 1", "3 Nine men", "4 Eight women"],  # another does
        ["Question 2", "3 Nine men"],  # not up to the last
        ["Question 2", "4 Eight women", "3 Nine men"],  # no order
        ["Question 3", "4 May 2024"],
        ["Question 3", "4 officers went."],
        ["| 31 Boats | 6 |", "4 Eight women"],
        [],
    ],
)
def test_other_numbers_stay(lines: list[str]) -> None:
    assert with_points(lines, _KNOWN) == lines


@pytest.mark.parametrize("shared", ["2 and 3", "2, 3", "2 & 3", "2-3", "2 to 3"])
def test_numbers_beside_a_line_of_all_the_others(shared: str) -> None:
    row = "| Boats | 6 |"
    assert with_points(["1 Nine men", shared, row, "4 GPS sets"], _KNOWN) == [
        "1. Nine men",
        f"{shared}.",
        row,
        "4. GPS sets",
    ]
    assert with_points(["1. Nine men", shared, row, "4. £80"], _KNOWN)[1] == f"{shared}."


@pytest.mark.parametrize(
    "lines",
    [
        ["1 Nine men", "2 to 4 weeks"],
        ["1 Nine men", "2 and 3", "5 Hull"],  # not of all questions
        ["1 Nine men", "2 and 3", "3 Hull", "4 £80"],  # nor each once
        ["4 Nine men", "2 and 3", "1 Hull"],
        ["1 Nine men", "2, 3", "18"],
    ],
)
def test_other_lines_of_several_numbers_stay(lines: list[str]) -> None:
    assert with_points(lines, _KNOWN) == lines
