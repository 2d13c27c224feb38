"""A problem is the same when only its numbers differ, and another when its kind does."""

import pytest

from alerts.operator.sources import NO_NETWORK, cause, plain


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("3 of 24 failed", "14 of 1,024 failed"),
        ("10 failures in a row: HTTP 500", "12 failures in a row: HTTP 500"),
        ("listing unreadable: no answer in time", "robots.txt could not be read: connection refused"),
    ],
)
def test_one_trouble(one: str, other: str) -> None:
    assert cause(one) == cause(other)


def test_another_trouble() -> None:
    seen = ["HTTP 500", "HTTP 403", "3 of 24 failed", "connection failed", "soft 404", "bot wall: HTTP 403"]
    assert len({cause(problem) for problem in seen}) == len(seen)
    assert cause("host name not found") == NO_NETWORK


def test_an_address_is_left_out_and_what_follows_it_stays() -> None:
    assert plain("soft 404: https://a.example/foi/x?y=1; 3 pages at once") == "soft 404: a page; 3 pages at once"
