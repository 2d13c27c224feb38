"""Replies in which questions and answers take turns."""

from crawler.reading.turns import in_turns, unmix


def test_headings_that_take_turns() -> None:
    lines = ["Request 1", "How many?", "Answer", "Nine.", "Request 2", "Where?", "Answer", "Here."]
    assert in_turns(lines) == (["Request 1", "How many?", "Request 2", "Where?"], ["Nine.", "Here."])


def test_one_answer_is_no_turn() -> None:
    assert in_turns(["How many?", "Answer", "Nine.", "REQUEST 2", "see above"]) == ([], [])


def test_a_letter_under_each_number_answers_it() -> None:
    assert unmix(["1. How many?", "a) 11", "2. Where?", "a) Here"]) == (
        ["1. How many?", "2. Where?"],
        ["a) 11", "a) Here"],
    )


def test_letters_in_a_row_are_parts_of_the_question() -> None:
    lines = ["1. How many, by:", "a) rank", "b) year"]
    assert unmix(lines) == (lines, [])
