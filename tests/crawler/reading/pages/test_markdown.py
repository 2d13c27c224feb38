"""Markdown to plain lines, and the check against the page itself."""

import pytest

from crawler.reading.pages.markdown import faithful, plain


def test_marks_go_and_escaped_characters_stay() -> None:
    assert plain("## **Request**\n\n1\\. under \\<5 in 165A\\_23\\_a.pdf \\*\\*note\\*\\*") == [
        "Request",
        "1. under <5 in 165A_23_a.pdf **note**",
    ]
    assert plain("On the 3<sup>rd</sup> of CO<sub>2</sub>, 14<sup>2</sup>, E<sup>x</sup>, \\<sup>") == [
        "On the 3rd of CO2, 14 2, Ex, <sup>"
    ]
    assert plain("| a | b | \n|---|---|\n| 1 |  | ") == ["| a | b |", "| 1 |  |"]


OWN = ["Request", "1. How many dogs bit?", "Year\tN", "Nine."]


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (OWN, True),
        (OWN[::-1], False),
        (OWN[:-1], False),
        (["Request", "How many dogs bit?", "Year\tN", "Nine."], False),
        (["Request", "1. How many dogs bit?", "Year N", "Nine."], False),
        (["Request", "1. How", "Year\tN", "Nine."], False),
    ],
)
def test_faithful(found: list[str], expected: bool) -> None:
    assert faithful(found, OWN) is expected
