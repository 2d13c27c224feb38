"""Which of WordPress's ways an address belongs to, and a post's password form."""

import pytest
from scrapy.http import HtmlResponse

from crawler.platforms.wordpress_visits import is_protected
from crawler.platforms.wordpress_ways import FEED, REST, after, rest_beside, way_of

SITE = "https://foi.example"


@pytest.mark.parametrize(
    ("url", "way"),
    [
        ("https://foi.example/wp-json/wp/v2/posts?per_page=100", REST[0]),
        ("https://www.foi.example/wp-json/wp/v2/posts/?page=2", REST[0]),
        ("https://foi.example/?rest_route=%2Fwp%2Fv2%2Fposts&page=2", REST[1]),
        ("https://foi.example/feed", FEED[0]),
        ("https://foi.example/feed/?paged=2", FEED[0]),
        ("https://foi.example/?feed=rss2", FEED[1]),
        ("https://foi.example/?feed=rss2&paged=3", FEED[1]),
        ("https://foi.example/feedback/", ""),
        ("https://foi.example/wp-login.php?redirect_to=/feed/", ""),
        ("https://foi.example/2024/", ""),
        ("", ""),
    ],
)
def test_way_of_an_address(url: str, way: str) -> None:
    assert way_of(url, SITE) == way


def test_way_on_a_site_below_a_folder() -> None:
    assert way_of("https://x.example/foi/feed/", "https://x.example/foi") == FEED[0]


def test_ways_are_tried_in_turn_and_the_archives_last() -> None:
    assert [after(way) for way in (*REST, *FEED)] == [REST[1], *FEED, ""]
    assert [rest_beside(way) for way in (*FEED, "")] == [*REST, REST[0]]


@pytest.mark.parametrize(
    ("form", "protected"),
    [
        ('<form class="post-password-form" action="/x">', True),
        ('<form class="a post-password-form b" action="/x">', True),
        ('<form action="https://foi.example/wp-login.php?action=postpass">', True),
        ('<form class="search-form" action="/">', False),
        ("<p>post-password-form</p>", False),
    ],
)
def test_password_form(form: str, protected: bool) -> None:
    page = HtmlResponse(f"{SITE}/a/", body=f"<html><body>{form}</body></html>".encode())
    assert is_protected(page) is protected
