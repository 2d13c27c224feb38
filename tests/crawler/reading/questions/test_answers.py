"""Answers under the numbers of the questions."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.reading.questions.answer_labels import LABEL, numbers_of
from crawler.reading.questions.answers import answers, answers_in_turn
from crawler.reading.questions.given import in_pairs, numbered, stated
from crawler.reading.questions.questions import questions


def test_answers() -> None:
    asked = questions(["1. How many?", "2. Where?", "3. Why?"])
    lines = ["1. Nine", "Question 2 - Here", "3. Why?", "Nobody wrote it down.", "4. Not asked"]
    assert [(a["number"], a["text"]) for a in answers(lines, asked)] == [
        ("1", "Nine"),
        ("2", "Here"),
        ("3", "Nobody wrote it down."),
    ]


def test_answers_on_one_line_and_by_group() -> None:
    asked = questions(["a/ How many?", "b/ Where?"])
    assert [(a["number"], a["text"]) for a in answers(["In part wrong. a/ 143. b/ 17 failed."], asked)] == [
        ("a", "143."),
        ("b", "17 failed."),
    ]
    numbered = questions(["1. How many?"])
    assert answers(["REQUEST 2", "Q1 – 212 officers."], numbered)[0] == {
        "number": "REQUEST 2 Q1",
        "text": "212 officers.",
    }
    assert answers(["Q1 response: 12"], numbered)[0]["text"] == "12"


def test_answers_in_turn() -> None:
    asked = questions(["1. How many?", "2. Where?"])
    assert [(a["number"], a["text"]) for a in answers_in_turn(["a) 11", "Answer: here"], asked)] == [
        ("1", "11"),
        ("2", "here"),
    ]


@given(st.lists(st.text("qQ1a).:- ?xRequest2", max_size=30), max_size=8))
def test_any_lines(lines: list[str]) -> None:
    asked = questions(lines)
    numbers = {question["number"] for question in asked}
    assert all(answer["text"] for answer in answers(lines, asked))
    assert all(answer["number"] in numbers for answer in answers_in_turn(lines, asked))


def test_numbers_without_a_point() -> None:
    asked = questions(["Q1 How many left", "Question 2 Their ranks", "R. Quill"])
    assert [(q["number"], q["text"]) for q in asked] == [("1", "How many left"), ("2", "Their ranks")]
    given = answers(["Q1 88 officers.", "Q2 Please see the file."], asked)
    assert [(a["number"], a["text"]) for a in given] == [("1", "88 officers."), ("2", "Please see the file.")]


def test_answers_under_the_parts_of_a_question() -> None:
    asked = questions(["1. How many?", "a. How many were proven?", "2. Where?"])
    given = answers(["1. 13", "a. 9", "2. Here"], asked)
    assert [(a["number"], a["text"]) for a in given] == [("1", "13"), ("1a", "9"), ("2", "Here")]


def _given(asked: list[str], lines: list[str]) -> list[tuple[str | None, str | None]]:
    return [(one["number"], one["text"]) for one in answers(lines, questions(asked))]


def test_one_answer_to_several_questions() -> None:
    asked = ["1. How many?", "2. Where?", "3. Why?", "4. Who?"]
    assert _given(asked, ["Q1-3: none held", "Q4. Here"]) == [
        ("1", "none held"),
        ("2", "none held"),
        ("3", "none held"),
        ("4", "Here"),
    ]
    assert _given(asked, ["Questions 2 and 4 – 9"]) == [("2", "9"), ("4", "9")]


def test_every_name_of_a_question() -> None:
    asked = ["1) How many?", "2) Where?"]
    for name in ("Point", "Item", "Part", "Question", "Q", "Query", "Response to question", "Answer", "Ateb"):
        assert _given(asked, [f"{name} 1: 37", f"{name} 2: Here"]) == [("1", "37"), ("2", "Here")], name


def test_roman_and_nested_numbers() -> None:
    assert _given(["i) How many?", "ii) Where?", "iv) Cost?"], ["i) 4", "ii) Here", "iv) £9"]) == [
        ("i", "4"),
        ("ii", "Here"),
        ("iv", "£9"),
    ]
    asked = ["2. For each:", "i. the rank", "ii. the end"]
    assert _given(asked, ["2i. PC", "2ii. Dismissed"]) == [("2i", "PC"), ("2ii", "Dismissed")]


def test_an_answer_goes_on_until_the_next_number_a_table_or_a_heading() -> None:
    asked = ["1. How many?", "2. Where?"]
    lines = ["1. Nine.", "Two left.", "2. Here.", "All that we hold is given."]
    assert _given(asked, lines) == [("1", "Nine. Two left."), ("2", "Here.")]
    assert _given(asked, ["1.", "| PC | 7 |", "2. Here."]) == [("2", "Here.")]
    assert _given(asked, ["1. Nine.", "Reason for decision", "Harm.", "2. Here."]) == [("1", "Nine."), ("2", "Here.")]


def test_a_sentence_on_a_question_is_no_answer() -> None:
    assert _given(["1. How many?", "2. Where?"], ["Question 2 is for the courts."]) == []


def test_rows_of_a_table_by_number_or_by_question() -> None:
    asked = ["1. How many?", "2. Where?"]
    assert _given(asked, ["| Q | Answer |", "| Q1 | 44 |", "| 2 | Here |"]) == [("1", "44"), ("2", "Here")]
    assert _given(asked, ["| Question | Response |", "| Where? | Here |"]) == [("2", "Here")]
    assert _given(asked, ["| Year | Total |", "| 1 | 44 |"]) == []


def test_questions_without_numbers_are_answered_by_their_words() -> None:
    asked = ["- Number of complaints", "- Number upheld", "- Is there guidance for staff?"]
    lines = ["- Number of complaints: 114", "- Number upheld: 20", "Guidance – yes, it is published.", "Note: all."]
    assert _given(asked, lines) == [("1", "114"), ("2", "20"), ("3", "Guidance – yes, it is published.")]


def test_turns() -> None:
    asked = questions(["How many?", "Where?"])
    assert [one["number"] for one in in_pairs([("", "Nine"), ("", "Here")], asked)] == ["1", "2"]
    assert [one["number"] for one in in_pairs([("", "Nine")], asked)] == [None]
    assert in_pairs([("1", "Nine"), ("", "x"), ("1", "y")], asked) == ({"number": "1", "text": "Nine"},)


def test_neither_a_refusal_nor_a_pointer_is_an_answer() -> None:
    texts = ["11", "Fewer than 5, the rest exempt under Section 40(2)", "Not recorded.", "Yes, see the policy.",
             "Withheld, Section 40(2).", "See the grid.", "Please find attached.", "Overleaf, in order of size.",
             "It would take 44 hours, so Section 12(1) applies to it."]  # fmt: skip
    given = tuple({"number": str(at), "text": text} for at, text in enumerate(texts))
    assert [one["text"] for one in stated(given)] == texts[:4]
    assert numbered(({"number": None, "text": "x"},)) == ()


def test_headings_that_number_the_answers() -> None:
    asked = ["1. How many?", "2. Where?"]
    for heads in (("Response to Question 1", "Response to Question 2"), ("Q1 response:", "Q2 response:")):
        assert _given(asked, [heads[0], "44.", "Six more.", heads[1], "Here."]) == [
            ("1", "44. Six more."),
            ("2", "Here."),
        ]


def test_the_caption_of_a_table_is_no_answer() -> None:
    asked = ["1. How many?", "2. Where?"]
    assert _given(asked, ["1.", "Officers by rank", "| PC | 7 |", "2. Here."]) == [("2", "Here.")]
    assert _given(asked, ["1. Nine.", "By rank:", "| PC | 7 |", "2. Here."])[0] == ("1", "Nine.")


def test_ordinals_and_parts_in_one_paragraph_are_labels() -> None:
    asked = [{"number": str(number), "text": "How many?", "parent": None} for number in (1, 2, 3)]
    given = answers(["A star stands for one to four. Part 2/ Eleven. Part 3/ No force holds this."], asked)
    assert [(one["number"], one["text"]) for one in given] == [("2", "Eleven."), ("3", "No force holds this.")]
    given = answers(["As to the second: 63 people.", "As to the third: there were nine."], asked)
    assert [one["number"] for one in given] == ["2", "3"]


def test_a_number_that_is_the_subject_of_a_sentence_is_no_label() -> None:
    asked = [{"number": str(number), "text": "How many?", "parent": None} for number in (1, 2)]
    assert answers(["Item 2 cannot be met from anything that we have.", "Part 1/ is refused."], asked) == ()


def test_one_answer_to_several_questions_is_the_answer_to_none_alone() -> None:
    asked = [{"number": str(number), "text": "How many?", "parent": None} for number in (1, 2)]
    assert answers_in_turn(["Answer: The force holds what you want."], asked) == ()


def test_a_refusal_below_its_number_is_an_answer() -> None:
    text = "Withheld under Section 31, since it would help those who break in."
    given = ({"number": "4", "text": text},)
    assert stated(given, {"4": "refused"}, ["4.", text]) == given
    assert stated(given, {"4": "refused"}, [f"4. {text}"]) == ()
    assert stated(given, {"4": "refused"}, [f"4. {text}"], listed=True) == given


def test_a_refusal_shared_by_numbers_or_told_within_a_sentence_is_no_answer() -> None:
    text = "Withheld under Section 31, since it would help those who break in."
    both = ({"number": "1", "text": text}, {"number": "2", "text": text})
    assert stated(both, {"1": "refused", "2": "refused"}, listed=True) == ()
    within = ({"number": "3", "text": "to say which would help those who break in."},)
    assert stated(within, {"3": "refused"}, listed=True) == ()
    pointing = ({"number": "4", "text": "Please see the table below."},)
    assert stated(pointing, {"4": "refused"}, listed=True) == ()


def test_a_label_of_two_numbers_in_brackets() -> None:
    assert _given(["(1) How many?", "(2) Where?"], ["(1) and (2)", "Nine, all here."]) == [
        ("1", "Nine, all here."),
        ("2", "Nine, all here."),
    ]


def test_rows_that_open_with_a_number_are_answers() -> None:
    asked = questions(["1. How many?", "2. Where?"])
    named = ["| Question 1 | Nine officers |", "| Question 2 | In Leeds |"]
    assert [(a["number"], a["text"]) for a in answers(named, asked)] == [("1", "Nine officers"), ("2", "In Leeds")]
    assert [a["number"] for a in answers(["| 1 | Nine |", "| 2 | Ten |"], asked)] == ["1", "2"]
    assert answers(["| 1 | Nine |", "| 5 | Ten |"], asked) == ()


def test_a_sentence_that_leads_up_to_a_table_is_no_answer() -> None:
    given = [
        {"number": "1", "text": "The number at each rank in 2024 was as follows:"},
        {"number": "2", "text": "Nine."},
    ]
    assert [one["number"] for one in stated(given)] == ["2"]


def test_the_number_of_a_request_is_no_question_of_it() -> None:
    asked = questions(["REQUEST 1:", "Q1. How many?", "Q2. Where?", "REQUEST 2:", "Q1. When?"])
    lines = ["With regard to Request 1 – both questions, see our site.", "REQUEST 2", "Q1. In May."]
    assert answers(lines, asked) == ({"number": "REQUEST 2 Q1", "text": "In May."},)


@pytest.mark.parametrize(("first", "second"), [("a", "b"), ("1", "2")])
def test_the_answers_to_each_of_several_requests(first: str, second: str) -> None:
    asked = questions(
        ["FIRST REQUEST", f"{first}) How many?", f"{second}) Where?", "SECOND REQUEST", f"{first}) When?"]
    )
    lines = ["First request - our reply", f"{first}) Nine.", f"{second}) Here.", "Answer to the second request",
             f"{first}) In May."]  # fmt: skip
    mark = "Q" if first.isdigit() else ""
    assert [(one["number"], one["text"]) for one in answers(lines, asked)] == [
        (f"FIRST REQUEST {mark}{first}", "Nine."),
        (f"FIRST REQUEST {mark}{second}", "Here."),
        (f"SECOND REQUEST {mark}{first}", "In May."),
    ]


def test_places_of_requests_number_answers_where_the_questions_are_of_one() -> None:
    asked = questions(["1. How many?", "2. Where?"])
    lines = ["First request: nine.", "Second request: here."]
    assert [(one["number"], one["text"]) for one in answers(lines, asked)] == [("1", "nine."), ("2", "here.")]


def test_a_table_of_all_answers_goes_before_the_reasons_under_numbers() -> None:
    asked = questions(["1. How many?", "2. Where?"])
    lines = ["| Question | Answer |", "| 1 | 9 |", "| 2 | Refused |", "Question 2: places would tell who it was."]
    assert answers(lines, asked) == ({"number": "1", "text": "9"}, {"number": "2", "text": "Refused"})


@pytest.mark.parametrize("line", ["As to (2) and (3), the force holds none.", "As a result, none.", "Qs, as said."])
def test_a_word_is_no_name_of_a_question_with_a_letter_behind_it(line: str) -> None:
    assert LABEL.match(line) is None


def test_an_answer_begins_with_its_words() -> None:
    label = LABEL.match("Qa) nine")
    assert label is not None
    assert numbers_of(label) == ["a"]
    asked = questions(["1. How many?", "2. Where?", "3. Why?"])
    lines = ["1. Nine.", "Questions (2) and (3), nothing is held."]
    assert [(a["number"], a["text"]) for a in answers(lines, asked)] == [
        ("1", "Nine."),
        ("2", "nothing is held."),
        ("3", "nothing is held."),
    ]


def test_answers_in_pairs_bear_the_letters_of_their_questions() -> None:
    asked = questions(["a. How many?", "b. Where?"])
    assert in_pairs((("", "Nine."), ("", "Leeds.")), asked) == (
        {"number": "a", "text": "Nine."},
        {"number": "b", "text": "Leeds."},
    )


@pytest.mark.parametrize(
    "head", ["Points 2 and 3", "Questions 2 & 3", "Response 2 & 3", "Items 2, 3", "Response to Q2 and Q3"]
)
def test_a_heading_that_names_several_questions(head: str) -> None:
    first = {"Points": "Point 1", "Items": "Item 1", "Response": "Response 1"}.get(head.split()[0], "Question 1")
    given = answers([first, "Nine.", head, "None of either."], [
        {"number": str(number), "text": "How many?", "parent": None} for number in (1, 2, 3)
    ])  # fmt: skip
    assert [(one["number"], one["text"]) for one in given] == [
        ("1", "Nine."),
        ("2", "None of either."),
        ("3", "None of either."),
    ]


@pytest.mark.parametrize(
    "form", ["1({})", "1 ({})", "(1)({})", "1.({})", "1{}.", "1{})", "Q1({})", "Question 1({}):", "1.{})"]
)
def test_numbers_with_letters(form: str) -> None:
    asked = [{"number": "1" + letter, "text": "How many?", "parent": "1"} for letter in "ab"]
    given = answers([f"{form.format('a')} There were nine.", f"{form.format('b')} None of them."], asked)
    assert [(one["number"], one["text"]) for one in given] == [("1a", "There were nine."), ("1b", "None of them.")]


@pytest.mark.parametrize(("title", "part"), [("2. Costs", "2(a)"), ("2) Costs of it all", "2a."), ("Question 2", "a)")])
def test_the_title_of_the_next_question_is_no_answer(title: str, part: str) -> None:
    asked = [{"number": number, "text": "How many?", "parent": None} for number in ("1a", "1b", "2a")]
    given = answers(["1(a) Nine.", "1(b) £500.", title, f"{part} None."], asked)
    assert [(one["number"], one["text"]) for one in given] == [("1a", "Nine."), ("1b", "£500."), ("2a", "None.")]


_BULLETED = ["- How many vans were bought?", "- How many dogs were sold?", "- Who decided it?"]


@pytest.mark.parametrize("mark", ["- ", "• ", "* ", "{}. ", "{}) "])
def test_as_many_items_as_questions_without_numbers_answer_them_in_turn(mark: str) -> None:
    said = ["Nine vans were bought.", "None.", "The deputy chief constable decided."]
    items = [mark.format(place) + text for place, text in enumerate(said, 1)]
    given = _given(_BULLETED, ["The ledger was read line by line.", *items, "Vans on loan were left out."])
    assert given == [("1", said[0]), ("2", said[1]), ("3", said[2])]


@pytest.mark.parametrize(
    "lines",
    [
        ["These exemptions apply:", "- It is private.", "- It is future.", "- It is secret."],
        ["We rely on these.", "- Section 31, law enforcement.", "- Section 40.", "- Section 30."],
        ["We looked twice.", "- Nine vans.", "- None."],
        ["We looked twice.", "- Nine vans.", "- None.", "- Nobody.", "And again.", "- Nine.", "- None.", "- Nobody."],
        ["We looked twice.", "2. Nine vans.", "3. None.", "4. Nobody."],
        ["We looked twice.", "4.2 Nine vans.", "4.3 None.", "4.4 Nobody."],
        ["You asked.", *_BULLETED],
    ],
)
def test_lists_of_something_else_answer_nothing(lines: list[str]) -> None:
    assert _given(_BULLETED, lines) == []


def test_the_last_answer_goes_on_below_the_margin() -> None:
    lines = ["1. Nine.", "2. The force does not record whether a", "van is hired or owned.", "Vans on loan count."]
    whole = "The force does not record whether a van is hired or owned."
    assert _given(["1. How many?", "2. Whose?"], lines)[1] == ("2", whole)


def test_figures_within_a_row_are_no_numbers_of_answers() -> None:
    asked = [f"{number}. How many?" for number in range(1, 7)]
    rows = [f"| {number} | {text} |" for number, text in enumerate(["4", "2020: 5. 2021: 6. 2022: 1.", "9"], 1)]
    assert _given(asked, ["| No. | Answer |", *rows]) == [("1", "4"), ("2", "2020: 5. 2021: 6. 2022: 1."), ("3", "9")]


@pytest.mark.parametrize("lead", ["The allegation was as below.", "The years are as follows:", "They are as shown."])
def test_the_sentence_that_leads_from_an_answer_to_a_table_is_no_part_of_it(lead: str) -> None:
    given = ({"number": "1", "text": f"Fourteen in 2023. {lead}"}, {"number": "2", "text": "Nine. It was as before."})
    lines = [f"1. Fourteen in 2023. {lead}", "| 2023 | 14 |", "2. Nine. It was as before."]
    assert [one["text"] for one in stated(given, lines=lines)] == ["Fourteen in 2023.", "Nine. It was as before."]


def test_the_sentence_that_tells_where_to_find_more_is_part_of_an_answer() -> None:
    text = "Fourteen in all. The figures for each stable are in the spreadsheet."
    lines = [f"1. {text}", "2. Nine, by year:", "| 2023 | 9 |"]
    assert [one["text"] for one in stated(({"number": "1", "text": text},), lines=lines)] == [text]


_THREE = ["1. How many vans were hired?", "2. How many drivers complained?", "3. What did the vans cost?"]
_NINE = [("1", "9"), ("2", "None"), ("3", "£40")]


@pytest.mark.parametrize(
    "lines",
    [
        ["1. 9 2. None 3. £40"],
        ["(1) 9 (2) None (3) £40"],
        ["Q1 9, Q2 None, Q3 £40"],
        ["A1 9", "A2 None", "A3 £40"],
        ["A1 = 9", "A2 = None", "A3 = £40"],
        ["#1 9", "#2 None", "#3 £40"],
        ["No. 1: 9", "No. 2: None", "No. 3: £40"],
        ["Your first question: 9", "Your second question: None", "The third question - £40"],
        ["First question", "9", "Second question", "None", "Third question", "£40"],
        ["As to 1, 9", "As to 2, None", "On 3, £40"],
        ["As to 1: 9; as to 2: None; as to 3: £40"],
        ["1. How many vans were hired? 9", "2. How many drivers complained? None", "3. What did the vans cost? £40"],
        ["How many vans were hired? 9", "How many drivers complained? None", "What did the vans cost? £40"],
        ["Question 1 - Vans", "9", "Question 2 - Complaining drivers", "None", "Question 3 - Cost of vans", "£40"],
        ["| 1. Vans | 9 |", "| 2. Drivers who complained | None |", "| 3. Cost | £40 |"],
        ["We looked.", "- 9", "- None", "- £40"],
        ["a) 9", "b) None", "c) £40"],
        ["I. 9", "II. None", "III. £40"],
        ["Hired: 9", "Drivers: None", "Cost: £40"],
    ],
)
def test_three_questions_have_three_answers_in_any_form(lines: list[str]) -> None:
    assert _given(_THREE, lines) == _NINE


@pytest.mark.parametrize(
    "lines",
    [
        ["Q1: 9", "Q2: None", "Q3: £40"],
        ["On your first question, 9", "On your second, None", "On the third, £40"],
        [f"| {text[3:]} | {said} |" for text, said in zip(_THREE, ("9", "None", "£40"), strict=True)],
        ["How many vans were hired? 9", "How many drivers complained? None", "What did the vans cost? £40"],
    ],
)
def test_questions_without_numbers_are_called_by_their_places(lines: list[str]) -> None:
    assert _given([text[3:] for text in _THREE], lines) == _NINE


@pytest.mark.parametrize(
    "lines",
    [
        ["We count these two.", "Q1: 9", "Q2: None"],  # of three questions: the force counts otherwise
        ["Vans hired in 2020: 4; in 2021: 5."],  # a list of years
        ["| 1. Leeds | 4 |", "| 2. York | 5 |", "| 3. Hull | 6 |"],
        ["- Hire is counted by day.", "- Complaints are counted once.", "- Cost is without tax."],
        ["Response: all of this is held and is set out below."],  # one question asks for the times of responses
    ],
)
def test_what_tells_no_question_apart_answers_none(lines: list[str]) -> None:
    assert _given([*(text[3:] for text in _THREE[:2]), "What is the mean time of a response?"], lines) == []
    assert _given([text[3:] for text in _THREE], lines) == []


def test_titles_of_letters_and_labels_of_parts_are_no_answers() -> None:
    assert _given(_THREE, ["Vans hired - FOI 12/24"]) == []
    assert _given(_THREE, ["Hired: 4.", "Vans: hired by the day.", "How many were hired: 5."]) == []
    assert _given(_THREE, ["| 1. Leeds | 4 |", "| 2. York | 5 |", "| 3. Hull | 6 |"]) == []


def test_a_figure_right_behind_a_number_is_its_answer() -> None:
    assert _given(_THREE, ["1. 2. Both were white.", "2. None", "3. 1. A pound."]) == [
        ("1", "2. Both were white."),
        ("2", "None"),
        ("3", "1. A pound."),
    ]
    assert _given(_THREE, ["1. 9. 2. Complaints: 3. 3. £40"]) == [("1", "9."), ("2", "Complaints: 3."), ("3", "£40")]


def test_a_date_right_behind_a_label_is_its_answer() -> None:
    lines = ["Q1 response: It began in May.", "Q2 response: 30 November 2026.", "Q3 response: £40"]
    assert _given(_THREE, lines) == [("1", "It began in May."), ("2", "30 November 2026."), ("3", "£40")]


def test_a_figure_that_ends_an_answer_is_no_number_of_the_next() -> None:
    assert _given(_THREE[:2], ["1. Nine, at grade 2. All were white.", "2. None"])[0] == (
        "1",
        "Nine, at grade 2. All were white.",
    )


def test_letters_and_numbers_without_a_point() -> None:
    asked = questions(["A How many vans?", "B Where are they?"])
    assert [one["number"] for one in asked] == ["a", "b"]
    assert [(one["number"], one["text"]) for one in answers(["A 9", "B £4 a day"], asked)] == [
        ("a", "9"),
        ("b", "£4 a day"),
    ]
    assert [one["number"] for one in questions(["How many vans in these?", "A Division", "B Division"])] == [None]
    assert _given(_THREE, ["1", "| Year | Vans |", "| 2020 | 9 |", "2 None of them", "3 It was £40"]) == [
        ("2", "None of them"),
        ("3", "It was £40"),
    ]


def test_several_numbers_before_a_sentence_share_it() -> None:
    said = _given(_THREE, ["In respect of 1, 2 and 3 I am unable to help."])
    assert said == [(number, "I am unable to help.") for number in "123"]


def test_titles_that_answer_stay() -> None:
    assert _given(_THREE[:2], ["1. Nine vans hired", "Leeds alone.", "2. None", "York alone."])[0][1].startswith("Nine")


def test_a_refusal_written_out_under_each_number_is_the_answer_to_each() -> None:
    text = "Withheld: Section 31(1)(a)."
    both = ({"number": "1", "text": text}, {"number": "2", "text": text})
    refused = {"1": "refused", "2": "refused"}
    assert stated(both, refused, [f"1. {text}", f"2. {text}"], listed=True) == both
    assert stated(both, refused, [f"1 and 2. {text}"], listed=True) == ()


@pytest.mark.parametrize("text", ["Outcomes:", "By rank and year:", "The sums, without VAT, are"])
def test_the_heading_of_a_table_is_no_answer(text: str) -> None:
    assert stated(({"number": "1", "text": text},)) == ()
    assert stated(({"number": "1", "text": f"Nine. {text}"},)) == ({"number": "1", "text": "Nine."},)


@pytest.mark.parametrize(
    "unit", ["1, 2 and ", "1. ", "Q1 ? ", "A: ", "As to 1, ", "first question ", ": 1. ", "(ii) and "]
)
def test_no_line_takes_long(unit: str) -> None:
    assert _given(_THREE, [unit * 5000]) is not None  # two ways of reading a space would take longer than anyone lives


@pytest.mark.parametrize(
    ("label", "numbers"),
    [
        ("b) and c) ", ["b", "c"]),
        ("(a) & (c): ", ["a", "c"]),
        ("a) to d) ", ["a", "b", "c", "d"]),
        ("a) and I said so", ["a"]),
    ],
)
def test_several_letters_before_an_answer(label: str, numbers: list[str]) -> None:
    found = LABEL.match(f"{label}None")
    assert found is not None
    assert numbers_of(found) == numbers


def test_a_sentence_on_another_question_ends_an_answer() -> None:
    asked = ["1. How many?", "2. Where?", "3. Why?"]
    lines = ["(1) Nine.", "All were ponies.", "(2) and (3) are refused.", "Ponies are shy."]
    assert _given(asked, lines) == [("1", "Nine. All were ponies.")]
    own = ["(1) Nine.", "(1) is for the year to May.", "2. Here"]
    assert _given(asked, own) == [("1", "Nine. (1) is for the year to May."), ("2", "Here")]


def test_what_leads_several_questions_to_a_table_answers_none_of_them() -> None:
    text = "A search was made of the stable book. Results by year:"
    both = ({"number": "1", "text": text}, {"number": "2", "text": text})
    assert stated(both) == ()
    assert stated(both[:1]) == ({"number": "1", "text": "A search was made of the stable book."},)
    assert stated(({"number": "1", "text": "The breed is in the table sent with this letter."},)) == ()
    assert len(stated(({"number": "1", "text": "The pony is in the stable sent for by the vet."},))) == 1


def test_a_figure_behind_a_dash_is_an_answer_where_no_question_has_that_number() -> None:
    said = ["Question 1 – 14 vans.", "Question 2 – 33.", "Question 3 - 0."]
    assert _given(_THREE, said) == [("1", "14 vans."), ("2", "33."), ("3", "0.")]


@pytest.mark.parametrize("label", ["Question 1 – 3.", "Questions 1 – 4.", "Question 1–4."])
def test_a_span_of_questions_has_the_answer_below_it(label: str) -> None:
    assert ("1", "None was hired.") in _given(_THREE, [label, "None was hired."])


@pytest.mark.parametrize(
    ("text", "below", "kept"),
    [
        ("We looked through the log of each depot.", "| Vans | 9 |", []),
        ("We looked through the log of each depot.", "It burnt.", ["1", "2"]),
        ("None was hired, as the log of hires shows.", "| Vans | 0 |", ["1", "2"]),
    ],
)
def test_what_several_questions_share_above_a_table_answers_none_of_them(
    text: str, below: str, kept: list[str]
) -> None:
    both = ({"number": "1", "text": text}, {"number": "2", "text": text})
    assert [one["number"] for one in stated(both, {}, [f"Q1-2 – {text}", below])] == kept
    assert stated(both[:1], {}, [f"Q1 – {text}", below]) == both[:1]


def test_answers_numbered_by_their_own_section_answer_in_order() -> None:
    lines = ["2.0 What we found", "2.1 Nine vans.", "2.2 None.", "2.3. The deputy decided.", "3.0 Your rights"]
    assert _given(["1.1 How many?", "1.2 Why?", "1.3 Who?"], lines) == [
        ("1.1", "Nine vans."),
        ("1.2", "None."),
        ("1.3", "The deputy decided."),
    ]


@pytest.mark.parametrize("outcome", ["refused", "not_held", "ncnd"])
def test_questions_without_numbers_are_answered_by_what_is_given_alone(outcome: str) -> None:
    given = ({"number": "1", "text": "Nine vans."}, {"number": "2", "text": "Nobody wrote it down."})
    became = {"1": "disclosed", "2": outcome}
    lines = [one["text"] for one in given]
    assert stated(given, became, lines, placed=True) == given[:1]
    assert stated(given, became, lines) == given


def test_what_leads_two_questions_to_a_typed_table_answers_neither() -> None:
    text = "We looked through the log of each depot."
    both = ({"number": "1", "text": text}, {"number": "2", "text": text})
    assert stated(both, {}, [f"Q1-2 – {text}", "Depot\tVans"]) == ()


@pytest.mark.parametrize("text", ["Depot    Vans    Left Hull    9    2", "The figures are in vans.xlsx."])
def test_a_typed_table_and_the_name_of_a_file_are_no_answers(text: str) -> None:
    assert stated(({"number": "1", "text": text},), {}, [text]) == ()


def test_figures_that_are_told_with_their_place_are_an_answer() -> None:
    given = ({"number": "1", "text": "The figures are in hundreds, and come to nine."},)
    assert stated(given, {}, []) == given
