"""A letter that comes at once, before the one that answers, is a receipt unless it surely answers."""

import pytest

from crawler.reading.letters.early import early_receipts
from crawler.reading.letters.messages import Message

ASKED = Message("2024-06-03", ("How many dogs?", "How many cats?"), incoming=False, kind="request")
ANSWER = Message("2024-06-28", ("Nine dogs and no cats.",), incoming=True)
UNUSUAL = "The days are counted from 4 June. For an emergency ring 999 and not us."


def _kind(text: str, day: str = "2024-06-05", *later: Message) -> str:
    early = Message(day, ("Our ref: 24/06/0417", *text.splitlines()), incoming=True)
    return early_receipts([ASKED, early, *later])[1].kind


@pytest.mark.parametrize(
    "text",
    [
        UNUSUAL,
        "There are 212 requests ahead of yours. We take them in order.",
        "We are in receipt of your letter. Day one is tomorrow.",
        "A person has now read your email. The number for your diary is 4471.",
    ],
)
def test_a_receipt_in_unusual_words(text: str) -> None:
    assert _kind(text, "2024-06-05", ANSWER) == "receipt"


@pytest.mark.parametrize(
    "text",
    [
        "Thank you for getting in touch. We hold no record of dogs.",
        "The information is exempt under section 40.",
        "1. Nine.\nThe second will follow.",
        "Dogs.xlsx\nThe second will follow.",
        "| Dogs | 9 |\nThe second will follow.",
        "There were none. We are sorry for the delay.",
    ],
)
def test_a_quick_answer_stays_one(text: str) -> None:
    assert _kind(text, "2024-06-05", ANSWER) == "answer"


def test_it_is_the_place_that_tells() -> None:
    again = Message("2024-06-10", ("I ask for a review.",), incoming=False, kind="follow-up")
    waits = Message("2024-06-28", ("We need more time.",), incoming=True, kind="receipt")
    assert _kind(UNUSUAL) == "answer"
    assert _kind(UNUSUAL, "2024-06-05", again, ANSWER) == "answer"
    assert _kind(UNUSUAL, "2024-06-05", waits) == "answer"
    assert _kind(UNUSUAL, "2024-06-20", ANSWER) == "answer"
    assert _kind(UNUSUAL, "2024-06-01", ANSWER) == "answer"
    assert _kind(UNUSUAL, "2024-06", ANSWER) == "answer"
    assert early_receipts([]) == []


def test_more_than_one_letter_may_come_before_the_answer() -> None:
    waits = Message("2024-06-20", ("We need more time.",), incoming=True, kind="receipt")
    assert _kind(UNUSUAL, "2024-06-05", waits, ANSWER) == "receipt"
    twice = [ASKED, *(Message(day, (UNUSUAL,), incoming=True) for day in ("2024-06-03", "2024-06-04")), ANSWER]
    assert [one.kind for one in early_receipts(twice)] == ["request", "receipt", "receipt", "answer"]
