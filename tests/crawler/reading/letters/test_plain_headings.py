"""Labels on lines of their own, and the headings of sections without their numbers."""

import pytest

from crawler.reading.letters.plain_headings import headings_plain, in_one_language, labels_apart, undated


def test_the_text_after_a_label_is_a_line_of_its_own() -> None:
    assert labels_apart(["Wording of request: How many?"]) == ["Wording of request:", "How many?"]
    assert labels_apart(["My question: How many?", "My question: Where is it?"]) == [
        "My question: How many?",
        "My question: Where is it?",
    ]


@pytest.mark.parametrize("number", ["{}. ", "{}) ", "Section {}: ", "Part {} – "])
@pytest.mark.parametrize(("request_", "reply"), [("Request for information", "Decision"), ("Your request", "Response")])
def test_the_numbers_of_sections_go(number: str, request_: str, reply: str) -> None:
    heads = [number.format(at) + head for at, head in enumerate((request_, reply, "Other matters"), 1)]
    asked, given = ["1. How many?", "2. Where?"], ["We hold nothing of it."]
    lines = [heads[0], *asked, heads[1], *given, heads[2], "Section 40 applies."]
    assert headings_plain(lines) == [request_, *asked, reply, *given, "Other matters", "Section 40 applies."]


@pytest.mark.parametrize(
    "lines",
    [
        ["1. Request", "How many?", "1. Response", "None"],
        ["1. Request", "How many?", "2. Request", "Where?"],
        ["Request", "1. How many?", "2. Where?", "Response", "1. None", "2. Here"],
        ["1. Response", "None"],
    ],
)
def test_those_of_questions_and_answers_stay(lines: list[str]) -> None:
    assert headings_plain(lines) == lines


def test_an_answer_below_the_last_heading_keeps_its_number() -> None:
    lines = ["1. Your request", "How many, where and why?", "2. Our response", "1. Nine", "2. Here", "3. Unknown"]
    assert headings_plain(lines) == ["Your request", lines[1], "Our response", *lines[3:]]


@pytest.mark.parametrize(
    ("both", "one"),
    [
        ("Cais / Request", "Request"),
        ("Eich cais / Your request:", "Your request:"),
        ("Cwestiwn / Question 2", "Question 2"),
        ("Cwestiwn 2 / Question 2", "Question 2"),
        ("Question 2 / Cwestiwn 2", "Question 2"),
        ("Question / Cwestiwn 2:", "Question 2:"),
        ("Ymateb/Response 1 & 2", "Response 1 & 2"),
        ("Ymateb 1 a 2 – Response 1 and 2", "Response 1 and 2"),
        ("Ein hymateb | Our response", "Our response"),
        ("Atebion / Answers", "Answers"),
        ("Cwestiwn / Question 3: How many?", "Question 3: How many?"),
    ],
)
def test_headings_in_two_languages(both: str, one: str) -> None:
    assert in_one_language([both]) == [one]


@pytest.mark.parametrize("line", ["Request / refusal figures", "Cais 12/2025", "| Cais / Request | 4 |", "Ymateb hwyr"])
def test_lines_that_are_no_heading_in_two_languages(line: str) -> None:
    assert in_one_language([line]) == [line]


@pytest.mark.parametrize(
    ("line", "plain"),
    [
        ("Request (received 16 June 2025): How many?", "Request: How many?"),
        ("Your request (dated 2 May)", "Your request"),
        ("Our response (sent 4 May 2025):", "Our response:"),
        ("Questions (as received on 3 June):", "Questions:"),
        ("Request (a copy of every letter): none", "Request (a copy of every letter): none"),
        ("Vans (received in 2024): 9", "Vans (received in 2024): 9"),
        ("Response (sent late) to all", "Response (sent late) to all"),
    ],
)
def test_a_heading_without_the_bracket_that_says_when(line: str, plain: str) -> None:
    assert undated([line]) == [plain]
