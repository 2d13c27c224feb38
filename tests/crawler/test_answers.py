"""What an answer, or the lack of one, is called."""

import pytest
from scrapy.exceptions import DownloadTimeoutError, IgnoreRequest, ResponseDataLossError
from scrapy.http import HtmlResponse, Response, TextResponse

from crawler.answers import excuse, media_type, validators_of, wall_of
from store.records import Validators


@pytest.mark.parametrize(
    ("error", "name"),
    [
        (DownloadTimeoutError(), "no answer in time"),
        (ResponseDataLossError(), "truncated body"),
        (IgnoreRequest("robots.txt forbids it"), "robots.txt forbids it"),
        (ConnectionResetError(), "connection failed"),
        (ZeroDivisionError(), "ZeroDivisionError"),
    ],
)
def test_excuses(error: Exception, name: str) -> None:
    assert excuse(error) == name


def test_validators_verbatim_or_none() -> None:
    said = Response("https://x.example/", headers={"ETag": '"a"', "Last-Modified": "Tue, 03 Mar 2026 10:00:00 GMT"})
    assert validators_of(said) == Validators('"a"', "Tue, 03 Mar 2026 10:00:00 GMT")
    assert validators_of(Response("https://x.example/")) is None


def test_media_type_without_parameters() -> None:
    assert media_type(Response("https://x.example/", headers={"Content-Type": "Text/HTML; charset=x"})) == "text/html"


def test_a_wall_is_seen_by_header_and_by_words() -> None:
    assert wall_of(Response("https://x.example/", status=403, headers={"Cf-Mitigated": "challenge"})) == "bot wall"
    page = HtmlResponse("https://x.example/", body=b"<title>Page not found</title><h1>Page not found</h1>")
    assert wall_of(page) == "soft 404"


def test_a_pdf_is_no_wall_whatever_its_bytes_spell() -> None:
    pdf = TextResponse("https://x.example/a.pdf", body=b"%PDF-1.7\n<title>Page not found</title>\xff\xfe\x81")
    assert wall_of(pdf) == ""
    assert pdf._cached_ubody is None, "it was decoded"
