"""A line cut into sentences."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.reading.sentences.sentences import sentences


@pytest.mark.parametrize(
    ("line", "cut"),
    [
        ("Nine. Two were women.", ["Nine. ", "Two were women."]),
        ("1. Nine officers. Two left.", ["1. Nine officers. ", "Two left."]),
        ("See para. 4 of No. 7 by Mr. Quill.", ["See para. 4 of No. 7 by Mr. Quill."]),
        ("It said: “No.” We agree.", ["It said: “No.” ", "We agree."]),
        ("Section 40 (2) applies, i.e. The names.", ["Section 40 (2) applies, i.e. The names."]),
        ("How many? Where?", ["How many? ", "Where?"]),
        ("", [""]),
    ],
)
def test_cut(line: str, cut: list[str]) -> None:
    assert list(sentences(line)) == cut


@given(st.text("aA. ?!1\"”'", max_size=80))
def test_nothing_is_lost(line: str) -> None:
    assert "".join(sentences(line)) == line
