"""What a listing says of its own length."""

import pytest
from lxml import html

from crawler.platforms.totals import beside, says_nothing, total


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("Showing 1 to 10 of 243 results", 243),
        ("1 - 10 of 1,243", 1243),
        ("Results 1–10 of 243", 243),
        ("243 results found", 243),
        ("Your search returned 243 documents.", 243),
        ("Total: 243", 243),
        ("Showing 10 results per page of 243 documents", 243),
        ("Page 1 of 25", 0),
        ("Published items", 0),
    ],
)
def test_total(words: str, number: int) -> None:
    assert total(words) == number


@pytest.mark.parametrize(
    ("words", "nothing"),
    [
        ("0 results", True),
        ("No results were found for your search", True),
        ("There are no matching documents", True),
        ("No more results", True),
        ("10 results", False),
        ("Published items", False),
    ],
)
def test_says_nothing(words: str, nothing: bool) -> None:
    assert says_nothing(words) is nothing


def test_the_numbers_of_the_entries_are_not_the_listings() -> None:
    tree = html.fromstring(
        "<main><p>Showing 1 to 2 of 9 results</p><ul><li><a>Theft of 3,000 items</a></li></ul></main>"
    )
    words = beside(tree, list(tree.iter("li")))
    assert "3,000" not in words
    assert total(words) == 9
