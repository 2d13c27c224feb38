"""The entries of a log: what is to be fetched, what an interrupted run still owes, what is due again."""

from datetime import UTC, datetime, timedelta

import pytest

from store.database import Store
from store.keeping import keep
from store.log import due, known, list_entries, not_listed, settle, waiting
from store.records import Entry

DAY = [(datetime(2026, 11, 1, 12, tzinfo=UTC) + timedelta(days=n)).isoformat() for n in range(60)]
PAGE = [Entry(f"https://essex.example/{n}", f"Entry {n}", modified="2025-01-01") for n in range(4)]


def addresses(entries: list[Entry]) -> list[str]:
    return [entry.address.rsplit("/", 1)[1] for entry in entries]


def settle_all(store: Store, state: str = "kept", now: str = DAY[0]) -> None:
    for entry in PAGE:
        settle(store, "essex", entry.address, state, now)


def test_what_was_never_kept_is_to_be_fetched_and_then_is_not(store: Store) -> None:
    assert list_entries(store, "essex", PAGE, DAY[0]) == PAGE
    assert list_entries(store, "essex", PAGE, DAY[1]) == PAGE
    settle_all(store)
    assert list_entries(store, "essex", PAGE, DAY[2]) == []
    assert waiting(store, "essex") == []


def test_what_is_owed_comes_back_as_it_was_listed(store: Store) -> None:
    whole = Entry("https://essex.example/9", "Title", "2024-05", "2025-01-01", "file", "9", "https://essex.example/9?a")
    list_entries(store, "essex", [whole], DAY[0])
    assert waiting(store, "essex") == [whole]
    settle(store, "essex", whole.address, "kept", DAY[0])
    assert due(store, "essex", DAY[30], 30) == [whole]
    assert not_listed(store, "essex", DAY[1]) == [whole]


def test_an_entry_listed_twice_on_a_page_is_fetched_once(store: Store) -> None:
    assert list_entries(store, "essex", [PAGE[0], PAGE[0]], DAY[0]) == [PAGE[0]]


def test_known_are_those_listed_before(store: Store) -> None:
    list_entries(store, "essex", PAGE[:2], DAY[0])
    assert known(store, "essex", [e.address for e in PAGE]) == {e.address for e in PAGE[:2]}
    assert known(store, "kent", [e.address for e in PAGE]) == set()
    assert known(store, "essex", []) == set()


def test_a_modified_entry_stays_owed_until_it_was_kept(store: Store) -> None:
    list_entries(store, "essex", PAGE, DAY[0])
    settle_all(store)
    newer = Entry(PAGE[2].address, modified="2025-06-01")
    assert list_entries(store, "essex", [newer], DAY[1]) == [newer]
    assert addresses(list_entries(store, "essex", [newer], DAY[2])) == ["2"]
    settle(store, "essex", newer.address, "failed", DAY[2], reason="HTTP 500")
    assert addresses(waiting(store, "essex")) == ["2"]
    assert addresses(list_entries(store, "essex", [newer], DAY[3])) == ["2"]
    settle(store, "essex", newer.address, "kept", DAY[3])
    assert list_entries(store, "essex", [newer], DAY[4]) == []


def test_a_listing_that_does_not_say_when_does_not_forget_it(store: Store) -> None:
    list_entries(store, "essex", PAGE, DAY[0])
    settle_all(store)
    assert list_entries(store, "essex", [Entry(PAGE[0].address)], DAY[1]) == []
    assert list_entries(store, "essex", PAGE, DAY[2]) == []


@pytest.mark.parametrize(("state", "owed"), [("skipped", []), ("failed", PAGE), ("gone", PAGE)])
def test_what_is_listed_again(store: Store, state: str, owed: list[Entry]) -> None:
    list_entries(store, "essex", PAGE, DAY[0])
    settle_all(store, state)
    assert list_entries(store, "essex", PAGE, DAY[1]) == owed


