"""The sets by which a search is counted and put in order: the same as asking the record row by row."""

import random
from itertools import islice
from pathlib import Path

import pytest
from stores import new_store

from store.database import Store
from store.keeping import keep
from store.records import AttachmentSeen, Sighting
from store.site.finding import holding, sets
from store.site.finding.bits import Bits, bits_of, listed
from store.site.finding.facets import wholes
from store.site.finding.holding import sets_of
from store.site.finding.sets import Sets, made, with_late

DAYS = ("", "2024", "2024-05", "2024-05-01", "2023-12-31", "2025-01", "last May", "2025-01-02")


def test_a_list_of_sqlite_is_read() -> None:
    assert (list(listed("3,1,20")), list(listed("")), list(listed(None))) == ([3, 1, 20], [], [])
    assert (set(bits_of("3,1,20")), set(bits_of(None))) == ({1, 3, 20}, set())


def test_a_section_is_within_others() -> None:
    assert wholes("s31(1)(a)") == ["s31(1)(a)", "s31(1)", "s31"]
    assert wholes("s12") == ["s12"]


def sighting(number: int, day: str) -> Sighting:
    files = (AttachmentSeen(f"https://x.example/{number}.pdf"),) if number % 3 == 0 else ()
    extra = {
        "citations": [{"section": f"s{30 + number % 2}(1)", "quote": "q", "relied_on": number % 5 > 0}],
        "tables": [{"rows": [["a"]], "where": "table 1"}] if number % 4 == 0 else [],
    }
    return Sighting(
        "essex", f"https://x.example/{number}/", f"Title {number}", f"w {number}", published=day, attachments=files,
        forces=(f"Force {number % 3}",), outcome=("refused", "disclosed")[number % 2], extra=extra,
    )  # fmt: skip


def fill(store: Store, first: int, count: int) -> None:
    dice = random.Random(first)
    for number in range(first, first + count):
        keep(store, sighting(number, dice.choice(DAYS)), seen="2026-11-01T09:00:00+00:00", run=None)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    opened = new_store(tmp_path / "data")
    fill(opened, 0, 40)
    opened.db.conn.execute("UPDATE disclosures SET status = 'quarantined' WHERE id IN (5, 39)")
    return opened


def by_hand(store: Store) -> list[tuple[str, int]]:
    rows = store.db.conn.execute("SELECT published, id FROM disclosures WHERE status <> 'quarantined'")
    return sorted((day if day[:1] == "2" else "", id) for day, id in rows)


def in_order(found: Sets, store: Store) -> None:
    expected = by_hand(store)
    assert found.latest(found.all, 100) == [id for _, id in reversed(expected)]
    undated = [id for day, id in expected if not day]
    assert found.earliest(found.all, 100) == [id for day, id in expected if day] + undated


@pytest.mark.parametrize("dearer", [0, 5, 10**9])
def test_the_order_is_that_of_the_days_and_what_has_none_is_last(
    store: Store, dearer: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sets, "_DEARER", dearer)
    found = made(store.db.conn)
    in_order(found, store)
    some = Bits([3, 5, 9, 20, 33])
    assert found.latest(some & found.all, 100) == [id for _, id in reversed(by_hand(store)) if id in (3, 9, 20, 33)]


@pytest.mark.parametrize("dearer", [0, 5, 10**9])
@pytest.mark.parametrize("above", [0, 1, 17, 39])
def test_what_came_late_stands_at_its_place(
    store: Store, above: int, dearer: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sets, "_DEARER", dearer)
    whole = made(store.db.conn)
    store.db.conn.execute("BEGIN")
    store.db.conn.execute("DELETE FROM disclosures WHERE id > ?", (above,))
    early = made(store.db.conn)
    store.db.conn.execute("ROLLBACK")
    both = with_late(early, made(store.db.conn, early.top))
    assert (both.all, both.values) == (whole.all, whole.values)
    in_order(both, store)


def test_each_value_has_its_disclosures_and_no_other(store: Store) -> None:
    values = made(store.db.conn).values
    shown = set(range(40)) - {4, 38}
    numbers = {name: {n - 1 for n in bits} for name, bits in values["force"].items()}
    assert numbers["Force 1"] == {n for n in shown if n % 3 == 1}
    assert {n - 1 for n in values["table"]["yes"]} == {n for n in shown if n % 4 == 0}
    assert {n - 1 for n in values["attachment"]["no"]} == {n for n in shown if n % 3}
    assert {n - 1 for n in values["exemption"]["s31"]} == {n for n in shown if n % 2 and n % 5}
    assert values["exemption"]["s31"] == values["exemption"]["s31(1)"]
    assert set(values["year"]) == {"2023", "2024", "2025"}


def test_what_is_kept_while_the_sets_are_held_is_found(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(holding, "QUICK", 0.0)
    monkeypatch.setattr(holding, "RARELY", 1e9)
    path = store.folder / "foi.db"
    before = sets_of(path, store.db.conn)
    fill(store, 100, 3)
    store.db.conn.execute("UPDATE disclosures SET status = 'quarantined' WHERE id = 42")
    after = sets_of(path, store.db.conn)
    assert set(after.all - before.all) == {41, 43}
    assert len(after.values["force"]["Force 1"]) == len(before.values["force"]["Force 1"]) + 1
    assert sets_of(path, store.db.conn) is after
    in_order(after, store)


def test_small_sets_are_made_anew_whenever_the_record_moves(store: Store) -> None:
    path = store.folder / "foi.db"
    before = sets_of(path, store.db.conn)
    store.db.conn.execute("UPDATE disclosures SET outcome = 'ncnd' WHERE id = 7")
    after = sets_of(path, store.db.conn)
    assert "ncnd" not in before.values["outcome"]
    assert list(after.values["outcome"]["ncnd"]) == [7]


def test_sets_are_made_behind_the_readers_backs_when_they_are_slow(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(holding, "QUICK", 0.0)
    monkeypatch.setattr(holding, "RARELY", 0.0)
    path = store.folder / "foi.db"
    sets_of(path, store.db.conn)
    store.db.conn.execute("UPDATE disclosures SET outcome = 'ncnd' WHERE id = 7")
    for _ in islice(iter(lambda: "ncnd" in sets_of(path, store.db.conn).values["outcome"], True), 10_000):
        pass
    assert list(sets_of(path, store.db.conn).values["outcome"]["ncnd"]) == [7]
