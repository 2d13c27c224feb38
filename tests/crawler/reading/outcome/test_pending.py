"""Letters that decide nothing yet."""

import pytest

from crawler.reading.outcome.outcome import decide
from crawler.reading.outcome.pending import otherwise, postpones, takes_time


@pytest.mark.parametrize(
    "line",
    [
        "We aim to respond within twenty working days.",
        "Please clarify which year you mean.",
        "The clock has stopped.",
        "Your request is being dealt with.",
    ],
)
def test_receipts_and_clarifications(line: str) -> None:
    assert otherwise([line], (), answered=True) == "pending"


def test_words_that_decide_nothing() -> None:
    assert otherwise(["Dogs."], (), answered=True) == "disclosed"
    assert otherwise(["Dogs."], (), answered=False) == "unknown"


def test_more_time_for_the_public_interest() -> None:
    lines = ["We need further time to weigh the public interest."]
    assert takes_time(lines)
    assert not takes_time(["We need further time.", "It is in the public interest."])
    assert takes_time(["Section 43(2) is engaged, and the public interest test has not yet been concluded."])
    assert takes_time(["We must weigh up the arguments and have not been able to finish that exercise."])
    assert not takes_time(["The public interest test has been carried out and the decision was taken in March."])
    assert decide([*lines, "We expect to write to you by 19 May 2025."], ()).outcome == "pending"
    assert decide([*lines, "The figures for 2023 are attached."], ()).outcome != "pending"


@pytest.mark.parametrize(
    ("line", "outcome"),
    [
        ("There is not a word on it in any of our files.", "not_held"),
        ("The papers are with the officer who will decide, and she has not finished.", "pending"),
        ("They were bought second-hand and painted blue.", "disclosed"),
    ],
)
def test_words_that_no_rule_knows_lean_one_way(line: str, outcome: str) -> None:
    assert otherwise([line], [line], answered=True) == outcome


def test_what_puts_the_answer_off_goes_before_what_hardly_gives() -> None:
    lines = [
        "We are not yet in a position to give you a decision.",
        "The unit has a searchable flag for such matters.",
    ]
    assert postpones(lines)
    assert not postpones(lines[1:])
    assert decide(lines, (), answered=True).outcome == "pending"
    assert not postpones([*lines, "Please find attached the figures for 2023, which we are able to disclose in full."])