def test_an_interrupted_run_goes_on_newest_first(store: Store) -> None:
    list_entries(store, "essex", PAGE, DAY[0])
    list_entries(store, "essex", [Entry("https://essex.example/new"), *PAGE], DAY[1])
    settle(store, "essex", PAGE[1].address, "kept", DAY[1])
    assert addresses(waiting(store, "essex")) == ["new", "0", "2", "3"]


def test_what_says_when_it_was_published_goes_by_that(store: Store) -> None:
    old, new = (
        Entry("https://essex.example/o", published="2019"),
        Entry("https://essex.example/n", published="2024-05"),
    )
    list_entries(store, "essex", [old, new], DAY[0])
    assert addresses(waiting(store, "essex")) == ["n", "o"]


def test_every_entry_comes_due_within_the_days_and_none_too_soon(store: Store) -> None:
    many = [Entry(f"https://essex.example/{n}") for n in range(200)]
    list_entries(store, "essex", many, DAY[0])
    for entry in many:
        settle(store, "essex", entry.address, "kept", DAY[0])
    assert due(store, "essex", DAY[11], 30) == []
    counts = [len(due(store, "essex", DAY[n], 30)) for n in (14, 18, 22, 27)]
    assert 0 < counts[0] < counts[1] < counts[2] < counts[3] == 200
    assert len(due(store, "essex", DAY[0], 0)) == 200


def test_a_look_again_starts_the_time_anew_and_the_oldest_look_comes_first(store: Store) -> None:
    list_entries(store, "essex", PAGE, DAY[0])
    for n, entry in enumerate(PAGE):
        settle(store, "essex", entry.address, "kept", DAY[3 - n])
    assert addresses(due(store, "essex", DAY[40], 30)) == ["3", "2", "1", "0"]
    settle(store, "essex", PAGE[3].address, "kept", DAY[39])
    assert addresses(due(store, "essex", DAY[40], 30)) == ["2", "1", "0"]


@pytest.mark.parametrize("state", ["kept", "gone"])
def test_a_suspect_is_always_due(store: Store, sighting, state: str) -> None:
    kept = keep(store, sighting(1), seen=DAY[0], run=None)
    settle(store, "essex", sighting(1).address, state, DAY[0], disclosure=kept.disclosure)
    store.db.conn.execute("UPDATE disclosures SET status = 'withdrawn'")
    assert due(store, "essex", DAY[1], 30) == []
    store.db.conn.execute("UPDATE disclosures SET status = 'suspect'")
    assert addresses(due(store, "essex", DAY[1], 30)) == [""]


def test_what_was_gone_in_a_run_that_could_not_take_it_is_due(store: Store, sighting) -> None:
    kept = keep(store, sighting(1), seen=DAY[0], run=None)
    settle(store, "essex", "https://essex.example/1", "gone", DAY[0], disclosure=kept.disclosure)
    assert addresses(due(store, "essex", DAY[1], 30)) == ["1"]
    settle(store, "essex", "https://essex.example/moved", "kept", DAY[0], disclosure=kept.disclosure)
    assert due(store, "essex", DAY[1], 30) == []


def test_a_full_walk_tells_what_is_no_longer_listed(store: Store) -> None:
    list_entries(store, "essex", PAGE, DAY[0])
    settle_all(store)
    list_entries(store, "essex", PAGE[1:], DAY[5])
    assert addresses(not_listed(store, "essex", DAY[5])) == ["0"]


def test_settling_keeps_the_disclosure_and_what_was_not_listed_may_be_settled(store: Store, rows, sighting) -> None:
    kept = keep(store, sighting(1), seen=DAY[0], run=None)
    settle(store, "essex", "https://essex.example/linked", "kept", DAY[0], disclosure=kept.disclosure)
    settle(store, "essex", "https://essex.example/linked", "failed", DAY[1], reason="HTTP 500")
    assert rows("SELECT disclosure, state, reason, checked FROM entries") == [(1, "failed", "HTTP 500", DAY[1])]
