"""What is said to each question, and what became of it by that."""

import pytest

from crawler.reading.law.exemptions import citations
from crawler.reading.outcome.outcome import decide
from crawler.reading.outcome.told import told
from crawler.reading.questions.question_refs import texts_of

TEXTS = (
    "How many horses has the force?",
    "How many were bought in 2024?",
    "Please name the vets.",
    "What are they fed on?",
)
ASKED = tuple({"number": str(n), "text": text, "parent": None} for n, text in enumerate(TEXTS, 1))


def _parts(lines: list[str], *answers: str) -> dict[str, str]:
    given = [{"number": str(n), "text": text} for n, text in enumerate(answers, 1) if text]
    every = [*(f"{one['number']}. {one['text']}" for one in given), *lines]
    return decide(every, citations(every), asked=ASKED, given=given, small="Fewer than" in " ".join(answers)).parts


def test_own_answers() -> None:
    found = _parts([], "31", "Not held", "This is exempt under Section 40(2).", "Oats and hay.")
    assert found == {"1": "disclosed", "2": "not_held", "3": "refused", "4": "disclosed"}


def test_none_and_nil_are_answers() -> None:
    assert _parts([], "None", "Nil", "0", "No.") == dict.fromkeys("1234", "disclosed")


def test_a_sentence_for_several() -> None:
    lines = ["Questions 2 and 3 are exempt under s40(2).", "Q4: no information held."]
    assert _parts(lines, "31") == {"1": "disclosed", "2": "refused", "3": "refused", "4": "not_held"}


def test_under_a_heading_and_in_the_rest_of_a_line() -> None:
    lines = ["Question 1", "The information is withheld under Section 31(1)(a).", "Question 2 is for the stables."]
    lines[-1] += " We hold nothing."
    found = _parts(lines)
    assert (found["1"], found["2"]) == ("refused", "not_held")


def test_a_figure_kept_back_for_its_size_is_a_part() -> None:
    assert _parts([], "31", "Fewer than 5", "R. Farrier", "Hay.")["2"] == "part_disclosed"


@pytest.mark.parametrize("text", ["As question 2.", "As Q2 above.", "Answered at Q2.", "Question 2 refers."])
def test_an_answer_that_points_to_another(text: str) -> None:
    assert _parts([], "31", "This is not held.", text, "Hay.")["3"] == "not_held"
    assert _parts([], "31", "14 were bought.", text, "Hay.")["3"] == "disclosed"


def test_as_above_is_the_answer_before() -> None:
    assert _parts([], "31", "Not held.", "As above.", "Hay.")["3"] == "not_held"


def test_the_sentences_on_each_and_the_tables_under_it() -> None:
    lines = ["Question 1. They are counted by the day.", "| Year | Horses |", "| 2023 | <5 |", "Question 4. Hay."]
    given = [{"number": "1", "text": "They are counted by the day."}, {"number": "4", "text": "Hay."}]
    found = told(lines, ASKED, given, texts_of(ASKED), small=True)
    assert found.known == ("1", "2", "3", "4")
    assert found.words["4"] == ["Hay."]
    assert found.tables == found.masked == {"1"}
    assert not told(lines, ASKED, given, texts_of(ASKED), small=False).masked


def test_a_figure_kept_back_in_the_table_of_several_questions() -> None:
    asked = ("How many horses are there?", "How many are ridden?", "What became of each?", "What do they eat?")
    asked = [{"number": str(n), "text": one, "parent": None} for n, one in enumerate(asked, 1)]
    text = "They are counted by the day of the report."
    lines = [f"Questions 1 to 3. {text}", "| Year | Horses | Ridden | Sold | Lame |", "| 2023 | 31 | 9 | 7 | <5 |"]
    given = [*({"number": n, "text": text} for n in "123"), {"number": "4", "text": "Hay."}]
    found = told([*lines, "Question 4. Hay."], asked, given, texts_of(asked), small=True)
    assert (found.tables, found.masked) == ({"1", "2", "3"}, {"3"})


def test_the_heads_of_a_table_may_name_its_questions() -> None:
    lines = ["| Year | Q1 Horses | Bought (Q2) |", "| 2023 | 31 | 9 |", "| Question 4 | Hay | Oats |"]
    assert told(lines, ASKED, (), {}, small=False).tables == {"1", "2", "4"}
    assert not told([lines[1]], ASKED, (), {}, small=False).tables


def test_what_was_taken_for_an_answer_may_speak_of_several() -> None:
    given = [{"number": "2", "text": "and 3) Both are exempt."}, {"number": "4", "text": "Hay."}]
    assert set(told(["4. Hay."], ASKED, given, {}, small=False).words) == {"4"}
