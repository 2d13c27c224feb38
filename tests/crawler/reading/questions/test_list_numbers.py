"""The numbers of lists in the forms in which people write them."""

import pytest

from crawler.reading.questions.list_numbers import first_apart, in_digits, joined
from crawler.reading.questions.questions import questions


@pytest.mark.parametrize(
    ("lines", "numbers"),
    [
        (["1.) how many dogs", "2.) how many cats"], ["1", "2"]),
        (["[1] how many dogs", "[2] how many cats"], ["1", "2"]),
        (["- (i) how many dogs", "- (ii) how many cats", "- (iii) their names"], ["i", "ii", "iii"]),
        (["1] How many dogs?", "2] How many cats?"], ["1", "2"]),
        (["- 1a Dogs kept in 2024", "- 1b Their breeds and ages", "- 2 Cats kept in 2024"], ["1a", "1b", "2"]),
        (["“1. How many dogs?", "2. How many cats?”"], ["1", "2"]),
        (["1, The number of dogs", "2, The number of cats"], ["1", "2"]),
    ],
)
def test_a_number_is_one_in_any_form(lines: list[str], numbers: list[str]) -> None:
    assert [one["number"] for one in questions(lines)] == numbers


def test_figures_that_do_not_count_on_are_no_numbers_of_a_list() -> None:
    lines = ["- 14 dogs were kept", "- 3 cats were kept"]
    assert in_digits(lines) == lines


def test_bare_numbers_of_a_list_among_other_figures() -> None:
    lines = ["27 May 2026", "1 A copy of the review", "2 The number of cases", "3 Operations ended in May"]
    assert in_digits(lines)[:3] == ["27 May 2026", "1. A copy of the review", "2. The number of cases"]
    assert in_digits(["2 Officers left", "27 Officers stayed"]) == ["2 Officers left", "27 Officers stayed"]


def test_the_first_item_within_a_line() -> None:
    assert first_apart(["I ask. 1. How many?", "2. Where?"]) == ["I ask.", "1. How many?", "2. Where?"]
    assert first_apart(["I ask. 1. How many?", "Where?"]) == ["I ask. 1. How many?", "Where?"]


def test_numbers_that_stand_alone_go_before_their_questions() -> None:
    assert joined(["1.", "How many?", "Nine.", "2.", "Where?"]) == ["1. How many?", "Nine.", "2. Where?"]
    for lines in (
        ["14", "Why?", "9", "Where?"],
        ["1.", "Nine.", "2.", "Ten."],
        ["Question 1", "How?", "Question 2", "Y?"],
    ):
        assert joined(lines) == lines


def test_a_dash_within_a_line_is_no_dot_before_a_number() -> None:
    assert in_digits(["2022 - 17, 2023 - 23, 2024 - 19."]) == ["2022 - 17, 2023 - 23, 2024 - 19."]
    assert in_digits(["- 1. How many?"]) == ["1. How many?"]


@pytest.mark.parametrize("word", ["And", "and", "Also,", "Finally"])
def test_a_word_before_the_last_number_of_a_list(word: str) -> None:
    asked = questions(["(i) kept geese;", "(ii) fed geese;", f"{word} (iii) who paid for it?"])
    assert [(one["number"], one["text"]) for one in asked][-1] == ("iii", "who paid for it?")


@pytest.mark.parametrize("line", ["And (see below) who paid?", "And (2019) who paid?", "Android (i) phones"])
def test_a_bracket_that_holds_no_number_of_a_list(line: str) -> None:
    assert in_digits([line]) == [line]


def test_ordinals_that_count_from_the_first_are_numbers() -> None:
    assert in_digits(["First: nine.", "As for the lot.", "Second: none.", "To your third question, two."]) == [
        "1. nine.",
        "As for the lot.",
        "2. none.",
        "3. two.",
    ]


@pytest.mark.parametrize(
    "lines",
    [
        ["First: nine.", "Third: two."],
        ["First, we searched the register.", "Second, we asked the unit."],
        ["Second: none.", "Third: two."],
        ["First: nine."],
    ],
)
def test_other_ordinals_are_words(lines: list[str]) -> None:
    assert in_digits(lines) == lines
