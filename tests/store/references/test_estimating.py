"""Estimates from what is kept: what is counted, what is refused and why, and what is said beside the number."""

from collections.abc import Callable
from random import Random
from typing import Any

import pytest

from store.database import Store
from store.references import limits
from store.references.coverage import Coverage
from store.references.estimating import estimates, of_series
from store.references.sequences import APART, ONE_COUNTER, PARTS, Seen, Series
from store.references.serial import BETWEEN, FROM_ONE
from store.runs import begin_run
from store.walks import save_walk

Maker = Callable[..., Any]


def some(total: int, share: float, first: int = 1, seed: int = 1) -> list[int]:
    dice = Random(seed)
    return [number for number in range(first, first + total) if dice.random() < share]


def failed(estimate: Any) -> set[str]:
    return {test.name for test in estimate.tests if not test.passed}


def said(estimate: Any, text: str) -> bool:
    return any(text in limit for limit in estimate.limits)


def test_a_year_that_begins_at_one(log: Maker, one: Maker) -> None:
    numbers = some(400, 0.3)
    log("west_midlands").year("{}A/24", numbers, 400, 2024)
    found = one("2024")
    assert found.reason == "" and found.method == FROM_ONE
    assert found.numbered.low <= 400 <= found.numbered.high
    assert found.seen == len(numbers) and found.share[0] == pytest.approx(len(numbers) / found.numbered.estimate)
    assert found.share[1] <= found.share[0] <= found.share[2]
    assert not found.at_least and not found.running and set(limits.ALWAYS) <= set(found.limits)


def test_the_largest_holes_have_the_dates_around_them(log: Maker, one: Maker) -> None:
    numbers = [n for n in range(1, 201) if not 60 <= n <= 99]
    log("west_midlands").year("{}A/24", numbers, 200, 2024)
    hole = one("2024").holes[0]
    assert (hole.first, hole.last, hole.missing) == (60, 99, 40)
    assert hole.after < hole.before and hole.after.startswith("2024-04") and hole.before.startswith("2024-06")


def test_by_month(log: Maker, one: Maker) -> None:
    log("west_midlands").year("{}A/24", [n for n in range(1, 366) if not 32 <= n <= 45], 365, 2024)
    months = one("2024").months
    assert [month.month for month in months] == [f"2024-{n:02}" for n in range(1, 13)]
    assert sum(month.numbered for month in months) == 365
    assert sum(month.published for month in months) == 351
    assert abs(months[1].numbered - 29) <= 8 and abs(months[1].numbered - months[1].published - 14) <= 8
    assert all(abs(month.numbered - 30) <= 2 for month in months[2:])


def test_a_count_that_goes_on_over_the_years(log: Maker, one: Maker) -> None:
    met = log("met")
    for year, first in ((2022, 20_000), (2023, 26_000), (2024, 33_000)):
        total = {2022: 6000, 2023: 7000, 2024: 8000}[year]
        numbers = some(total, 0.03, first, year)
        met.year(f"01.FOI.{year % 100}.{{:06d}}", numbers, total, year, first)
    middle = one("2023")
    assert middle.method == BETWEEN and "begins again with the year" in failed(middle)
    assert middle.numbered.low <= 7000 <= middle.numbered.high and said(middle, limits.GOES_ON)
    assert middle.holes[0].first > 26_000


def test_a_first_year_that_does_not_begin_at_one_is_told_by_chance(log: Maker, one: Maker) -> None:
    log("met").year("01.FOI.22.{:06d}", some(6000, 0.03, 20_000), 6000, 2022, 20_000)
    assert one("2022").method == BETWEEN


def test_a_financial_year(log: Maker, one: Maker) -> None:
    log("north_yorkshire").year("{:04d}.2024/25", some(300, 0.4), 300, 2024)
    assert one("2024/25").numbered.low <= 300 <= one("2024/25").numbered.high


