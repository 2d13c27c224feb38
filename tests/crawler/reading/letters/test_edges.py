"""Where a request begins and ends."""

import pytest

from crawler.reading.letters.edges import is_decided, is_own, is_told, led_up, tells_of_receipt


def test_the_heading_of_several_requests_goes_with_the_first() -> None:
    assert led_up(["Dear Sir", "REQUEST 1", "1. Its cost"], 2) == 1


@pytest.mark.parametrize(
    "line",
    [
        "I am in receipt of your request under the Act, which came to us in May and which reads:",
        "This is what you asked:",
        "Your recent freedom of information request has been considered.",
    ],
)
def test_the_force_tells_of_the_request(line: str) -> None:
    assert is_told(line)
    assert not is_own(line)


@pytest.mark.parametrize(
    "line",
    [
        "Please could you answer the following about complaints from the public.",
        "If the fourth question is a problem, I'd rather have the rest than nothing.",
        "Should any of this be exempt I would still like the rest.",
        "My questions concern the guards at your headquarters.",
        "I refer to the answer that you gave me in May.",
        "Thank you very much in advance for all of it.",
        "Where one part takes longer than the rest, I would ask that you release the rest at once.",
    ],
)
def test_the_requester_speaks_of_what_is_theirs(line: str) -> None:
    assert is_own(line)
    assert led_up(["Dear all", line, "1. How many?"], 2) == 1


@pytest.mark.parametrize(
    "line",
    [
        "If you would like to speak to me about this, my number is above.",
        "Could you please clarify the following for us:",
        "Should this be of help, we can send more.",
        "Answer to your request",
        "In May four were held.",
        "I would ask that you read the note below the table.",
    ],
)
def test_the_force_speaks_of_other_things(line: str) -> None:
    assert not is_own(line)


@pytest.mark.parametrize(
    "line",
    [
        "In response to your recent request for information regarding:",
        "I refer to your message received here on 8th November.",
        "We received this request on 4 August 2025.",
        "Your application came in on 3 May.",
        "Sent to applicant on 12 March 2025",
        "Thank you for your e-mail dated 2 June.",
        "This request was received on 2 June 2025.",
    ],
)
def test_a_line_that_only_says_when_the_request_came(line: str) -> None:
    assert tells_of_receipt(line)


@pytest.mark.parametrize(
    "line",
    [
        "Further to your message dated 3 May, please send me the rest.",
        "Requests received in 2024, by force",
        "This is about vans.",
        "I refer to my request sent in May.",
        "Your e-mail of May was sent to me by mistake?",
    ],
)
def test_a_line_of_the_requesters_says_more(line: str) -> None:
    assert not tells_of_receipt(line)


@pytest.mark.parametrize(
    "line",
    [
        "Section 12 must not be used, for the list is short.",
        "Don't tell me that it is all exempt.",
        "The gate is locked at night, so a log must surely be kept.",
        "Half an answer is better than none.",
        "There is no point in quoting section 14, for I have not asked before.",
        "Section 31 is never a shield for waste.",
        "Section 16 obliges you to help, so do.",
        "Please black out the names and send the rest.",
    ],
)
def test_who_asks_forbids_a_refusal_or_argues_that_there_is_something(line: str) -> None:
    assert is_own(line)


@pytest.mark.parametrize(
    "line",
    [
        "Section 12 does not apply here.",
        "Please do not reply to this address.",
        "The gate is locked at night, so the dogs must be kept apart.",
        "Our log is short, so a copy must be kept.",
        "We would rather give part than nothing.",
        "Section 40 is not engaged.",
        "Section 8 requires you to give your name.",
        "Redacted copies are enclosed.",
        "More were sold in 2024 than in 2023, and there is no need for others.",
    ],
)
def test_what_the_force_says_of_sections_and_of_records(line: str) -> None:
    assert not is_own(line)


@pytest.mark.parametrize(
    "line",
    [
        "1. Whether what you asked for in 2019 was exempt under section 31.",
        "I know that a force is not obliged to answer beyond some hours of work.",
        "Please leave out the papers that you asked for by a refusal notice.",
        "Your letter of 4 May was a refusal notice that explained little.",
        "You wrote in March that the list was exempt under section 31.",
        "You have asked for more time twice.",
    ],
)
def test_the_requester_decides_nothing(line: str) -> None:
    assert not is_decided(line)
    assert is_decided("What you asked for is exempt under section 31.")
