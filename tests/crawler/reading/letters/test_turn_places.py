"""Questions whose answers stand right below them, though a phrase of a whole letter's answer follows the last."""

import pytest

from crawler.reading.letters.turns import taken_apart

_ANSWERS = (
    "17 police officers.",
    "Constables: 22. Sergeants: 6.",
    "This is withheld under section 40(2) of the Act, since so few people are concerned.",
    "There is no budget code for this, so the information is not held.",
)
_CLOSE = ("Some of your request has been turned down.", "This letter is a refusal notice under section 17(1).")
_ASKED = (
    "How many officers were suspended?",
    "How many others were on restricted duties?",
    "For each suspended officer, give the date and what is alleged.",
    "The cost of covering their shifts.",
)
_WISHED = (
    "Please provide the number of officers suspended.",
    "Provide a breakdown by rank of others on restricted duties.",
    "For each suspended officer, give the date.",
    "List the cost of covering their shifts.",
)
_TITLED = ("Officers suspended", "Officers on restricted duties", "Allegations against each", "Cost of cover")


@pytest.mark.parametrize("number", ["{}. ", "{}) ", "({}) ", "Q{}. ", "{} - ", "Question {}: "])
@pytest.mark.parametrize("asked", [_ASKED, _WISHED, _TITLED])
def test_headings_in_one_series_are_questions_whatever_their_grammar(number: str, asked: tuple[str, ...]) -> None:
    heads = [f"{number.format(at)}{text}" for at, text in enumerate(asked, 1)]
    turns = taken_apart([*(line for pair in zip(heads, _ANSWERS, strict=True) for line in pair), *_CLOSE], 9)
    assert turns is not None
    assert turns.asked == tuple(heads)
    assert turns.pairs == tuple((str(at), text) for at, text in enumerate(_ANSWERS, 1))


@pytest.mark.parametrize(
    "lines",
    [
        [
            "1. How many officers?",
            "I mean those of any rank that you had in May.",
            "2. Where are they?",
            "And how old?",
        ],
        ["1. How many officers of the", "Metropolitan Police Service were there?", "2. Where are", "they now?"],
        ["1. How many officers?", "2. Where are they?"],
    ],
)
def test_what_the_requester_adds_below_a_question_is_no_answer(lines: list[str]) -> None:
    assert taken_apart([*lines, "We hold this.", "I have decided to disclose it.", "See the table."], 5) is None


@pytest.mark.parametrize("opens", ["Please see the sheet attached.", "Please refer to the table on page 2."])
def test_an_answer_may_open_as_a_request_does(opens: str) -> None:
    lines = ["Q1. How many vans were bought?", opens, "Q2. What did they cost?", "91 thousand pounds in all."]
    turns = taken_apart(lines, -1)
    assert turns is not None
    assert turns.answered == (opens, lines[3])


@pytest.mark.parametrize("opens", ["Please give the make of each as well.", "Could you add the year of each?"])
def test_what_asks_on_below_a_question_is_no_answer(opens: str) -> None:
    lines = ["Q1. How many vans were bought?", opens, "Q2. What did they cost?", "91 thousand pounds in all."]
    assert taken_apart(lines, -1) is None


@pytest.mark.parametrize("place", [0, 2])
def test_a_question_may_go_on_with_a_wish(place: int) -> None:
    lines = ["How many vans were bought?", "31 vans were bought.", "How many were sold?", "None of them was sold."]
    lines[place] += " Give the number for each year."
    turns = taken_apart(lines, -1)
    assert turns is not None
    assert turns.asked == (lines[0], lines[2])
    assert turns.pairs == (("", lines[1]), ("", lines[3]))


def test_an_answer_that_asks_and_answers_itself_is_no_question() -> None:
    told = "Why is that? We have no record of it, and the information is not held."
    lines = ["How many vans were bought?", told, "How many were sold?", "None of them was sold."]
    turns = taken_apart(lines, -1)
    assert turns is not None
    assert turns.answered == (told, lines[3])


def test_a_wish_of_the_requester_takes_its_turn_among_questions() -> None:
    lines = ["How many boats were stolen?", "We hold no list of boats.", "Please provide a copy of the report on them.",
             "I am refusing this, since section 30(1)(a) applies.", "Who wrote it?", "Our marine unit."]  # fmt: skip
    turns = taken_apart(lines, 3)
    assert turns is not None
    assert turns.asked == tuple(lines[::2])


def test_a_wish_above_numbered_questions_only_leads_up_to_them() -> None:
    lines = ["I would like to know about boats that were stolen.", "Q1. How many?", "Nine.", "Q2. Where?", "At sea."]
    turns = taken_apart(lines, 2)
    assert turns is not None
    assert [name for name, _ in turns.pairs] == ["1", "2"]


_SHORT = ["1. How many kennels are there?", "212 and 198.", "2. How many stand empty?", "31."]


@pytest.mark.parametrize(
    "below", ["Question 2 - the harm. It would help burglars.", "Our decision", "2. It would harm."]
)
def test_numbers_and_headings_below_the_last_answer_ask_nothing(below: str) -> None:
    turns = taken_apart([*_SHORT, below, "We refuse nothing."], -1)
    assert turns is not None
    assert turns.asked == (_SHORT[0], _SHORT[2])
    assert turns.pairs[0] == ("1", "212 and 198.")


@pytest.mark.parametrize("below", [["1. 212.", "2. 31."], ["Our decision", "There are 212, and 31 stand empty."]])
def test_below_what_the_requester_adds_they_answer(below: list[str]) -> None:
    lines = [
        "1. How many kennels are there?",
        "I mean those that you own.",
        "2. How many stand empty?",
        "By town, too.",
    ]
    assert taken_apart([*lines, *below, "That is all."], -1) is None


@pytest.mark.parametrize("numbers", [("i.", "ii.", "iii."), ("a)", "b)", "c)")])
def test_a_wish_in_a_list_of_letters_takes_its_turn(numbers: tuple[str, ...]) -> None:
    asked = ["How many kennels are there?", "Who looks after them?", "Please let me have the rota."]
    lines = [f"{number} {text}" for number, text in zip(numbers, asked, strict=True)]
    answers = ["There are nine.", "Our dog section does.", "It may be had from the web site."]
    turns = taken_apart([line for pair in zip(lines, answers, strict=True) for line in pair], -1)
    assert turns is not None
    assert turns.asked == tuple(lines)
    assert turns.answered == tuple(answers)