class TestRefused:
    def test_too_few(self, log: Maker, one: Maker) -> None:
        log("west_midlands").year("{}A/24", range(1, 10), 9, 2024)
        assert one("2024").reason == "fewer than 10 numbers"
        assert one("2024").numbered is None and one("2024").share is None

    def test_no_year_in_the_reference(self, log: Maker, one: Maker) -> None:
        log("essex").year("{}", range(16_000, 16_100), 100, 2022, 16_000)
        assert one("").reason == limits.NO_YEAR and one("").seen == 100

    def test_numbers_in_any_order(self, log: Maker, one: Maker) -> None:
        wm = log("west_midlands")
        for number in Random(3).sample(range(1, 400), 50):
            wm.publish(f"{number}A/24", f"2024-{1 + wm.published % 12:02}-15")
        assert one("2024").reason.startswith("the numbers do not rise with the dates: rank correlation")

    def test_no_dates(self, log: Maker, one: Maker) -> None:
        wm = log("west_midlands")
        for number in range(1, 40):
            wm.publish(f"{number}A/24")
        assert one("2024").reason == "fewer than 10 of the numbers have a date"

    def test_what_was_before_the_collection(self, store: Store, log: Maker, one: Maker) -> None:
        wm = log("west_midlands")
        for year in (2023, 2024):
            wm.year(f"{{}}A/{year % 100}", some(300, 0.4), 300, year)
        save_walk(store, "west_midlands", since="2024-01-01")
        assert one("2024").reason == ""
        assert one("2023").reason == "west_midlands: collected only from 2024-01-01 on"

    def test_no_number_in_any_reference(self, log: Maker, one: Maker) -> None:
        log("essex").publish("", "2024-01-01")
        assert one("").reason == "no running number was read in the references of its 1 disclosures"


class TestCountedOnce:
    def test_a_number_on_two_pages(self, log: Maker, one: Maker) -> None:
        wm = log("west_midlands")
        wm.year("{}A/24", range(1, 31), 30, 2024)
        wm.publish("7A/24", "2024-03-01", words="A page of its own on something else, long after.")
        assert one("2024").seen == 30

    def test_withdrawn_is_published_once(self, store: Store, log: Maker, one: Maker) -> None:
        log("west_midlands").year("{}A/24", range(1, 31), 30, 2024)
        store.db.execute("UPDATE disclosures SET status = 'withdrawn' WHERE id = 3")
        assert one("2024").seen == 30

    def test_a_merged_copy_without_a_reference_is_not_missed(self, store: Store, log: Maker, one: Maker) -> None:
        wm = log("west_midlands")
        wm.year("{}A/24", range(1, 31), 30, 2024)
        copy = wm.publish("", "2024-02-01")
        assert one("2024").unnumbered == 1 and one("2024").at_least
        merge = "INSERT INTO merges (kept, other, kind, reason, seen) VALUES (?, ?, 'by hand', 'one page', '2026')"
        store.db.execute(merge, [3, copy])
        assert one("2024").unnumbered == 0 and not one("2024").at_least
        store.db.execute("UPDATE merges SET undone = '2026-02'")
        assert one("2024").unnumbered == 1

    def test_joint_replies_and_letters_do_not_count(self, log: Maker, one: Maker) -> None:
        wm = log("west_midlands")
        wm.year("{}A/24", range(1, 31), 30, 2024)
        wm.publish("99A/24", "2024-12-30", forces=("West Midlands Police", "Essex Police"))
        wm.publish("98A/24", "2024-12-30", kind="correspondence")
        wm.publish("97A/24", "2024-12-30", source="added")
        assert (one("2024").seen, one("2024").highest) == (30, 30)


class TestLetters:
    def test_parts_of_one_request(self, log: Maker, one: Maker) -> None:
        wm = log("west_midlands")
        for number in some(300, 0.3):
            for letter in "AB":
                wm.year(f"{{}}{letter}/24", [number], 300, 2024)
        assert one("2024").seen == len(some(300, 0.3)) and said(one("2024"), PARTS)

    def test_one_counter(self, log: Maker, one: Maker) -> None:
        wm = log("west_midlands")
        for number in some(300, 0.6):
            wm.year("{}A/24" if number % 2 else "{}/24", [number], 300, 2024)
        assert one("2024").seen == len(some(300, 0.6)) and said(one("2024"), ONE_COUNTER)

    def test_two_counters(self, store: Store, log: Maker, one: Maker) -> None:
        wm = log("west_midlands")
        wm.year("{}A/24", some(300, 0.2, seed=5), 300, 2024)
        wm.year("{}/24", some(300, 0.2, seed=6), 300, 2024)
        assert said(one("2024", "N/YY, letter A"), APART) and said(one("2024", "N/YY, no letter"), APART)


