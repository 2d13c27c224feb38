"""The feeds as the site serves them: who finds them, who has them already, and what stays private."""

import asyncio
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import feedparser
import pytest

from store.database import open_store
from store.feeds.feed import Offer
from store.feeds.offered import subscribed
from store.matches import Wanted
from store.site.app import datasette_app

Ask = Callable[..., Any]
SECRET = "dismissed NEAR vetting"
OFFER = Offer(topics=("vetting",), subscriptions=subscribed([("Desk one", Wanted(search="misconduct"), ("new",))]))


@pytest.fixture(scope="module")
def ask(folder: Path, known: dict[str, Any]) -> Iterator[Ask]:
    """Asks the site, with the feeds of a configuration, for a path."""
    for name in ("foi.db", "foi.db-wal"):
        if (folder / name).exists():
            os.utime(folder / name, (1_790_000_000, 1_790_000_000))
    site, loop = datasette_app(folder, OFFER), asyncio.new_event_loop()
    yield lambda path, **headers: loop.run_until_complete(
        site.client.get(path, headers={name.replace("_", "-"): value for name, value in headers.items()})
    )
    loop.close()


@pytest.mark.parametrize(
    ("path", "title", "entries"),
    [
        ("/feeds/topic/misconduct.atom", "FOI disclosures about misconduct", 2),
        ("/feeds/topic/vetting.atom", "FOI disclosures about vetting", 0),
        ("/feeds/force/northshire-police.atom", "FOI disclosures of Northshire Police", 10),
        ("/feeds/force/northshire.atom", "FOI disclosures of Northshire Police", 10),
        ("/feeds/subscription/desk-one.atom", "Desk one", 1),
    ],
)
def test_atom(ask: Ask, path: str, title: str, entries: int) -> None:
    answer = ask(path)
    assert answer.status_code == 200 and answer.headers["content-type"] == "application/atom+xml; charset=utf-8"
    read = feedparser.parse(answer.content)
    assert not read.bozo and read.feed.title == title and len(read.entries) == entries


def test_json_feed(ask: Ask, known: dict[str, Any]) -> None:
    answer = ask("/feeds/topic/misconduct.json")
    found = answer.json()
    assert answer.headers["content-type"] == "application/feed+json; charset=utf-8"
    assert found["feed_url"] == "http://localhost/feeds/topic/misconduct.json"
    assert found["home_page_url"] == "http://localhost/search?topic=misconduct&order=newest"
    assert found["items"][0]["url"] == f"http://localhost/foi/disclosures/{known['first']}"
    assert ask("/search?topic=misconduct&order=newest").status_code == 200


def test_what_was_withdrawn_is_an_entry(ask: Ask, known: dict[str, Any]) -> None:
    items = ask("/feeds/force/northshire-police.json").json()["items"]
    withdrawn = [item for item in items if item["_foiwatch"]["event"] == "withdrawn"]
    assert [item["_foiwatch"]["disclosure"] for item in withdrawn] == [known["gone"]]
    assert known["held"] not in {item["_foiwatch"]["disclosure"] for item in items}


@pytest.mark.parametrize(
    "path",
    [
        "/feeds/topic/nothing.atom", "/feeds/subscription/private.atom", "/feeds/topic/misconduct.rss",
        "/feeds/dossier/x.atom", "/feeds/topic/MISCONDUCT.atom",
    ],
)  # fmt: skip
def test_there_is_no_other(ask: Ask, path: str) -> None:
    assert ask(path).status_code == 404


@pytest.mark.parametrize("ending", ["atom", "json"])
def test_who_has_it_gets_it_not_again(ask: Ask, ending: str) -> None:
    path = f"/feeds/topic/misconduct.{ending}"
    first = ask(path)
    tag, date = first.headers["etag"], first.headers["last-modified"]
    for headers in (
        {"if_none_match": tag},
        {"if_none_match": f'"other", W/{tag}'},
        {"if_none_match": "*"},
        {"if_modified_since": date},
        {"if_none_match": tag, "if_modified_since": "Mon, 01 Jan 2001 00:00:00 GMT"},
    ):
        again = ask(path, **headers)
        assert (again.status_code, again.content) == (304, b""), headers
        assert again.headers["etag"] == tag and again.headers["last-modified"] == date
        assert again.headers["cache-control"] == "no-cache"
    for headers in (
        {},
        {"if_none_match": '"other"'},
        {"if_none_match": '"other"', "if_modified_since": date},
        {"if_modified_since": "Mon, 01 Jan 2001 00:00:00 GMT"},
    ):
        assert ask(path, **headers).content == first.content, headers


def test_what_changed_is_sent(tmp_path: Path) -> None:
    store, loop = open_store(tmp_path), asyncio.new_event_loop()
    site = datasette_app(tmp_path, OFFER)
    path = "/feeds/topic/vetting.atom"
    first = loop.run_until_complete(site.client.get(path))
    assert "last-modified" not in first.headers, "written this very moment: its date tells nothing yet"
    db = store.db.conn
    db.execute("INSERT INTO disclosures (id, source, address, first_seen, digest) VALUES (1, 's', 'x:1', '', '')")
    db.execute("INSERT INTO changes VALUES (1, 1, 1, 'new', '2026-11-02T09:00:00+00:00', 's', 0, 0)")
    db.execute("INSERT INTO matches VALUES (1, 'vetting', 1, 0.9, '[]')")
    again = loop.run_until_complete(site.client.get(path, headers={"if-none-match": first.headers["etag"]}))
    assert again.status_code == 200 and len(feedparser.parse(again.content).entries) == 1
    loop.close()
    store.close()


def test_a_reader_s_program_finds_them(ask: Ask) -> None:
    front = ask("/").text
    assert '<link rel="alternate" type="application/atom+xml"' in front and "/feeds/topic/misconduct.atom" in front
    topic = ask("/search?topic=misconduct").text
    assert 'type="application/feed+json"' in topic and "/feeds/topic/misconduct.json" in topic
    force = ask("/search?force=Northshire+Police&q=vehicle").text
    assert 'rel="alternate"' in force and "/feeds/force/northshire-police.atom" in force
    assert "/feeds/force/" not in ask("/search?q=vehicle").text


def test_every_feed_on_the_list_is_there(ask: Ask) -> None:
    page = ask("/feeds").text
    paths = [piece.partition('"')[0] for piece in page.split('href="')[1:] if piece.startswith("/feeds/")]
    assert len(paths) >= 10 and "/feeds/subscription/desk-one.json" in paths
    for path in paths:
        assert ask(path).status_code == 200, path


def test_what_a_subscription_asks_for_is_not_told(folder: Path, known: dict[str, Any]) -> None:
    offer = Offer(subscriptions=subscribed([("desk", Wanted(search=SECRET), ("new",))]))
    site, loop = datasette_app(folder, offer), asyncio.new_event_loop()
    paths = (
        "/feeds",
        "/feeds/subscription/desk.atom",
        "/feeds/subscription/desk.json",
        "/-/metadata.json",
        "/-/plugins.json",
    )
    for path in paths:
        assert SECRET not in loop.run_until_complete(site.client.get(path)).text
    loop.close()


@pytest.mark.parametrize("host", ['evil.example"><script>', "x' onload='", "a b"])
def test_a_host_of_the_asker_s_making_stays_an_address(ask: Ask, host: str) -> None:
    answer = ask("/feeds/topic/misconduct.atom", host=host)
    read = feedparser.parse(answer.content)
    assert not read.bozo and "<script" not in answer.text
    assert all(" " not in link.href and '"' not in link.href for entry in read.entries for link in entry.links)
