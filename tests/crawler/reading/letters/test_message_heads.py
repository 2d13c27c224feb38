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


ASKER, FORCE = "R. Quill", "Public Disclosure, Kent Police"
WAYS = (
    ("{name}", "{day}"),
    ("{day}", "{name}"),
    ("{name} wrote on {day}:",),
    ("On {day}, {name} wrote:",),
    ("{day}: {name}",),
    ("[{day}] {name}",),
    ("{name}: {day}",),
    ("From: {name}", "To: FOI", "Sent: {day} 09:12", "Subject: Dogs"),
)


@pytest.mark.parametrize("way", WAYS, ids=" / ".join)
def test_an_archive_may_print_name_and_day_in_any_way(way: tuple[str, ...]) -> None:
    lines = [f"{ASKER} made this Freedom of Information request to Kent Police"]
    for name, day in ((ASKER, "4 March 2025"), (FORCE, "2 April 2025")):
        lines += [*(line.format(name=name, day=day) for line in way), *BODY]
    found = heads(lines)
    assert [(head.date, head.sender) for head in found] == [("2025-03-04", ASKER), ("2025-04-02", FORCE)]
    assert lines[found[0].end : found[1].start] == BODY


def test_names_that_sign_the_letters_above_are_not_of_those_below() -> None:
    lines = [
        "The request was refused",
        "4 March 2025",
        *BODY,
        "Rowan Quill",
        "2 April 2025",
        "We hold nine.",
        "Kent Police",
    ]
    assert [head.sender for head in heads(lines)] == ["", ""]
