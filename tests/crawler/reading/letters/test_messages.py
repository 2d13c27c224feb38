"""Who wrote which letter of a correspondence, and what kind of letter it is."""

import time

import pytest

from crawler.reading.letters.messages import messages
from crawler.reading.letters.thread import thread

HEAD = [
    "Status: awaiting",
    "From: A. Tester",
    "1 June 2024",
    "Dear Kent Police,",
    "1. How many dogs?",
    "2. How many cats?",
]


def _kind(*lines: str, sender: str = "From: FOI Team, Kent Police") -> str:
    return messages([*HEAD, sender, "3 June 2024", *lines])[1].kind


@pytest.mark.parametrize(
    "text",
    [
        "We have received your request and will answer within 20 working days.",
        "Thank you for your request, which has been logged as 24/06/0417. You will hear from us by 28 June 2024.",
        "I acknowledge receipt of your request. The reference number is 1187/25.",
        "We are sorry that you are still waiting; the department has been chased.",
        "I apologise for the delay. We need more time to weigh the public interest and hope to reply by 12 July 2024.",
        "This is an automatic reply. Your e-mail has been received. If you have a crime to report please call 101.",
        "Your request is being considered. If you are not content with our service you may write to the Information"
        " Commissioner.",
        "OFFICIAL. We write to acknowledge your request of 1 June, to which number 1042-FOI-24 has been given.",
        "This mailbox is looked at on weekdays and what you sent has been given the number below.",
        "This inbox is monitored between nine and five. Your request is number 1042-24.",
        "Message received. A human being will read it on the next working day.",
        "I confirm receipt of your email below. The statutory deadline is 30 September 2024.",
        "NOT PROTECTIVELY MARKED. Your FOI request has been recorded as 1042/24.",
        "Please note that this office is closed between Christmas and New Year.",
        "Thanks for writing to us. Requests are taken in the order in which they come.",
        "Diolch am eich cais. Byddwn yn ymateb o fewn 20 diwrnod gwaith.",
        "You have reached the Freedom of Information unit. Nobody is here until Monday.",
        "Your message has been passed to the Information Access team, which will be in touch.",
    ],
)
def test_a_receipt_answers_nothing(text: str) -> None:
    assert _kind("Our ref: 24/06/0417", text) == "receipt"


@pytest.mark.parametrize(
    "text",
    [
        "Please could you clarify what you mean by dogs?",
        "Before we can go on, please let us know whether you want retired dogs counted.",
        "We need you to specify the period. The clock has stopped until we hear from you.",
    ],
)
def test_a_question_back_is_no_answer(text: str) -> None:
    assert _kind(text) == "clarification"


@pytest.mark.parametrize(
    "lines",
    [
        ["We are sorry for the delay. There are 38 dogs."],
        ["Thank you for your request. No information is held."],
        ["1 Attachment: reply.pdf", "Please see the reply, with apologies for the delay."],
        ["Thank you for your e-mail. We neither confirm nor deny that we have dogs."],
        ["1. Nine.", "2. None."],
        ["Your request is refused under section 12."],
        ["Sorry for the wait: the figures are below.", "a/ 4"],
    ],
)
def test_an_answer(lines: list[str]) -> None:
    assert _kind(*lines) == "answer"


def test_whoever_is_not_the_one_who_asked_writes_for_the_body() -> None:
    found = messages(
        [*HEAD, "From: B. Clerk", "3 June 2024", "Nine.", "From: A. Tester", "4 June 2024", "Please review this."]
    )
    assert [(one.incoming, one.kind) for one in found] == [(False, "request"), (True, "answer"), (False, "follow-up")]


def test_a_name_before_the_day_on_one_line() -> None:
    lines = ["A. Tester 1 June 2024", "Dear Kent Police,", "How many?", "Kent Police 20 June 2024", "We hold nine."]
    assert [one.sender for one in messages(lines)] == ["A. Tester", "Kent Police"]


def test_quoted_mails_notes_and_buttons_are_no_part_of_a_letter() -> None:
    lines = [
        *HEAD,
        "Link to this",
        "From: FOI Team, Kent Police",
        "20 June 2024",
        "Dear Mr Tester",
        "We hold nine.",
        "Kind regards",
        "B. Clerk",
        "Information Rights Officer",
        "-----Original Message-----",
        "From: A. Tester",
        "Sent: 1 June 2024 21:07",
        "To: FOI",
        "How many dogs?",
        "B. Passer left an annotation (22 June 2024)",
        "Nine is a lot!",
    ]
    found = thread(lines)
    assert found is not None
    assert found.answered == (("We hold nine.",),)
    assert found.asked == ("1. How many dogs?", "2. How many cats?")
    assert found.dates.responded == "2024-06-20"


