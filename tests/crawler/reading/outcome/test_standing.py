"""Which deciding words stand in a sentence."""

import pytest

from crawler.reading.outcome.standing import standing


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("The force can neither confirm nor deny that it holds this.", {"ncnd"}),
        ("The table is attached.", {"given"}),
        ("Four dogs were bought.", set()),
    ],
)
def test_standing(sentence: str, names: set[str]) -> None:
    assert standing(sentence) == names
