"""Questions under headings that only number them."""

import pytest

from crawler.reading.letters.headed_questions import headed_questions
from crawler.reading.letters.letter import letter
from crawler.reading.questions.questions import questions


def test_a_heading_becomes_the_number_of_the_question_below_it() -> None:
    lines = ["I ask:", "Question 1", "How many?", "Question 2:", "The rank of each.", "Nine."]
    assert headed_questions(lines) == ["I ask:", "1. How many?", "2. The rank of each.", "Nine."]


@pytest.mark.parametrize(
    "lines",
    [
        ["Question 1", "How many?"],
        ["Question 1", "How many?", "Question 3", "Where?"],
        ["Question 1", "How many?", "Question 1", "Nine."],
        ["Question 1", "Question 2", "How many, and where?"],
        ["REQUEST 1", "1. How many?", "2. Where?", "REQUEST 2", "1. Since when?"],
        ["Request 1", "(1) How many?", "(2) Where?", "Request 2", "Since when?"],
        ["REQUEST 1:", "For each of three years:", "1. How many?", "2. Where?", "REQUEST 2:", "3. Since when?"],
        ["Request 1", "Q1. How many?", "Q2. Where?", "Request 2", "Q3. Since when?", "Q4. And why?"],
        ["Question 1", "How many?", "Our reply", "Nine.", "Question 2", "Where?", "Our reply", "Here."],
        ["Question 1", "How many?", "Answer", "Nine.", "Question 2", "Where?", "Answer", "Here."],
    ],
)
def test_other_headings_stay(lines: list[str]) -> None:
    assert headed_questions(lines) == lines


def test_lists_under_headings_are_their_groups() -> None:
    asked = questions(headed_questions(["REQUEST 1", "1. How many?", "2. Where?", "REQUEST 2", "1. Since when?"]))
    assert [(one["parent"], one["number"], one["text"]) for one in asked] == [
        ("REQUEST 1", "1", "How many?"),
        ("REQUEST 1", "2", "Where?"),
        ("REQUEST 2", "1", "Since when?"),
    ]
    figure = ["Question 1", "12. May is meant: how many?", "Question 2", "1.5 litres: of what?"]
    assert headed_questions(figure) == ["1. 12. May is meant: how many?", "2. 1.5 litres: of what?"]


def test_answers_right_below_headed_questions_are_told_apart() -> None:
    found = letter(
        ["Please provide:", "Question 1", "The number of dogs kept.", "We kept 14 in 2024.", "Question 2",
         "The breed of each.", "This is refused under Section 31(1)(a), since it would help burglars."]
    )  # fmt: skip
    assert found.request == ("Please provide:", "1. The number of dogs kept.", "2. The breed of each.")
    assert found.pairs[0] == ("1", "We kept 14 in 2024.") and found.response[0] == "We kept 14 in 2024."
