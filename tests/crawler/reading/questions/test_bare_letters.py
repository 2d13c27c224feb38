"""Letters that number a list without a sign behind them."""

import time

import pytest

from crawler.reading.questions.bare_letters import lettered
from crawler.reading.questions.questions import questions


def test_letters_in_a_row_number_questions() -> None:
    lines = ["I write about geese.", "A How many geese?", "B Where were they?", "C Who fed them?"]
    assert [(one["number"], one["text"]) for one in questions(lines)] == [
        ("a", "How many geese?"),
        ("b", "Where were they?"),
        ("c", "Who fed them?"),
    ]


def test_questions_and_answers_in_one_letter_are_each_a_row() -> None:
    lines = ["A How many?", "B Where?", "C Who?", "We reply:", "A Ten.", "B Kent.", "A Chief Inspector asked.", "C We."]
    assert [line[:2] for line in lettered(lines)] == ["A.", "B.", "C.", "We", "A.", "B.", "A ", "C."]
    assert lettered(["A How many?", "B Where?", "A Sergeant asks.", "C Who?"])[3] == "C. Who?"


def test_two_letters_number_only_what_stands_together_and_asks_or_gives_a_figure() -> None:
    assert lettered(["A How many?", "B Where?"]) == ["A. How many?", "B. Where?"]
    assert lettered(["A 12", "B £40,000"]) == ["A. 12", "B. £40,000"]


@pytest.mark.parametrize(
    "lines",
    [
        ["A list of geese", "B list of ducks", "C list of swans"],
        ["A Quill", "B Reed"],
        ["A Sergeant was asked.", "How many?", "B Division was not."],
        ["A How many?", "Why were they kept?", "B Where?"],
        ["B How many?", "C Where?", "D Who?"],
        ["A Division", "B Division", "C Division"],
    ],
)
def test_what_is_no_row_of_letters(lines: list[str]) -> None:
    assert lettered(lines) == lines


def test_many_rows_are_read_in_linear_time() -> None:
    start = time.process_time()
    lettered(["A One", "B Two"] * 50_000 + ["Z Last"] * 100_000)
    assert time.process_time() - start < 2
