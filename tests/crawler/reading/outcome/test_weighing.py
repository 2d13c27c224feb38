"""Signs and their weights."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.reading.outcome.weighing import OUTCOMES, chances, likely, weighed

SIGNS = st.dictionaries(st.sampled_from(("always", "data", "all ncnd", "share refused", "unheard of")), st.floats(0, 1))


def test_each_sign_counts_by_its_weight_and_its_size() -> None:
    table = {"given": [2.0, 0, 0, 0, 0, 0], "kept": [0, 0, 1.0, 0, 0, 0]}
    much, little = chances(table, {"given": 1.0, "kept": 1.0}), chances(table, {"given": 0.1, "kept": 1.0})
    assert much["disclosed"] > much["refused"]
    assert little["disclosed"] < little["refused"]
    assert list(chances(table, {"unheard of": 1.0}).values()) == pytest.approx([1 / 6] * 6)


def test_one_column_is_how_likely_it_is() -> None:
    assert likely({"always": [0.0]}, {"always": 1.0}) == 0.5
    assert likely({"always": [3.0]}, {"always": 1.0}) > 0.9 > likely({"always": [3.0]}, {})


@given(SIGNS)
def test_chances_add_up(signs: dict[str, float]) -> None:
    found = weighed(signs)
    assert tuple(found) == OUTCOMES
    assert sum(found.values()) == pytest.approx(1.0)
