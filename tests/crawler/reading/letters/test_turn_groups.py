"""Several requests, each with a list of its own, and their answers in turn."""

import pytest

from crawler.reading.letters.letter import letter
from crawler.reading.letters.turn_groups import in_groups
from crawler.reading.questions.answers import answers
from crawler.reading.questions.questions import questions

_BIRDS = ["a) How many owls are kept?", "b) What do they eat?"]
_BATS = ["a) How many bats are kept?"]


@pytest.mark.parametrize(
    ("names", "heads"),
    [
        (("Request 1", "Request 2"), ("Answer 1", "Answer 2")),
        (("FIRST REQUEST (birds)", "SECOND REQUEST (bats)"), ("Answer", "Answer")),
        (("Enquiry A", "Enquiry B"), ("Enquiry A: our reply", "Enquiry B: our reply")),
    ],
)
def test_answers_stand_below_the_name_of_their_request(names: tuple[str, str], heads: tuple[str, str]) -> None:
    first, second = [names[0], *_BIRDS], [names[1], *_BATS]
    lines = [*first, heads[0], "a) Nine.", "b) Mice.", *second, heads[1], "a) Forty."]
    turns = in_groups(lines)
    assert turns is not None
    assert turns.asked == (*first, *second)
    assert turns.answered == (names[0], "a) Nine.", "b) Mice.", names[1], "a) Forty.")
    found = letter(lines)
    asked = questions(found.request)
    texts = [one["text"] for one in answers(found.response, asked)]
    assert texts == ["Nine.", "Mice.", "Forty."]
    assert len({one["number"] for one in answers(found.response, asked)}) == 3


@pytest.mark.parametrize(
    "lines",
    [
        ["Request 1", "How many owls?", "Answer", "Nine.", "Request 2", "How many bats?", "Answer", "Forty."],
        ["Request 1", *_BIRDS, "Answer", "a) Nine."],
        ["Request 1", *_BIRDS, "Request 2", *_BATS, "Answer", "a) Nine.", "b) Mice.", "Answer", "a) Forty."],
        ["Request 1", *_BIRDS, "Answer", "a) Nine.", "Request 2"],
    ],
)
def test_requests_without_lists_or_turns(lines: list[str]) -> None:
    assert in_groups(lines) is None
