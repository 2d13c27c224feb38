"""Which sentence speaks of which question."""

from crawler.reading.outcome.attributed import attributed

KNOWN = ("1", "2", "3")


def _names(*lines: str) -> list[tuple[str, ...]]:
    return [told.names for block in attributed(lines, KNOWN, {}) for told in block.told]


def test_by_name_mark_and_heading() -> None:
    assert _names("The second question is refused.") == [("2",)]
    assert _names("3. This is exempt. It will not be given.") == [("3",), ("3",)]
    assert _names("2) and 3) Both are refused.") == [("2", "3")]
    assert _names("Question 1", "It is withheld.") == [("1",)]
    assert _names("Nothing is named.") == [()]


def test_a_heading_that_decides_heads_what_stands_below_it() -> None:
    assert _names("Question 2 – exempt by section 31", "Boats would be harder to hide.") == [("2",), ("2",)]
    assert _names("Section 31(1)(a): question 3", "Boats would be harder to hide.") == [("3",), ("3",)]
    assert _names("The rest of question 2 is refused", "Boats would be harder to hide.") == [("2",), ()]


def test_a_list_of_exemptions_heads_nothing() -> None:
    listed = ["Section 31(1)(a) – question 3", "Section 40(2) – question 2"]
    assert _names(*listed, "Boats would be harder to hide.") == [("3",), ("2",), ()]


def test_a_section_right_below_a_heading_is_of_its_question() -> None:
    section = "Section 31 comes with a test of harm."
    assert _names("Question 2 – where they lie", section, section) == [("2",), ()]


def test_an_answer_to_another_question_ends_what_stands_under_a_heading() -> None:
    answers = {"2": "Six boats.", "3": "Hull."}
    lines = ["Question 2", "2. Six boats.", "They leak.", "3. Hull.", "The law is strict."]
    assert [one.names for block in attributed(lines, KNOWN, answers) for one in block.told] == [("2",), ()]
    grouped = ["REQUEST 1 Q1", "REQUEST 1 Q2", "REQUEST 2 Q1"]
    lines = ["REQUEST 1", "Six boats.", "On question 2 we hold nothing that would tell you."]
    found = [one.names for block in attributed(lines, grouped, {"REQUEST 1 Q1": "Six boats."}) for one in block.told]
    assert found == [("REQUEST 1 Q2",)]


def test_what_is_left_out() -> None:
    (block,) = attributed(["All of it is given, apart from that sought at question 3."], KNOWN, {})
    assert block.told[0].but
    assert block.told[0].names == ("3",)


def test_a_table_stands_under_the_words_above_it() -> None:
    lines = ["Questions 1 and 2", "| Year | Total |", "| 2024 | 3 |", "Question 3 is refused."]
    blocks = [*attributed(lines, KNOWN, {})]
    assert (blocks[0].under, len(blocks[0].rows)) == (("1", "2"), 2)
    (table,) = attributed(["2. See below.", "| Year | Total |"], KNOWN, {"2": "See below."})
    assert table.under == ("2",)
    shared = {"1": "By year:", "2": "By year:", "3": "9"}
    (table,) = attributed(["Questions 1 and 2. By year:", "| Year | Total |"], KNOWN, shared)
    assert table.under == ("1", "2")
    (table,) = attributed(["1. and 2. By year:", "| Year | Total |"], KNOWN, shared)
    assert table.under == ("1", "2")


def test_what_a_line_says_before_its_answer_is_read() -> None:
    line = "You are right and the refusal is withdrawn with our apology. In short: 14"
    (block,) = attributed([line], KNOWN, {"1": "14"})
    assert block.told[0].sentence.startswith("You are right")


def test_the_remainder_is_of_the_other_questions() -> None:
    (block,) = attributed(["I can release the answer to question 1. The remainder is withheld."], KNOWN, {})
    assert [told.names for told in block.told] == [("1",), ("*",)]
    (block,) = attributed(["Question 1 was about 14 officers. The rest had left."], KNOWN, {})
    assert [told.names for told in block.told] == [("1",), ("1",)]


def test_a_table_that_is_the_answer_of_a_question_stands_under_it() -> None:
    lines = ["Nine.", "| 2023 | 4 |", "| 2024 | * |", "Not held."]
    blocks = [*attributed(lines, KNOWN, {"1": "Nine.", "2": "| 2023 | 4 |", "3": "Not held."})]
    assert [block.under for block in blocks if block.rows] == [("2",)]
