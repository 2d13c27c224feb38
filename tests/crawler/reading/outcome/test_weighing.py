"""What rules decided, weighed against the words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.reading.outcome.weighing import OUTCOMES, by_part, chances, signs_of, weighed

REFUSAL = ("The names are withheld under Section 40(2).", "Colleagues would know who was meant.")


def test_the_rules_stand_where_the_words_agree() -> None:
    assert weighed("whole", "refused", signs_of(REFUSAL, "refused", {REFUSAL[0]}, ["relied s40"])) == "refused"


def test_the_rules_give_way_to_the_words() -> None:
    said = ("No record of that kind has ever been kept by us.", "We have nothing that answers your question.")
    assert weighed("whole", "disclosed", signs_of(said, "disclosed", ())) == "not_held"


def test_without_signs_nothing_is_overruled() -> None:
    assert weighed("part", "ncnd", {}) == "ncnd"


def test_only_questions_of_which_something_is_said_are_weighed() -> None:
    signs = by_part({"1": "disclosed", "2": "refused"}, {"1": ["Nine."], "3": ["No."]}, {"Nine."}, "part_disclosed")
    assert list(signs) == ["1"]
    assert signs["1"]["whole part_disclosed"] == 1.0


@given(st.lists(st.text(max_size=80), max_size=6), st.sampled_from(OUTCOMES))
def test_signs_are_shares_and_chances_add_up(said: list[str], ruled: str) -> None:
    signs = signs_of(said, ruled, said[:1])
    assert all(0.0 <= size <= 1.0 + 1e-9 for size in signs.values())
    assert sum(chances({"always": [1.0, 0, 0, 0, 0, 0]}, signs).values()) == pytest.approx(1.0)
