"""Where questions and answers stand in a table."""

import pytest

from crawler.reading.letters.dialogue import NOWHERE, is_dialogue, is_headed, place, tables

_ASKED = ("The number of scooters seized in 2023.", "The power used to seize them.", "Their average price.")
_GIVEN = ("341.", "Section 165A of the Road Traffic Act 1988.", "No information held.")
_ROWS = tuple(zip(_ASKED, _GIVEN, strict=True))


@pytest.mark.parametrize(
    "heads",
    [
        ("Question", "Answer"),
        ("Your questions", "Our answers"),
        ("Request", "Force response"),
        ("Information requested", "Humberside Police answer"),
        ("Q", "A"),
        ("You asked", "We replied"),
        ("You asked", "Our findings"),
        ("What you asked for", "What we hold"),
        ("Information sought", "Information provided"),
        ("Questions received:", "Response from Gwent Police"),
        ("Details of request", "Constabulary's reply"),
        ("Cwestiwn", "Ateb"),
    ],
)
def test_heads_in_the_words_that_people_use(heads: tuple[str, str]) -> None:
    assert is_headed(heads)
    assert place([heads, *_ROWS]) == (1, 0, 1)


@pytest.mark.parametrize("head", ["No.", "Ref", "Q", "Request"])
def test_of_the_columns_the_one_beside_the_answer_asks(head: str) -> None:
    rows = [(head, "Question", "Our response"), *((str(at), *row) for at, row in enumerate(_ROWS, 1))]
    assert place(rows) == (1, 1, 2)


@pytest.mark.parametrize(
    "rows",
    [
        (("Rank", "Number"), ("Constable", "4")),
        (("Requests", "Responses"), ("40", "39"), ("50", "44")),
        (("Year", "Requests", "Responses"), ("2022", "40", "39")),
        (("1. Theft", "4"), ("2. Burglary", "5")),
        (("Result", "Number"), ("No case to answer", "4")),
        (("Question", "Answer"), ("1", "9"), ("2", "4")),
    ],
)
def test_data_is_no_dialogue(rows: tuple[tuple[str, ...], ...]) -> None:
    assert place(rows) == NOWHERE
    assert not is_dialogue(rows)


def test_questions_beside_their_answers_are_no_data() -> None:
    assert is_dialogue((("Asked", "Answered"), ("1. How many?", "9"), ("2. Where?", "Here")))
    assert is_dialogue((("Information requested", "Police answer"), *_ROWS))


def test_tables_among_lines() -> None:
    lines = ["Dear all", "| a | 1 |", "| b | 2 |", "And:", "| c | 3 |"]
    assert tables(lines) == [(1, [("a", "1"), ("b", "2")]), (4, [("c", "3")])]
