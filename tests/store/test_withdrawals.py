"""Withdrawn is a grave word: suspect at first, then withdrawn, never for a copy, never for a whole log."""

from typing import Any

import pytest

from store.database import Store
from store.errors import MassDisappearance, RecordFault
from store.keeping import keep
from store.log import list_entries, settle
from store.records import Entry
from store.runs import begin_run
from store.states import states_of, unlike
from store.walks import save_walk
from store.withdrawals import Gone, take

DAYS = [f"2026-11-{day:02}T12:00:00+00:00" for day in range(1, 29)]


@pytest.fixture
def vanish(store: Store, sighting):
    """`vanish(day, 1, 2)`: a whole run of that day found those pages gone."""

    def run(day: int, *numbers: int, **other: Any) -> int:
        gone = [Gone(sighting(number).address, "HTTP 404", 404) for number in numbers]
        number = begin_run(store, "essex", "poll", DAYS[day])
        came_to = take(store, "essex", gone, now=DAYS[day], run=number, **other)
        store.db.conn.execute("UPDATE runs SET whole = 1, ended = started WHERE id = ?", (number,))
        return came_to

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
    gone = [Gone(sighting(1).address, "HTTP 410"), Gone("https://essex.example/copy/", "HTTP 410")]
    assert take(store, "essex", gone, now=DAYS[1], run=run) == 0
    assert rows("SELECT missing_runs FROM sightings") == [(1,)]
    assert rows("SELECT count(*) FROM problems WHERE verdict = 'gone'") == [(2,)]


def test_addresses_that_are_not_kept_or_of_another_source_are_passed_over(store: Store, kept, rows) -> None:
    kept(1)
    keep_elsewhere = [
        Gone("https://essex.example/unknown", "HTTP 404"),
        Gone("https://essex.example/foi/1/", "HTTP 404"),
    ]
    assert take(store, "kent", keep_elsewhere, now=DAYS[1], run=begin_run(store, "kent", "poll", DAYS[1])) == 0
    assert rows("SELECT status FROM disclosures") == [("present",)]


@pytest.fixture
def failing(store: Store):
    """`failing(day)`: a run of that day was not whole."""

    def run(day: int) -> None:
        number = begin_run(store, "essex", "poll", DAYS[day])
        store.db.conn.execute("UPDATE runs SET ended = started, problem = 'bot wall' WHERE id = ?", (number,))

    return run


def told(store: Store, disclosure: int = 1) -> list[tuple[str, str, str]]:
    return [(one.state, one.seen, one.reason) for one in states_of(store.db.conn, disclosure)]


def test_each_look_is_in_the_ledger_with_the_answer(store: Store, kept, vanish) -> None:
    kept(2)
    for day in (1, 2, 3):
        vanish(day, 1)
    assert told(store) == [
        ("present", DAYS[0], "first seen"),
        ("suspect", DAYS[1], "HTTP 404"),
        ("suspect", DAYS[2], "HTTP 404"),
        ("withdrawn", DAYS[3], "HTTP 404"),
    ]
    last = states_of(store.db.conn, 1)[-1]
    assert (last.evidence, last.run) == ({"address": "https://essex.example/foi/1/", "status": 404}, 3)
    assert unlike(store.db.conn) == []


def test_days_on_which_the_source_failed_do_not_count(store: Store, kept, vanish, failing, rows) -> None:
    kept(2)
    vanish(1, 1)
    for day in range(2, 10):
        failing(day)
    # Nine days later and missing again: but nobody could have seen the page come back meanwhile.
    assert vanish(10, 1) == 0
    assert vanish(11, 1) == 0
    assert rows("SELECT status FROM disclosures WHERE id = 1") == [("suspect",)]
    assert vanish(12, 1) == 1


def test_a_run_that_was_killed_counts_as_one_that_failed(store: Store, kept, vanish) -> None:
    kept(2)
    vanish(1, 1)
    begin_run(store, "essex", "poll", DAYS[5])
    assert vanish(6, 1) == 0
    assert vanish(8, 1) == 1


def test_failures_of_another_source_do_not_matter(store: Store, kept, vanish) -> None:
    kept(2)
    vanish(1, 1)
    begin_run(store, "kent", "poll", DAYS[2])
    assert vanish(3, 1) == 1


def test_both_bounds_can_be_set(store: Store, kept, vanish) -> None:
    kept(3)
    assert vanish(1, 1, runs=1, days=0.0) == 1
    assert [state for state, *_ in told(store)] == ["present", "suspect", "withdrawn"]
    assert [vanish(day, 2, runs=4, days=1.0) for day in range(2, 7)] == [0, 0, 0, 1, 0]
    assert [vanish(day, 3, runs=2, days=10.0) for day in (8, 13, 17, 18)] == [0, 0, 0, 1]


