"""Replies in which questions and answers take turns."""

import pytest

from crawler.reading.letters.turns import Turns, taken_apart


def test_headings_that_take_turns() -> None:
    lines = ["Request 1", "How many?", "Answer", "Nine.", "Request 2", "Where?", "Answer", "Here."]
    assert taken_apart(lines, 2) == Turns(
        ("Request 1", "How many?", "Request 2", "Where?"), ("Nine.", "Here."), (("1", "Nine."), ("2", "Here."))
    )


def test_one_answer_is_no_turn() -> None:
    assert taken_apart(["How many?", "Answer", "Nine.", "REQUEST 2", "see above"], 1) is None


def test_labels_that_take_turns() -> None:
    lines = ["Q1. How many?", "A1. Nine.", "Q2. Where?", "A2. We do not hold it."]
    assert taken_apart(lines, 3) == Turns(
        ("Q1. How many?", "Q2. Where?"),
        ("A1. Nine.", "A2. We do not hold it."),
        (("1", "Nine."), ("2", "We do not hold it.")),
    )


def test_an_answer_under_each_number() -> None:
    lines = ["1. The number of officers.", "There were nine.", "2. Their ranks.", "a) now", "This is refused."]
    turns = taken_apart(lines, -1)
    assert turns is not None
    assert turns.asked == ("1. The number of officers.", "2. Their ranks.", "a) now")
    assert turns.pairs == (("1", "There were nine."), ("2", "This is refused."))


@pytest.mark.parametrize(
    "lines",
    [
        ["1. How many?", "Please give each year.", "2. Where?", "For example, by town."],
        ["1. How many?", "2. Where?", "1. Nine.", "2. Here."],
        ["1. How many officers?", "Uniformed ones.", "2. Where?", "Response", "Nine, here."],
    ],
)
def test_a_wish_a_second_list_or_a_heading_is_no_turn(lines: list[str]) -> None:
    assert taken_apart(lines, len(lines)) is None


def test_columns_of_a_table() -> None:
    lines = ["| Question | Answer |", "| 1. How many? | 9 |", "| 2. Where? | Here |", "That is all."]
    assert taken_apart(lines, -1) == Turns(
        ("1. How many?", "2. Where?"), ("9", "Here", "That is all."), (("1", "9"), ("2", "Here"))
    )


def test_questions_without_numbers_and_answers_of_several_paragraphs() -> None:
    turns = taken_apart(
        ["How many?", "Nine.", "Two left.", "| a | 1 |", "Where?", "Here.", "This is on the whole."], -1
    )
    assert turns is not None
    assert turns.pairs == (("", "Nine. Two left."), ("", "Here."))


def test_a_table_of_answers_below_the_questions_is_no_turn() -> None:
    lines = ["1. How many?", "2. Where?", "Response:", "| Question | Answer |", "| 1 | 44 |", "| 2 | Here |"]
    assert taken_apart(lines, 2) is None


def test_the_questions_of_a_table_bear_the_numbers_beside_them() -> None:
    turns = taken_apart(["| No | Question | Response |", "| 1 | How many officers? | 44 |"], -1)
    assert turns is not None
    assert (turns.asked, turns.pairs) == (("1. How many officers?",), (("1", "44"),))


def test_parts_of_the_request_head_their_answers() -> None:
    lines = [
        "Request 1: Number of officers", "Nine.", "Request 2: Number of staff", "None has left.",
        "Request 3: The advice of counsel", "Withheld under Section 42(1).",
    ]  # fmt: skip
    turns = taken_apart(lines, -1)
    assert turns is not None
    assert turns.pairs == (("1", "Nine."), ("2", "None has left."), ("3", "Withheld under Section 42(1)."))


def test_an_answer_that_opens_with_its_figure_is_no_question() -> None:
    lines = [
        "1. How many dogs?",
        "Nine.",
        "2. How many cats?",
        "14. A further two are lent.",
        "3. Any horses?",
        "None.",
    ]
    found = taken_apart(lines, -1)
    assert found is not None
    assert found.pairs == (("1", "Nine."), ("2", "14. A further two are lent."), ("3", "None."))


