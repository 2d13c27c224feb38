"""The server's own validators, verbatim, and only where they are asked for."""

from types import SimpleNamespace

from scrapy import Request

from crawler.middlewares.conditional_get import REVALIDATE, ConditionalGet
from store.records import Validators

PAGE = "https://log.example/a/"
SAID = Validators('W/"abc"', "Tue, 03 Mar 2026 10:00:00 GMT")


def asked(**meta: object) -> Request:
    record = SimpleNamespace(validators=lambda address: SAID if address == PAGE else None)
    middleware = ConditionalGet(SimpleNamespace(spider=SimpleNamespace(record=record)))  # type: ignore[arg-type]
    request = Request("https://log.example/a", meta=meta)
    middleware.process_request(request)
    return request


def test_sends_what_the_server_said() -> None:
    headers = asked(**{REVALIDATE: PAGE}).headers
    assert headers["If-None-Match"] == b'W/"abc"'
    assert headers["If-Modified-Since"] == b"Tue, 03 Mar 2026 10:00:00 GMT"


def test_sends_nothing_unasked_or_unknown() -> None:
    assert "If-None-Match" not in asked().headers
    assert "If-None-Match" not in asked(**{REVALIDATE: "https://log.example/other/"}).headers


def test_not_behind_a_redirect() -> None:
    assert "If-None-Match" not in asked(**{REVALIDATE: PAGE}, redirect_times=1).headers
