"""The labels that answers bear, read so that they are of questions where that can be."""

import pytest

from crawler.reading.questions.answers import answers
from crawler.reading.questions.questions import questions

_LETTERS = ["a. How many boats?", "b. Where are they moored?", "c. What did they cost?"]
_ROMAN = ["i. How many boats?", "ii. Where are they moored?", "iii. What did they cost?"]
_THREE = ["1. How many boats?", "2. Where are they moored?", "3. What did they cost?"]
_PARTS = ["1a. How many boats?", "1b. Where are they moored?", "2. What did they cost?"]


def _given(asked: list[str], lines: list[str]) -> dict[str | None, str | None]:
    return {one["number"]: one["text"] for one in answers(lines, questions(asked))}


def test_a_figure_behind_the_first_letter_is_its_answer() -> None:
    assert _given(_LETTERS, ["a. 14.", "b. Hull.", "c. £9."]) == {"a": "14.", "b": "Hull.", "c": "£9."}
    assert _given(_THREE, ["A. 1. Six boats.", "A. 2. Hull."]) == {"1": "Six boats.", "2": "Hull."}


def test_a_part_in_brackets_is_of_its_question_alone_where_that_has_no_parts() -> None:
    assert _given(_THREE, ["Q1 Six.", "Q2 (a) Hull (b) Goole", "Q3 £9"])["2"] == "(a) Hull (b) Goole"
    assert "2" not in _given(_THREE, ["Q1 Six.", "Q2 (a) Hull", "Q3 £9"])
    assert _given(_PARTS, ["1. a. Six.", "b. Hull.", "2. £9"]) == {"1a": "Six.", "1b": "Hull.", "2": "£9"}


@pytest.mark.parametrize("label", ["i. and ii.", "(i) and (ii)", "[i] and [ii]"])
def test_several_roman_numbers_share_what_stands_behind_them(label: str) -> None:
    found = _given(_ROMAN, [f"{label} Nobody wrote it down.", "iii. £9."])
    assert found == {"i": "Nobody wrote it down.", "ii": "Nobody wrote it down.", "iii": "£9."}


def test_a_dash_behind_a_bracket_is_no_part_of_the_answer() -> None:
    assert _given(_LETTERS, ["Part (a) - Six boats.", "Part (b) – Hull.", "(c) - £9"]) == {
        "a": "Six boats.",
        "b": "Hull.",
        "c": "£9",
    }


def test_a_smaller_number_behind_a_dash_is_a_figure() -> None:
    assert _given(_THREE, ["Q1 - 14.", "Q2 - Hull.", "Q3 - 2."])["3"] == "2."
    assert _given(_THREE, ["Response 1 - 3.", "None is kept."]) == dict.fromkeys(("1", "2", "3"), "None is kept.")


def test_a_verb_behind_a_sign_is_an_answer() -> None:
    said = ["Q1 – Six.", "Q2 – is to be read on the harbour's own pages.", "Q3 – £9"]
    assert _given(_THREE, said)["2"] == "is to be read on the harbour's own pages."
    assert "2" not in _given(_THREE, ["(1) Six.", "(2) is for the harbour master.", "(3) £9"])


@pytest.mark.parametrize("mark", ["{}", "{}.", "({})"])
def test_a_letter_that_a_sentence_opens_with_is_of_its_question(mark: str) -> None:
    a, b, c = (mark.format(letter) for letter in "abc")
    told = [f"As regards {a}, the club has six.", f"On {b}, nobody wrote it down.", f"Turning to {c}: £9."]
    assert _given(_LETTERS, told) == {"a": "the club has six.", "b": "nobody wrote it down.", "c": "£9."}
    both = [f"In relation to {a} and {c}, the club kept no list.", f"As to {b}, Hull."]
    assert _given(_LETTERS, both) == {"a": "the club kept no list.", "b": "Hull.", "c": "the club kept no list."}


@pytest.mark.parametrize(
    "line", ["On a boat, six men.", "For a or b you may ask the club.", "For e-mails, ask the club."]
)
def test_a_letter_that_no_comma_follows_is_a_word(line: str) -> None:
    assert _given(_LETTERS, [line, "As to b, Hull."]) == {}
