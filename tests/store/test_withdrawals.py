"""Withdrawn is a grave word: suspect at first, then withdrawn, never for a copy, never for a whole log."""

import pytest

from store.database import Store
from store.errors import MassDisappearance
from store.keeping import keep
from store.log import settle
from store.runs import begin_run
from store.withdrawals import take

DAYS = [f"2026-11-{day:02}T12:00:00+00:00" for day in range(1, 29)]


@pytest.fixture
def vanish(store: Store, sighting):
    """`vanish(day, 1, 2)`: a whole run of that day found those pages gone."""

    def run(day: int, *numbers: int, **other: float) -> int:
        gone = [(sighting(number).address, "HTTP 404") for number in numbers]
        number = begin_run(store, "essex", "poll", DAYS[day])
        return take(store, "essex", gone, now=DAYS[day], run=number, **other)

    return run


@pytest.fixture
def kept(store: Store, sighting):
    """Keeps so many disclosures."""

    def keep_many(count: int) -> None:
        for number in range(1, count + 1):
            keep(store, sighting(number), seen=DAYS[0], run=None)

    return keep_many


def test_it_is_suspect_first_and_withdrawn_after_runs_and_days(store: Store, kept, vanish, rows) -> None:
    kept(3)
    status = "SELECT status FROM disclosures WHERE id = 2"
    assert vanish(1, 2) == 0
    assert rows(status) == [("suspect",)]
    assert vanish(2, 2) == 0
    assert rows(status) == [("suspect",)]
    assert vanish(3, 2) == 1
    assert rows(status) == [("withdrawn",)]
    assert vanish(4, 2) == 0
    assert rows("SELECT disclosure, verb, version, seen FROM changes WHERE id > 3") == [(2, "withdrawn", 1, DAYS[3])]


def test_days_alone_do_not_withdraw(store: Store, kept, vanish, rows) -> None:
    kept(2)
    vanish(1, 1)
    assert vanish(20, 1, runs=3) == 0
    assert vanish(21, 1, runs=3) == 1


def test_seen_in_between_starts_anew(store: Store, kept, vanish, sighting, rows) -> None:
    kept(2)
    vanish(1, 1)
    keep(store, sighting(1), seen=DAYS[2], run=None)
    assert vanish(5, 1) == 0
    assert rows("SELECT status FROM disclosures WHERE id = 1") == [("suspect",)]


def test_what_came_back_may_be_withdrawn_again(store: Store, kept, vanish, sighting) -> None:
    kept(1)
    assert [vanish(1, 1), vanish(4, 1)] == [0, 1]
    assert keep(store, sighting(1), seen=DAYS[5], run=None).verb == "restored"
    assert [vanish(6, 1), vanish(9, 1)] == [0, 1]


@pytest.mark.parametrize(("present", "gone", "refused"), [(3, 3, False), (6, 6, True), (40, 8, False), (40, 9, True)])
def test_a_log_that_empties_at_once_is_refused(store: Store, kept, vanish, rows, present, gone, refused) -> None:
    kept(present)
    if refused:
        with pytest.raises(MassDisappearance, match=f"{gone} of {present}"):
            vanish(1, *range(1, gone + 1))
    else:
        vanish(1, *range(1, gone + 1))
    suspects = rows("SELECT count(*) FROM disclosures WHERE status = 'suspect'")
    assert suspects == [(0 if refused else gone,)]


def test_a_page_that_another_live_address_shows_has_only_moved(store: Store, kept, vanish, rows, sighting) -> None:
    kept(1)
    elsewhere = sighting(1, address="https://essex.example/moved/")
    again = keep(store, elsewhere, seen=DAYS[1], run=None)
    settle(store, "essex", sighting(1).address, "gone", DAYS[1], disclosure=1)
    settle(store, "essex", elsewhere.address, "kept", DAYS[1], disclosure=again.disclosure)
    vanish(1, 1)
    assert rows("SELECT status, address FROM disclosures") == [("present", elsewhere.address)]


def test_two_addresses_of_one_disclosure_count_once(store: Store, kept, rows, sighting) -> None:
    kept(1)
    keep(store, sighting(1, address="https://essex.example/copy/"), seen=DAYS[0], run=None)
    run = begin_run(store, "essex", "full", DAYS[1])
    gone = [(sighting(1).address, "HTTP 410"), ("https://essex.example/copy/", "HTTP 410")]
    assert take(store, "essex", gone, now=DAYS[1], run=run) == 0
    assert rows("SELECT missing_runs FROM sightings") == [(1,)]
    assert rows("SELECT count(*) FROM problems WHERE verdict = 'gone'") == [(2,)]


def test_addresses_that_are_not_kept_or_of_another_source_are_passed_over(store: Store, kept, rows) -> None:
    kept(1)
    keep_elsewhere = [
        ("https://essex.example/unknown", "HTTP 404"),
        ("https://essex.example/foi/1/", "HTTP 404"),
    ]
    assert take(store, "kent", keep_elsewhere, now=DAYS[1], run=begin_run(store, "kent", "poll", DAYS[1])) == 0
    assert rows("SELECT status FROM disclosures") == [("present",)]
