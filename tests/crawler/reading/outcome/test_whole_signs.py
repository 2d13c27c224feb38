"""The signs of what became of the whole."""

from hypothesis import given
from hypothesis import strategies as st

from crawler.reading.outcome.weighing import OUTCOMES
from crawler.reading.outcome.whole_signs import whole_signs

REFUSAL = "The names are withheld under Section 40(2)."


def test_what_stands_before_a_refusal_is_told_from_what_stands_after_it() -> None:
    said = ["There were nine.", REFUSAL, "There were ten."]
    assert whole_signs(said, [0.9, 0.1, 0.4], [False, True, False], {})["answers before"] == 0.9
    assert whole_signs(said, [0.9, 0.1, 0.4], [True, False, False], {})["answers before"] == 0.0


def test_words_of_a_part_and_of_all_are_signs() -> None:
    part = whole_signs(["Your request is granted in part."], [0.1], [False], {})
    full = whole_signs(["We give you all of it, and nothing is withheld."], [0.1], [False], {})
    assert (part["in part"], part["in full"]) == (1.0, 0.0)
    assert (full["in part"], full["in full"]) == (0.0, 1.0)


def test_what_no_form_lets_a_force_find_costs_too_much() -> None:
    said = ["This is not held in that form.", "Each of 4,100 files would have to be read by hand."]
    signs = whole_signs(said, [0.1, 0.1], [True, False], {})
    assert signs["cost"] == 1.0 and signs["cost, not held"] == signs["best not_held"] > 0.5
    assert "cost" not in whole_signs(said[:1], [0.1], [True], {})


def test_the_whole_knows_how_likely_its_questions_are_what() -> None:
    parts = {"1": dict.fromkeys(OUTCOMES, 0.0) | {"refused": 0.8}, "2": dict.fromkeys(OUTCOMES, 0.0) | {"refused": 0.3}}
    signs = whole_signs([REFUSAL], [0.0], [True], parts)
    assert (signs["most refused"], signs["least refused"]) == (0.8, 0.3)
    assert "most refused" not in whole_signs([REFUSAL], [0.0], [True], {})


@given(st.lists(st.text(max_size=80), min_size=1, max_size=6))
def test_signs_are_shares(said: list[str]) -> None:
    signs = whole_signs(said, [0.5] * len(said), [False] * len(said), {})
    assert all(0.0 <= size <= 1.0 + 1e-9 for size in signs.values())
