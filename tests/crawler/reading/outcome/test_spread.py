"""From the whole to its questions."""

import pytest

from crawler.reading.outcome.spread import spread

KNOWN = ("1", "2", "2a", "3")


def _spread(whole: str, parts: dict[str, str], *, data: bool = False, goodwill: bool = False) -> dict[str, str]:
    return spread(whole, parts, KNOWN, data=data, goodwill=goodwill, numbered=True)


@pytest.mark.parametrize("whole", ["refused", "ncnd", "not_held", "pending", "disclosed"])
def test_one_outcome_is_that_of_each_question(whole: str) -> None:
    assert _spread(whole, {}) == dict.fromkeys(KNOWN, whole)
    assert _spread(whole, {"2": "not_held"})["2"] == "not_held"


def test_what_is_not_named_as_kept_back_is_given() -> None:
    found = _spread("part_disclosed", {"3": "refused"}, data=True)
    assert found == {"1": "disclosed", "2": "disclosed", "2a": "disclosed", "3": "refused"}


def test_what_is_not_named_as_a_favour_is_refused() -> None:
    found = _spread("part_disclosed", {"1": "disclosed"}, data=True, goodwill=True)
    assert set(found.values()) == {"disclosed", "refused"}
    assert found["3"] == "refused"


def test_nothing_is_guessed() -> None:
    assert _spread("part_disclosed", {}) == {}
    assert _spread("part_disclosed", {"2": "refused"}) == {"2": "refused", "2a": "refused"}
    assert spread("refused", {}, KNOWN, data=False, goodwill=False, numbered=False) == {}


def test_a_refusal_that_names_no_question_is_of_those_that_nothing_is_said_of() -> None:
    found = spread(
        "part_disclosed", {"1": "disclosed", "2": "disclosed"}, ("1", "2", "3"), data=True, goodwill=False,
        numbered=True, refused="refused",
    )  # fmt: skip
    assert found["3"] == "refused"
