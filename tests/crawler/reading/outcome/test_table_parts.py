"""Which question a table's masked cells and a sentence's words belong to."""

from crawler.reading.outcome.table_parts import masked

ASKED = {
    "1": "How many allegations were made in each year?",
    "2": "How many officers were dismissed?",
    "3": "The stations of those officers.",
}
ROWS = (("Year", "Allegations", "Dismissed"), ("2023", "41", "<5"), ("2024", "38", "6"))


def test_a_masked_cell_is_of_the_question_with_its_heading() -> None:
    assert masked(ROWS, ASKED) == {"2"}
    assert masked((("Year", "Dismissed"), ("2023", "6")), ASKED) == set()


def test_a_masked_cell_of_no_words_is_of_all() -> None:
    assert masked((("", "A"), ("2023", "<5")), ASKED) == set(ASKED)
    assert masked(ROWS, {"2": ""}) == {"2"}


def test_where_no_word_tells_a_column_for_each_question_does() -> None:
    rows = (("", "North", "", "South", ""), ("Year", "Left", "Proven", "Left", "Proven"), ("2023", "6", "5", "7", "*"))
    assert masked(rows, {"1": "How many resigned?", "2": "How many were found to have done it?"}) == {"2"}


def test_a_heading_over_two_columns_is_that_of_both() -> None:
    rows = (("", "Made", "", "Dismissed", ""), ("Force", "2023", "2024", "2023", "2024"), ("Kent", "9", "8", "7", "*"))
    assert masked(rows, {"1": "How many applied?", "2": "How many were dismissed?"}) == {"2"}


def test_what_no_column_names_is_of_the_question_that_none_speaks_of() -> None:
    rows = (("Year", "Allegations", "Dismissed", "Reflection"), ("2023", "41", "6", "<5"))
    assert masked(rows, ASKED | {"3": "How did each end?"}) == {"3"}


def test_a_heading_over_two_columns_tells_them_not_apart() -> None:
    asked = {"1": "How many races were entered?", "2": "How many of those did you win?"}
    rows = (("Year", "Races", ""), ("", "Entered", "First place"), ("2023", "31", "<5"), ("2024", "28", "6"))
    assert masked(rows, asked) == {"2"}
    rows = (("Year", "Races", ""), ("", "Entered", "First place"), ("2023", "<5", "0"), ("2024", "28", "6"))
    assert masked(rows, asked) == {"1"}


def test_a_question_on_several_columns_is_that_of_each() -> None:
    rows = (("Year", "Allegations", "Dismissed", "Given a final warning"), ("2023", "41", "<5", "6"))
    assert masked(rows, {"1": "How many allegations?", "2": "How many dismissed, and given a final warning?"}) == {"2"}
