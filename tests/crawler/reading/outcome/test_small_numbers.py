"""Small numbers kept back, in words."""

import pytest

from crawler.reading.outcome.small_numbers import keeps_small


@pytest.mark.parametrize("sentence", ["Fewer than 5", "The others were below five.", "<6", "xx", "*"])
def test_a_small_number_is_kept_back(sentence: str) -> None:
    assert keeps_small(sentence)


@pytest.mark.parametrize("sentence", ["It took fewer than six weeks.", "0", "Five.", "Less than before."])
def test_what_is_no_small_number(sentence: str) -> None:
    assert not keeps_small(sentence)
