"""Where answers begin."""

import pytest

from crawler.reading.questions.answers import answers, answers_in_turn
from crawler.reading.questions.questions import questions

_THREE = ["1. How many boats?", "2. Where are they moored?", "3. What did they cost?"]
_LETTERS = ["a. How many boats?", "b. Where are they moored?", "c. What did they cost?"]
_ROWS = ["| | 2023 | 2024 |", "| 1 Boats | 5 | 6 |", "| 2 At Hull | 4 | 4 |"]


def _given(asked: list[str], lines: list[str]) -> dict[str | None, str | None]:
    return {one["number"]: one["text"] for one in answers(lines, questions(asked))}


@pytest.mark.parametrize("lead", ["As to {}, ", "In regard to ({}), ", "Touching {}, ", "Concerning {}: "])
def test_sentences_that_open_with_letters_answer(lead: str) -> None:
    said = {"a": "six boats were bought.", "b": "they lie at Hull.", "c": "the price was £9."}
    for names in ("abc", "ABC"):
        lines = [lead.format(name) + said[name.lower()] for name in names]
        assert _given(_LETTERS, lines) == said


def test_a_sentence_that_ends_in_a_letter_has_its_answer_behind_it() -> None:
    lines = ["As to (a), six.", "We are at a loss with (b). The log burnt.", "As to (c), £9."]
    assert _given(_LETTERS, lines) == {"a": "six.", "b": "The log burnt.", "c": "£9."}
    other = ["As to (a), six.", "The log was filed with (d). It burnt.", "As to (c), £9."]
    assert "b" not in _given(_LETTERS, other)


def test_a_sentence_answers_what_a_table_leaves() -> None:
    assert _given(_THREE, [*_ROWS, "For 3, there is no record."]) == {"3": "there is no record."}
    assert _given(_THREE, ["| 1 May | 5 |", "For 3, there is no record."]) == {}  # a day
    assert _given(_THREE, ["All is in the file.", "For 3, there is no record."]) == {}


def test_the_paragraph_above_is_the_answer_to_the_first_where_sentences_answer_all_others() -> None:
    told = ["As to question 2, they lie at Hull.", "As to question 3, nobody knows."]
    assert _given(_THREE, ["Six boats were bought.", *told])["1"] == "Six boats were bought."
    assert _given(_THREE, ["Six boats were bought.", told[1]]) == {}


def test_a_sentence_of_reasons_ends_the_answer_above_it() -> None:
    lines = ["1. Six.", "2. Hull.", "As to 3, we looked twice.", "Logs burn.", "3. £9"]
    assert _given(_THREE, lines) == {"1": "Six.", "2": "Hull.", "3": "£9"}


@pytest.mark.parametrize("name", ["B. Marsh", "C. D. Marsh, Harbour Master", "B. O’Neill"])
def test_who_signs_with_an_initial_answers_nothing(name: str) -> None:
    assert _given(_LETTERS, ["Six boats lie at Hull.", name]) == {}
    assert _given(_LETTERS, ["a. Six boats", "b. Hull"]) == {"a": "Six boats", "b": "Hull"}
    assert _given(_LETTERS, ["The rest is in the file.", "B. None"]) == {"b": "None"}


def test_a_list_of_reasons_is_no_turn_of_answers() -> None:
    asked = questions(_THREE)
    assert answers_in_turn(["a. the log is old;", "b. it is long;", "A. Marsh"], asked) == ()
    assert len(answers_in_turn(["a. Six.", "a. Hull.", "a. £9."], asked)) == 3
