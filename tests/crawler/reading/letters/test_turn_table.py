"""Questions and answers in the columns of a table."""

import time

from crawler.reading.letters.turn_table import columns, in_table

_TABLE = [
    "| Information sought | Our answer |",
    "| 1. The number of dogs kept. | 9 |",
    "| 2. Their breeds and names. | Mixed. |",
]


def test_what_the_force_decided_above_the_table_is_part_of_its_answer() -> None:
    above = ["I am able to meet part of your request. Section 40(2) of the Act has been applied to the rest of it."]
    turns = in_table([*above, *_TABLE, "No more is held."], -1)
    assert turns is not None
    assert turns.asked == ("1. The number of dogs kept.", "2. Their breeds and names.")
    assert turns.answered == (*above, "9", "Mixed.", "No more is held.")
    assert turns.pairs == (("1", "9"), ("2", "Mixed."))


def test_a_table_of_data_below_is_left_whole() -> None:
    data = ["Table A: by reason", "| Reason | Grant | Renewal |", "| Medical | 9 | 3 |"]
    turns = in_table([*_TABLE, *data], -1)
    assert turns is not None
    assert turns.asked == ("1. The number of dogs kept.", "2. Their breeds and names.")
    assert turns.answered == ("9", "Mixed.", *data)


def test_a_table_that_a_page_cuts_goes_on() -> None:
    turns = in_table([*_TABLE, "Page 2", _TABLE[0], "| 3. Their names. | Withheld. |"], -1)
    assert turns is not None
    assert turns.asked[-1] == "3. Their names."
    assert turns.pairs[-1] == ("3", "Withheld.")


def test_each_cell_under_a_head_is_a_question_whatever_its_form() -> None:
    lines = ["| Request | Response | Note |", "| The number of dogs | 9 | In May. |", "| How old? | Old. | |"]
    turns = in_table(lines, -1)
    assert turns is not None
    assert turns.asked == ("- The number of dogs", "- How old?")
    assert turns.answered == ("9", "In May.", "Old.")
    assert turns.pairs == (("", "9"), ("", "Old."))


def test_a_table_of_answers_alone_is_no_dialogue() -> None:
    assert in_table(["1. How many?", "2. Where?", "| Question | Answer |", "| 1 | 9 |", "| 2 | Here |"], -1) is None
    assert columns(["| Rank | Number |", "| Constable | 4 |"]) == (-1, -1, -1)


def test_a_hostile_table_takes_linear_time() -> None:
    lines = ["| Question | Answer |", *["| How many of them? | none |"] * 20_000]
    began = time.process_time()
    turns = in_table(lines, -1)
    assert time.process_time() - began < 2
    assert turns is not None
    assert len(turns.pairs) == 20_000


def test_a_request_that_stands_above_is_repeated_by_the_table_alone() -> None:
    above = ["I keep dogs. Please say:", "1. The number of dogs kept.", "2. Their breeds and names.", "Our reply"]
    rows = ["| You asked | We say |", "| The number of dogs kept. | 9 |", "| Their breeds and names. | Mixed. |"]
    turns = in_table([*above, *rows], -1)
    assert turns is not None
    assert turns.asked == tuple(above[:3])
    assert turns.answered == ("9", "Mixed.")


def test_the_questions_above_may_stand_in_one_line() -> None:
    above = ["Please tell me (1) the number of dogs kept; (2) their breeds and names."]
    turns = in_table([*above, *_TABLE], -1)
    assert turns is not None and turns.asked == tuple(above)
