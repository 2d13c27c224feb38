"""Numbers behind a word that nobody else uses."""

import pytest

from crawler.reading.questions.answers import answers
from crawler.reading.questions.own_numbers import of_answers
from crawler.reading.questions.questions import questions


@pytest.mark.parametrize("word", ["No. ", "Ceist ", "C", "Your wish ", "Qry.", "§", "QUERY ", "Request "])
def test_questions_are_numbered_behind_any_word(word: str) -> None:
    found = questions(["Dear all,", f"{word}1 How many were reported?", f"{word}2 Please give the cost."])
    assert [(one["number"], one["text"]) for one in found] == [
        ("1", "How many were reported?"),
        ("2", "Please give the cost."),
    ]


@pytest.mark.parametrize(
    "lines",
    [
        ["Ward 1 had nine thefts in 2023.", "Ward 2 had six thefts in 2023. How many had ward 3?"],  # does not ask
        ["Phase 2: how many were there?", "Phase 3: how many were there?"],  # does not count from 1
        ["Tier 1: how many were there?", "Grade 2: how many were there?"],  # two words
    ],
)
def test_other_lines_keep_their_words(lines: list[str]) -> None:
    assert not any(one["number"] for one in questions(lines))


def test_answers_are_those_of_all_questions_and_no_others() -> None:
    asked = questions(["Ceist 1. How many came?", "Ceist 2. How many went?"])
    found = answers(["Freagairt 1. Seven.", "Freagairt 2. Nobody asks that."], asked)
    assert [(one["number"], one["text"]) for one in found] == [("1", "Seven."), ("2", "Nobody asks that.")]


def test_what_else_counts_is_no_answer() -> None:
    lines = ["Officer 1: dismissed", "Officer 2: resigned", "Officer 3: final warning"]
    assert of_answers(lines, ["1", "2"]) == lines


def test_letters_count_too_and_may_stand_alone_above_the_answer() -> None:
    asked = questions(["Q-a how many came?", "Q-b how many went?", "Q-c what was spent?"])
    assert [one["number"] for one in asked] == ["a", "b", "c"]
    found = answers(["Q-a", "| 2023 | 41 |", "Q-b", "Nobody.", "Q-c", "£9."], asked)
    assert [(one["number"], one["text"]) for one in found] == [("b", "Nobody."), ("c", "£9.")]


def test_numbers_in_circles_count() -> None:
    found = questions(["① How many came?", "② How many went?"])
    assert [(one["number"], one["text"]) for one in found] == [("1", "How many came?"), ("2", "How many went?")]
