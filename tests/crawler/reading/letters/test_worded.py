"""The lines of a text without their bare numbers."""

from crawler.reading.letters.worded import worded


def test_headings_that_only_number_are_in_no_text() -> None:
    assert worded(["Question 1", "How many?", "Response to Q1:", "Nine.", "Part 2", "Part 2 is refused."]) == (
        "How many?\nNine.\nPart 2 is refused."
    )


def test_numbers_alone_go_when_they_count_and_stay_when_they_answer() -> None:
    assert worded(["1.", "Nine.", "(2)", "Here."]) == "Nine.\nHere."
    assert worded(["How many there are:", "26."]) == "How many there are:\n26."


def test_headings_that_number_several_answers_go() -> None:
    heads = ["Response 1 & 2", "Reply to questions 3", "Answer 4:", "Item 5"]
    assert worded([line for head in heads for line in (head, "Nine.")]) == "\n".join(["Nine."] * 4)


def test_the_heading_of_a_list_among_several_stays() -> None:
    lines = ["Request 1:", "1. How many?", "Request 2:", "1. Where?", "Part 2", "Why?"]
    assert worded(lines) == "Request 1:\n1. How many?\nRequest 2:\n1. Where?\nWhy?"
