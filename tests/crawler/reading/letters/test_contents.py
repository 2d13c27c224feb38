"""Lists of contents above a letter."""

import pytest

from crawler.reading.letters.contents import without_contents

LETTER = ["Request", "How many vans?", "Decision", "We hold nothing.", "Why", "Nobody counts them."]


@pytest.mark.parametrize(
    "above",
    [
        ["Contents", "1. Request", "2. Decision", "3. Why"],
        ["1. Request", "2. Decision", "3. Why"],
        ["- Request", "- Decision"],
        ["On this page:", "Request", "Decision", "Why"],
        ["Table of contents", "• Request", "• Why"],
    ],
)
def test_a_list_of_the_headings_below_goes(above: list[str]) -> None:
    assert without_contents(["Ref: 12/25", *above, *LETTER]) == ["Ref: 12/25", *LETTER]


@pytest.mark.parametrize(
    "lines",
    [
        LETTER,
        ["Vans", "Dogs", *LETTER, "Vans", "9", "Dogs", "4"],
        ["1. How many vans?", "2. Where?", "How many vans?", "9", "Where?", "Here"],
        ["1. Request", "2. Elsewhere", *LETTER],
        [],
    ],
)
def test_what_is_no_list_of_contents_stays(lines: list[str]) -> None:
    assert without_contents(lines) == lines
