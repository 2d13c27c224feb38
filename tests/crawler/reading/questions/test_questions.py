"""The questions of a request."""

from crawler.reading.questions.questions import is_question, questions


def test_numbers_parts_and_groups() -> None:
    lines = ["REQUEST 1:", "1. How many?", "a) of men", "b) of women", "2) Where?", "REQUEST 2:", "Q1. When?"]
    found = [(q["number"], q["text"], q["parent"]) for q in questions(lines)]
    assert found == [
        ("1", "How many?", "REQUEST 1"),
        ("1a", "of men", "1"),
        ("1b", "of women", "1"),
        ("2", "Where?", "REQUEST 1"),
        ("1", "When?", "REQUEST 2"),
    ]


def test_bullets_and_bare_questions_have_no_number() -> None:
    assert [(q["number"], q["text"]) for q in questions(["Hello.", "- How many?**", "- Where?"])] == [
        (None, "How many?"),
        (None, "Where?"),
    ]
    assert [q["text"] for q in questions(["Hello.", "How many are there?", "Thanks."])] == ["How many are there?"]
    assert is_question("How many?**") and not is_question("Nine.")


def test_one_wish_without_number_or_mark_is_the_question() -> None:
    wish = "Please give me a list of hearings held in 2023."
    assert [q["text"] for q in questions(["Good morning", wish])] == [wish]


def _asked(*lines: str) -> list[tuple[str | None, str | None]]:
    return [(one["number"], one["text"]) for one in questions(lines)]


def test_numbers_within_one_paragraph() -> None:
    line = "Please tell me: 1) How many in 2023? 2) How many in 2024? 3) At what cost?"
    assert _asked(line) == [("1", "How many in 2023?"), ("2", "How many in 2024?"), ("3", "At what cost?")]
    assert _asked("By (a) rank and (b) year, how many?") == [(None, "By (a) rank and (b) year, how many?")]
    assert _asked("1. How many, by (a) rank and (b) year?") == [("1", "How many, by (a) rank and (b) year?")]


def test_a_question_goes_on_until_the_next_one() -> None:
    assert _asked("1. How many?", "By year please.", "2. Where?", "Many thanks") == [
        ("1", "How many? By year please."),
        ("2", "Where?"),
    ]
    assert _asked("1. Give for each:", "- the rank", "- the year") == [("1", "Give for each: - the rank - the year")]


def test_each_sentence_that_asks_is_a_question() -> None:
    first, second = "Please tell me how many left, and why.", "Please tell me too where they went."
    assert _asked("I study dogs.", f"{first} {second}", "Yours faithfully") == [(None, first), (None, second)]
    assert _asked("Please send it in Excel format.", "How many dogs?") == [(None, "How many dogs?")]
    assert _asked("If you refuse please state why.", "How many dogs?") == [(None, "How many dogs?")]


def test_names_of_questions_and_dots_of_every_shape() -> None:
    assert _asked("Cwestiwn 1: Faint?", "Point 2: Where?") == [("1", "Faint?"), ("2", "Where?")]
    assert _asked("· How many?", "● Where?") == [(None, "How many?"), (None, "Where?")]


def test_numbers_before_a_dash() -> None:
    assert _asked("1 - The number of dogs.", "2 – Their breeds.") == [
        ("1", "The number of dogs."),
        ("2", "Their breeds."),
    ]


def test_wishes_in_running_prose() -> None:
    line = (
        "I live near by. I would like to know whether the dog was seen. I would also be glad of any letters about it."
    )
    assert [one["text"] for one in questions([line])] == [
        "I would like to know whether the dog was seen.",
        "I would also be glad of any letters about it.",
    ]
