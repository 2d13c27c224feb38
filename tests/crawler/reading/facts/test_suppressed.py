"""Small numbers kept back."""

import time

import pytest

from crawler.reading.facts.suppressed import suppressed


def test_cells_and_sentences() -> None:
    tables = ((("Year", "N"), ("2022", "<5"), ("2023", "*"), ("2024", "15")),)
    found = suppressed(tables, ["| 2022 | <5 |", "Fewer than 5 were held; 7 were not."])
    assert [(item["marker"], item["where"]) for item in found] == [
        ("<5", "table 1, row 2, column 2"),
        ("*", "table 1, row 3, column 2"),
        ("Fewer than 5", "Fewer than 5 were held; 7 were not."),
    ]


def test_plain_small_numbers_are_not() -> None:
    assert suppressed(((("Year", "N"), ("2022", "1")),), ["4 officers, 15 of them."]) == ()


def test_a_line_that_explains_the_marks_of_a_table_is_none_itself() -> None:
    tables = [(("Year", "Officers"), ("2023", "<5"))]
    lines = ["| 2023 | <5 |", "Counts under five are shown as <5.", "Fewer than 5 were dismissed."]
    assert [each["marker"] for each in suppressed(tables, lines)] == ["<5", "Fewer than 5"]


def _markers(*rows: tuple[str, ...], lines: tuple[str, ...] = ()) -> list[str]:
    return [each["marker"] for each in suppressed([rows], lines)]


def test_what_stands_for_a_number_among_numbers() -> None:
    assert _markers(("A", "12", "0"), ("B", "s38(1)(b)", "xx"), ("C", "<3", "[c]")) == ["s38(1)(b)", "xx", "<3", "[c]"]
    assert _markers(("Exemption", "Why"), ("s40(2)", "Personal"), ("s31", "Police")) == []
    assert _markers(("Year", "N"), ("2022", "fewer than 10"), ("2023", "Redacted"), ("2024", "9")) == [
        "fewer than 10",
        "Redacted",
    ]


def test_the_first_step_of_a_scale_labels_a_row_or_a_column() -> None:
    assert _markers(("Age", "N"), ("Under 18", "12"), ("18-24", "<5"), ("25+", "9")) == ["<5"]
    assert _markers(("Force", "<18", "18 and over"), ("Essex", "12", "<5")) == ["<5"]
    assert _markers(("Force", "Years", "Years"), ("Force", "5 or less", "6 to 9"), ("Essex", "12", "*")) == ["*"]
    assert _markers(("Under 16", "7"), ("Over 16", "9")) == []
    assert _markers(("N", "Offence"), ("<5", "Theft"), ("17", "Arson")) == ["<5"]
    assert _markers(("Force", "2021", "2022"), ("Essex", "<5", "5-9")) == ["<5"]
    assert _markers(("Year", "N"), ("Essex", "<5"), ("Kent", "5")) == ["<5"]


def test_a_single_x_stands_for_a_number_only_among_numbers() -> None:
    assert _markers(("Year", "N"), ("2022", "x"), ("2023", "9")) == ["x"]
    assert _markers(("Training", "Officers", "Staff"), ("Taser", "x", ""), ("First aid", "X", "x")) == []


def test_a_marker_may_bear_brackets_or_the_mark_of_a_note() -> None:
    assert _markers(("A", "12"), ("B", "(<5)"), ("C", "<5*"), ("D", "fewer than 5 [1]"), ("E", "Withheld")) == [
        "(<5)", "<5*", "fewer than 5 [1]", "Withheld",
    ]  # fmt: skip
    assert _markers(("A", "12*"), ("B", "(5)"), ("Withheld", "7 [1]"), ("C", "Theft (other)")) == []


def test_a_key_says_what_a_dash_stands_for_and_keeps_back_nothing() -> None:
    rows = (("Year", "N"), ("2022", ".."), ("2023", "9"))
    keys = ['".." represents a figure below five', "The number that ended in a warning was fewer than 3."]
    assert [each["marker"] for each in suppressed([rows], (), keys)] == [".."]


def test_a_dash_only_where_the_reply_says_so() -> None:
    rows = (("Year", "N"), ("2022", "-"), ("2023", "9"))
    assert _markers(*rows) == []
    assert _markers(*rows, lines=("A dash indicates fewer than five.",)) == ["-"]


def test_a_word_only_where_the_reply_quotes_it_and_says_why() -> None:
    rows = (("Area", "N"), ("North", "tiny"), ("South", "9"))
    assert _markers(*rows, lines=("Where you see “tiny” the figure is exempt.",)) == ["tiny"]
    assert _markers(*rows, lines=('We write "tiny" for small numbers.',)) == ["tiny"]
    assert _markers(*rows, lines=("Where you see tiny the figure is exempt.", "A “tiny” pond is one of a yard.")) == []
    assert _markers(("Area", "N"), ("“Small”", "9"), ("South", "nil"), lines=('"nil" is a low number.',)) == []


@pytest.mark.parametrize(
    "line",
    [
        "Where a value is below five the two forces rely on Section 40(2).",
        "The disclosure of numbers below 5 may lead to the identification of individuals.",
        "Figures of less than five are not given.",
        "An asterisk stands for fewer than five.",
        "It took less than 10 minutes.",
    ],
)
def test_a_reason_keeps_back_nothing_itself(line: str) -> None:
    assert suppressed([], [line]) == ()


