"""The addresses of a source: its own under any of its hosts, others left alone."""

import pytest

from crawler.addresses import Addresses

LIVE = "https://www.beds.police.uk"
MIRROR = Addresses("http://127.0.0.1:8077/", LIVE, "https://www.bedfordshire.police.uk")


@pytest.mark.parametrize(
    ("href", "kept"),
    [
        ("/foi-ai/a/b", "http://127.0.0.1:8077/foi-ai/a/b/"),
        (LIVE + "/foi-ai/a/b/?_t_id=1", "http://127.0.0.1:8077/foi-ai/a/b/"),
        ("http://bedfordshire.police.uk/x.pdf", "http://127.0.0.1:8077/x.pdf"),
        ("https://ico.org.uk/guide.pdf", "https://ico.org.uk/guide.pdf"),
        ("mailto:foi@beds.example", ""),
        ("", ""),
    ],
)
def test_one_form(href: str, kept: str) -> None:
    assert MIRROR.canonical(href, "http://127.0.0.1:8077/foi-ai/") == kept


def test_http_and_https_with_and_without_www_are_one_site() -> None:
    own = Addresses(LIVE)
    assert own.canonical("http://beds.police.uk/foi-ai/a/b/") == LIVE + "/foi-ai/a/b/"
    assert not own.is_own("https://www.beds.police.uk.evil.example/foi-ai/")


@pytest.mark.parametrize(("href", "asked"), [("/a/b", "/a/b"), ("/a/b/", "/a/b/"), ("/?p=12", "/?p=12")])
def test_the_form_that_the_log_writes_is_asked_for(href: str, asked: str) -> None:
    assert Addresses(LIVE).as_listed(href, LIVE) == LIVE + asked
