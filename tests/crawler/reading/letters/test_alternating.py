"""Labels and headings that take turns, in whatever words."""

from crawler.reading.letters.alternating import headed


def test_labels_that_take_turns_become_headings() -> None:
    lines = ["You asked: How many?", "We said: Nine.", "You asked: A list of them.", "We said: No list is kept."]
    lines += ["You asked: Why?", "We said: Nobody knows."]
    assert headed(lines)[:6] == ["Question 1", "How many?", "Answer", "Nine.", "Question 2", "A list of them."]


def test_headings_that_take_turns() -> None:
    lines = ["Your wish", "How many?", "Our findings", "Nine.", "Your wish", "Where?", "Our findings", "In Leeds."]
    assert headed(lines) == [
        "Question 1",
        "How many?",
        "Answer",
        "Nine.",
        "Question 2",
        "Where?",
        "Answer",
        "In Leeds.",
    ]


def test_answers_behind_dashes_stand_apart() -> None:
    assert headed(["1. How many? – Nine.", "2. Where? - In Leeds."]) == [
        "1. How many?", "Nine.", "2. Where?", "In Leeds.",
    ]  # fmt: skip


def test_what_does_not_ask_stays() -> None:
    for lines in (
        ["Men: nine", "Women: ten", "Men: four", "Women: five"],
        ["1. How many? - by rank", "2. Where?"],
        ["Q: How many?", "A: Nine."],
    ):
        assert headed(lines) == lines
