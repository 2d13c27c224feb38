"""WordPress sites that close one way to their posts, for good or for a day, and posts behind a password."""

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from foiwatch.replica import Variant
from foiwatch.replica.answers import Reply, html, moved
from foiwatch.replica.rest import json_reply, switched_off

LOGIN = moved("/wp-login.php")
HOME = moved("/")
API = "/wp-json/"
PLAIN_API = "/?rest_route="
ROBOTS = Reply(
    b"User-agent: *\nDisallow: /wp-json/\nDisallow: /*rest_route=\nDisallow: /*feed\n", media_type="text/plain"
)
FORM = """<main><h1>Protected: Tasers (7A/24)</h1><form action="/wp-login.php?action=postpass"
class="post-password-form" method="post"><p>This content is password protected.</p></form></main>"""
DAYS = [f"2026-11-{day:02}T09:00:00+00:00" for day in range(4, 10)]


def instead(here: Any, answers: Mapping[str, Reply]) -> None:
    """Let the site answer otherwise where an address starts so; with no answers it is as it was."""
    service = here.replica._services["west_midlands"]
    product = service.site
    product.__dict__.pop("reply", None)
    healthy = product.reply

    def reply(path: str, query: str) -> Reply:
        asked = f"{path}?{query}" if query else path
        return next((answer for start, answer in answers.items() if asked.startswith(start)), None) or healthy(
            path, query
        )

    product.reply = reply
    service._ready.clear()


CLOSED = {
    "login": {API: LOGIN, PLAIN_API: LOGIN},
    "login and no feed": {API: LOGIN, PLAIN_API: LOGIN, "/feed": HOME, "/?feed=": HOME},
    "feed to the front page": {API: HOME, PLAIN_API: HOME, "/feed": HOME, "/?feed=": HOME},
    "nothing but archives, and 404 to the front page": {
        API: HOME, PLAIN_API: HOME, "/feed": HOME, "/?feed=": HOME, "/200": HOME, "/201": HOME
    },
    "robots.txt leaves the archives": {"/robots.txt": ROBOTS},
}  # fmt: skip


@pytest.mark.parametrize("closed", CLOSED.values(), ids=CLOSED)
def test_a_way_that_leads_elsewhere_is_not_offered(desk: Callable[..., Any], closed: dict[str, Reply]) -> None:
    here = desk({"west_midlands": 12})
    instead(here, closed)
    said = here.crawl()
    assert said.startswith("exit 0"), said
    assert here.kept() == 12
    assert here.crawl(now=DAYS[0]).startswith("exit 0")
    assert 1 <= len(here.pages_asked("west_midlands")) <= 2, here.pages_asked("west_midlands")


@pytest.mark.parametrize("feed", [True, False], ids=["feed", "archives"])
def test_the_api_is_used_again_after_a_day_without(desk: Callable[..., Any], feed: bool) -> None:
    here = desk({"west_midlands": 14}, {"west_midlands": Variant(feed=feed)})
    here.crawl()
    instead(here, {API: switched_off(401), PLAIN_API: switched_off(401)})
    for day in DAYS[:2]:
        assert here.crawl(now=day).startswith("exit 0")
    assert len(here.pages_asked("west_midlands")) <= 2
    instead(here, {})
    log = here.replica.world.logs["west_midlands"]
    here.replica.world.amend(log, next(log.present()))  # the oldest: neither feed nor archive shows that
    assert "1 changed" in here.crawl(now="2026-11-06T09:00:00+00:00")
    here.crawl(now="2026-11-07T09:00:00+00:00")
    assert [path.partition("?")[0] for path in here.pages_asked("west_midlands")] == ["/wp-json/wp/v2/posts"]


def test_a_failing_api_does_not_stop_a_source_that_is_read_by_its_feed(desk: Callable[..., Any]) -> None:
    here = desk({"west_midlands": 6}, {"west_midlands": Variant(rest=404)})
    here.crawl()
    instead(here, {API: html("<h1>Error</h1>", 500)})
    assert here.crawl(now=DAYS[0]).startswith("exit 0")
    assert len(here.pages_asked("west_midlands")) == 2


def test_a_password_does_not_empty_what_was_kept(desk: Callable[..., Any]) -> None:
    here = desk({"west_midlands": 5}, recheck_days=1)
    here.crawl()
    path = next(iter(here.replica.world.logs["west_midlands"].entries))
    before = here.ask("SELECT title, response_text, status FROM disclosures ORDER BY id")
    instead(here, {path: html(FORM)})
    assert here.crawl(now=DAYS[1], options=("--full",)).startswith("exit 0")
    assert here.ask("SELECT title, response_text, status FROM disclosures ORDER BY id") == before
    site = here.replica.sites["west_midlands"]
    assert here.ask("SELECT address, reason FROM problems") == [(site + path, "password-protected")]
    instead(here, {})
    assert here.crawl(now=DAYS[3]).startswith("exit 0")
    assert here.ask("SELECT state FROM entries WHERE address = ?", site + path) == [("kept",)]


def test_rows_of_the_api_without_an_address(desk: Callable[..., Any]) -> None:
    here = desk({"west_midlands": 3})
    path = next(iter(here.replica.world.logs["west_midlands"].entries))
    odd: list[object] = [{"id": 1, "link": 5}, None, {"id": 2, "link": "https://other.example/x/"}]
    instead(here, {API: json_reply(odd)})
    assert "NOT WHOLE: listing unreadable: none of 3 posts" in here.crawl()
    good = {"id": 3, "link": here.replica.sites["west_midlands"] + path, "title": None, "date": None}
    instead(here, {API: json_reply([*odd, good])})
    here.crawl(now=DAYS[0])
    assert here.kept() == 1
    noted = here.ask("SELECT reason, detail FROM problems WHERE verdict = 'noted'")
    assert noted == [("posts without an address on this site", "3")]
