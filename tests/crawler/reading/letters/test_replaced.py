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
        "Since you now ask for one year only, we have been able to count them: 12.",
        "Thank you for your e-mail accepting our suggestion. In 2023 there were 12.",
        "As you have dropped question 2, the rest has been answered: 12.",
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


@pytest.mark.parametrize(
    ("said", "count"),
    [
        ("I do not uphold the refusal. The figure is 12.", 1),
        ("The refusal cannot be sustained. The figure is 12.", 1),
        ("Having gone through the file again I come to a different conclusion. There were 12.", 1),
        ("We got this wrong. There were 12.", 1),
        ("The exemption was misapplied. There were 12.", 1),
        ("I have decided to reverse my colleague's decision. There were 12.", 1),
        ("My decision is that the figure should be released. It is 12.", 1),
        ("I substitute the following answer: 12.", 1),
        ("In place of the first answer I give this: 12.", 1),
        ("Our stance has changed. The number is 12.", 1),
        ("I uphold the refusal.", 0),
        ("I have come to the same conclusion.", 0),
        ("You say that we got this wrong. I disagree.", 0),
        ("Nothing in your letter changes our stance.", 0),
        ("You think that the exemption was misapplied. It was not.", 0),
        ("I have considered whether to reverse the decision and shall not.", 0),
        ("I see no reason to reverse the decision.", 0),
    ],
)
def test_what_a_review_says(said: str, count: int) -> None:
    first = Message("2024-06-01", ("Kent Police neither confirms nor denies this, Section 40(5).",), incoming=True)
    assert replaced([first, Message("2024-07-01", ("Internal review", said), incoming=True)]) == count


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
