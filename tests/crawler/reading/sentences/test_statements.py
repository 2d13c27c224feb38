"""Lines into statements."""

from hypothesis import given
from hypothesis import strategies as st

from crawler.reading.sentences.statements import mark_of, statements, unmarked


def test_the_law_s_abbreviations_end_no_sentence() -> None:
    assert statements("It is exempt under s. 40(2). Reg. 12 is not used. Nine.") == (
        "It is exempt under s. 40(2).",
        "Reg. 12 is not used.",
        "Nine.",
    )


def test_no_is_an_abbreviation_before_a_number_alone() -> None:
    assert statements("See no. 4 of them.") == ("See no. 4 of them.",)
    assert statements("We say neither yes nor no. That is all.") == ("We say neither yes nor no.", "That is all.")


def test_marks_and_cells() -> None:
    assert statements("- Section 40(2)") == ("Section 40(2)",)
    assert (mark_of("2 a) nine"), mark_of("c/ nine"), mark_of("- nine"), unmarked("3. nine")) == ("2a", "c", "", "nine")
    assert statements("2024\t9\ts40(2) applies") == ("2024", "9", "s40(2) applies")


@given(st.text(max_size=200))
def test_every_statement_is_a_piece_of_the_line(line: str) -> None:
    assert all(piece in line for piece in statements(line))


def test_no_statement_is_longer_than_a_sentence_can_be() -> None:
    assert max(map(len, statements("word " * 5_000))) <= 1500