class TestSaid:
    def test_forces_with_one_counter_are_taken_together(self, log: Maker, one: Maker) -> None:
        for source, seed in (("herts", 1), ("beds", 2)):
            log(source).year("FOI2024/{:05d}", some(900, 0.1, seed=seed), 900, 2024)
        found = one("2024")
        assert found.sources == ("beds", "herts") and "Cambridgeshire Constabulary" in found.forces
        assert found.numbered.low <= 900 <= found.numbered.high
        assert found.at_least and said(found, "no number of Cambridgeshire") and said(found, "inferred")

    def test_a_log_that_was_not_walked_to_its_end(self, store: Store, log: Maker, one: Maker) -> None:
        log("west_midlands").year("{}A/24", some(300, 0.4), 300, 2024)
        save_walk(store, "west_midlands", complete=False)
        assert one("2024").at_least and said(one("2024"), "not walked to its end")

    def test_what_was_gone_before_the_first_look(self, store: Store, log: Maker, one: Maker) -> None:
        log("west_midlands").year("{}A/24", some(300, 0.4), 300, 2024)
        begin_run(store, "west_midlands", "first", "2026-05-01T00:00:00+00:00")
        assert said(one("2024"), "had taken down before foiwatch first looked, on 2026-05-01")

    def test_so_few_that_other_things_may_be_numbered(self, log: Maker, one: Maker) -> None:
        log("west_midlands").year("{}A/24", some(4000, 0.01), 4000, 2024)
        found = one("2024")
        assert "counts requests alone" in failed(found) and found.at_least and said(found, "subject access")

    def test_the_running_year(self, log: Maker, one: Maker) -> None:
        log("west_midlands").year("{}A/26", some(300, 0.4), 400, 2026)
        found = one("2026")
        assert found.running and said(found, limits.RUNNING) and found.up_to.startswith("2026-09")

    def test_uneven_publication(self, log: Maker, one: Maker) -> None:
        numbers = [n for n in range(1, 401) if n <= 200 or n % 20 == 0]
        log("west_midlands").year("{}A/24", numbers, 400, 2024)
        assert "spread evenly" in failed(one("2024")) and said(one("2024"), limits.NOT_EVEN)

    def test_a_slip_of_the_pen_is_set_aside(self, log: Maker, one: Maker) -> None:
        wm = log("west_midlands")
        wm.year("{}A/24", some(300, 0.3), 300, 2024)
        wm.publish("16480A/24", "2024-06-01")
        assert one("2024").aside == (16480,) and one("2024").numbered.high < 400

    def test_the_last_number_is_no_slip_when_it_came_last(self, log: Maker, one: Maker) -> None:
        wm = log("west_midlands")
        wm.year("{}A/24", range(1, 40), 300, 2024)
        wm.publish("290A/24", "2024-12-15")
        assert one("2024").aside == () and one("2024").highest == 290


def test_nothing_kept_nothing_said(store: Store) -> None:
    assert estimates(store) == ()


@pytest.mark.parametrize("first", [1, 7000])
def test_with_all_its_decisions_the_interval_covers_the_truth(first: int) -> None:
    """400 years of 800 requests, a tenth published: where the count begins and what is a slip is judged as well."""
    covered = 0
    for seed in range(400):
        numbers = some(800, 0.1, first, seed)
        days = [f"2024-{1 + 12 * (number - first) // 800:02}" for number in numbers]
        seen = tuple(
            Seen("s", "F", "N/YY", "2024", "", number, "", day, "", "")
            for number, day in zip(numbers, days, strict=True)
        )
        series = Series(("F",), "N/YY", ("s",), {"2024": seen})
        (found,) = of_series(series, (Coverage("s", True, "", "", "", 0),))
        covered += found.numbered is not None and found.numbered.low <= 800 <= found.numbered.high
    assert covered >= 368
