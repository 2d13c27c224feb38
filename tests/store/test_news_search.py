"""An article finds its disclosure in a record of any size, and what it costs does not grow with the record."""

from collections.abc import Callable
from typing import Any

import pytest

from store import news, news_search
from store.database import Store
from store.keeping import keep
from store.records import Sighting

NOON = "2026-11-21T12:00:00+00:00"
ASKED = "How many kestrels and falcons were ringed at aviaries near Colchester?"
ANSWER = "In 2024 there were 4,711 kestrels and 2,345 falcons, of which 812 were ringed at aviaries near Colchester."


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """A record of twenty is a large one."""
    monkeypatch.setattr(news_search, "SAMPLE", 20)
    monkeypatch.setattr(news_search, "MOST", 40)


def answered(number: int, answer: str, **other: Any) -> Sighting:
    usual: dict[str, Any] = {
        "source": "essex", "address": f"https://essex.example/{number}/", "title": f"Birds {number}",
        "words": answer, "ref": f"FOI {number}", "forces": ("Essex Police",), "responded": "2025-03-03",
        "request_text": f"What was counted, question {number}?", "response_text": answer,
    }  # fmt: skip
    return Sighting(**usual | other)


def article() -> Sighting:
    words = f"Officers told of kestrels, falcons and aviaries near Colchester. {ANSWER}"
    return Sighting(
        "added", "https://gazette.example/birds/", "Kestrels and falcons ringed at aviaries", words, "news",
        forces=("Essex Police",), published="2025-04-01",
    )  # fmt: skip


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize("place", [0, 45], ids=["long ago", "lately"])
def test_it_is_found_wherever_it_stands(store: Store, rows: Callable[[str], list[tuple]], place: int) -> None:
    for number in range(50):
        other = answered(number, f"Nothing was counted, but {1000 + number} sheets of paper were.")
        keep(store, answered(number, ANSWER, request_text=ASKED) if number == place else other, seen=NOON, run=None)
    keep(store, article(), seen=NOON, run=None)
    assert rows("SELECT news, disclosure FROM news_links") == [(51, place + 1)]


@pytest.mark.usefixtures("small")
def test_what_stands_in_too_many_is_not_searched_for_in_all(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[dict[str, Any]] = []
    real = news_search._rows

    def watched(db: Any, article: int, said: Any, share: float, first: int) -> Any:
        asked.append({"said": [term for term, often in said if often / share <= news_search.MOST], "first": first})
        return real(db, article, said, share, first)

    monkeypatch.setattr(news_search, "_rows", watched)
    for number in range(50):
        keep(store, answered(number, f"Kestrels were seen on {number} days, at Colchester."), seen=NOON, run=None)
    keep(store, article(), seen=NOON, run=None)
    assert [one["first"] for one in asked] == [31, 0]
    assert not any("kestrels" in term for term in asked[1]["said"])
    assert any("4711" in term for term in asked[1]["said"])


def test_in_a_small_record_all_is_searched_once(store: Store) -> None:
    keep(store, answered(1, ANSWER, request_text=ASKED), seen=NOON, run=None)
    keep(store, article(), seen=NOON, run=None)
    assert news_search.sample(store.db.conn) == news_search.Sample(0, 2, 1.0)
    assert [link.id for link in news.links(store.db.conn, [2], "news")[2]] == [1]
