"""Reply, correspondence or report."""

import pytest

from crawler.reading.facts.kind import kind

REPLY = [
    "Our Ref: 12/25",
    "I write in connection with your request.",
    "Response",
    "A spokesman said: no. We can reveal more.",
]
REPORT = ["New figures have revealed nine.", "A spokesperson said: “Nine.”", "The force told the Gazette."]


@pytest.mark.parametrize(
    ("lines", "url", "expected"),
    [
        (REPLY, "", "disclosure"),
        (REPORT, "", "news"),
        (REPORT, "https://www.kent.police.uk/foi-ai/kent-police/x/", "disclosure"),
        (REPORT, "https://www.kent.police.uk/news/kent/latest/x/", "news"),
        (REPLY, "https://www.whatdotheyknow.com/request/x", "correspondence"),
        (["Dogs - a Freedom of Information request to Kent Police", *REPLY], "", "correspondence"),
        ([], "", "disclosure"),
        (["Nine."], "http://[bad", "disclosure"),
    ],
)
def test_kind(lines: list[str], url: str, expected: str) -> None:
    assert kind(lines, url) == expected


def test_the_title_of_an_archive() -> None:
    assert kind(["Nine."], "", "a Freedom of Information request to Kent Police") == "correspondence"


def test_a_letter_that_names_the_act_is_no_report() -> None:
    lines = [
        "I refer to your enquiry, which has been dealt with under the Freedom of Information Act 2000.",
        "Told the rank and the type, a reader would soon work out who was meant.",
    ]
    assert kind(lines, "") == "disclosure"


def test_a_correspondence_as_text_and_a_mail_that_is_none() -> None:
    lines = [
        "From: A. Tester",
        "1 June 2024",
        "Dear Kent Police,",
        "How many?",
        "From: Kent Police",
        "9 June 2024",
        "Nine.",
    ]
    assert kind(lines, "") == "correspondence"
    mail = [
        "From: Kent Police",
        "Sent: 9 June 2024",
        "To: A. Tester",
        "Dear Mr Tester",
        "Nine.",
        "Yours sincerely",
        "B. Clerk",
    ]
    assert kind(mail, "") == "disclosure"


def test_what_the_page_states_of_itself() -> None:
    lines = ["All of it was refused.", "The letter relied on section 40(2).", "You may complain."]
    assert kind(lines, "") == "disclosure"
    assert kind(lines, "", is_report=True) == "news"
    assert kind([*lines, "Our ref"], "https://www.kent.police.uk/foi/dogs/", is_report=True) == "disclosure"
