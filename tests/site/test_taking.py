"""A search as CSV, JSON and Atom: the same disclosures in the same order as its page."""

import asyncio
import csv
import io
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import feedparser
import pytest

from store.site import asked, search
from store.site.app import datasette_app

Get = Callable[[str], Any]


def on_pages(get: Get, query: str, pages: int) -> list[int]:
    found = [get(f"/search?{query}&page={page}").text for page in range(1, pages + 1)]
    return [int(id) for page in found for id in re.findall(r'<h3><a href="/foi/disclosures/(\d+)">', page)]


@pytest.mark.parametrize("few", [1, 2000])
@pytest.mark.parametrize("order", ["best", "newest", "oldest"])
def test_the_files_are_in_the_order_of_the_pages(
    get: Get, order: str, few: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search, "FEW", few)
    query = f"q=figures+OR+records&order={order}"
    told = [row["id"] for row in get(f"/search.json?{query}").json()["disclosures"]]
    assert told == on_pages(get, query, 3) and len(told) == len(set(told)) == 47
    rows = list(csv.DictReader(io.StringIO(get(f"/search.csv?{query}").text)))
    assert [int(row["id"]) for row in rows] == told
    assert rows[0]["page"] == f"http://localhost/foi/disclosures/{told[0]}"


def test_a_wide_search_says_how_it_is_ordered_and_puts_titles_first(get: Get, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "too many to compare" not in get("/search?q=figures").text
    monkeypatch.setattr(search, "FEW", 3)
    page = get("/search?q=misconduct+OR+numbers+OR+records")
    assert "too many to compare" in page.text
    assert page.text.index("Gross <mark>misconduct</mark>") < page.text.index("figures 20")


def test_a_search_for_common_words_has_the_newest_first(get: Get, monkeypatch: pytest.MonkeyPatch) -> None:
    newest = on_pages(get, "q=misconduct+OR+numbers+OR+records&order=newest", 1)
    monkeypatch.setattr(search, "COMMON", 3)
    assert "tell little: the newest come first." in get("/search?q=misconduct+OR+numbers+OR+records").text
    assert on_pages(get, "q=misconduct+OR+numbers+OR+records", 1) == newest


def test_json_says_what_was_asked_and_how_many_there_are(get: Get) -> None:
    told = get("/search.json?q=gross+misconduct&force=Northshire+Police").json()
    assert told["query"] == {"q": "gross misconduct", "force": "Northshire Police", "order": "best"}
    assert told["url"] == "http://localhost/search?q=gross+misconduct&force=Northshire+Police"
    (row,) = told["disclosures"]
    assert (row["exemptions"], row["forces"]) == (["s40(2)"], ["Eastmere Constabulary", "Northshire Police"])


def test_a_search_goes_no_further_than_its_reach_and_says_so(get: Get, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "REACH", 20)
    page = get("/search?page=9").text
    assert "Page" not in page.split('class="found"')[1].split("</section>")[0]
    monkeypatch.undo()
    assert get("/search?page=99999").text.count('class="hit"') == 9
    assert asked.REACH >= 5000


def test_the_feed_tells_what_happened_to_what_it_finds(get: Get) -> None:
    page = get("/search?q=gross").text
    assert '<link rel="alternate" type="application/atom+xml" title="FOI disclosures: “gross”"' in page
    feed = feedparser.parse(get("/search.atom?q=gross").content)
    assert not feed.bozo
    assert [entry.title.partition(":")[0] for entry in feed.entries] == [
        "Changed", "Gross misconduct of officers 2023 and 2024 (Eastmere Constabulary, Northshire Police)",
    ]  # fmt: skip
    kept = feedparser.parse(get("/search.atom?force=Northshire+Police&year=2024").content)
    assert len(kept.entries) > 3 and "first read" in kept.entries[-1].content[0].value


def test_who_has_the_feed_is_not_sent_it_again(folder: Path, known: dict[str, Any]) -> None:
    async def twice() -> tuple[Any, Any]:
        client = datasette_app(folder).client
        first = await client.get("/search.atom?q=gross")
        return first, await client.get("/search.atom?q=gross", headers={"If-None-Match": first.headers["etag"]})

    first, second = asyncio.run(twice())
    assert (first.status_code, second.status_code, second.content) == (200, 304, b"")


@pytest.mark.parametrize("ending", ["csv", "json", "atom"])
def test_what_takes_too_long_says_so(folder: Path, known: dict[str, Any], ending: str) -> None:
    site = datasette_app(folder)
    site.sql_time_limit_ms = 0
    answer = asyncio.run(site.client.get(f"/search.{ending}?q=drones"))
    assert answer.status_code == 503
    assert "took longer than the site allows" in answer.text


@pytest.mark.parametrize("ending", ["csv", "json", "atom"])
def test_what_is_held_back_is_in_no_file(get: Get, ending: str) -> None:
    answer = get(f"/search.{ending}?q=2061")
    assert answer.status_code == 200
    assert "Speed cameras" not in answer.text
