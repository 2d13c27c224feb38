"""The signs of what became of each question."""

from crawler.reading.outcome.alignment import aligned, said_in_order
from crawler.reading.outcome.part_signs import columns, part_signs

ASKED = {"1": "How many hearings were held?", "2": "Please give the names of the officers."}
NAMES = "Their names are exempt under Section 40(2)."
LINES = [f"There were nine hearings. {NAMES}"]


def _signs(known: dict[str, float], of: dict[str, list[str]]) -> dict[str, dict[str, float]]:
    heard = aligned(said_in_order(LINES, {}, list(ASKED)), ASKED)
    return part_signs(heard, columns(heard, {NAMES}, [0.9, 0.1]), known, of)


def test_what_is_said_of_a_question_is_its_own() -> None:
    found = _signs({}, {})
    assert found["1"]["best answers"] > 0.5 > found["2"]["best answers"]
    assert found["2"]["best relied"] > 0.5 > found["1"]["best relied"]
    assert found["1"]["other relied"] > 0.5


def test_what_is_asked_for_and_what_is_known_of_it_are_signs() -> None:
    found = _signs({"small": 1.0}, {"1": ["masked"]})
    assert found["1"]["asks count"] == found["2"]["asks names"] == 1.0
    assert found["1"]["small"] == found["2"]["small"] == found["1"]["masked"] == 1.0
    assert "masked" not in found["2"]
    assert "first" in found["1"]
    assert "last" in found["2"]


def test_signs_are_shares() -> None:
    assert all(0.0 <= size <= 1.0 for signs in _signs({}, {}).values() for size in signs.values())
