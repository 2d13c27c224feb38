"""Questions that a reply repeats before it answers each."""

from crawler.reading.letters.letter import letter
from crawler.reading.letters.repeated import numbered_repeats

ASKED = ["1. How many dogs do you have?", "2. Where are they kept at night?"]


def test_the_second_time_a_question_is_the_number_of_its_answer() -> None:
    lines = [*ASKED, "Our answer", "How many dogs do you have?", "Nine.", ASKED[1], "Here."]
    assert numbered_repeats(lines) == [*ASKED, "Our answer", "Question 1", "Nine.", "Question 2", "Here."]
    assert letter(lines).request == tuple(ASKED)


def test_questions_without_numbers_are_known_by_their_places() -> None:
    lines = ["How many dogs do you have?", "Where are they kept at night?"]
    assert numbered_repeats([*lines, "Our answer", lines[0], "Nine.", lines[1], "Here."]) == [
        *lines,
        "Our answer",
        "Question 1",
        "Nine.",
        "Question 2",
        "Here.",
    ]


def test_one_without_a_number_beside_one_that_bears_one_is_left_out() -> None:
    lines = ["1. How many dogs do you have?", "Where are they kept at night?"]
    again = ["How many dogs do you have?", "Nine.", lines[1], "Here."]
    assert numbered_repeats([*lines, "Our answer", *again]) == [*lines, "Our answer", "Question 1", "Nine.", "Here."]


def test_a_line_that_comes_again_alone_stays() -> None:
    lines = ["How many dogs do you have?", "Dear applicant", "How many dogs do you have?", "Nine."]
    assert numbered_repeats(lines) == lines