def test_what_is_no_longer_listed_is_said_to_be(store: Store, kept, vanish) -> None:
    kept(2)
    for number, listed in ((1, DAYS[0]), (2, DAYS[1])):
        entry = Entry(f"https://essex.example/foi/{number}/")
        list_entries(store, "essex", [entry], listed)
    save_walk(store, "essex", walked_fully=DAYS[1])
    vanish(1, 1, 2)
    assert told(store, 1)[-1][2] == "no longer listed and gone: HTTP 404"
    assert told(store, 2)[-1][2] == "HTTP 404"


def test_found_at_another_address_of_its_own_it_has_moved(store: Store, kept, vanish, rows, sighting) -> None:
    kept(1)
    elsewhere = sighting(1, address="https://essex.example/moved/")
    keep(store, elsewhere, seen=DAYS[1], run=None)
    settle(store, "essex", sighting(1).address, "gone", DAYS[1], disclosure=1)
    settle(store, "essex", elsewhere.address, "kept", DAYS[1], disclosure=1)
    vanish(1, 1)
    vanish(4, 1)
    assert told(store)[1:] == [("moved", DAYS[1], "found at https://essex.example/moved/")]
    assert rows("SELECT status, address FROM disclosures") == [("present", elsewhere.address)]
    assert rows("SELECT verb FROM changes") == [("new",)]


def test_missing_first_and_found_later_it_has_moved_too(store: Store, kept, vanish, rows, sighting, sound) -> None:
    kept(2)
    vanish(1, 1)
    elsewhere = sighting(1, address="https://essex.example/moved/")
    assert keep(store, elsewhere, seen=DAYS[2], run=None).disclosure == 1
    assert [state for state, *_ in told(store)] == ["present", "suspect", "moved"]
    assert rows("SELECT status, address FROM disclosures WHERE id = 1") == [("present", elsewhere.address)]
    assert rows("SELECT verb FROM changes WHERE disclosure = 1") == [("new",)]
    assert unlike(store.db.conn) == []
    sound()


LETTER = " ".join(f"Word{n} of the letter" for n in range(40))


def test_a_page_set_anew_under_another_address_goes_on_as_another(store: Store, vanish, rows, sighting) -> None:
    old = sighting(1, response_text=LETTER, words=LETTER)
    new = sighting(1, address="https://essex.example/new/1/", title="Dismissals", words=f"News. {LETTER}",
                   response_text=f"{LETTER} Amended in May.", attachments=())  # fmt: skip
    for number, look in enumerate((old, new)):
        assert keep(store, look, seen=DAYS[number], run=None).disclosure == number + 1
    vanish(2, 1)
    assert told(store)[-1] == ("moved", DAYS[2], f"found at {new.address}")
    assert states_of(store.db.conn, 1)[-1].evidence["disclosure"] == 2
    assert rows("SELECT id, status FROM disclosures") == [(1, "moved"), (2, "present")]
    assert rows("SELECT count(*) FROM changes WHERE verb = 'withdrawn'") == [(0,)]
    assert unlike(store.db.conn) == []
    # When its own page is there again it is present again.
    assert keep(store, old, seen=DAYS[3], run=None).disclosure == 1
    assert rows("SELECT status FROM disclosures WHERE id = 1") == [("present",)]


@pytest.mark.parametrize(
    "other",
    [{"ref": "FOI 9"}, {"ref": ""}, {"source": "kent"}, {"response_text": "Another answer altogether. " * 30}],
    ids=["another reference", "none", "another log", "other words"],
)
def test_what_is_not_the_same_has_not_moved(store: Store, vanish, rows, sighting, other) -> None:
    keep(store, sighting(1, response_text=LETTER, words=LETTER), seen=DAYS[0], run=None)
    changes = {"response_text": f"{LETTER} Amended.", "words": "x", "attachments": ()} | other
    keep(store, sighting(1, address="https://essex.example/new/", **changes), seen=DAYS[1], run=None)
    vanish(2, 1)
    assert rows("SELECT status FROM disclosures WHERE id = 1") == [("suspect",)]


def test_what_a_person_brings_does_not_bring_a_page_back(store: Store, kept, vanish, rows, sighting) -> None:
    kept(2)
    vanish(1, 1)
    vanish(4, 1)
    copy = sighting(1, source="added")
    assert keep(store, copy, seen=DAYS[5], run=None).verb == "unchanged"
    assert rows("SELECT status FROM disclosures WHERE id = 1") == [("withdrawn",)]
    assert rows("SELECT last_seen FROM sightings WHERE disclosure = 1") == [(DAYS[0],)]


def test_the_ledger_is_append_only_and_goes_with_its_disclosure(store: Store, kept, rows) -> None:
    kept(2)
    for change in ("UPDATE states SET reason = 'x'", "DELETE FROM states"):
        with pytest.raises(RecordFault, match="append-only"):
            store.db.conn.execute(change)
    store.db.conn.execute("DELETE FROM disclosures WHERE id = 1")
    assert rows("SELECT disclosure FROM states") == [(2,)]
