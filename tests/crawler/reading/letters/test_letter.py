"""What was asked and what was answered, by the phrases of many forces."""

import pytest

from crawler.reading.letters.letter import letter


@pytest.mark.parametrize(
    ("lines", "request_text", "response"),
    [
        (["Request", "How many?", "Response", "Nine."], "How many?", "Nine."),
        (["REQUEST:", "How many?", "RESPONSE:", "Nine."], "How many?", "Nine."),
        (["You asked:", "How many?", "In Response:", "Nine."], "How many?", "Nine."),
        (["Cais", "Faint?", "Ymateb", "Naw."], "Faint?", "Naw."),
        (["Request: How many dogs are there?", "Our response:", "Nine."], "How many dogs are there?", "Nine."),
        (
            ["I note you seek access to the following information:", "How many?", "Nine.", "DISCLOSURE", "9"],
            "How many?\nNine.",
            "9",
        ),
        (["You wrote:", "How many?", "We answered", "Nine."], "How many?", "Nine."),
        (["You ask", "How many?", "We answer", "Nine."], "How many?", "Nine."),
        (["You ask:", "How many?", "We reply:", "Nine."], "How many?", "Nine."),
        (["You ask:", "How many?", "My answer.", "Nine."], "How many?", "Nine."),
        (["Below is your request and our response.", "How many?", "Answer", "Nine."], "How many?", "Nine."),
        (["How many dogs?", "There are nine."], "How many dogs?", "There are nine."),
        (["Date: 3 May 2025", "Ref: 12/25", "Nine dogs."], "", "Nine dogs."),
    ],
)
def test_parts(lines: list[str], request_text: str, response: str) -> None:
    found = letter(lines)
    assert "\n".join(found.request) == request_text
    assert "\n".join(found.response) == response


@pytest.mark.parametrize(
    ("asked", "answered"),
    [
        (("FIRST REQUEST (FOI 12/25)", "SECOND REQUEST (FOI 13/25)"), ("FIRST REQUEST", "SECOND REQUEST")),
        (("First request", "Second request"), ("First request - how we reply", "Second request - how we reply")),
        (("Enquiry A", "Enquiry B"), ("Response to Enquiry A", "Response to Enquiry B")),
    ],
)
def test_several_requests_are_named_again_above_their_answers(
    asked: tuple[str, str], answered: tuple[str, str]
) -> None:
    wishes = [asked[0], "a) The number of owls kept.", "b) Their food.", asked[1], "a) The number of bats kept."]
    replies = [answered[0], "a) Nine owls.", "b) Mice.", answered[1], "a) Forty bats."]
    found = letter(["You sent us two requests on 3 May 2025.", *wishes, *replies])
    assert (found.request, found.response) == (tuple(wishes), tuple(replies))


def test_a_decision_opens_the_answer() -> None:
    lines = ["Please say how many officers have a second job.", "Your request has now been considered.", "Nine."]
    found = letter(lines)
    assert found.request == ("Please say how many officers have a second job.",)
    assert found.response[-1] == "Nine."


def test_a_signature_goes_and_an_annex_stays() -> None:
    lines = ["Request", "How many?", "Response", "Nine.", "Yours sincerely", "A. Clerk", "Information Rights",
             "Annex A sets out the public interest test in full."]  # fmt: skip
    assert letter(lines).response == ("Nine.", "Annex A sets out the public interest test in full.")


@pytest.mark.parametrize(
    "line",
    [
        "We received your application on 14 August 2025. In it you asked us for:",
        "I write in connection with the request that you made. You sought access to the following:",
        "Your e-mail of 3 May reads:",
    ],
)
def test_a_sentence_that_leads_up_to_the_request(line: str) -> None:
    found = letter(["12 May 2025", line, "How many dogs?", "Response", "Nine."])
    assert found.request == ("How many dogs?",)
    assert found.response == ("Nine.",)


