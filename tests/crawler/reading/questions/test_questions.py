"""The questions of a request."""

import time

import pytest

from crawler.reading.questions.questions import is_question, questions
from crawler.reading.questions.wishes import names_only


def test_numbers_parts_and_groups() -> None:
    lines = ["REQUEST 1:", "1. How many?", "a) of men", "b) of women", "2) Where?", "REQUEST 2:", "Q1. When?"]
    found = [(q["number"], q["text"], q["parent"]) for q in questions(lines)]
    assert found == [
        ("1", "How many?", "REQUEST 1"),
        ("1a", "of men", "1"),
        ("1b", "of women", "1"),
        ("2", "Where?", "REQUEST 1"),
        ("1", "When?", "REQUEST 2"),
    ]


def test_a_number_that_runs_on_through_the_groups_names_a_question_alone() -> None:
    lines = ["Request 1", "1. How many vans?", "2. What did they cost?", "Request 2", "3. How many horses?"]
    assert [(q["number"], q["parent"]) for q in questions(lines)] == [("1", None), ("2", None), ("3", None)]
    lines[-1] = "1. How many horses?"
    assert [q["parent"] for q in questions(lines)] == ["REQUEST 1", "REQUEST 1", "REQUEST 2"]


@pytest.mark.parametrize("mark", ["{0}a.", "- {0}a.", "• {0}(a)", "– {0}a)"])
def test_numbers_with_letters_in_a_list_of_dots(mark: str) -> None:
    lines = [f"{mark.format(1)} How many vans?", "- 1b. How many horses?", "- 2. What did they cost?"]
    assert [q["number"] for q in questions(lines)] == ["1a", "1b", "2"]


def test_what_stands_below_the_heading_of_a_group_belongs_to_no_question_above() -> None:
    first = ["REQUEST 1:", "I ask about horses.", "1. A list of them.", "2. What each cost."]
    second = ["REQUEST 2:", "I ask about dogs as well.", "Please supply:", "1. A list of them.", "2. Their ages."]
    texts = [question["text"] for question in questions([*first, "I know of the cost limit.", *second])]
    assert texts == ["A list of them.", "What each cost.", "A list of them.", "Their ages."]


def test_bullets_and_bare_questions_have_no_number() -> None:
    assert [(q["number"], q["text"]) for q in questions(["Hello.", "- How many?**", "- Where?"])] == [
        (None, "How many?"),
        (None, "Where?"),
    ]
    assert [q["text"] for q in questions(["Hello.", "How many are there?", "Thanks."])] == ["How many are there?"]
    assert is_question("How many?**") and not is_question("Nine.")


def test_one_wish_without_number_or_mark_is_the_question() -> None:
    wish = "Please give me a list of hearings held in 2023."
    assert [q["text"] for q in questions(["Good morning", wish])] == [wish]


def test_a_wish_may_grant_something_but_the_manner_of_the_answer_is_no_wish() -> None:
    because = "It is well known that there is a report on owls. A summary will not do."
    wish = "I ask for the whole of that report, with names struck out if you must."
    assert [q["text"] for q in questions([f"{because} {wish}"])] == [wish]
    manner = "I ask for a spreadsheet if you hold one."
    assert manner not in [q["text"] for q in questions([f"{because} {wish} {manner}"])]


def test_what_stands_in_question_words_below_the_line_that_leads_up_to_it_is_asked() -> None:
    wishes = ["Whether the force keeps owls.", "How many it has.", "Who feeds them."]
    rest = ["I have asked others too.", "What matters to me is speed.", "Why I ask is my own affair."]
    assert [q["text"] for q in questions(["Please set out:", *wishes, *rest])] == wishes


def _asked(*lines: str) -> list[tuple[str | None, str | None]]:
    return [(one["number"], one["text"]) for one in questions(lines)]


def test_numbers_within_one_paragraph() -> None:
    line = "Please tell me: 1) How many in 2023? 2) How many in 2024? 3) At what cost?"
    assert _asked(line) == [("1", "How many in 2023?"), ("2", "How many in 2024?"), ("3", "At what cost?")]
    assert _asked("By (a) rank and (b) year, how many?") == [(None, "By (a) rank and (b) year, how many?")]
    assert _asked("1. How many, by (a) rank and (b) year?") == [("1", "How many, by (a) rank and (b) year?")]


def test_a_question_goes_on_until_the_next_one() -> None:
    assert _asked("1. How many?", "By year please.", "2. Where?", "Many thanks") == [
        ("1", "How many? By year please."),
        ("2", "Where?"),
    ]
    assert _asked("1. Give for each:", "- the rank", "- the year") == [("1", "Give for each: - the rank - the year")]


