"""No log can send the crawler to this machine or to a private network."""

import asyncio

import pytest

from crawler.middlewares.private_addresses import is_public


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "10.1.2.3", "192.168.0.1", "169.254.169.254", "::1", "0.0.0.0", "100.64.0.1"]
)
def test_private(host: str) -> None:
    assert not asyncio.run(is_public(host))


@pytest.mark.parametrize("host", ["93.184.216.34", "2606:2800:220:1:248:1893:25c8:1946"])
def test_public(host: str) -> None:
    assert asyncio.run(is_public(host))
