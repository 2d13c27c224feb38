"""Small numbers kept back."""

from crawler.reading.suppressed import suppressed


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