def test_each_sentence_that_asks_is_a_question() -> None:
    first, second = "Please tell me how many left, and why.", "Please tell me too where they went."
    assert _asked("I study dogs.", f"{first} {second}", "Yours faithfully") == [(None, first), (None, second)]
    assert _asked("Please send it in Excel format.", "How many dogs?") == [(None, "How many dogs?")]
    assert _asked("If you refuse please state why.", "How many dogs?") == [(None, "How many dogs?")]


def test_names_of_questions_and_dots_of_every_shape() -> None:
    assert _asked("Cwestiwn 1: Faint?", "Point 2: Where?") == [("1", "Faint?"), ("2", "Where?")]
    assert _asked("· How many?", "● Where?") == [(None, "How many?"), (None, "Where?")]


def test_numbers_before_a_dash() -> None:
    assert _asked("1 - The number of dogs.", "2 – Their breeds.") == [
        ("1", "The number of dogs."),
        ("2", "Their breeds."),
    ]


def test_wishes_in_running_prose() -> None:
    line = (
        "I live near by. I would like to know whether the dog was seen. I would also be glad of any letters about it."
    )
    assert [one["text"] for one in questions([line])] == [
        "I would like to know whether the dog was seen.",
        "I would also be glad of any letters about it.",
    ]


def test_several_wishes_in_one_paragraph() -> None:
    line = (
        "You have been slow. I want each report on the geese. I demand every photograph of them. I require a reply"
        " within a week. I want you to be quick."
    )
    assert [one["text"] for one in questions([line])] == [
        "I want each report on the geese.",
        "I demand every photograph of them.",
    ]


@pytest.mark.parametrize(
    "more",
    [
        "If it does, please state how much was spent on it.",
        "If so, please give the cost in each year.",
        "If not, explain why not.",
        "If there were any dismissals, please list them by rank.",
        "And if you have such a policy, please send me a copy.",
    ],
)
def test_what_is_asked_in_one_case_only_is_a_question(more: str) -> None:
    assert _asked("Does the force own any?", more) == [(None, "Does the force own any?"), (None, more)]


@pytest.mark.parametrize(
    "more",
    [
        "If it is exempt, please provide the rest.",
        "If you do not hold this, please tell me who does.",
        "If it would exceed the cost limit, please give 2024 alone.",
        "If it is easier, please send it in Excel.",
    ],
)
def test_the_manner_of_the_answer_is_none(more: str) -> None:
    assert _asked("How many dogs?", more) == [(None, "How many dogs?")]


@pytest.mark.parametrize(
    "lead",
    [
        "Good afternoon, could you let me have figures for 2019 up to the latest date that you can manage?",
        "Please could you answer the following questions about dogs?",
        "Can you provide data for the last three years?",
    ],
)
def test_what_only_leads_up_to_the_questions_is_none(lead: str) -> None:
    assert _asked(lead, "How many?", "Where?") == [(None, "How many?"), (None, "Where?")]


@pytest.mark.parametrize(
    "first",
    ["Could you let me have figures of complaints for 2019?", "Can you provide data for 2019 on knife crime?"],
)
def test_a_question_with_a_subject_of_its_own_leads_up_to_nothing(first: str) -> None:
    assert len(_asked(first, "How many?", "Where?")) == 3


@pytest.mark.parametrize("title", ["Vetting", "Officers and corrupt links with crime"])
@pytest.mark.parametrize("parts", [("a. How many failed?", "b. The cost of each."), ("a) Please give the number.",)])
def test_the_title_of_a_group_is_no_question(title: str, parts: tuple[str, ...]) -> None:
    asked = questions([f"1. {title}", *parts, "2. Where?"])
    assert [one["number"] for one in asked] == [*("1a", "1b")[: len(parts)], "2"]
    assert asked[0]["parent"] == "1"


@pytest.mark.parametrize("first", ["How many left", "The total number of dogs", "For 2023, please give", "Sums paid."])
def test_a_question_with_parts_is_one(first: str) -> None:
    assert [number for number, _ in _asked(f"1. {first}", "a. How many failed?", "2. Where?")] == ["1", "1a", "2"]


def test_a_hostile_list_takes_linear_time() -> None:
    began = time.process_time()
    assert len(questions(["1. Dogs", *[f"{'abcdefgh'[at % 8]}) the number" for at in range(30_000)]])) == 30_000
    assert time.process_time() - began < 2


