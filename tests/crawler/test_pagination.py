"""The next page of a listing, however the page shows it."""

import pytest
from lxml import html

from crawler.addresses import Addresses
from crawler.pagination import next_page, page_number

LOG = "https://log.example/foi/items/"


@pytest.mark.parametrize(
    ("body", "url", "expected"),
    [
        ('<link rel="next" href="?page=2">', LOG, LOG + "?page=2"),
        ('<a rel="next" href="?q=&start=20">&gt;</a>', LOG + "?q=", LOG + "?q=&start=20"),
        ('<a href="?page=1">1</a><a href="?page=3">Next</a>', LOG + "?page=2", LOG + "?page=3"),
        ('<a href="?page=2" aria-label="Next page"><svg></svg></a>', LOG, LOG + "?page=2"),
        ('<a href="?skip=10">Next ›</a>', LOG, LOG + "?skip=10"),
        ('<a href="?p=1">1</a><a href="?p=2">2</a><a href="?p=3">3</a>', LOG + "?p=2", LOG + "?p=3"),
        ('<a href="?page=0">1</a><a href="?page=1">2</a>', LOG, LOG + "?page=1"),
        ('<span aria-current="page">2</span><a href="?from=20">3</a>', LOG + "?from=10", LOG + "?from=20"),
        ('<a class="next" href="/2024/page/3/">Older posts</a>', "https://log.example/2024/page/2/", None),
        ('<a href="?page=1">1</a><a href="?page=2">2</a>', LOG + "?page=2", ""),
        ('<b>1</b><a href="?page=1">2</a><a href="?page=2">3</a>', LOG, LOG + "?page=1"),
        ('<a href="?page=0">1</a><a href="?page=2">3</a>', LOG + "?page=1", LOG + "?page=2"),
        ('<li>1</li><a href="?start=10">2</a><a href="?start=20">3</a>', LOG, LOG + "?start=10"),
        ('<a href="?start=0">1</a><a href="?start=10">2</a><li>3</li>', LOG + "?start=20", ""),
        ('<a href="/foi/items/">1</a><a href="?start=10">2</a><li>3</li>', LOG + "?start=20", ""),
        ('<a href="?ic=7">1</a><a href="?ic=7&start=20">3</a>', LOG + "?ic=7&start=10", LOG + "?ic=7&start=20"),
        ('<a href="?start=0">1</a><li>2</li><a href="?start=20">3</a>', LOG + "?start=10", LOG + "?start=20"),
        ('<a rel="next" href="https://www.live.example/foi/items/?page=2">Next</a>', LOG, LOG + "?page=2"),
        ('<a href="/news/">Next</a>', LOG, ""),
        ('<a rel="next" href="/foi/items/another-disclosure/">Another disclosure</a>', LOG, ""),
        ('<a rel="next" href="#">Next</a>', LOG, ""),
        ("<p>Nothing to turn</p>", LOG, ""),
    ],
)
def test_next_page(body: str, url: str, expected: str | None) -> None:
    tree = html.fromstring(f"<html><body><main>{body}</main></body></html>")
    assert next_page(tree, url, Addresses("https://log.example", "https://www.live.example")) == (
        "https://log.example/2024/page/3/" if expected is None else expected
    )


@pytest.mark.parametrize(
    ("url", "number"),
    [(LOG, None), (LOG + "?page=7", 7), ("https://x.example/2024/page/4/", 4), (LOG + "?page=last", None)],
)
def test_page_number(url: str, number: int | None) -> None:
    assert page_number(url) == number
