"""The running number of each disclosure, noted when it is kept, and again only when it differs."""

from collections.abc import Callable
from typing import Any

import pytest

from store.database import Store
from store.keeping import keep
from store.records import ADDED, Sighting
from store.references.noting import JOINT, NO_FORCE, NO_NUMBER, NO_REFERENCE, fill, note, possible_years

NUMBER = "SELECT series, year, number, letter FROM reference_numbers"


def ask(store: Store, query: str) -> list[tuple]:
    return store.db.conn.execute(query).fetchall()


def test_kept_and_noted(store: Store, log: Callable[[str], Any]) -> None:
    log("west_midlands").publish("165A/23", "2023-03-01")
    assert ask(store, NUMBER) == [("N/YY", "2023", 165, "A")]


@pytest.mark.parametrize(
    ("ref", "other", "why"),
    [
        ("", {}, NO_REFERENCE),
        ("IC-46173-V6R6", {}, NO_NUMBER),
        ("0/23", {}, NO_NUMBER),
        ("165A/23", {"forces": ("West Midlands Police", "Essex Police")}, JOINT),
        ("165A/23", {"forces": ()}, NO_FORCE),
        ("165A/23", {"received": "2019-03-01"}, NO_NUMBER),
    ],
)
def test_what_does_not_count(store: Store, log: Callable[[str], Any], ref: str, other: dict, why: str) -> None:
    log("west_midlands").publish(ref, **other)
    assert ask(store, "SELECT number, left_out FROM reference_numbers") == [(None, why)]


@pytest.mark.parametrize("kind", ["correspondence", "news"])
def test_what_no_log_publishes_has_no_row(store: Store, log: Callable[[str], Any], kind: str) -> None:
    log("west_midlands").publish("165A/23", kind=kind)
    assert ask(store, NUMBER) == []


def test_another_reference_or_kind_is_noted_anew(store: Store) -> None:
    page = {
        "source": "west_midlands",
        "address": "https://wm.example/1/",
        "title": "T",
        "forces": ("West Midlands Police",),
    }
    keep(store, Sighting(**page, words="One.", ref="165A/23"), seen="2026-01-01T00:00:00+00:00", run=None)
    keep(store, Sighting(**page, words="Two.", ref="166A/23"), seen="2026-01-02T00:00:00+00:00", run=None)
    assert ask(store, NUMBER) == [("N/YY", "2023", 166, "A")]
    keep(
        store, Sighting(**page, words="Three.", ref="166A/23", kind="news"), seen="2026-01-03T00:00:00+00:00", run=None
    )
    assert ask(store, NUMBER) == []


def test_what_is_the_same_is_not_written_again(store: Store, log: Callable[[str], Any]) -> None:
    id = log("west_midlands").publish("165A/23")
    before = store.db.conn.total_changes
    with store.writing():
        note(store.db.conn, id)
    assert store.db.conn.total_changes == before


def test_brought_by_a_person_it_belongs_to_the_log_that_shows_it(store: Store) -> None:
    page = {"address": "https://wm.example/1/", "title": "T", "words": "One.", "ref": "165A/23"}
    page |= {"forces": ("West Midlands Police",)}
    keep(store, Sighting(source=ADDED, **page), seen="2026-01-01T00:00:00+00:00", run=None)
    assert ask(store, "SELECT source FROM reference_numbers") == [(ADDED,)]
    keep(store, Sighting(source="west_midlands", **page), seen="2026-01-02T00:00:00+00:00", run=None)
    assert ask(store, "SELECT source FROM reference_numbers") == [("west_midlands",)]


def test_an_older_record_is_filled_in(store: Store, log: Callable[[str], Any]) -> None:
    wm = log("west_midlands")
    for number in (1, 2, 3):
        wm.publish(f"{number}A/23", "2023-03-01")
    before = ask(store, "SELECT * FROM reference_numbers")
    store.db.execute("DELETE FROM reference_numbers")
    fill(store.db)
    assert ask(store, "SELECT * FROM reference_numbers") == before != []


def test_it_goes_with_its_disclosure(store: Store, log: Callable[[str], Any]) -> None:
    id = log("west_midlands").publish("165A/23")
    store.db.execute("DELETE FROM disclosures WHERE id = ?", [id])
    assert ask(store, NUMBER) == []


@pytest.mark.parametrize(
    ("days", "years"),
    [
        (("", "", ""), None),
        (("2024-01-05", "", ""), (2023, 2024)),
        (("", "2024-01", "2026-05-01"), (2023, 2026)),
        (("", "", "2022"), (2000, 2022)),
        (("2023-12-01", "2024-01-20", "2024-02"), (2022, 2024)),
    ],
)
def test_the_years_that_the_dates_leave_possible(days: tuple[str, str, str], years: tuple[int, int] | None) -> None:
    assert possible_years(*days) == years
