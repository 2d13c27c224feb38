"""Where a request begins and ends."""

import pytest

from crawler.reading.letters.edges import ends_in_title, is_decided, is_own, is_told, leads_up, led_up, tells_of_receipt


def test_the_wish_above_a_list_is_the_requesters() -> None:
    lines = ["Applicant's words", "Please let me know the following about the unit:", "1. Its cost", "2. Its size"]
    assert led_up(lines, 2) == 1
    assert led_up(["We set out your questions:", "1. Its cost"], 1) == 1
    assert led_up(lines, 0) == 0


def test_the_heading_of_several_requests_goes_with_the_first() -> None:
    assert led_up(["Dear Sir", "REQUEST 1", "1. Its cost"], 2) == 1


def test_a_heading_of_the_answer_is_not_asked() -> None:
    asked = ["1. How many were there in 2024?", "State of play"]
    assert ends_in_title(asked, True)
    assert not ends_in_title(asked, False)
    assert not ends_in_title(["How many were there in 2024?", "2. Their ranks"], True)
    assert not ends_in_title(["How many were there?", "Please use a spreadsheet"], True)


@pytest.mark.parametrize(
    ("line", "is_own"),
    [
        ("For the year 2024, in relation to officers above the rank of sergeant:", True),
        ("In relation to the inquiry that your chief spoke of, please supply:", True),
        ("With regard to your request, you asked:", False),
        ("For ease of reference:", False),
        ("In respect of these our answers are:", False),
    ],
)
def test_what_leads_up_to_questions(line: str, is_own: bool) -> None:
    assert leads_up(line) is is_own


def test_what_stands_below_a_heading_of_what_was_asked_is_the_requesters() -> None:
    wish = "I have read your reply 388/2024 and now wish to bring it up to date."
    assert led_up(["Terms of the application", wish, "1. Its cost", "2. Its size"], 2) == 1
    assert led_up(["Dear applicant", "We have now looked at your letter.", "1. Its cost", "2. Its size"], 2) == 2


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
    assert not leads_up(line)


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
        "Last year was hot and I worry about the dogs. Would you let me have:",
        "I keep bees. Please tell me:",
        "We live near the site. I should like:",
        "My street floods. Kindly send:",
        "The vans are old. Could you say, for each year:",
        "What I want is:",
    ],
)
def test_the_last_sentence_of_a_line_leads_up_to_the_list(line: str) -> None:
    assert leads_up(line)
    assert not leads_up(f"Your request was logged. {line}")


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
    ("line", "begin"),
    [
        ("Again, and with better manners:", 1),
        ("After 11/24, which you ignored:", 1),
        ("In it you look for:", 2),
        ("It reads:", 2),
    ],
)
def test_below_what_leads_up_to_the_request_the_next_to_lead_up_is_the_requesters(line: str, begin: int) -> None:
    assert led_up(["Your request of 4 May is set out here.", line, "1. Its cost"], 2) == begin
    assert led_up(["Yours to hand.", line, "1. Its cost"], 2) == 2


def test_whoever_asks_may_say_so_late_in_the_sentence_above_the_list() -> None:
    assert leads_up("Yet again the lane was blocked and yet again, under the Act, I ask for:")
    assert not leads_up("Here is what I am able to send:")
    assert not leads_up("In your letter you ask, as I see it, for these:")


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
