"""What is seen in a sentence."""

from hypothesis import given
from hypothesis import strategies as st

from crawler.reading.sentences.marks import marks, named


def test_words_and_two_together() -> None:
    seen = marks("You may have this decision reviewed.")
    assert {"=decisi", "=review", ("=decisi", "=review"), ("first", "=you"), ("first", "=you", "=may")} <= seen


def test_figures_of_its_own() -> None:
    assert "(digits)" not in marks("Write within 40 working days, by 3 May 2024, to SK9 5AF.")
    assert "(digits)" not in marks("Quote the reference FOI/1234/24 or the number 702/2025 when you write to us.")
    assert {"(digits)", "(amount)", "four-words", "digit"} <= marks("It cost £3,400.")


def test_the_order_of_subjects_counts() -> None:
    assert ("not", "hold") in marks("We do not hold it.")
    assert ("not", "hold") not in marks("We hold it, and would never in our lives, come what may, not.")


def test_how_long_it_is() -> None:
    lengths = {"four-words", "nine-words", "eighteen-words", "long"}
    assert [lengths & marks("word " * many) for many in (4, 5, 10, 19)] == [
        {"four-words"},
        {"nine-words"},
        {"eighteen-words"},
        {"long"},
    ]


@given(st.text())
def test_any_text_has_marks_with_names(text: str) -> None:
    seen = marks(text)
    assert "always" in seen
    assert marks(text) == seen
    assert all(isinstance(named(mark), str) for mark in seen)