def test_what_stands_in_neither_text_is_kept_apart() -> None:
    blind = "Requests are handled without regard to who sends them."
    lines = ["I refer to your request of 3 May.", "You asked:", "How many?", blind, "Response", "Nine.",
             "You may ask for an internal review of this reply."]  # fmt: skip
    found = letter(lines)
    assert found.boilerplate == (lines[0], blind, lines[-1])
    assert (found.request, found.response) == (("How many?",), ("Nine.",))


def test_a_list_that_opens_a_text_without_headings() -> None:
    lines = ["Please tell me of Tasers in 2014.", "1. The number drawn.", "2. The age of those hit.",
             "The records are on paper.", "There are 1,907."]  # fmt: skip
    found = letter(lines)
    assert found.request == tuple(lines[:3])
    assert found.response == tuple(lines[3:])


def test_numbered_headings_of_answers_begin_the_answer_and_stay() -> None:
    found = letter(
        ["Request", "1. How many?", "2. Where?", "Response to Question 1", "44.", "Response to Question 2", "Here."]
    )
    assert found.request == ("1. How many?", "2. Where?")
    assert found.response[:2] == ("Response to Question 1", "44.")


def test_figures_as_follows_begin_no_request() -> None:
    found = letter(
        ["Your request is replicated below.", "How many?", "In answer to the first point, they are as follows.", "9"]
    )
    assert (found.request, found.response[-1]) == (("How many?",), "9")


def test_a_heading_over_each_question() -> None:
    found = letter(
        ["Question 1", "How many dogs?", "Nine dogs are kept.", "Question 2", "What cost?", "They cost £40."]
    )
    assert found.pairs == (("1", "Nine dogs are kept."), ("2", "They cost £40."))


def test_the_numbers_of_answers_are_no_questions() -> None:
    lines = ["What you would like to know", "1) How many dogs do you have?", "2) Where are they kept?"]
    lines += ["Decision and information", "Question 1", "There are nine dogs.", "Question 2", "We do not hold this."]
    found = letter(lines)
    assert found.request == ("1) How many dogs do you have?", "2) Where are they kept?")


def test_sentences_that_run_on_into_the_first_question() -> None:
    lines = ["Your request", "I study crime. 1. How many dogs?", "2. Where?", "Our response", "Nine, all of them here."]
    assert letter(lines).request == ("I study crime.", "1. How many dogs?", "2. Where?")


def test_what_the_requester_adds_below_the_questions_is_asked() -> None:
    added = "If the second question is a problem, I'd rather have the rest."
    lines = ["You asked:", "1. How many?", "2. Where?", added, "Part of this can be supplied.", "There were nine."]
    assert letter(lines).request == ("1. How many?", "2. Where?", added)


@pytest.mark.parametrize(
    "heading",
    [
        "Anyshire Police reply:",
        "Anyshire Police’s Decision",
        "Anyshire and Otherton Constabulary Response",
        "Anyshire Police says:",
        "Where it stands:",
        "Where we are with it",
        "Position at 18 November",
        "Current position",
        "Where your request now stands",
    ],
)
def test_headings_of_answers_in_other_words(heading: str) -> None:
    said = "Whether somebody has been spoken to is known to that person, who has not agreed to its being told."
    split = letter(["Request", "1. Is the inspector suspended?", "2. Since when?", heading, said])
    assert split.request == ("1. Is the inspector suspended?", "2. Since when?")
    assert split.response == (said,)


@pytest.mark.parametrize(
    "first",
    [
        "The response to question 1 is in the table below, for the whole county.",
        "The answer to question 1 follows; a split by town is exempt.",
        "Our reply to point 1 covers the county.",
        "The reply to Q1 is set out in the grid.",
    ],
)
def test_a_sentence_on_the_first_answer_begins_the_answer(first: str) -> None:
    asked = ("Please provide, for three years:", "1. The number of vans.", "2. The number of dogs.")
    split = letter([*asked, first, "| 2023 | 9 |", "| 2024 | 8 |", "Question 2: 41 over the period."])
    assert split.request == asked
    assert split.response[0] == first


