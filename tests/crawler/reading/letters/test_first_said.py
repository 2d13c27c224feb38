"""Where a request begins, by its voice and its heading."""

import pytest

from crawler.reading.letters.first_said import first_said

_ASKED, _OURS, _DOUBTFUL = (-4.0, 0.0, -4.0), (-4.0, -4.0, 0.0), (-1.2, -1.5, -0.7)
_WISH = "May I have the figures on police dogs that are set out here?"


def test_above_the_heading_of_a_force_nobody_asks() -> None:
    lines = ["I am glad to write to you about dogs.", "You asked:", "1. How many?"]
    assert first_said(lines, 2, 0, [_ASKED] * 3) == 2


@pytest.mark.parametrize("heading", ["Request", "We put this on the web site."])
def test_above_another_line_the_voice_decides(heading: str) -> None:
    lines = ["I am a student of dogs.", heading, "1. How many?"]
    assert first_said(lines, 2, 0, [_ASKED] * 3) == 0


def test_what_may_be_a_wish_below_the_heading_begins_the_request() -> None:
    lines = ["Request", "Good day.", _WISH, "1. How many?"]
    assert first_said(lines, 1, 3, [_OURS, _DOUBTFUL, _DOUBTFUL, _ASKED]) == 2


@pytest.mark.parametrize(
    ("line", "odds"),
    [
        (_WISH, _OURS),
        ("The numbers in brackets were added.", _DOUBTFUL),
        ("I have your request in front of me.", _DOUBTFUL),
        ("Dogs", _DOUBTFUL),
    ],
)
def test_what_is_no_wish_does_not(line: str, odds: tuple[float, float, float]) -> None:
    assert first_said(["Request", line, "1. How many?"], 1, 2, [_OURS, odds, _ASKED]) == 2
