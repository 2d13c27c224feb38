"""Where a page of a letter ends."""

import time

import pytest

from crawler.reading.pages.chrome import strip_chrome
from crawler.reading.pages.feet import without_feet
from crawler.reading.pages.wrapped import paragraphs

TEXT = ["Nine vans.", "Ten boats, FOI 12/25."]


@pytest.mark.parametrize(
    "foot", ["Page 1 of 2", "FOI 12/25 Page 1 of 2", "Kent Police – page 1 of 2", "| Tudalen 1 o 2 |"]
)
def test_a_foot_goes(foot: str) -> None:
    assert without_feet([TEXT[0], foot, TEXT[1]]) == TEXT
    assert strip_chrome([TEXT[0], foot, TEXT[1]]) == TEXT
    assert paragraphs([TEXT[0], foot, TEXT[1]]) == TEXT


def test_a_foot_without_the_word_counts_on_to_the_last_page() -> None:
    feet = ["Kent Police     2 of 3", "Kent Police     3 of 3"]
    assert without_feet([TEXT[0], feet[0], TEXT[1], feet[1]]) == TEXT
    for lines in (feet[:1], [feet[0], "Essex Police 3 of 3"], ["Vans 2 of 9", "Vans 4 of 9"]):
        assert without_feet([TEXT[0], *lines]) == [TEXT[0], *lines]


@pytest.mark.parametrize(
    "line", ["The table is on page 1 of 2", "9 of 12", "Held in private. Page 1 of 2", "1 of 2 vans"]
)
def test_what_is_said_of_pages_and_parts_stays(line: str) -> None:
    assert without_feet([TEXT[0], line]) == [TEXT[0], line]


def test_a_number_that_only_the_feet_show_stays_once() -> None:
    feet = [f"ACRO/FOI/000377/25 page {page} of 3" for page in (1, 2, 3)]
    assert without_feet([TEXT[0], feet[0], TEXT[1], feet[1], feet[2]]) == [TEXT[0], feet[0], TEXT[1]]


def test_hostile_lines_take_linear_time() -> None:
    begin = time.process_time()
    without_feet([" of 3" * 20_000, "1 of 2 " * 20_000 + "3", "-" * 100_000 + "3", *["a 1 of 2"] * 1_000])
    assert time.process_time() - begin < 3
