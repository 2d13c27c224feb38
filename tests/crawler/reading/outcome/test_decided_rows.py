"""Tables that decide question by question."""

import pytest

from crawler.reading.outcome.alignment import said_in_order
from crawler.reading.outcome.decided_rows import decided
from crawler.reading.outcome.told import told
from crawler.reading.questions.questions import questions

_KNOWN = ("1", "2", "3")
_ROWS = (("1", "Six boats"), ("2", "Moored at Hull", "Given"), ("3", "Kept back", "Not given"))
_BESIDE = [("1", "Six boats"), ("2", "Moored at Hull"), ("2", "Given"), ("3", "Kept back"), ("3", "Not given")]


@pytest.mark.parametrize("head", [(), (("No.", "Answer", "Position"),), (("", "Answer"),), (("Part", "Ours"),)])
def test_what_stands_beside_the_number_of_a_question_is_of_it(head: tuple[tuple[str, ...], ...]) -> None:
    assert list(decided((*head, *_ROWS), _KNOWN)) == _BESIDE


@pytest.mark.parametrize("mark", ["Q{}", "({})", "{}.", "Question {}"])
def test_the_number_may_be_marked(mark: str) -> None:
    rows = tuple((mark.format(number), *rest) for number, *rest in _ROWS)
    assert list(decided(rows, _KNOWN)) == _BESIDE


def test_a_row_may_decide_on_several_and_a_headed_table_on_some() -> None:
    rows = (("Question", "Decision"), ("1 and 3", "Released"))
    assert list(decided(rows, _KNOWN)) == [("1", "Released"), ("3", "Released")]


def test_what_a_review_is_about_is_no_decision() -> None:
    rows = (("Part", "First decision", "On review"), ("1", "Refused", "Released"), ("2", "Refused", "Upheld"))
    assert list(decided(rows, _KNOWN)) == [("1", "Released"), ("2", "Upheld")]
    last = (("Part", "First decision"), ("1", "Refused"), ("2", "Refused"))
    assert list(decided(last, _KNOWN)) == [("1", "Refused"), ("2", "Refused")]


@pytest.mark.parametrize(
    "rows",
    [
        (),
        (("Rank", "Station"), ("1", "Hull"), ("2", "Goole"), ("3", "Selby")),
        (("No.", "Station"), ("1", "Hull"), ("2", "Goole"), ("3", "Selby"), ("4", "York")),
        (("No.", "Station"), ("1", "Hull"), ("2", "Goole")),
        (("Question", "Station"), ("1", "Hull"), ("All", "Goole"), ("3", "Selby")),
        (("Part", "Station"), ("1", "Hull"), ("1", "Goole")),
        (("Year", "Boats"), ("2021", "Six"), ("2022", "Seven"), ("2023", "Eight")),
        tuple((str(number), "Hull") for number in range(1, 90)),
    ],
)
def test_rows_that_count_something_else_are_of_no_question(rows: tuple[tuple[str, ...], ...]) -> None:
    assert list(decided(rows, _KNOWN)) == []


def test_an_answer_of_several_sentences_in_a_row_is_weighed() -> None:
    said = said_in_order(["| 1 | We keep six. Two leak. | Given |"], {"1": ["We keep six.", "Two leak."]}, ("1",))
    assert [(one.text, one.attributed) for one in said] == [("We keep six.", {"1"}), ("Two leak.", {"1"})]


def test_what_stands_beside_a_number_is_told_of_its_question_but_not_the_question() -> None:
    texts = {"1": "How many boats do you keep?", "2": "Where are they moored?"}
    asked = questions([f"{number}. {text}" for number, text in texts.items()])
    lines = ["| Part | Asked | Outcome |", f"| 1 | {texts['1']} | Released |", f"| 2 | {texts['2']} | Kept back |"]
    assert told(lines, asked, (), texts, small=False).words == {"1": ["Released"], "2": ["Kept back"]}
