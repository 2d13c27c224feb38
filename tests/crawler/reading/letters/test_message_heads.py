"""Where a letter of a correspondence begins."""

import pytest

from crawler.reading.letters.message_heads import Head, day_of, heads

BODY = ["Dear Kent Police,", "How many?"]


@pytest.mark.parametrize(
    ("head", "day", "sender"),
    [
        (["From: R. Quill", "4 March 2025"], "2025-03-04", "R. Quill"),
        (["4 March 2025", "From: R. Quill"], "2025-03-04", "R. Quill"),
        (["R. Quill 4 March 2025"], "2025-03-04", "R. Quill"),
        (["R. Quill, 4 March 2025 21:07"], "2025-03-04", "R. Quill"),
        (["4 March 2025 – R. Quill to Kent Police"], "2025-03-04", "R. Quill"),
        (["Sent by R. Quill on 4 March 2025"], "2025-03-04", "R. Quill"),
        (["Follow up sent by R. Quill, Tuesday 4 March 2025"], "2025-03-04", "R. Quill"),
        (["Response from Kent Police, 2 April 2025"], "2025-04-02", "Kent Police"),
        (["From: Public Disclosure, Kent Police | 5 March 2025"], "2025-03-05", "Public Disclosure, Kent Police"),
        (
            ["10 February 2025 Information Compliance, Humberside Police"],
            "2025-02-10",
            "Information Compliance, Humberside Police",
        ),
        (["July 01, 2024"], "2024-07-01", ""),
        (["Friday 4 March 2022 at 10:01 am"], "2022-03-04", ""),
    ],
)
def test_a_head(head: list[str], day: str, sender: str) -> None:
    assert heads([*head, *BODY]) == [Head(0, len(head), day, sender)]


@pytest.mark.parametrize(
    "line",
    [
        "We received it on 4 March 2025",
        "By law the answer was due by 4 March 2025.",
        "How many between 1 April 2020 and 4 March 2025",
        "In March 2025",
        "10 February 2025 Dear Kent Police",
        "The deadline is 4 March 2025",
        "4 March",
        "no date at all",
    ],
)
def test_no_head(line: str) -> None:
    assert day_of(line) == ""


def test_an_archive_may_print_the_headers_of_mails() -> None:
    lines = ["From: R. Quill", "Date: 4 March 2025", *BODY, "From: Kent Police", "Date: 2 April 2025", "Nine."]
    assert [(head.date, head.sender) for head in heads(lines)] == [
        ("2025-03-04", "R. Quill"),
        ("2025-04-02", "Kent Police"),
    ]


def test_but_where_days_stand_alone_those_are_of_quoted_mails() -> None:
    lines = [
        "R. Quill 4 March 2025",
        *BODY,
        "Kent Police 2 April 2025",
        "Nine.",
        "From: R. Quill",
        "Sent: 4 March 2025",
        "To: Kent",
    ]
    assert [head.date for head in heads(lines)] == ["2025-03-04", "2025-04-02"]


def test_a_note_and_the_day_of_an_enclosed_letter_head_nothing() -> None:
    lines = ["R. Quill 4 March 2025", *BODY, "Kent Police 2 April 2025", "2 April 2025", "Nine."]
    assert [head.date for head in heads(lines)] == ["2025-03-04", "2025-04-02"]
    assert heads(["D. Moss left an annotation", "9 July 2026", "Well!"]) == []
