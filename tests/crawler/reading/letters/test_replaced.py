"""Which answer stands in the end: after a review, or once the request was made smaller."""

import pytest

from crawler.reading.letters.messages import Message
from crawler.reading.letters.replaced import in_reach, replaced
from crawler.reading.letters.thread import thread

COST = "To find this would take more than 18 hours and is refused under section 12(1)."


def _answers(*texts: str) -> list[Message]:
    return [Message("2024-06-01", (text,), incoming=True) for text in texts]


@pytest.mark.parametrize(
    "text",
    [
        "Now that you have made your request smaller we can answer it without recourse to the cost limit. 12 dogs.",
        "Thank you for narrowing your request. There were 12.",
        "As you have reduced the period to a year, the figure is 12.",
        "The answer to your refined request is 12.",
        "Your revised question can be answered. 12.",
        "With only one year to search, this comes within the appropriate limit: 12.",
        "A new estimate shows that the cost limit is not reached. 12.",
        "I have looked at it afresh and the work would not exceed 18 hours. 12.",
        "INTERNAL REVIEW. I therefore set the earlier decision aside and answer in full. 12.",
        "The first decision should not have relied on cost and is replaced. It is not held.",
    ],
)
def test_a_refusal_for_cost_gives_way(text: str) -> None:
    assert replaced(_answers(COST, text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Your refined request would still exceed the limit.",
        "If you were to narrow it further it might come within the limit.",
        "Even within one year it would not be possible to answer.",
        "We refer you to our earlier decision, which stands.",
        "I have reviewed this and agree with my colleague.",
    ],
)
def test_a_refusal_that_stands(text: str) -> None:
    assert replaced(_answers(COST, text)) == 0


def test_what_was_refused_for_other_reasons_too_stands() -> None:
    both = f"{COST} Names are exempt under Section 40(2)."
    assert not in_reach(_answers(both, "Your refined request can be answered. 12."), 1)


@pytest.mark.parametrize(
    ("last", "day"),
    [
        ("Now that you have made your request smaller the answer is 12.", "2024-07-20"),
        ("On review the limit is not reached. The answer is 12.", "2024-06-30"),
    ],
)
def test_the_day_of_the_answer(last: str, day: str) -> None:
    lines = ["From: A. Tester", "1 June 2024", "How many dogs?", "From: FOI Team, Kent Police", "30 June 2024", COST]
    again = ["From: A. Tester", "1 July 2024", "One year will do.", "From: FOI Team, Kent Police", "20 July 2024", last]
    found = thread([*lines, *again])
    assert found is not None
    assert (found.dates.responded, found.overturned) == (day, (COST,))
