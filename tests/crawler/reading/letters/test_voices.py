"""Whose words a line is, and what form it has."""

import pytest

from crawler.reading.letters.cut import cut
from crawler.reading.letters.voices import ASKER, FORCE, HEAD, forms, voices


def _loudest(*lines: str) -> int:
    """Whose words the last of these lines is."""
    odds = list(voices(lines))[-1]
    return odds.index(max(odds))


def test_whose_words() -> None:
    assert _loudest("Please tell me how many horses you have and what they cost each year.") == ASKER
    assert (
        _loudest("How many dogs have you?", "We hold no record of this, and section 12(1) is engaged for the rest.")
        == FORCE
    )
    assert _loudest("Our reference: FOI 1234/24") == HEAD


def test_forms() -> None:
    seen = list(forms(["Request", "1. How many dogs?", "1. 12", "| 2023 | 4 |"]))
    assert {"title", "request heading", "top"} <= seen[0]
    assert {"item", "asks", "under request heading"} <= seen[1]
    assert {"item", "again", "digits"} <= seen[2]
    assert "row" in seen[3]


def test_no_line_decides_alone() -> None:
    lines = ["Please send me the policy and tell me how many officers you have.", "x"]
    for odds in voices(lines):
        assert min(odds) >= -4


def test_a_list_goes_with_what_leads_up_to_it() -> None:
    asks_back = "Under Section 1(3) we cannot begin our search until you tell us more, so please would you let us know:"
    lines = [
        "Our reference: 1187/25",
        asks_back,
        "- the period in which you are interested",
        "- what you mean by records",
    ]
    _, leads, *items = voices(lines)
    assert leads[ASKER] == min(leads)
    for odds in items:
        assert odds[FORCE] == max(odds)


def test_a_force_that_needs_to_know_more_asks_in_the_list_below() -> None:
    lines = ["How much has been spent on vehicles lately, and on which ones?",
             "Before we can go on with your request we need to know a little more.",
             "- By lately, which dates do you mean?", "- Do you wish to have marked cars only?"]  # fmt: skip
    heard = [max(range(3), key=each.__getitem__) for each in voices(lines)]
    assert heard == [ASKER, FORCE, FORCE, FORCE]


def test_what_stands_under_a_heading_of_both_is_no_request_for_that() -> None:
    assert "request heading" in next(iter(forms(["Your request:"])))
    assert "request heading" not in next(iter(forms(["Request and Answer:"])))


@pytest.mark.parametrize(
    ("line", "is_asked"),
    [
        ("Two duties fall on the Service under the Act: to tell what there is, and to hand it over.", False),
        ("Corporate Information has gone through each limb of what was put to the Service, with this outcome.", False),
        ("Please could you tell me of the owls that are kept at Brooklyn?", True),
        ("I am writing a book on owls and wish to know which of them are kept.", True),
        ("1. The owls that are kept.", True),
    ],
)
def test_under_a_heading_of_both_only_what_asks_is_the_requesters(line: str, is_asked: bool) -> None:
    lines = ["Request and Answer:", line, "2. What the owls are fed on.", "Answer", "Mice."]
    assert cut(lines) == (1 if is_asked else 2, 3)