def test_a_heading_in_the_forces_own_words_comes_again_and_again() -> None:
    lines = [
        "Question 1",
        "The number of dogs.",
        "What we found",
        "Nine.",
        "Question 2",
        "Where?",
        "What we found",
        "Here.",
    ]
    turns = taken_apart(lines, -1)
    assert turns is not None
    assert turns.answered == ("Nine.", "Here.")


def test_the_same_answer_again_and_again_is_no_heading() -> None:
    turns = taken_apart(["1. How many dogs?", "None", "2. How many cats?", "None", "3. Where?", "Here."], -1)
    assert turns is not None
    assert turns.answered == ("None", "None", "Here.")


@pytest.mark.parametrize(
    "numbers", [("1a.", "1b.", "2."), ("(1)", "(2)", "(3)"), ("1 -", "2 -", "3 -"), ("1", "2", "3")]
)
def test_numbers_however_they_are_written(numbers: tuple[str, str, str]) -> None:
    asked = [f"{number} How many?" for number in numbers]
    turns = taken_apart(
        [line for one, many in zip(asked, ("Nine.", "Ten.", "Six."), strict=True) for line in (one, many)], -1
    )
    assert turns is not None
    assert turns.answered == ("Nine.", "Ten.", "Six.")


def test_what_the_requester_says_above_the_questions_is_asked() -> None:
    wish = "I would like to know about complaints that were made against serving police officers."
    turns = taken_apart([wish, "1. How many?", "Nine.", "2. Where?", "Here."], -1)
    assert turns is not None
    assert turns.asked[0] == wish


def test_who_asks_above_the_questions_is_the_requester_however_he_sounds() -> None:
    told = "Please find below your questions and the answer to each of them."
    wish = "Horses are kept at a stable in the county. Could you answer the questions below about them."
    turns = taken_apart([told, wish, "1. How many?", "Answer: Nine.", "2. Where?", "Answer: Here."], 0)
    assert turns is not None
    assert turns.asked == (wish, "1. How many?", "2. Where?")
    assert turns.answered[0] == told
    again = f"{told} Please could you let us know of mistakes."
    turns = taken_apart([again, "1. How many?", "Answer: Nine.", "2. Where?", "Answer: Here."], 0)
    assert turns is not None and turns.answered[0] == again


def test_questions_in_a_table_without_heads() -> None:
    turns = taken_apart(["| How many dogs? | Nine. |", "| Where are they? | Here. |"], -1)
    assert turns is not None
    assert turns.answered == ("Nine.", "Here.")


def test_a_table_of_numbers_below_the_questions_is_the_answer() -> None:
    assert taken_apart(["1. How many?", "2. Where?", "| Question | Answer |", "| 1 | 9 |", "| 2 | Here |"], -1) is None


def test_a_heading_above_the_first_question_is_the_pages() -> None:
    lines = ["Freedom of Information Response", "1. How many?", "Nine.", "2. Please list them.", "There is no list."]
    turns = taken_apart(lines, 0)
    assert turns is not None
    assert turns.pairs == (("1", "Nine."), ("2", "There is no list."))


def test_an_answer_that_is_a_table_alone_is_known_by_its_first_row() -> None:
    lines = [
        "Question 1",
        "How many?",
        "Answer",
        "Nine.",
        "Question 2",
        "By year?",
        "Answer",
        "| 2023 | 4 |",
        "| 2024 | 5 |",
    ]
    turns = taken_apart(lines, -1)
    assert turns is not None
    assert turns.pairs == (("1", "Nine."), ("2", "| 2023 | 4 |"))


def test_what_the_force_says_above_the_first_question_is_of_the_answer() -> None:
    told = "Your request has been considered and the decision is to give you what there is."
    turns = taken_apart(
        [told, "Request 1", "How many?", "Answer", "Nine.", "Request 2", "Where?", "Answer", "Here."], 3
    )
    assert turns is not None
    assert turns.asked == ("Request 1", "How many?", "Request 2", "Where?")
    assert turns.answered == (told, "Nine.", "Here.")


