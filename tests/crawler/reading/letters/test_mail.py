"""A letter that came as a mail."""

from crawler.reading.disclosure import read_text
from crawler.reading.letters.mail import mails

MAIL = """From: FOI Team <foi@kent.police.uk>
Sent: 03 July 2025 10:12
To: A. Tester
Subject: RE: Dogs and cats

Dear A. Tester,
Our ref: 25/06/0417
Kent Police can confirm that it holds this. There are nine dogs.
Kind regards
B. Clerk

-----Original Message-----
From: A. Tester
Sent: 5 June 2025 21:07
To: FOI Team
Subject: Dogs and cats

Hello,
How many dogs do you have?
How many cats?
Yours sincerely
A. Tester"""


def test_the_newest_mail_is_the_answer_and_the_quoted_one_the_request() -> None:
    read = read_text(MAIL)
    assert (read.kind, read.title, read.ref) == ("disclosure", "Dogs and cats", "25/06/0417")
    assert read.forces == ("Kent Police",)
    assert (read.dates.received, read.dates.responded) == ("2025-06-05", "2025-07-03")
    assert read.request_text == "How many dogs do you have?\nHow many cats?"
    assert "nine dogs" in read.response_text
    assert "cats?" not in read.response_text


def test_a_mail_that_repeats_the_request_itself() -> None:
    text = MAIL.replace("Kent Police can", "Request\nHow many hens?\nResponse\nKent Police can")
    assert read_text(text).request_text == "How many hens?"


def test_numbered_answers_in_the_words_of_the_questions_are_no_request() -> None:
    asked = ["How many dogs were kept in 2024?", "How many cats were kept in 2024?"]
    given = ["9 dogs were kept in 2024.", "No cats were kept in 2024."]
    answers, questions = (
        "\n".join(f"Question {at} - {one}" for at, one in enumerate(some, 1)) for some in (given, asked)
    )
    text = MAIL.replace("There are nine dogs.", f"\n{answers}").replace(
        "How many dogs do you have?\nHow many cats?", questions
    )
    read = read_text(text)
    assert [one["text"] for one in read.questions] == asked
    assert [one["text"] for one in read.answers] == given


def test_on_some_day_somebody_wrote() -> None:
    found = mails(["We hold nine.", "On 5 June 2025 at 21:07, A. Tester wrote:", "How many?"])
    assert found is not None
    assert (found.newest, found.quoted, found.asked_on) == (("We hold nine.",), ("How many?",), "2025-06-05")


def test_headers_in_a_table() -> None:
    rows = ["| From: | FOI Team |", "| Sent: | 3 July 2025 10:12 |", "| Subject: | RE: Dogs |", "There are nine."]
    found = mails([*rows, "-----Original Message-----", "From: me", "Sent: 5 June 2025", "Subject: Dogs", "How many?"])
    assert found is not None
    assert (found.newest, found.answered_on, found.subject) == (("There are nine.",), "2025-07-03", "Dogs")
    assert mails(["| From | To | Date |", "| Leeds | York | 3 July |", "| York | Hull | 4 July |"]) is None


def test_the_notice_of_a_mail_program_below_the_request_is_in_neither_text() -> None:
    notice = "This e-mail has been scanned for malware."
    read = read_text(f"{MAIL}\n\n{notice}")
    assert read.request_text == "How many dogs do you have?\nHow many cats?"
    assert notice in read.boilerplate


def test_headers_of_a_saved_mail_in_another_order() -> None:
    found = mails(["Subject: Dogs", "From: FOI", "Date: Thu, 3 Jul 2025 10:12:00 +0100", "To: me", "Nine."])
    assert found is not None
    assert (found.newest, found.answered_on, found.subject) == (("Nine.",), "2025-07-03", "Dogs")


def test_a_letter_with_a_date_and_a_subject_is_no_mail() -> None:
    assert mails(["Date: 3 May 2024", "Our Ref: 12/25", "Subject: Dogs", "Nine."]) is None
    assert mails([]) is None


def test_you_wrote_is_the_letters_own() -> None:
    assert mails(["On 18 November 2024 a letter came from you. You wrote:", "How many?", "Reply:", "Nine."]) is None


def test_what_the_force_asks_back_is_no_request() -> None:
    asks_back = "We cannot make out what you want.\nWould you please let us know:\n- which years you have in mind;\n"
    text = MAIL.replace("Kent Police can confirm that it holds this. There are nine dogs.\n", asks_back)
    reading = read_text(text)
    assert "which years" in reading.response_text
    assert "which years" not in reading.request_text
    assert reading.outcome == "pending"


def test_a_greeting_may_be_the_first_words_of_a_sentence() -> None:
    for line, kept in (("Hello, for the year 2024 can you say:", True), ("Hello Mr. Clerk,", False), ("Hi all", False)):
        read = read_text(MAIL.replace("Hello,", line))
        assert (line in read.request_text) is kept
        assert read.request_text.endswith("How many dogs do you have?\nHow many cats?")


def test_an_answer_that_is_sent_on_is_the_answer_still() -> None:
    cover = "From: A. Clerk\nDate: 4 July 2025\nTo: Web Team\nSubject: FW: Dogs and cats\n\nPlease publish.\n\n"
    for mark in ("-----Original Message-----\n", "", "Begin forwarded message:\n"):
        read = read_text(f"{cover}{mark}{MAIL}")
        assert (read.dates.received, read.dates.responded) == ("2025-06-05", "2025-07-03")
        assert read.request_text == "How many dogs do you have?\nHow many cats?"
        assert "nine dogs" in read.response_text
        assert "publish" not in read.response_text


def test_a_request_that_is_sent_on_is_a_request_still() -> None:
    text = MAIL.replace("RE: Dogs and cats", "FW: Dogs and cats")
    assert read_text(text).request_text == "How many dogs do you have?\nHow many cats?"
    assert read_text(text).dates.responded == "2025-07-03"


def test_of_two_mails_of_offices_the_one_under_is_the_answer() -> None:
    cover = "From: FOI Team\nDate: 4 July 2025\nTo: Web Team\nSubject: Dogs\n\nFor the log.\n\n"
    answer = MAIL.partition("-----Original")[0].replace("Kent Police can", "Request\nHow many hens?\nResponse\nWe can")
    read = read_text(cover + answer)
    assert (read.request_text, read.dates.responded) == ("How many hens?", "2025-07-03")
    assert "nine dogs" in read.response_text


def test_a_bare_yours_closes_a_request_too() -> None:
    assert read_text(MAIL.replace("Yours sincerely", "Yours,")).request_text.endswith("How many cats?")


def test_questions_within_a_line_of_the_quoted_mail_are_the_request() -> None:
    told = "There were sixteen hens last year and nine of them were ours, which is more than I had guessed."
    asked = "Morning all, how many hens are there? And whose are they? Ta very much."
    newest = ["Your request", "Hens in the yard", "Our response", told]
    reading = read_text("\n\n".join([*newest, "On 5 June 2025 at 21:07, A. Tester wrote:", asked]))
    assert reading.request_text == asked
    assert reading.response_text.endswith(told)
