"""Questions quoted behind a `>`, and the answers between them."""

import pytest

from crawler.reading.letters.messages import messages
from crawler.reading.letters.quoting import plain, unquoted

ASKED = ["1. How many dogs were kept?", "2. How many cats were kept?", "3. Please send the report."]
TURNS = [
    (["Dear Sir,", "> 1. How many dogs were kept?", "Seven.", "> 2. How many cats were kept?", "None."], (1, 2)),
    (["> How many dogs were kept?", "Seven.", "> How many cats were kept?", "None."], (1, 2)),
    (["> How many dogs were kept?", "1. Seven.", "> How many cats were kept?", "2. None."], (1, 2)),
    (["On 3 May 2025, A. Quill wrote:", "> 3. Please send the report.", "It is attached."], (3,)),
    (["A. Quill asked:", ">> 2. How many cats", ">> were kept?", "None."], (2,)),
]


@pytest.mark.parametrize(("lines", "numbers"), TURNS)
def test_answers_bear_the_numbers_of_what_is_quoted_above(lines: list[str], numbers: tuple[int, ...]) -> None:
    left = [line for line in unquoted(lines, ASKED) if line != "Dear Sir,"]
    assert [line.split()[0] for line in left] == [f"{number}." for number in numbers]
    assert not any(">" in line or "wrote" in line or "asked" in line for line in left)


@pytest.mark.parametrize(
    "lines",
    [
        ["We hold nothing.", "> 1. How many dogs were kept?", "> 2. How many cats were kept?"],
        ["We hold nothing.", "> I should like to know how many", "dogs there were", "> and how many cats"],
        ["We hold nothing of what you ask for and have asked the stables too.", "> 1. How many dogs?", "Kent Police"],
        ["We hold nothing."],
    ],
)
def test_a_mail_quoted_under_the_answer_is_left_as_it_is(lines: list[str]) -> None:
    assert unquoted(lines, ASKED) == lines


def test_one_answer_to_several_quotes_bears_no_number() -> None:
    assert unquoted(["> 1. How many dogs?", "> 2. How many cats?", "Nine in all."], ASKED) == ["Nine in all."]


def test_an_answer_in_turns_is_an_answer() -> None:
    lines = ["A. Tester", "From: A. Tester", "1 June 2024", "Dear Kent Police,", *ASKED, "From: FOI Team, Kent Police"]
    answer = ["12 June 2024", "> How many dogs were kept?", "Seven.", "> How many cats were kept?", "Section 40(2)."]
    assert messages([*lines, *answer])[1].lines == ("1. Seven.", "2. Section 40(2).")


def test_questions_of_a_letter_lose_their_signs() -> None:
    assert plain(["Sir,", "> 1. How many dogs in > the kennels?", "7"]) == [
        "Sir,",
        "1. How many dogs in the kennels?",
        "7",
    ]
    assert plain(["Service:", "> 5 years", "12"]) == ["Service:", "> 5 years", "12"]
