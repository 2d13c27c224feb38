"""Which question each sentence speaks of, by words and by order."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.reading.outcome.alignment import Aligned, aligned, said_in_order
from crawler.reading.outcome.stems import stems_of

ASKED = {
    "1": "How many dogs does the force have?",
    "2": "How many complaints about them were upheld?",
    "3": "What does their food cost?",
}


def _likeliest(found: Aligned) -> list[str]:
    names = [*found.asked, "whole"]
    return [names[max(range(len(row)), key=row.__getitem__)] for row in found.odds]


def _of(lines: list[str]) -> Aligned:
    return aligned(said_in_order(lines, {}, list(ASKED)), ASKED)


def test_words_and_order_tell_of_what_a_sentence_speaks() -> None:
    found = _of(["The unit has 41 dogs. Two complaints were upheld. Food came to £9,000 in the last year."])
    assert _likeliest(found) == ["1", "2", "3"]


def test_a_sentence_without_such_words_goes_on_with_the_question_of_the_last_or_the_next() -> None:
    found = _of(["Complaints that were upheld are not held. They are kept elsewhere."])
    assert min(found.odds[1][1:3]) > 2 * found.odds[1][0]


def test_a_number_outweighs_words() -> None:
    found = _of(["As to question 3, the dogs have no budget of their own."])
    assert _likeliest(found) == ["3"]


def test_what_was_attributed_counts() -> None:
    said = said_in_order(["It is with the kennels."], {"2": ["It is with the kennels."]}, list(ASKED))
    assert said[0].attributed == {"2"}
    with_it, without = aligned(said, ASKED), _of(["It is with the kennels."])
    assert with_it.odds[0][1] > 2 * without.odds[0][1]


def test_half_a_sentence_that_was_attributed_counts_too() -> None:
    whole = "Question 1 is answered below, and question 2 is refused."
    said = said_in_order([whole], {"1": ["Question 1 is answered below"], "2": ["question 2 is refused."]}, ["1", "2"])
    assert said[0].attributed == {"1", "2"}


def test_a_sentence_that_names_several_speaks_of_each_of_them() -> None:
    found = _of(["Questions 2 and 3 are exempt."])
    assert found.odds[0][1] == found.odds[0][2] > 0.9 > 0.1 > found.odds[0][0]


def test_a_request_that_is_named_is_all_of_its_questions() -> None:
    known = ["REQUEST 1 Q1", "REQUEST 1 Q2", "REQUEST 2 Q1"]
    (said,) = said_in_order(["Section 21 covers Request 1."], {}, known)
    assert said.named == {"REQUEST 1 Q1", "REQUEST 1 Q2"}


def test_marks_and_pointers_say_nothing_of_their_own() -> None:
    lines = ["REQUEST 2", "Q1 and Q2:", "1.", "As question 1.", "(b)", "Nine.", "Q3 – 14", "Points to note"]
    assert [one.text for one in said_in_order(lines, {}, ())] == ["Nine.", "Q3 – 14", "Points to note"]


def test_of_a_table_only_the_cells_that_decide_or_answer_are_sentences() -> None:
    rows = ["| Year | Dogs | Bites |", "| 2023 | 41 | Not held |", "| 2024 | Fifty | 3 |"]
    said = said_in_order(rows, {"1": ["Fifty"]}, list(ASKED))
    assert [one.text for one in said] == ["Not held", "Fifty"]


def test_words_of_every_request_are_none() -> None:
    assert stems_of("Please provide the number of dismissals per year") == {"dismi"}


@given(st.lists(st.text(max_size=80), max_size=6), st.lists(st.text(max_size=40), max_size=4))
def test_odds_add_up(lines: list[str], texts: list[str]) -> None:
    asked = {str(at): text for at, text in enumerate(texts, 1)}
    found = aligned(said_in_order(lines, {}, list(asked)), asked)
    assert len(found.odds) == len(found.said) == len(found.shared)
    assert all(len(row) == len(asked) + 1 for row in found.odds)
    assert all(0.0 <= size <= 1.0 + 1e-9 for row in found.odds for size in row)
    alone = (row for one, row in zip(found.said, found.odds, strict=True) if len(one.named) < 2)
    assert all(sum(row) == pytest.approx(1.0) for row in alone)
    assert all(0.0 <= size <= 1.0 for row in found.shared for size in row)
