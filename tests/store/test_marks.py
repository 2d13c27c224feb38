"""Marks: what people said stays, is replaced when they say otherwise, and holds no words of a disclosure."""

from pathlib import Path

import pytest
from stores import new_store

from store.database import Store
from store.keeping import keep
from store.lookup import disclosure
from store.marks import mark, marks
from store.records import Sighting
from store.walks import register_sources

NOW = "2026-11-21T10:00:00+00:00"
LATER = "2026-11-22T10:00:00+00:00"


@pytest.fixture
def store(tmp_path: Path):
    opened = new_store(tmp_path / "data")
    register_sources(opened, [("essex", "Essex Police", "single_online_home", "https://essex.example")])
    yield opened
    opened.close()


def kept(store: Store, number: int) -> int:
    seen = Sighting("essex", f"https://essex.example/{number}", title=f"Zebra {number}", words="Zebras")
    return keep(store, seen, seen=NOW, run=None, baseline=False).disclosure


def told(store: Store) -> list[tuple[int, str, bool, str]]:
    return [(one.kept.id, one.topic, one.wanted, one.marked) for one in marks(store)]


def test_the_last_word_counts(store) -> None:
    first, second = (disclosure(store, kept(store, number)) for number in (1, 2))
    mark(store, second, "misconduct", True, NOW)
    mark(store, first, "vetting", False, NOW)
    mark(store, second, "misconduct", False, LATER)
    assert told(store) == [(first.id, "vetting", False, NOW), (second.id, "misconduct", False, LATER)]


def test_a_mark_holds_no_words(store) -> None:
    mark(store, disclosure(store, kept(store, 1)), "misconduct", True, NOW)
    rows = store.private.conn.execute("SELECT * FROM marks").fetchall()
    assert len(rows) == 1
    assert "Zebra" not in str(rows) and "essex.example" not in str(rows)


def test_a_number_that_now_means_another_disclosure_is_not_marked(store) -> None:
    one = disclosure(store, kept(store, 1))
    mark(store, one, "misconduct", True, NOW)
    with store.writing_privately():
        store.private.conn.execute("UPDATE marks SET address = 'of another'")
    assert marks(store) == []