@pytest.mark.parametrize("form", ["{}({})", "{}{})", "{} ({})", "Q{}{}."])
def test_titles_above_parts_that_bear_their_number(form: str) -> None:
    lines = ["1. Vans", form.format(1, "a") + " How many?", form.format(1, "b") + " Where?", "2. Costs"]
    lines += [form.format(2, "a") + " What did each cost?"]
    asked = questions(lines)
    assert [(one["number"], one["parent"]) for one in asked] == [("1a", "1"), ("1b", "1"), ("2a", "2")]


@pytest.mark.parametrize(
    "lead",
    [
        "I should be grateful for the following.",
        "I would like the following information.",
        "Please provide answers to the questions below.",
        "I want to know these things.",
        "Please tell me what follows.",
    ],
)
def test_a_sentence_that_only_leads_up_to_questions_is_none(lead: str) -> None:
    asked = questions([f"This is about vans. {lead}", "How many were bought?", "Who drives them?"])
    assert [one["text"] for one in asked] == ["How many were bought?", "Who drives them?"]


def test_the_last_question_goes_on_below_the_margin() -> None:
    asked = questions(["1. How many?", "2. How many of them had been hired through", "the trial in town?"])
    assert asked[1]["text"] == "How many of them had been hired through the trial in town?"
    asked = questions(["1. How many?", "2. The number that were hired through it.", "for the years 2021 and 2022"])
    assert asked[1]["text"] == "The number that were hired through it."


def test_a_wish_without_a_verb_beside_a_question_is_a_question() -> None:
    wish, question = "Number of ducks kept on the pond, 2022 to date.", "Who feeds them?"
    assert _asked(f"{wish} {question}") == [(None, wish), (None, question)]
    assert _asked(f"Copies of the letters that they have sent. {question}")[0][1].startswith("Copies")


@pytest.mark.parametrize(
    "line",
    [
        "The number of ducks has risen since May.",
        "A list of ducks is on your site.",
        "Details of my pond below.",
        "Ducks are kept on the pond.",
    ],
)
def test_what_states_something_beside_a_question_asks_nothing(line: str) -> None:
    assert _asked(f"{line} Who feeds them?")[-1:] == [(None, "Who feeds them?")]
    assert not any(names_only(one) for one in (line, "Number of ducks:"))


def test_a_sentence_that_stands_alone_is_the_question() -> None:
    alone = "Whatever drawings or models the force has of a pond at Aldmoor."
    assert _asked(alone) == [(None, alone)]
    assert _asked(alone, "I study ponds.") == _asked(f"{alone} I study ponds.") == _asked("About the pond:") == []


_THINGS = ("The colour of every duck.", "All maps that show where the pond was dug", "A photograph of each oar.")


@pytest.mark.parametrize("lead", ["I now require:", "About the pond please supply:", "We want the following things:"])
def test_all_that_is_named_below_a_wish_is_asked_for(lead: str) -> None:
    said = ["The pond is near my house.", lead, *_THINGS, "Do not tell me that it is a lake.", "The lake is dry."]
    assert _asked(*said) == [(None, thing) for thing in _THINGS]


@pytest.mark.parametrize("lead", ["Background:", "I have seen the pond.", "I now require a boat."])
def test_what_is_named_below_no_wish_is_not_asked_for(lead: str) -> None:
    assert len(_asked(lead, *_THINGS)) < 2


def test_a_wish_without_a_please() -> None:
    wish = "Send me the plan of the pond and any letter about it."
    assert _asked("Who dug the pond?", wish) == [(None, "Who dug the pond?"), (None, wish)]
    assert _asked("Who dug the pond?", "Send me the answers in Excel format.") == [(None, "Who dug the pond?")]
    assert _asked("Who dug the pond?", "They let us swim in it.") == [(None, "Who dug the pond?")]


def test_numbers_behind_the_dots_of_a_list() -> None:
    found = questions(["- Q1 the number of ponds", "- Q2 how deep they are"])
    assert [(one["number"], one["text"]) for one in found] == [("1", "the number of ponds"), ("2", "how deep they are")]
    assert [one["number"] for one in questions(["- the number of ponds", "- how deep they are"])] == [None, None]


def test_each_thing_that_is_named_alone_is_asked_for() -> None:
    wishes = [
        "A breakdown of all complaints by outcome.",
        "The number of officers dismissed, with the reason for each.",
    ]
    assert _asked(" ".join(wishes)) == [(None, wish) for wish in wishes]


def test_a_wish_may_begin_with_the_time_that_it_is_about() -> None:
    wish = "For each of the last three years please state the number of officers who were warned."
    assert _asked(wish, "Please also give the rank.") == [(None, wish), (None, "Please also give the rank.")]


def test_ordinal_numbers_may_follow_their_noun() -> None:
    found = _asked("Question the first: how many came?", "Question the second: who went?")
    assert found == [("1", "how many came?"), ("2", "who went?")]
