"""Replies in which questions and answers take turns."""

import pytest

from crawler.reading.turns import Turns, taken_apart, unmix


def test_headings_that_take_turns() -> None:
    lines = ["Request 1", "How many?", "Answer", "Nine.", "Request 2", "Where?", "Answer", "Here."]
    assert taken_apart(lines, 2) == Turns(
        ("Request 1", "How many?", "Request 2", "Where?"), ("Nine.", "Here."), (("1", "Nine."), ("2", "Here."))
    )


def test_one_answer_is_no_turn() -> None:
    assert taken_apart(["How many?", "Answer", "Nine.", "REQUEST 2", "see above"], 1) is None


def test_labels_that_take_turns() -> None:
    lines = ["Q1. How many?", "A1. Nine.", "Q2. Where?", "A2. We do not hold it."]
    assert taken_apart(lines, 3) == Turns(
        ("Q1. How many?", "Q2. Where?"),
        ("A1. Nine.", "A2. We do not hold it."),
        (("1", "Nine."), ("2", "We do not hold it.")),
    )


def test_an_answer_under_each_number() -> None:
    lines = ["1. The number of officers.", "There were nine.", "2. Their ranks.", "a) now", "This is refused."]
    turns = taken_apart(lines, -1)
    assert turns is not None
    assert turns.asked == ("1. The number of officers.", "2. Their ranks.", "a) now")
    assert turns.pairs == (("1", "There were nine."), ("2", "This is refused."))


@pytest.mark.parametrize(
    "lines",
    [
        ["1. How many?", "Please give each year.", "2. Where?", "For example, by town."],
        ["1. How many?", "2. Where?", "1. Nine.", "2. Here."],
        ["1. How many officers?", "Uniformed ones.", "2. Where?", "Response", "Nine, here."],
    ],
)
def test_a_wish_a_second_list_or_a_heading_is_no_turn(lines: list[str]) -> None:
    assert taken_apart(lines, len(lines)) is None


def test_columns_of_a_table() -> None:
    lines = ["| Question | Answer |", "| 1. How many? | 9 |", "| 2. Where? | Here |", "That is all."]
    assert taken_apart(lines, -1) == Turns(
        ("1. How many?", "2. Where?"), ("9", "Here", "That is all."), (("1", "9"), ("2", "Here"))
    )


def test_a_letter_under_each_number_answers_it() -> None:
    assert unmix(["1. How many?", "a) 11", "2. Where?", "a) Here"]) == (
        ["1. How many?", "2. Where?"],
        ["a) 11", "a) Here"],
    )


def test_letters_in_a_row_are_parts_of_the_question() -> None:
    lines = ["1. How many, by:", "a) rank", "b) year"]
    assert unmix(lines) == (lines, [])
