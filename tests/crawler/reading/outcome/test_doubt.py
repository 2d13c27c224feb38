"""Where the words of a reply are weighed once more, and where rules leave no doubt."""

import pytest

from crawler.reading.outcome.doubt import in_doubt
from crawler.reading.outcome.part_signs import Ruled

GIVEN, PART, REFUSED, NOT_HELD = "disclosed", "part_disclosed", "refused", "not_held"


def doubted(whole: str, own: dict[str, str], parts: dict[str, str] | None = None, **told: bool) -> bool:
    known = dict.fromkeys(("relied", "data", "denied"), False) | told
    found = own if parts is None else parts
    return in_doubt(Ruled(whole, found, own), found, **known)


@pytest.mark.parametrize(
    ("whole", "own", "told"),
    [
        ("pending", {}, {}),
        (NOT_HELD, {"1": NOT_HELD, "2": NOT_HELD}, {}),
        ("ncnd", {}, {"relied": True}),
        (GIVEN, {"1": GIVEN, "2": GIVEN}, {}),
        (GIVEN, {}, {"data": True}),
        (PART, {"1": GIVEN, "2": REFUSED}, {"relied": True}),
        (PART, {"1": PART, "2": GIVEN}, {"relied": True, "data": True}),
    ],
)
def test_each_question_by_its_own_words_leaves_no_doubt(whole: str, own: dict[str, str], told: dict[str, bool]) -> None:
    assert not doubted(whole, own, **told)


@pytest.mark.parametrize("whole", [GIVEN, PART, REFUSED, NOT_HELD, "ncnd"])
def test_a_question_judged_only_by_the_whole_does(whole: str) -> None:
    assert doubted(whole, {"1": whole}, {"1": whole, "2": whole}, relied=whole != GIVEN, data=True)


@pytest.mark.parametrize(
    ("whole", "own", "told"),
    [
        (REFUSED, {"1": REFUSED}, {"relied": True}),
        (GIVEN, {"1": GIVEN}, {"denied": True}),
        (GIVEN, {"1": GIVEN}, {"relied": True}),
        (GIVEN, {"1": GIVEN, "2": REFUSED}, {}),
        (GIVEN, {}, {}),
        (PART, {"1": PART, "2": GIVEN}, {"relied": True}),
        (PART, {"1": GIVEN, "2": REFUSED}, {}),
        (PART, {}, {"relied": True, "data": True}),
        (NOT_HELD, {"1": NOT_HELD, "2": GIVEN}, {}),
    ],
)
def test_so_does_what_does_not_fit_together(whole: str, own: dict[str, str], told: dict[str, bool]) -> None:
    assert doubted(whole, own, **told)
