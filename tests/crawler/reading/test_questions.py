"""Numbered questions, and answers under the same numbers."""

from hypothesis import given
from hypothesis import strategies as st

from crawler.reading.questions import answers, answers_in_turn, is_question, questions


def test_numbers_parts_and_groups() -> None:
    lines = ["REQUEST 1:", "1. How many?", "a) of men", "b) of women", "2) Where?", "REQUEST 2:", "Q1. When?"]
    found = [(q["number"], q["text"], q["parent"]) for q in questions(lines)]
    assert found == [
        ("1", "How many?", "REQUEST 1"),
        ("1a", "of men", "1"),
        ("1b", "of women", "1"),
        ("2", "Where?", "REQUEST 1"),
        ("1", "When?", "REQUEST 2"),
    ]


def test_bullets_and_bare_questions_have_no_number() -> None:
    assert [(q["number"], q["text"]) for q in questions(["Hello.", "- How many?**", "- Where?"])] == [
        (None, "How many?"),
        (None, "Where?"),
    ]
    assert [q["text"] for q in questions(["Hello.", "How many are there?", "Thanks."])] == ["How many are there?"]
    assert is_question("How many?**") and not is_question("Nine.")


def test_answers() -> None:
    asked = questions(["1. How many?", "2. Where?", "3. Why?"])
    lines = ["1. Nine", "Question 2 - Here", "3. Why?", "Nobody wrote it down.", "4. Not asked"]
    assert [(a["number"], a["text"]) for a in answers(lines, asked)] == [
        ("1", "Nine"),
        ("2", "Here"),
        ("3", "Nobody wrote it down."),
    ]


def test_answers_on_one_line_and_by_group() -> None:
    asked = questions(["a/ How many?", "b/ Where?"])
    assert [(a["number"], a["text"]) for a in answers(["In part wrong. a/ 143. b/ 17 failed."], asked)] == [
        ("a", "143."),
        ("b", "17 failed."),
    ]
    numbered = questions(["1. How many?"])
    assert answers(["REQUEST 2", "Q1 – 212 officers."], numbered)[0] == {
        "number": "REQUEST 2 Q1",
        "text": "212 officers.",
    }
    assert answers(["Q1 response: 12"], numbered)[0]["text"] == "12"


def test_answers_in_turn() -> None:
    asked = questions(["1. How many?", "2. Where?"])
    assert [(a["number"], a["text"]) for a in answers_in_turn(["a) 11", "Answer: here"], asked)] == [
        ("1", "11"),
        ("2", "here"),
    ]


@given(st.lists(st.text("qQ1a).:- ?xRequest2", max_size=30), max_size=8))
def test_any_lines(lines: list[str]) -> None:
    asked = questions(lines)
    numbers = {question["number"] for question in asked}
    assert all(answer["text"] for answer in answers(lines, asked))
    assert all(answer["number"] in numbers for answer in answers_in_turn(lines, asked))


def test_numbers_without_a_point() -> None:
    asked = questions(["Q1 How many left", "Question 2 Their ranks", "R. Quill"])
    assert [(q["number"], q["text"]) for q in asked] == [("1", "How many left"), ("2", "Their ranks")]
    given = answers(["Q1 88 officers.", "Q2 Please see the file."], asked)
    assert [(a["number"], a["text"]) for a in given] == [("1", "88 officers."), ("2", "Please see the file.")]


def test_answers_under_the_parts_of_a_question() -> None:
    asked = questions(["1. How many?", "a. How many were proven?", "2. Where?"])
    given = answers(["1. 13", "a. 9", "2. Here"], asked)
    assert [(a["number"], a["text"]) for a in given] == [("1", "13"), ("1a", "9"), ("2", "Here")]


def test_one_wish_without_number_or_mark_is_the_question() -> None:
    wish = "Please give me a list of hearings held in 2023."
    assert [q["text"] for q in questions(["Good morning", wish])] == [wish]
