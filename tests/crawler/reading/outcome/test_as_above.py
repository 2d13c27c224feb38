"""Answers that only point to another."""

import pytest

from crawler.reading.outcome.as_above import copied, points_to_another


@pytest.mark.parametrize(
    "text",
    [
        "As above",
        "See question 1.",
        "As question 1.",
        "Included in the answer to question 1.",
        "Our answer is the same as for question 1.",
        "The same applies as to 1.",
        "As explained under question 1.",
    ],
)
def test_an_answer_that_points_to_another(text: str) -> None:
    assert points_to_another(text)


@pytest.mark.parametrize("text", ["As a sergeant, 14.", "The same 14.", "Included in the table: 4", "Answered by 14."])
def test_an_answer_of_its_own_points_nowhere(text: str) -> None:
    assert not points_to_another(text)


def test_the_outcome_is_that_of_the_other() -> None:
    given = [{"number": "1", "text": "Nine."}, {"number": "2", "text": "As above."}, {"number": "3", "text": "See Q1."}]
    parts = {"1": "not_held", "2": "disclosed", "3": "refused"}
    assert copied(parts, given) == dict.fromkeys("123", "not_held")
    assert copied({"2": "disclosed"}, given) == {"2": "disclosed"}
    assert copied({}, given) == {}
