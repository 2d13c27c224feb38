"""Headings of answers in a force's own words."""

from crawler.reading.letters.own_headings import bare, own_headings


def test_a_heading_comes_again_between_question_and_answer() -> None:
    lines = [
        "Question 1",
        "How many?",
        "What we found (1):",
        "Nine.",
        "Question 2",
        "Where?",
        "What we found (2):",
        "Here.",
    ]
    assert own_headings(lines) == {"what we found"} == {bare("What we found (2):")}
    assert own_headings(["1. How many dogs?", "None", "2. How many cats?", "None"]) == set()
