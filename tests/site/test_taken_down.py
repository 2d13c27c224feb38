"""The page of what was taken down says so, and nothing of what it said."""

import asyncio
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from store.database import open_store
from store.keeping import keep
from store.purging.purge import purge
from store.records import Sighting
from store.site.app import datasette_app

NOON = "2026-11-21T12:00:00+00:00"


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], Any]]:
    """The site over a record of which the second of two disclosures was taken down."""
    folder: Path = tmp_path_factory.mktemp("store")
    store = open_store(folder)
    for number, title in ((1, "Dogs"), (2, "Quokkaname")):
        seen = Sighting("essex", f"https://essex.example/{title}/", title, f"Words of {title} {number}")
        keep(store, seen, seen=NOON, run=None)
    purge(store, 2, "names a <b>person</b>", NOON, lambda export: True)
    store.close()
    app, loop = datasette_app(folder), asyncio.new_event_loop()
    yield lambda path: loop.run_until_complete(app.client.get(path))
    loop.close()


def test_its_page_is_gone_and_says_why(ask: Callable[[str], Any]) -> None:
    answer = ask("/foi/disclosures/2")
    assert answer.status_code == 410
    assert "Disclosure 2 was taken down on 2026-11-21: names a &lt;b&gt;person&lt;/b&gt;" in answer.text
    assert "uokkaname" not in answer.text
    assert answer.headers["content-security-policy"]


def test_so_does_its_json(ask: Callable[[str], Any]) -> None:
    answer = ask("/foi/disclosures/2.json")
    assert (answer.status_code, answer.json()["status"]) == (410, 410)
    assert "taken down on 2026-11-21" in answer.json()["error"]


@pytest.mark.parametrize("path", ["/foi/disclosures/3", "/foi/disclosures/0", "/nothing/2"])
def test_what_never_was_is_not_found(ask: Callable[[str], Any], path: str) -> None:
    assert ask(path).status_code == 404


def test_the_others_are_shown_and_the_tombstone_is_a_table(ask: Callable[[str], Any]) -> None:
    assert ask("/foi/disclosures/1").status_code == 200
    rows = ask("/foi/tombstones.json?_shape=array").json()
    assert [(row["disclosure"], row["reason"]) for row in rows] == [(2, "names a <b>person</b>")]
