"""What is given outside of the Act."""

import pytest

from crawler.reading.law.exemptions import citations
from crawler.reading.outcome.goodwill import is_goodwill
from crawler.reading.outcome.outcome import decide

REFUSAL = "To answer would take 90 hours, and Section 12(1) applies to the whole request."


@pytest.mark.parametrize(
    "line",
    [
        "As a gesture of goodwill, 31 were counted in 2024.",
        "Outside of the Act we can tell you that 14 stalls are in use.",
        "The following is given as a courtesy and sets no precedent.",
    ],
)
def test_what_is_given_beside_a_refusal_makes_a_part(line: str) -> None:
    assert is_goodwill([REFUSAL, line])
    lines = [REFUSAL, line]
    assert decide(lines, citations(lines)).outcome == "part_disclosed"


def test_where_else_to_look_is_no_gift() -> None:
    assert not is_goodwill([REFUSAL])
    assert not is_goodwill(["Outside of the Act, you may like to contact the stables."])
