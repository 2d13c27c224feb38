"""Questions and answers told apart line by line."""

from crawler.reading.letters.unmixed import unmix


def test_a_letter_under_each_number_answers_it() -> None:
    assert unmix(["1. How many?", "a) 11", "2. Where?", "a) Here"]) == (
        ["1. How many?", "2. Where?"],
        ["a) 11", "a) Here"],
    )


def test_letters_in_a_row_are_parts_of_the_question() -> None:
    lines = ["1. How many, by:", "a) rank", "b) year"]
    assert unmix(lines) == (lines, [])
