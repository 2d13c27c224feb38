"""Numbers of two parts, as 1.1 below question 1."""

import pytest

from crawler.reading.disclosure import read_text
from crawler.reading.questions.answers import answers
from crawler.reading.questions.question_refs import named
from crawler.reading.questions.questions import questions

_LIST = [
    "1. Do you keep horses?",
    "1.1 If so, how many?",
    "1.2. What do they eat?",
    "2. Who grooms them?",
    "2.1) When?",
]


def test_a_number_below_that_of_the_item_above_is_a_question() -> None:
    found = [(one["number"], one["text"], one["parent"]) for one in questions(_LIST)]
    assert found == [
        ("1", "Do you keep horses?", None),
        ("1.1", "If so, how many?", "1"),
        ("1.2", "What do they eat?", "1"),
        ("2", "Who grooms them?", None),
        ("2.1", "When?", "2"),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "1.1 million was spent, I am told.",
        "1.1 hours each, at the most.",
        "1.1.2024 is when it began.",
        "1.2 How many?",
        "2.1 How many?",
        "1.10 How many?",
        "£1.1 How many?",
    ],
)
def test_amounts_dates_and_numbers_that_do_not_count_on_are_words(line: str) -> None:
    assert [one["number"] for one in questions(["1. Do you keep horses?", line, "2. Who grooms them?"])] == ["1", "2"]


def test_a_decimal_without_a_list_is_no_number() -> None:
    assert [one["number"] for one in questions(["1.1 How many horses?"])] == [None]


def test_answers_bear_such_numbers() -> None:
    lines = ["1. Yes.", "1.1 Nine", "Q1.2: 2.1 tonnes of hay", "2. The grooms.", "2.1 - Daily."]
    assert [(one["number"], one["text"]) for one in answers(lines, questions(_LIST))] == [
        ("1", "Yes."),
        ("1.1", "Nine"),
        ("1.2", "2.1 tonnes of hay"),
        ("2", "The grooms."),
        ("2.1", "Daily."),
    ]
    both = answers(["1. Yes.", "1.1 and 1.2: none recorded.", "2. Nobody."], questions(_LIST))
    assert [one["text"] for one in both if "." in (one["number"] or "")] == ["none recorded."] * 2


def test_a_sentence_about_such_a_question_is_not_its_answer() -> None:
    lines = ["1. Yes.", "Question 1.1 is for the stables to answer.", "2. Nobody."]
    assert [one["number"] for one in answers(lines, questions(_LIST))] == ["1", "2"]


def test_sentences_speak_of_such_questions() -> None:
    known = ("1", "1.1", "1.2", "2")
    assert named("Questions 1.1 and 1.2 are refused.", known) == ["1.1", "1.2"]
    assert named("Question 1 took 1.5 hours.", known) == ["1"]
    assert named("Question 2.4 is refused.", known) == ["2"]


def test_each_such_question_has_its_outcome() -> None:
    asked = "You asked:\n\n1. Do you keep horses?\n{}1.1 If so, at what cost?\n{}2. Who grooms them?\n{}"
    refused = "This is exempt under section 43(2).\n"
    turns = read_text(asked.format("Yes.\n", refused, "The grooms.\n\nYours sincerely\n"))
    apart = read_text(asked.format("", "", f"\nOur response:\n\n1. Yes.\n1.1 {refused}2. The grooms.\n"))
    for found in (turns, apart):
        assert found.outcome_parts == {"1": "disclosed", "1.1": "refused", "2": "disclosed"}


def test_numbers_of_two_parts_need_no_whole_one_above() -> None:
    lines = ["1.0 The enquiry", "For taxis only:", "1.1 How many complaints came?", "1.2 How many were upheld?"]
    assert [(one["number"], one["parent"]) for one in questions(lines)] == [("1.1", None), ("1.2", None)]
    further = [*lines, "2.1 What did they cost?"]
    assert [one["number"] for one in questions(further)] == ["1.1", "1.2", "2.1"]
