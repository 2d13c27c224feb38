"""What all that was said of one question comes to."""

import pytest

from crawler.reading.outcome.settled import one


@pytest.mark.parametrize(
    ("signals", "outcome"),
    [
        ({"disclosed"}, "disclosed"),
        ({"disclosed", "not_held"}, "disclosed"),
        ({"disclosed", "ncnd"}, "part_disclosed"),
        ({"refused", "not_held"}, "refused"),
        ({"ncnd", "not_held"}, "ncnd"),
        (set(), "unknown"),
    ],
)
def test_one(signals: set[str], outcome: str) -> None:
    assert one(signals) == outcome