def test_the_dates_are_those_of_the_request_and_of_the_first_answer() -> None:
    lines = [
        *HEAD,
        "From: FOI Team, Kent Police",
        "2 June 2024",
        "We have received your request, reference 24/06/0417.",
        "From: FOI Team, Kent Police",
        "10 June 2024",
        "Please could you specify which dogs you mean?",
        "From: A. Tester",
        "11 June 2024",
        "All dogs.",
        "From: FOI Team, Kent Police",
        "30 June 2024",
        "We cannot answer within the limit: section 12(1).",
        "From: A. Tester",
        "1 July 2024",
        "Please review this.",
        "From: FOI Team, Kent Police",
        "20 July 2024",
        "On review the first answer was wrong. We hold 9 dogs and 2 cats.",
    ]
    found = thread(lines)
    assert found is not None
    assert (found.dates.received, found.dates.responded) == ("2024-06-01", "2024-06-30")
    assert found.answered == (
        ("We cannot answer within the limit: section 12(1).",),
        ("On review the first answer was wrong. We hold 9 dogs and 2 cats.",),
    )
    assert "We cannot answer within the limit: section 12(1)." in found.overturned
    assert found.receipts == (
        "We have received your request, reference 24/06/0417.",
        "Please could you specify which dogs you mean?",
    )
    assert found.asked == ("1. How many dogs?", "2. How many cats?")
    assert found.later == ("All dogs.", "Please review this.")


def test_a_request_that_waits_has_no_answer_and_no_day_of_one() -> None:
    found = thread([*HEAD, "From: FOI Team, Kent Police", "2 June 2024", "We have received your request."])
    assert found is not None
    assert (found.answered, found.dates.responded) == ((), "")


NAMELESS = ["1 June 2024", "Dear Kent Police,", "1. How many dogs?", "Yours faithfully,", "Alma Tester", "3 June 2024"]


@pytest.mark.parametrize(
    "text",
    [
        "Your request has been allocated the number 000417/24 and a response should reach you by 28 June 2024.",
        "Your request of 1 June was received today and is number 000417/24.",
        "Your freedom of information request is number 000417/24. You should hear from us by 28 June 2024.",
        "Your enquiry will be answered by 28 June 2024.",
        "Your e-mail has been given the number 000417/24.",
        "A reply will reach you by 28 June 2024. The number is 000417/24.",
        "Received and logged as 000417/24. You can expect to hear by 28 June 2024.",
        "You will receive an answer by 28 June 2024, reference 000417/24.",
        "Your application was passed to the Kennels.",
        "Your message and your request came to this office on Monday.",
        "I would like to say sorry that your request was late and that the review took a month.",
        "I have carried out the internal review that you asked for. We hold nine.",
    ],
)
def test_a_letter_under_a_day_without_a_name_is_the_bodys(text: str) -> None:
    assert messages([*NAMELESS, text])[1].incoming


@pytest.mark.parametrize(
    "text",
    [
        "I would like an internal review. The other four were to different forces.",
        "I ask for an internal review of section 14.",
        "Thank you, but I wish to request an internal review.",
        "We request a review under section 45 of your code of practice.",
        "Can I please have an internal review of number 3?",
        "That cannot be right, and so I am asking you for a review.",
        "I want you to look at this again. The first answer is no answer.",
        "May I request an internal review?",
        "Your request has been dealt with, you say, but it has not. Alma Tester",
        "The first answer leaves out 2023. Alma Tester.",
    ],
)
def test_a_letter_that_asks_for_a_review_or_bears_the_name_under_the_request_is_not(text: str) -> None:
    assert not messages([*NAMELESS, text])[1].incoming


def test_a_reference_in_a_receipt_under_a_day_without_a_name() -> None:
    found = thread([*NAMELESS, "Your request has been allocated the number 000417/24.", "20 June 2024", "We hold 9."])
    assert found is not None
    assert found.written == ("Your request has been allocated the number 000417/24.", "We hold 9.")
    assert found.answered == (("We hold 9.",),)


def test_hostile_letters_are_read_in_linear_time() -> None:
    start = time.process_time()
    for piece in ("so ", "and I ", "a, ", "your a ", "Yours sincerely, "):
        messages([*NAMELESS, piece * 20_000, piece * 20_000])
    assert time.process_time() - start < 3


def test_an_office_above_a_bare_day_heads_its_letter() -> None:
    lines = [*HEAD, "FOI Unit, Kent Police", "3 June 2024", "Nine and two.", "4 June 2024", "Please review this."]
    found = messages(lines)
    assert [(one.sender, one.incoming) for one in found] == [
        ("A. Tester", False),
        ("FOI Unit, Kent Police", True),
        ("", False),
    ]
    assert found[0].lines[-1] == "2. How many cats?"


def test_but_under_a_letter_of_the_body_it_signs_that() -> None:
    lines = [*HEAD, "3 June 2024", "Dear Mr Tester", "Nine.", "FOI Unit, Kent Police", "4 June 2024", "Please review."]
    assert [(one.sender, one.incoming) for one in messages(lines)][1:] == [("", True), ("", False)]


def test_neither_a_person_nor_a_sentence_above_a_bare_day_is_an_office() -> None:
    for last in ("B. Tester", "I have asked the police too.", "Is it the FOI Unit?"):
        found = messages([*HEAD, last, "3 June 2024", "Dear Mr Tester", "Nine."])
        assert (found[0].lines[-1], found[1].sender) == (last, "")
