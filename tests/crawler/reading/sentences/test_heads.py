"""The heads of the words of a text."""

import pytest

from crawler.reading.sentences.heads import beginnings, heads_of


@pytest.mark.parametrize(
    ("text", "heads"),
    [
        ("We hold 12 Files.", {"we", "hol", "fil"}),
        ("“Don’t” – £5m", {"don", "t", "m"}),
        ("s40(2)", {"s"}),
        ("Y cyngor sy’n ateb: Cwestiwn ŵyr", {"y", "cyn", "sy", "n", "ate", "cwe", "ŵyr"}),
        ("", set()),
    ],
)
def test_heads(text: str, heads: set[str]) -> None:
    assert heads_of(text) == (text.lower(), heads | {""})


def test_beginnings() -> None:
    found = beginnings(["police", "no", "the met"])
    assert found.stand_in("A POLICEMAN")
    assert found.stand_in("The Met has it")
    assert found.stand_in("No.")
    assert not found.stand_in("nothing")
    assert not found.stand_in("unpolicelike")
