"""What rules decided, weighed against the words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.reading.outcome.weighing import OUTCOMES, chances, of_answers, of_each, of_parts, signs_of, weighed

REFUSAL = ("The names are withheld under Section 40(2).", "Colleagues would know who was meant.")


def test_the_rules_stand_where_the_words_agree() -> None:
    assert weighed("refused", signs_of(REFUSAL, "refused", {REFUSAL[0]}, ["relied s40"])) == "refused"


def test_the_rules_give_way_to_the_words() -> None:
    said = ("No record of that kind has ever been kept by us.", "We have nothing that answers your question.")
    assert weighed("disclosed", signs_of(said, "disclosed", ())) == "not_held"


def test_without_signs_nothing_is_overruled() -> None:
    assert weighed("ncnd", {}) == "ncnd"


def test_what_stands_before_a_refusal_is_told_from_what_stands_after_it() -> None:
    signs = of_answers([0.9, 0.2, 0.4], [False, True, False], "refused", REFUSAL)
    assert signs["answers before"] == 0.9
    assert signs["answers after"] == signs["answers after relied"] == 0.4
    assert of_answers([], [], "refused", ())["answers"] == 0.0


def test_the_whole_knows_how_likely_its_questions_are_what() -> None:
    odds = of_each({"1": {"rule refused": 1.0, "own refused": 1.0}, "2": {"rule disclosed": 1.0, "own disclosed": 1.0}})
    assert odds["1"]["refused"] > odds["1"]["disclosed"]
    assert of_parts(odds)["most refused"] == odds["1"]["refused"]
    assert of_parts({}) == {}


@given(st.lists(st.text(max_size=80), max_size=6), st.sampled_from(OUTCOMES))
def test_signs_are_shares_and_chances_add_up(said: list[str], ruled: str) -> None:
    signs = signs_of(said, ruled, said[:1])
    assert all(0.0 <= size <= 1.0 + 1e-9 for size in signs.values())
    assert sum(chances({"always": [1.0, 0, 0, 0, 0, 0]}, signs).values()) == pytest.approx(1.0)
