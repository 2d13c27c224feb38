"""Words of a part, and words that refuse one question outright."""

import pytest

from crawler.reading.outcome.part_words import denies_outright, names_a_part


@pytest.mark.parametrize(
    "sentence",
    [
        "Refused under section 43(2).",
        "This is exempt under section 40(2) of the Act.",
        "Question 2 is withheld in full by virtue of section 31(1)(a).",
        "This part of your request is therefore declined.",
        "We are refusing to answer question 6 because of section 24.",
        "Not held.",
        "No data held",
    ],
)
def test_a_question_refused_outright(sentence: str) -> None:
    assert denies_outright(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The names of the saddlers are withheld under section 40(2).",
        "This is exempt under section 40(2), save for the breeds.",
        "Withheld figures are marked.",
        "Refused bail: 14.",
        "Two were refused under section 12.",
        "Not held in 2021; 14 in 2022.",
        "We are refusing the rest.",
    ],
)
def test_a_part_that_is_refused_and_what_is_none_of_it(sentence: str) -> None:
    assert not denies_outright(sentence)


def test_words_of_a_part() -> None:
    assert names_a_part("Further details are exempt.")
    assert names_a_part("All but for the last is given.")
    assert not names_a_part("All of it is given.")