def test_a_sentence_that_gives_a_small_number() -> None:
    assert [each["marker"] for each in suppressed([], ["Over four years fewer than five officers failed."])] == [
        "fewer than five"
    ]


@pytest.mark.parametrize(
    ("line", "markers"),
    [
        ("Of the geese fewer than six were kept.", ["fewer than six"]),
        ("The number of ducks was below eight.", ["below eight"]),
        ("The number of those who were drakes is fewer than five.", ["fewer than five"]),
        ("Four or fewer swans were seen, and nine geese.", ["Four or fewer"]),
        ("Geese <6, ducks 12.", ["<6"]),
        ("Fewer than five in 2021, nine in 2022.", ["Fewer than five"]),
        ("Fewer than six in ten geese came back.", []),
        ("It took fewer than six hours.", []),
        ("It was done less than seven times.", []),
        ("Fewer than sixty were kept.", []),
        ("Values below six are withheld.", []),
    ],
)
def test_any_small_number_may_be_the_limit(line: str, markers: list[str]) -> None:
    assert [one["marker"] for one in suppressed((), [line])] == markers


RANGES = (("Year", "Geese", "Ducks"), ("2023", "12", "1-4"), ("2024", "1 to 4", "9"))


@pytest.mark.parametrize(
    "line",
    [
        "Small figures are given as a range.",
        "We have banded the low counts.",
        "The one range in the table protects a keeper, Section 40(2).",
        "Where 1-4 is shown the exact number is withheld.",
        "Numbers below five appear as one to four.",
    ],
)
def test_a_small_range_stands_for_a_number_where_the_reply_says_so(line: str) -> None:
    assert _markers(*RANGES, lines=(line,)) == ["1-4", "1 to 4"]


@pytest.mark.parametrize(
    "line", ["Geese are counted by age range.", "We withhold the names.", "Nine in 1-4 May Street."]
)
def test_a_range_is_a_figure_where_nothing_says_why(line: str) -> None:
    assert _markers(*RANGES, lines=(line,)) == []


def test_a_range_that_heads_a_column_or_row_is_none_kept_back() -> None:
    rows = (("Age in years", "0-4", "5-9"), ("Geese", "12", "14"), ("1-4", "none", "some"))
    assert _markers(*rows, lines=("Ages are in ranges, so that none is identified.",)) == []


def test_an_age_keeps_no_number_back() -> None:
    assert _markers(("Area", "Under 18", "18 and over"), ("North", "7", "9"), ("South", "below 5", "under 10")) == [
        "below 5",
        "under 10",
    ]


def test_a_sentence_that_gives_one_number_and_one_that_explains() -> None:
    assert [one["marker"] for one in suppressed((), ["The number that ended in a warning was fewer than 3."])] == [
        "fewer than 3"
    ]
    assert suppressed((), ["Where the number is fewer than 5 it is not shown."]) == ()


@pytest.mark.parametrize(
    ("line", "markers"),
    [
        ("| 1b. How many of these were out of use? | <5 |", ["<5"]),
        ("| How many resigned? | Fewer than five |", ["Fewer than five"]),
        ("| How many resigned? | 12 |", []),
        ("2022: fewer than 5 2023: 5 2024: fewer than 5 Exact totals are withheld.", ["fewer than 5", "fewer than 5"]),
        ("Norfolk 6; Suffolk fewer than 5, of which the number is withheld.", ["fewer than 5"]),
        ("We give totals; Numbers fewer than 5 are withheld where they stand alone.", []),
        ("(i) 31 (ii) * (iii) *", ["*", "*"]),
        ("Officers (and staff) * counted by head.", []),
        ("Drink driving 19, public order 4, common assault xx, criminal damage xx. Two are removed.", ["xx", "xx"]),
        ("2021: 12, 2022: *, 2023: *", ["*", "*"]),
        ("2021: 12; 2022: [c]; 2023: 9", ["[c]"]),
        ("Constables 14, sergeants **, inspectors *.", ["**", "*"]),
        ("Officers 12, staff xxx", ["xxx"]),
        ("Race 39, sex 12, disability *", ["*"]),
        ("(xx) 31, (xxi) 4.", []),
        ("See chapter xx, page 3", []),
        ("Theft 12, of which * is missing", []),
    ],
)
def test_what_stands_beside_a_question_or_behind_a_year_or_number(line: str, markers: list[str]) -> None:
    assert [one["marker"] for one in suppressed((), [line])] == markers


def test_a_long_list_is_read_in_linear_time() -> None:
    start = time.process_time()
    assert len(suppressed((), ["2022: fewer than 5 " * 20_000])) == 20_000
    assert time.process_time() - start < 2


def test_a_long_list_of_marks_is_read_in_linear_time() -> None:
    start = time.process_time()
    assert len(suppressed((), ["Theft 12, " + "fraud xx, " * 20_000])) == 20_000
    assert suppressed((), ["Theft xx " * 20_000]) == ()
    assert time.process_time() - start < 2
