"""Both formats: valid by the rules of the validators, safe whatever a page says, and the same entries by stable ids."""

import json
from collections.abc import Callable
from typing import Any

import feedparser
import pytest
from lxml import etree

from store.database import Store
from store.feeds.entries import filled
from store.feeds.feed import Entry, Feed, Filled, Links
from store.feeds.formats import BY_ENDING
from store.matches import Wanted

Faults = tuple[str, Callable[[bytes], list[str]]]
FEEDS = [
    Feed("topic", "misconduct", "misconduct", Wanted(topics=("misconduct",))),
    Feed("force", "northshire-police", "Northshire Police", Wanted(forces=("Northshire Police",))),
    Feed("subscription", "desk", "Desk <b>&]]>\x07", Wanted(search="officers")),
    Feed("topic", "nothing", "nothing", Wanted(topics=("nothing",))),
]


def links(ending: str, host: str = "https://foi.example") -> Links:
    return Links(f"{host}/feeds/x.{ending}", f"{host}/search?topic=x", lambda n: f"{host}/foi/disclosures/{n}")


def written(store: Store, feed: Feed, ending: str, **more: Any) -> bytes:
    return BY_ENDING[ending].write(filled(store, feed), links(ending, **more))


@pytest.mark.parametrize("feed", FEEDS, ids=lambda feed: feed.slug)
def test_it_is_valid(told: Store, feed: Feed, faults: Faults) -> None:
    ending, found = faults
    assert found(written(told, feed, ending)) == []


@pytest.mark.parametrize("feed", FEEDS[:3], ids=lambda feed: feed.slug)
def test_it_is_valid_without_a_site(told: Store, feed: Feed, faults: Faults) -> None:
    ending, found = faults
    alone = BY_ENDING[ending].write(filled(told, feed), Links("x.atom"))
    assert found(alone) == [] and b"/foi/disclosures/" not in alone


def test_the_rules_find_faults(told: Store, faults: Faults) -> None:
    ending, found = faults
    body = written(told, FEEDS[0], ending)
    said = filled(told, FEEDS[0])
    twice = Filled(said.feed, said.id, said.updated, (*said.entries, said.entries[-1]))
    assert found(BY_ENDING[ending].write(twice, links(ending)))
    assert found(body.replace(b"09:00:00Z", b"09:00:00", 1))
    assert found(body.replace(b"https://foi.example/foi/", b"/foi/", 1))
    assert found(body.replace("force’s".encode(), "force\u202e".encode(), 1))


def test_a_reader_s_program_understands_it(told: Store) -> None:
    read = feedparser.parse(written(told, FEEDS[0], "atom"))
    assert not read.bozo and read.version == "atom10" and read.feed.title == "FOI disclosures about misconduct"
    assert [entry.title.partition(" (")[0] for entry in read.entries[:3]] == [
        "Back again: Dismissals 3",
        "Withdrawn: Dismissals 3",
        "Changed: Dismissals 2",
    ]
    first = read.entries[0]
    assert first.link == "https://foi.example/foi/disclosures/3" and first.author == "Northshire Police"
    assert "<strong>gross misconduct</strong>" in first.content[0].value
    assert first.updated_parsed[:3] == (2026, 11, 9)


def test_both_say_the_same(told: Store) -> None:
    read = feedparser.parse(written(told, FEEDS[0], "atom"))
    items = json.loads(written(told, FEEDS[0], "json"))["items"]
    assert [entry.id for entry in read.entries] == [item["id"] for item in items]
    assert [entry.title for entry in read.entries if "Hostile" not in entry.title] == [
        item["title"] for item in items if "Hostile" not in item["title"]
    ]


def test_hostile_words_stay_words(told: Store) -> None:
    items = json.loads(written(told, FEEDS[0], "json"))["items"]
    (item,) = [one for one in items if "Hostile" in one["title"]]
    assert "<script>alert(1)</script>]]>gnp.exe &amp;" in item["title"]
    assert "&lt;script&gt;alert(1)&lt;/script&gt;]]&gt;" in item["content_html"]
    assert "https://x.example/a%20b.pdf?%3Cb%3E" in item["content_html"]
    assert "javascript:" not in json.dumps(item)
    root = etree.fromstring(written(told, FEEDS[0], "atom"))
    titles = [one.text or "" for one in root.iter("{*}title")]
    assert any("<script>alert(1)</script>]]>gnp.exe &amp;" in title for title in titles)


def test_what_changed_is_named(told: Store) -> None:
    items = json.loads(written(told, FEEDS[0], "json"))["items"]
    (changed,) = [item for item in items if item["_foiwatch"]["event"] == "changed"]
    assert changed["_foiwatch"]["changed"] == ["response_text"]
    assert "<strong>Changed: response</strong>" in changed["content_html"]


def test_a_search_says_what_it_found(told: Store) -> None:
    items = json.loads(written(told, FEEDS[2], "json"))["items"]
    drones = next(item for item in items if item["title"].startswith("Drones"))
    assert "officers" in drones["summary"] and "Found by the search." in drones["content_html"]


def test_ids_hold_on_every_host_and_in_every_feed(told: Store) -> None:
    here, there = (json.loads(written(told, FEEDS[0], "json", host=host)) for host in ("https://a.example", "http://b"))
    ids = [item["id"] for item in here["items"]]
    assert ids == [item["id"] for item in there["items"]]
    assert here["items"][0]["url"] != there["items"][0]["url"]
    assert set(ids) & {item["id"] for item in json.loads(written(told, FEEDS[1], "json"))["items"]}
    assert len({filled(told, feed).id for feed in FEEDS}) == len(FEEDS)


def test_the_same_record_gives_the_same_bytes(told: Store, faults: Faults) -> None:
    assert written(told, FEEDS[0], faults[0]) == written(told, FEEDS[0], faults[0])


def test_an_entry_without_any_words_is_valid(faults: Faults) -> None:
    ending, found = faults
    bare = Entry("urn:uuid:00000000-0000-5000-8000-000000000000", "new", 1, 1, "2026-11-01T09:00:00.123456+00:00",
                 "", "", "", "present", ("\x00",))  # fmt: skip
    feed = Filled(FEEDS[0], "urn:uuid:00000000-0000-5000-8000-000000000001", bare.seen, (bare,))
    assert found(BY_ENDING[ending].write(feed, Links(f"https://foi.example/x.{ending}"))) == []
