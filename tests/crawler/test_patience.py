"""Retry-After, in both of its forms."""

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
from scrapy.http import Response

from crawler.middlewares.patience import seconds_to_wait


@pytest.mark.parametrize(("value", "seconds"), [("7", 7.0), ("", 0.0), ("soon", 0.0), ("-3", 0.0)])
def test_seconds(value: str, seconds: float) -> None:
    assert seconds_to_wait(Response("https://x.example/", headers={"Retry-After": value})) == seconds


def test_a_date() -> None:
    until = datetime.now(UTC) + timedelta(seconds=90)
    asked = seconds_to_wait(
        Response("https://x.example/", headers={"Retry-After": format_datetime(until, usegmt=True)})
    )
    assert 80 < asked <= 90


def test_a_date_that_has_passed() -> None:
    gone = "Wed, 21 Oct 2015 07:28:00 GMT"
    assert seconds_to_wait(Response("https://x.example/", headers={"Retry-After": gone})) == 0.0
