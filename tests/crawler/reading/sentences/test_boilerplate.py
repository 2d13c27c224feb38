"""Which sentences every letter carries, and which are the answer or the requester's own."""

import time
import tomllib
from pathlib import Path

import pytest

from crawler.reading.sentences.boilerplate import (
    Sifted,
    is_boilerplate,
    is_sentence,
    sift,
    sift_request,
)

KINDS = tomllib.loads((Path(__file__).parents[1] / "sentences.toml").read_text("utf-8"))


@pytest.mark.parametrize(
    "line",
    [
        "The data is an un-audited snapshot of live systems.",
        "You may write to the Information Commissioner at Wycliffe House.",
        "If you are dissatisfied with this response you may ask for an internal review.",
        "Should you have any further enquiries concerning this matter, do write.",
        "This is subject to copyright of the force.",
        "Anything sent out under the Act is a release to the world.",
        "Forces record these matters in different ways.",
        "Please do not hesitate to contact me with the reference above.",
        "Thank you for your request of 3 May, which we received that day.",
        "We are committed to transparency in all that we do.",
        "The decision is open to challenge if you write to us within two months.",
        "You may appeal within two months. After that the Commissioner can be asked to rule.",
    ],
)
def test_boilerplate(line: str) -> None:
    assert is_boilerplate(line)


@pytest.mark.parametrize(
    "line",
    [
        "Nine officers were dismissed.",
        "Section 40(2) applies to the names.",
        "How many complaints were not upheld?",
        "Both forces found the suits that officers had lost, and recorded them.",
        "Openness about this would be welcomed by few and the police are committed to their safety.",
        "The force believes that there is a transparency plan of 2019.",
        "Each selection could then be open to challenge by applicants who were asked other things.",
        "I am writing a book on the police.",
        "Your request has been considered and is refused under section 14.",
        "Nine were dismissed. You may ask for an internal review of this reply.",
    ],
)
def test_not_boilerplate(line: str) -> None:
    assert not is_boilerplate(line)


def test_what_stands_on_either_side_is_kept() -> None:
    line = "There were 31. You may ask for an internal review of this decision. Of these, 4 were upheld."
    assert sift(line) == Sifted(
        ("There were 31.", "Of these, 4 were upheld."),
        ("You may ask for an internal review of this decision.",),
    )


def test_in_a_request_only_what_the_force_says_goes() -> None:
    asked = "I am unhappy with the last reply and may go to the Information Commissioner."
    assert sift_request(asked).kept == (asked,)
    blind = "We must deal with requests without regard to who sends them."
    assert sift_request(blind).left_out == (blind,)
    assert sift_request("I am writing about vetting.").left_out == ()


def test_next_to_no_answer_is_taken_for_boilerplate() -> None:
    answers = [one for kind, some in KINDS.items() if kind.endswith("answers") for one in some]
    assert sum(map(is_sentence, answers)) <= 0.01 * len(answers)


@pytest.mark.parametrize(
    "line",
    [
        "You would like to know:",
        "In it you asked for:",
        "For convenience the questions are repeated.",
        "Wording of request:",
        "Further to your correspondence of last month, the text of which is reproduced here.",
    ],
)
def test_what_leads_up_to_a_request_is_the_forces(line: str) -> None:
    assert sift_request(line).left_out == (line,)


def test_a_hostile_line_takes_linear_time() -> None:
    start = time.perf_counter()
    for unit in ("you may review ", "A. ", "your request ", "figures care ", "Word. Word "):
        sift(unit * (200_000 // len(unit)))
    assert time.perf_counter() - start < 5


def test_what_the_requester_asks_of_publishing_is_no_boilerplate() -> None:
    line = "24. Are outcomes made known? If so, are all of them published, or is there a difference by severity?"
    assert sift_request(line).left_out == ()
