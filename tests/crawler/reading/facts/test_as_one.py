"""Sentences that say a reply is of several forces without naming them."""

import pytest

from crawler.reading.facts.as_one import many


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("Our team serves the two Constabularies, and this letter is sent for both.", 2),
        ("This is the answer of both forces.", 2),
        ("All three forces had your letter on 7 May and this is their joint reply.", 3),
        ("Your questions went to each of the three forces on 7 May.", 3),
        ("You put the same to both police forces.", 2),
        ("You asked this of both forces.", 2),
        ("I have your e-mail of 7 May, which we have treated as one request to both forces.", 2),
        ("The enclosed map is ours. The two forces write to you together.", 2),
        ("The matter was dealt with jointly by the two constabularies.", 2),
        ("The three forces have each searched their stores.", 3),
        ("Both Constabularies hold what you wish to see.", 2),
        ("Neither force holds a list of this kind.", 2),
        ("This letter goes out for both counties.", 2),
        ("I am to reply to it on behalf of the three forces named above.", 3),
        ("It was answered for both forces on 8 January, as follows.", 2),
        ("Our answer is given on behalf of the two Chief Constables.", 2),
    ],
)
def test_one_reply_of_so_many(line: str, number: int) -> None:
    assert many([line]) == number


@pytest.mark.parametrize(
    "line",
    [
        "The two forces have one canine section.",
        "A superintendent takes the decision to deploy for both forces.",
        "You asked how many constables of both forces had left.",
        "Your letter is treated as a complaint about both forces.",
        "Your request was sent to both forces, and our neighbour will write to you separately.",
        "We have forwarded your request to both forces.",
        "If you send a request to both forces, you will have two answers.",
        "I have sent my questions to both forces.",
        "Could both forces answer together?",
        "Could you reply on my behalf to both forces?",
        "Clerks of both forces answer calls together in one room.",
        "Both forces publish answers on their websites.",
        "Neither force was at fault.",
        "Both counties have many sheep.",
        "Letters to the two Chief Constables are answered by clerks.",
    ],
)
def test_forces_that_are_only_spoken_of(line: str) -> None:
    assert many([line]) == 0
