"""Labels on lines of their own, and the headings of sections without their numbers."""

import pytest

from crawler.reading.letters.plain_headings import headings_plain, in_one_language


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
