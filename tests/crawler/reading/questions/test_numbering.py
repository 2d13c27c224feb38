"""Where the numbers of a nested list stand."""

import pytest

from crawler.reading.questions.numbering import Series


@pytest.mark.parametrize(
    ("numbers", "full"),
    [
        (["1", "a", "b", "2", "a"], ["1", "1a", "1b", "2", "2a"]),
        (["1", "a", "b", "i", "ii", "c"], ["1", "1a", "1b", "1bi", "1bii", "1c"]),
        (["a", "b", "c"], ["a", "b", "c"]),
        (["1", "g", "h", "i", "j"], ["1", "1g", "1h", "1i", "1j"]),
        (["1a", "1b"], ["1a", "1b"]),
        (["1a", "b", "i", "2", "a"], ["1a", "1b", "1bi", "2", "2a"]),
    ],
)
def test_each_number_stands_below_those_before_it(numbers: list[str], full: list[str]) -> None:
    series = Series()
    assert [series.place(number)[0] for number in numbers] == full


def test_the_number_that_an_item_belongs_to() -> None:
    series = Series()
    assert [series.place(number)[1] for number in ("1", "a", "i")] == ["", "1", "1a"]


def test_parts_that_bear_the_number_of_their_question() -> None:
    series = Series()
    assert [series.place(number)[1] for number in ("1", "1a", "1b", "2", "3a", "3b")] == ["", "1", "1", "", "", ""]
