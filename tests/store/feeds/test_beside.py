"""One more answer to the same request, and news: told to feeds that want either side, once, and by ids that last."""

import json
from collections.abc import Callable
from types import SimpleNamespace

import pytest

from store.database import Store
from store.feeds.entries import filled
from store.feeds.feed import Feed, Links
from store.feeds.formats import BY_ENDING
from store.feeds.newest import newest
from store.matches import Wanted

Faults = tuple[str, Callable[[bytes], list[str]]]
BOTH = Feed("subscription", "both", "both", Wanted(topics=("misconduct",)), ("dossier", "news"))


@pytest.fixture
def linked(store: Store, made: SimpleNamespace) -> Store:
    """Two forces' answers to one request, of which the first is wanted, and an article about it."""
    put, sighting = made.put, made.sighting
    put(store, sighting(1, "Vetting", request_text="How many failed vetting?"), 1)
    put(store, sighting(2, "Clearances", request_text="Who was refused?", forces=("Eastmere Police",)), 2, topics=())
    put(store, sighting(3, "Vetting in the press", kind="news", request_text=""), 3, topics=())
    db = store.db.conn
    db.execute("DELETE FROM dossier_members")
    db.execute("DELETE FROM news_links")
    db.execute("INSERT INTO dossiers (id, title, since, core) VALUES (9, 'Vetting', '2026', 1)")
    db.executemany(
        "INSERT INTO dossier_members (disclosure, dossier, score, reasons, joined) VALUES (?, 9, 1, '[]', ?)",
        [(1, made.at(1)), (2, made.at(2))],
    )
    db.execute("INSERT INTO news_links (news, disclosure, score, reasons) VALUES (3, 1, 0.9, '[]')")
    return store


def test_both_are_told(linked: Store) -> None:
    assert [(row.verb, row.disclosure, row.others) for row in newest(linked, BOTH)] == [
        ("news", 3, (1,)), ("dossier", 2, (1,)),
    ]  # fmt: skip


def test_nobody_is_told_who_wants_neither_side_or_did_not_ask(linked: Store) -> None:
    assert newest(linked, Feed("subscription", "x", "x", Wanted(topics=("vetting",)), ("dossier", "news"))) == []
    plain = Feed("subscription", "x", "x", Wanted(topics=("misconduct",)), ("new",))
    assert [row.verb for row in newest(linked, plain)] == ["new"]


def test_what_is_told_as_new_is_not_told_twice(linked: Store) -> None:
    every = Feed("subscription", "x", "x", Wanted(), ("new", "dossier", "news"))
    assert [(row.verb, row.disclosure) for row in newest(linked, every)] == [("new", 3), ("new", 2), ("new", 1)]


@pytest.mark.parametrize("held", [1, 2, 3])
def test_what_is_held_back_is_told_of_by_neither_side(linked: Store, held: int) -> None:
    linked.db.conn.execute("UPDATE disclosures SET status = 'quarantined' WHERE id = ?", (held,))
    assert all(held not in (row.disclosure, *row.others) for row in newest(linked, BOTH))


def test_an_article_that_changes_keeps_its_one_entry(linked: Store, made: SimpleNamespace) -> None:
    before = {entry.id for entry in filled(linked, BOTH).entries}
    made.happen(linked, 3, "changed", 9)
    after = [entry.id for entry in filled(linked, BOTH).entries]
    assert set(after) == before and len(after) == 2


def test_the_entries_name_the_other_side(linked: Store, faults: Faults) -> None:
    ending, found = faults
    links = Links(f"https://foi.example/x.{ending}", page=lambda id: f"https://foi.example/foi/disclosures/{id}")
    assert found(BY_ENDING[ending].write(filled(linked, BOTH), links)) == []
    items = json.loads(BY_ENDING["json"].write(filled(linked, BOTH), links))["items"]
    assert [item["title"] for item in items] == [
        "In the news: Vetting in the press (Northshire Police)",
        "Answered as well: Clearances (Eastmere Police)",
    ]
    other = '<a href="https://foi.example/foi/disclosures/1" rel="noreferrer">Vetting (Northshire Police)</a>'
    assert f"It reports: {other}" in items[0]["content_html"]
    assert f"The same was asked before of: {other}" in items[1]["content_html"]