def test_what_is_asked_back_is_the_force_s() -> None:
    back = ["We cannot go on with your request until you tell us more. Please let us know:",
            "- which systems you mean, as the force has more than sixty;", "- what you mean by sacked."]  # fmt: skip
    found = letter(["You have asked for the following:", "1. How many officers misused systems?",
                    "2. What were they looking up?", "Clarification needed", *back])  # fmt: skip
    assert found.request == ("1. How many officers misused systems?", "2. What were they looking up?")
    assert found.response[-1] == back[-1]


@pytest.mark.parametrize(
    "told",
    [
        "How many you asked for is one thing and which another. For these this letter is the refusal notice:",
        "The list for each of the years you asked for is here. For the names this is the refusal notice that I send:",
        "Any list of the kind you asked for would give the names. To that extent this is a refusal notice:",
    ],
)
def test_a_decision_that_tells_of_the_request_is_the_forces_whatever_it_sounds_like(told: str) -> None:
    asked = ["1. The number of kennels that were let.", "2. How many of those were in use."]
    given = ["- Section 31(1)(a) – Law Enforcement", "It would tell a thief where to look.", "Disclosure", "Q1 – Nine."]
    read = letter(["I note you seek access to the following:", *asked, told, *given])
    assert read.request == tuple(asked)
    assert read.response[0] == told


ROWS = ["Year\tDismissed", "2023\t9", "2024\t14"]
ADVISE = "Your request has now been considered and I am able to advise as follows:"


def test_a_table_under_what_the_force_advises_is_no_request() -> None:
    for rows in (ROWS, ["| Year | Dismissed |", "| 2023 | 9 |", "| 2024 | 14 |"]):
        parts = letter(["Dear Applicant", ADVISE, *rows, "Figures below five are not given."])
        assert parts.request == ()
        assert [line for line in parts.response if line in rows] == rows


def test_a_table_is_not_parted_between_request_and_answer() -> None:
    parts = letter(["Dear Applicant", "You asked: How many officers were dismissed?", ADVISE, *ROWS, "None resigned."])
    assert parts.request == ("How many officers were dismissed?",)
    assert [line for line in parts.response if line in ROWS] == ROWS


def test_what_was_asked_as_follows_is_the_request_still() -> None:
    for led in ("Your request for information was as follows:", "You asked as follows:"):
        assert letter([led, "The number of dogs held", "Response", "Nine."]).request == ("The number of dogs held",)


@pytest.mark.parametrize("greeting", ["Hello Bryn,", "Hi Bryn Quill,", "Good morning Bryn,", "Good afternoon, Bryn,"])
def test_a_greeting_by_name_is_no_answer(greeting: str) -> None:
    assert letter(["Response", greeting, "Nine."]).response == ("Nine.",)


@pytest.mark.parametrize("line", ["Good dog Bryn,", "Morning Star,", "Hello Bryn, we hold nine.", "Evening and night,"])
def test_what_only_begins_like_one(line: str) -> None:
    assert letter(["Response", line, "Nine."]).response[-1] == "Nine."


@pytest.mark.parametrize(
    ("line", "is_answer"),
    [
        ("By month, and for the whole of the line, it goes like this:", True),
        ("I should like all of them by month, those handed in at the desk included.", False),
        ("I lost mine there in August, so I have an interest.", False),
        ("3. The cost of each, by month:", False),
    ],
)
def test_what_leads_up_to_a_table_below_the_questions(line: str, is_answer: bool) -> None:
    asked = ["How many goats were lost at the station?", "How many were got back? I lost mine in May."]
    rows = ["| Month | Lost | Got back |", "| May | 4 | 1 |", "| June | 7 | 2 |"]
    found = letter(["Dear Ms Quill,", *asked, line, *rows, "Yours sincerely,", "A. Clerk"])
    assert (line in found.response, line in found.request) == (is_answer, not is_answer)
