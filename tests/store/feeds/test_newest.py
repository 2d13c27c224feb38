"""Which rows of the ledger are told: the newest, wanted, by the index, and no flood."""

from importlib import import_module
from typing import Any

import pytest

from store.database import Store
from store.feeds import newest as newest_module
from store.feeds.entries import filled
from store.feeds.feed import Feed
from store.feeds.newest import KEPT, newest
from store.matches import Wanted

ANY = Feed("force", "all", "all", Wanted())
TOPIC = Feed("topic", "misconduct", "misconduct", Wanted(topics=("misconduct",)))


def ledger(store: Store, verb: str, number: int, first: int = 100) -> None:
    """Add rows of the ledger for disclosure 1, one a second."""
    store.db.conn.executemany(
        "INSERT INTO changes (disclosure, version, verb, seen, source, baseline) VALUES (1, ?, ?, ?, 'northshire', 0)",
        [
            (n, verb, f"2026-11-20T{n // 3600:02}:{n // 60 % 60:02}:{n % 60:02}+00:00")
            for n in range(first, first + number)
        ],
    )


def test_everything_that_happened_is_told_newest_first(told: Store) -> None:
    verbs = [(row.verb, row.disclosure) for row in newest(told, TOPIC)]
    assert verbs == [
        ("restored", 3), ("withdrawn", 3), ("changed", 2), ("new", 4), ("new", 3), ("new", 2), ("kept", 1),
    ]  # fmt: skip


def test_only_the_verbs_that_are_asked_for(told: Store) -> None:
    gone = Feed("subscription", "gone", "gone", Wanted(), ("withdrawn",))
    assert [row.verb for row in newest(told, gone)] == ["withdrawn"]


def test_at_most_fifty(told: Store) -> None:
    ledger(told, "withdrawn", 120)
    rows = newest(told, TOPIC)
    assert len(rows) == 50 and rows[0].version == 219 and rows[-1].version == 170


def test_a_first_walk_is_no_flood(store: Store, made: Any) -> None:
    for number in range(1, 30):
        made.put(store, made.sighting(number, published=f"2026-10-{number:02}"), 1, first=True)
    rows = newest(store, TOPIC)
    assert len(rows) == KEPT and {row.verb for row in rows} == {"kept"}
    assert {row.disclosure for row in rows} == set(range(20, 30)), "the latest by the force's own date"


def test_a_first_walk_goes_when_there_is_enough_else(told: Store) -> None:
    ledger(told, "withdrawn", 5)
    assert "kept" not in {row.verb for row in newest(told, TOPIC)}


def test_what_is_held_back_or_completed_is_not_told(told: Store, made: Any) -> None:
    told.db.conn.execute("UPDATE disclosures SET status = 'quarantined' WHERE id = 3")
    told.db.conn.execute(
        """INSERT INTO changes (disclosure, version, verb, seen, source, completed)
        VALUES (2, 3, 'changed', ?, 'northshire', 1)""",
        (made.at(12),),
    )
    assert [row.disclosure for row in newest(told, TOPIC)] == [2, 4, 2, 1]


def test_two_withdrawals_are_two_entries(told: Store, made: Any) -> None:
    made.happen(told, 3, "withdrawn", 12)
    ids = [entry.id for entry in filled(told, TOPIC).entries]
    assert len(ids) == len(set(ids)) == 8


def test_an_entry_keeps_its_id_when_others_come(told: Store, made: Any) -> None:
    before = {entry.id for entry in filled(told, TOPIC).entries}
    made.put(told, made.sighting(9), 14)
    assert before < {entry.id for entry in filled(told, TOPIC).entries}


def test_another_record_has_other_ids(told: Store) -> None:
    before = filled(told, TOPIC)
    told.db.conn.execute("UPDATE _sqlite_migrations SET applied_at = '2020-01-01 00:00:00+00:00'")
    after = filled(told, TOPIC)
    assert after.id != before.id
    assert not {entry.id for entry in after.entries} & {entry.id for entry in before.entries}


def test_it_looks_no_further_back_than_its_reach(told: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(newest_module, "_BATCHES", (2, 2))
    assert [
        row.verb for row in newest(told, Feed("topic", "x", "x", Wanted(topics=("misconduct",)), ("changed",)))
    ] == []


@pytest.mark.parametrize("few", [0, 2_000])
def test_a_narrow_feed_and_a_wide_one_keep_the_same(
    store: Store, made: Any, monkeypatch: pytest.MonkeyPatch, few: int
) -> None:
    monkeypatch.setattr(newest_module, "_FEW", few)
    for number in range(1, 15):
        made.put(store, made.sighting(number, published=f"2026-10-{30 - number:02}"), 1, first=True)
    north = Feed("force", "n", "n", Wanted(forces=("Northshire Police",)))
    for feed in (TOPIC, north, Feed("subscription", "x", "x", Wanted(search="officers"))):
        assert {row.disclosure for row in newest(store, feed)} == set(range(1, 11))


@pytest.mark.parametrize("query", ["_LEDGER", "_LATEST", "_FIRST", "_OF_FORCES"])
def test_the_questions_go_by_an_index(store: Store, query: str) -> None:
    sql = getattr(import_module("store.feeds.newest"), query)
    values = {"before": 9, "limit": 9, "id": 1, "of": "[]"}
    plan = " ".join(row[3] for row in store.db.conn.execute(f"EXPLAIN QUERY PLAN {sql}", values))
    assert "USING" in plan and "TEMP B-TREE" not in plan