@pytest.mark.parametrize(
    ("line", "is_asked"),
    [
        ("Any person has a right under section 1 of the Act to be told what is on file about owls.", False),
        ("The decision-maker has gone through every limb of what was put to the Service on owls.", False),
        ("I am a student of owls and would like to know about those that you keep.", True),
        ("Please answer for the calendar year 2024 only.", True),
    ],
)
def test_above_a_headed_question_only_what_wishes_is_asked(line: str, is_asked: bool) -> None:
    turns = taken_apart(
        [line, "Request 1", "How many?", "Answer", "Nine.", "Request 2", "Where?", "Answer", "Here."], 3
    )
    assert turns is not None
    assert (line in turns.asked, line in turns.answered) == (is_asked, not is_asked)


def test_a_label_without_a_point_is_no_word_of_the_answer() -> None:
    turns = taken_apart(["Q1 How many vans?", "A1 26", "Q2 Whose?", "A2 Ours, and 4 A2 roads."], -1)
    assert turns is not None
    assert turns.pairs == (("1", "26"), ("2", "Ours, and 4 A2 roads."))


def test_numbers_in_words_stay_as_they_are_written() -> None:
    lines = ["Question one: How many dogs?", "Answer: Nine.", "Question two: How many cats?", "Answer: Four."]
    turns = taken_apart(lines, -1)
    assert turns is not None
    assert turns.asked == (lines[0], lines[2])
    assert turns.pairs == (("1", "Nine."), ("2", "Four."))


def test_labels_of_the_forces_own() -> None:
    turns = taken_apart(["i. How many dogs?", "Seen: nine.", "ii. Their names.", "Seen: not kept."], -1)
    assert turns is not None
    assert turns.asked == ("i. How many dogs?", "ii. Their names.")
    assert turns.answered == ("Seen: nine.", "Seen: not kept.")
    assert [text for _, text in turns.pairs] == ["nine.", "not kept."]


def test_a_figure_that_opens_an_answer_below_a_question_named_so_is_no_number() -> None:
    lines = ["Question 1. How many?", "40. I had thought less.", "Question 2. Where?", "All in the yard."]
    turns = taken_apart(lines, -1)
    assert turns is not None
    assert turns.pairs == (("1", "40. I had thought less."), ("2", "All in the yard."))


@pytest.mark.parametrize("heading", ["Answer", "Response"])
def test_numbered_questions_whose_answers_alone_have_a_heading(heading: str) -> None:
    asked = ["1. How many ponds were dug?", "2. Of these how many were filled in?", "3. Who dug them?"]
    given = ["2023 - 11. 2024 - 4.", "2023 - 2. 2024 - none.", "A farmer did."]
    turns = taken_apart([line for pair in zip(asked, given, strict=True) for line in (pair[0], heading, pair[1])], 1)
    assert turns is not None
    assert turns.asked == tuple(asked)
    assert turns.pairs == (("1", given[0]), ("2", given[1]), ("3", given[2]))


def test_a_numbered_answer_below_such_a_heading_asks_nothing() -> None:
    lines = ["1. How many?", "Answer", "1. Nine in all.", "2. Where?", "Answer", "2. Here."]
    turns = taken_apart(lines, 1)
    assert turns is not None
    assert turns.asked == ("1. How many?", "2. Where?")


def test_the_department_that_signs_heads_no_answer() -> None:
    lines = ["1. How many dogs?", "Nine at the last count.", "2. Where are they kept?", "In Kent.", "Disclosure"]
    found = taken_apart(lines, -1)
    assert found and found.asked == ("1. How many dogs?", "2. Where are they kept?")


def test_a_line_above_the_first_question_is_heard_below_the_head() -> None:
    lead = "My society looks after retired police dogs and wants to know more about them, from 1 April 2023."
    lines = [lead, "How many kennels are there?", "We have nine kennels.", "How many are locked?", "All of them are."]
    turns = taken_apart(lines, -1, ["FOI 12/25", "We received your application on 3 May and answer it below."])
    assert turns is not None
    assert turns.asked[0] == lead
