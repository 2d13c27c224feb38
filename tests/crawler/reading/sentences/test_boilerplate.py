"""Which sentences every letter carries, and which are the answer or the requester's own."""

import time

import pytest

from crawler.reading.sentences.boilerplate import (
    Sifted,
    is_boilerplate,
    is_opening,
    sift,
    sift_request,
)


@pytest.mark.parametrize(
    "line",
    [
        "I handle all requests in a manner that is blind to the identity of the requestor.",
        "The data is an un-audited snapshot of live systems.",
        "You may write to the Information Commissioner at Wycliffe House.",
        "If you are dissatisfied with this response you may ask for an internal review.",
        "Should you have any further enquiries concerning this matter, do write.",
        "This is subject to copyright of the force.",
        "Anything sent out under the Act is a release to the world.",
        "Forces record these matters in different ways.",
        "The reply contains intellectual property of the force.",
        "Please do not hesitate to contact me with the reference above.",
        "Thank you for your request of 3 May, which we received that day.",
        "Every force keeps its figures in the way that suits it.",
        "Police forces count such things as each of them sees fit.",
        "The Constabulary welcomes the openness that the Act has brought.",
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
        "Thank you for your help.",
        "Both forces found the suits that officers had lost, and recorded them.",
        "Whilst the force is committed to transparency, this has to give way to the safety of its officers.",
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
    line = "There were 31. The force takes all such complaints extremely seriously. Of these, 4 were upheld."
    assert sift(line) == Sifted(
        ("There were 31.", "Of these, 4 were upheld."),
        ("The force takes all such complaints extremely seriously.",),
    )


def test_in_a_request_only_what_the_force_says_goes() -> None:
    asked = "I am unhappy with the last reply and may go to the Information Commissioner."
    assert sift_request(asked).kept == (asked,)
    blind = "We must deal with requests without regard to who sends them."
    assert sift_request(blind).left_out == (blind,)
    assert sift_request("I am writing about vetting.").left_out == ()
    assert sift_request("I refer to your request of 3 May.").left_out != ()


def test_an_opening_decides_nothing() -> None:
    assert is_opening("I refer to your enquiry, which came in on 28th November.")
    assert not is_opening("In answer to your question, the force has 12 horses.")
    assert not is_opening("Further to your request, please find attached the policy.")


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
