"""Letters that decide nothing yet."""

import pytest

from crawler.reading.outcome.outcome import decide
from crawler.reading.outcome.pending import puts_off

RECEIPTS = (
    "We aim to respond within twenty working days.",
    "Please clarify which year you mean.",
    "The clock has stopped.",
    "Your request is being dealt with.",
)


@pytest.mark.parametrize("line", RECEIPTS)
def test_receipts_and_clarifications(line: str) -> None:
    assert puts_off([line])
    assert decide([], (), page=["Dear Sir", line]).outcome == "pending"


def test_a_page_without_words_of_a_reply_decides_nothing() -> None:
    assert not puts_off(["Dogs.", "We have decided to release the list."])
    assert decide([], (), page=["Dogs."]).outcome == "unknown"
    assert decide([], (), page=["Dogs."], has_data=True).outcome == "disclosed"


def test_more_time_for_the_public_interest() -> None:
    lines = ["We need further time to weigh the public interest."]
    assert decide([*lines, "We expect to write to you by 19 May 2025."], (), waits=True).outcome == "pending"
    assert decide([*lines, "The figures for 2023 are attached."], ()).outcome != "pending"


@pytest.mark.parametrize(
    ("line", "outcome"),
    [
        ("There is not a word on it in any of our files.", "not_held"),
        ("The papers are with the officer who will decide, and she has not finished.", "pending"),
        ("They were bought second-hand and painted blue.", "disclosed"),
    ],
)
def test_words_that_nobody_foresaw_lean_one_way(line: str, outcome: str) -> None:
    assert decide([line], (), waits=outcome == "pending").outcome == outcome
