"""Headings of answers in a force's own words."""

from crawler.reading.letters.own_headings import bare, label_of, own_headings, own_labels, unlabelled


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


def test_a_label_comes_again_below_each_question() -> None:
    lines = ["i. How many dogs?", "Seen: nine.", "ii. Their names.", "Seen: not kept.", "Note: none was bought."]
    assert own_labels(lines) == {"Seen"}
    assert unlabelled("Seen: nine.", {"Seen"}) == "nine."
    assert unlabelled("Note: nine.", {"Seen"}) == "Note: nine."


def test_what_also_stands_elsewhere_or_below_few_questions_is_no_label() -> None:
    asked = ["i. How many dogs?", "Kent: nine.", "ii. Where?", "Kent: here."]
    assert own_labels([*asked, "All told:", "Kent: nine."]) == set()
    assert own_labels([*asked, "iii. When?", "Now.", "iv. Why?", "None."]) == set()
    assert own_labels(asked[:2]) == own_labels([]) == set()
    assert label_of("9:30 each day") == label_of("Seen:") == label_of("no colon") == ""
