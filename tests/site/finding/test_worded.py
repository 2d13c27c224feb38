"""What words find is remembered, and is what the index says now: whatever was kept, changed or taken out since."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from stores import new_store

from store.database import Store, open_store
from store.keeping import keep
from store.records import Sighting
from store.site.asked import Asked
from store.site.finding import frequent, holding, worded
from store.site.finding.holding import sets_of, warm, worded_of
from store.site.finding.worded import Worded
from store.site.search import found

SEEN = "2026-11-01T09:00:00+00:00"
PARTS = ("dogs", "dog OR cats", '"police dogs"', "{title ref} : cats")


def put(store: Store, number: int, words: str) -> None:
    page = Sighting("essex", f"https://x.example/{number}/", words, words, forces=("Essex",), response_text=words)
    keep(store, page, seen=SEEN, run=None)


def plainly(store: Store, part: str) -> set[int]:
    return {id for (id,) in store.db.conn.execute("SELECT rowid FROM disclosures_fts (?)", (part,))}


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return new_store(tmp_path / "data")


def test_what_was_found_is_not_looked_for_again(store: Store) -> None:
    asked: list[str] = []
    for number in range(1, 4):
        put(store, number, "police dogs")
    known = Worded()
    store.db.conn.set_trace_callback(lambda sql: asked.append(sql) if "MATCH" in sql else None)
    assert set(known.find(store.db.conn, "dogs")) == set(known.find(store.db.conn, '"Dog"')) == {1, 2, 3}
    assert len(asked) == 1
    store.db.conn.execute("UPDATE disclosures SET status = 'withdrawn'")
    known.find(store.db.conn, "dogs")
    assert len(asked) == 1


def test_those_asked_last_are_kept(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worded, "SPACE", 500)
    asked: list[str] = []
    store.db.conn.set_trace_callback(lambda sql: asked.append(sql) if "MATCH" in sql else None)
    known = Worded()
    for word in ("one", "two", "one", "three", "one", "two"):
        known.find(store.db.conn, word)
    assert [sql.split("'")[1] for sql in asked] == ["one", "two", "three", "two"]


_STEPS = st.one_of(
    st.tuples(st.just("put"), st.sampled_from(("police dogs", "cats", "police", "dogs and cats"))),
    st.tuples(st.just("change"), st.integers(1, 6), st.sampled_from(("dogs", "police dogs", "nothing"))),
    st.tuples(st.just("delete"), st.integers(1, 6)),
    st.tuples(st.just("ask"), st.sampled_from(PARTS)),
)


@settings(max_examples=40, deadline=None)
@given(st.lists(_STEPS, max_size=12), st.sampled_from((0, 2, 500)))
def test_whatever_happens_it_is_what_the_index_says(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple], many: int
) -> None:
    store = open_store(tmp_path_factory.mktemp("worded"))
    known, db = Worded(), store.db.conn
    put(store, 0, "dogs")
    for number, step in enumerate([*steps, *(("ask", part) for part in PARTS)], 1):
        match step:
            case "put", words:
                put(store, number, words)
            case "change", id, words:
                db.execute("UPDATE disclosures SET response_text = ?, title = ? WHERE id = ?", (words, words, id))
            case "delete", id:
                db.execute("DELETE FROM changes WHERE disclosure = ?", (id,))
                db.execute("DELETE FROM disclosures WHERE id = ?", (id,))
            case "ask", part:
                with pytest.MonkeyPatch.context() as patch:
                    patch.setattr(worded, "MANY", many)
                    assert set(known.find(db, part)) == plainly(store, part)
    store.close()


def test_what_is_kept_meanwhile_is_found_by_words_that_are_remembered(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(holding, "QUICK", 0.0)
    monkeypatch.setattr(holding, "RARELY", 1e9)
    dogs = Asked(q="police dogs")
    put(store, 1, "police dogs")
    assert set(found(store, dogs).hits) == {1}
    put(store, 2, "police dogs")
    put(store, 3, "police")
    assert set(found(store, dogs).hits) == set(found(store, dogs).words or ()) == {1, 2}


def test_the_most_frequent_words_are_known_before_they_are_asked(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    for number, words in enumerate(("police dogs", "police dogs", "police cats", "police"), 1):
        put(store, number, words)
    sets = sets_of(store.folder / "foi.db", store.db.conn)
    assert list(frequent.frequent(store.db.conn, sets)) == []
    monkeypatch.setattr(frequent, "SLOW", 2)
    assert list(frequent.frequent(store.db.conn, sets)) == ['"police"', '"dogs"']
    known = Worded()
    frequent.learn(store.db.conn, sets, known)
    monkeypatch.setattr(worded, "_asked", None)
    assert [len(known.find(store.db.conn, word)) for word in ("Police", "dog")] == [4, 2]


def test_a_site_learns_them_when_it_starts(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    put(store, 1, "police dogs")
    monkeypatch.setattr(frequent, "SLOW", 1)
    path = store.folder / "foi.db"
    learning = warm(path)
    learning.join(timeout=10)
    monkeypatch.setattr(worded, "_asked", None)
    assert set(worded_of(path).find(store.db.conn, "dogs")) == {1}
