"""What was noted when a crawl ended is what counting anew gives, and is called outdated when its ground has changed."""

from collections.abc import Callable, Iterable
from random import Random
from typing import Any

import pytest

from store.database import Store
from store.merging.undoing import make, undo
from store.references import noted as module
from store.references.estimating import estimates
from store.references.noted import Noted, noted, renew

NOON = "2026-11-03T12:00:00+00:00"
LATER = "2026-11-04T12:00:00+00:00"
Maker = Callable[..., Any]


@pytest.fixture
def two(store: Store, log: Maker) -> Store:
    """Two forces with numbers of their own, and two that have one counter."""
    dice = Random(1)
    for source, form in (("met", "01.FOI.24.{:06}"), ("essex", "{}/24"), ("herts", "FOI/H/{}/24"), ("beds", "")):
        log(source).year(form or "FOI/B/{}/24", [n for n in range(1, 60) if dice.random() < 0.5], 60, 2024)
    return store


def kept(store: Store) -> list[str]:
    return [forces for (forces,) in store.db.conn.execute("SELECT forces FROM number_estimates ORDER BY forces")]


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, ...]]:
    """The groups of forces that are counted anew."""
    found: list[tuple[str, ...]] = []
    real = module.of_group

    def watched(db: Any, group: tuple[str, ...], twice: Iterable[int]) -> Any:
        found.append(group)
        return real(db, group, twice)

    monkeypatch.setattr(module, "of_group", watched)
    return found


def test_what_is_noted_is_what_counting_gives(two: Store, counted: list[tuple[str, ...]]) -> None:
    assert noted(two) == Noted(estimates(two)) != Noted(())
    for source, moment in (("met", NOON), ("essex", LATER), ("herts", LATER), ("beds", LATER)):
        renew(two, source, moment)
    counted.clear()
    assert noted(two) == Noted(estimates(two), NOON)
    assert noted(two, ["Essex Police"]) == Noted(estimates(two, ["Essex Police"]), LATER)
    assert counted == []


def test_a_number_more_makes_those_of_its_force_outdated_until_the_crawl_ends(
    two: Store, log: Maker, counted: list[tuple[str, ...]]
) -> None:
    for source in ("met", "essex"):
        renew(two, source, NOON)
    before = estimates(two, ["Metropolitan Police Service"])
    counted.clear()
    log("met").publish("01.FOI.24.000777", "2024-12-01", address="https://met.example/more/")
    log("met").publish("01.FOI.24.000778", "2024-12-01", address="https://met.example/and-more/")
    assert noted(two, ["Metropolitan Police Service"]) == Noted(before, NOON, outdated=True)
    assert not noted(two, ["Essex Police"]).outdated
    assert counted == []
    renew(two, "met", LATER)
    after = estimates(two, ["Metropolitan Police Service"])
    assert noted(two, ["Metropolitan Police Service"]) == Noted(after, LATER) != Noted(before, LATER)


def test_what_is_merged_or_parted_again_is_outdated(two: Store) -> None:
    renew(two, "met", NOON)
    joined = make(two, 1, 2, reason="one", now=NOON).id
    assert noted(two, ["Metropolitan Police Service"]).outdated
    renew(two, "met", NOON)
    undo(two, joined, reason="two", now=LATER)
    assert noted(two, ["Metropolitan Police Service"]).outdated


def test_of_what_is_taken_out_no_estimate_is_left(two: Store) -> None:
    for source in ("met", "essex"):
        renew(two, source, NOON)
    two.db.conn.execute("DELETE FROM changes")
    essex = "SELECT max(disclosure) FROM reference_numbers WHERE force = 'Essex Police'"
    two.db.conn.execute(f"DELETE FROM disclosures WHERE id = ({essex})")
    assert kept(two) == ['["Metropolitan Police Service"]']
    assert two.db.conn.execute("SELECT * FROM estimates_outdated").fetchall() == []
    assert noted(two, ["Essex Police"]) == Noted(estimates(two, ["Essex Police"]))


def test_what_another_version_noted_is_counted_anew(two: Store) -> None:
    renew(two, "essex", NOON)
    two.db.conn.execute("""UPDATE number_estimates SET estimates = '[{"of": "old"}]'""")
    assert noted(two) == Noted(estimates(two))


def test_a_crawl_that_is_noted_twice_is_noted_once(two: Store) -> None:
    renew(two, "essex", NOON)
    renew(two, "essex", LATER)
    assert kept(two) == ['["Essex Police"]']
    assert two.db.conn.execute("SELECT noted FROM number_estimates").fetchall() == [(LATER,)]
