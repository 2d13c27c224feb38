"""Sentences that tell a decision."""

import pytest

from crawler.reading.letters.letter_parts import response_part
from crawler.reading.sentences.decided import tells_decision


@pytest.mark.parametrize(
    ("sentence", "tells"),
    [
        ("I write to say that searches are complete and a decision has been made to disclose what we found.", True),
        ("Our search is over and the decision was taken to withhold it all.", True),
        ("You may appeal where a decision has been taken to withhold information.", False),
        ("If the decision was made to refuse it, a reason is given.", False),
        ("We are sorry that you are unhappy that a decision has been made to refuse this.", False),
        ("The decision to disclose lies with the unit.", False),
        ("The decision has been taken to move house.", False),
    ],
)
def test_what_tells_a_decision(sentence: str, tells: bool) -> None:
    assert tells_decision(sentence) is tells


def test_it_stays_in_the_answer_whatever_it_sounds_like() -> None:
    opening = "This letter is to inform you that the Police Service of Northern Ireland has completed its search"
    told = f"{opening} and that the decision has been made to disclose part of it."
    lines = ["Section 31 covers the routes.", "Eleven horses were bought."]
    assert response_part([told, *lines]).kept == [told, *lines]
    assert response_part([f"{opening} for the information.", *lines]).kept == lines
