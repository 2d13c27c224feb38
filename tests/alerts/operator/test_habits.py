"""A source that goes on as it did is hardly ever called unusual; one that changes is, and soon."""

from collections.abc import Iterator
from datetime import date, timedelta
from types import ModuleType

import pytest
from scripts import script

from alerts.operator.habits import A_MONTH, Days, counts, days, listing
from alerts.operator.trouble import Trouble
from alerts.operator.workdays import workday
from store.upkeep import Arrival, History

TODAY = date(2026, 11, 20)


@pytest.fixture(scope="module")
def played() -> ModuleType:
    return script("bench/alarms.py")


def test_false_alarms_are_at_most_one_in_a_hundred_source_weeks(played: ModuleType) -> None:
    """32 sources, two years each, looked at every two weeks; `bench/alarms.py` plays more of them, daily."""
    begun = sum(sum(played.alarms(kind, rate, 1, 10).values()) for kind in played.KINDS for rate in played.RATES)
    assert begun <= 0.01 * len(played.KINDS) * len(played.RATES) * played.PLAYED / 5


@pytest.mark.parametrize(("kind", "rate", "within"), [("steady", 1.0, 20), ("monthly", 1.0, 30)])
def test_a_silence_is_noticed(played: ModuleType, kind: str, rate: float, within: int) -> None:
    after = played.noticed(kind, rate, 2)
    assert len(after) == 2
    assert max(after) <= within


def workdays(number: int, every: int = 1) -> Iterator[str]:
    """The last so many working days, or every so manieth of them, before a week ago."""
    some = (TODAY - timedelta(days=back) for back in range(7, 2000))
    yield from [day.isoformat() for day in some if day.weekday() < 5][: number * every : every]


def kinds(found: History) -> list[str]:
    return [one.kind for one in counts("essex", "Essex Police", days(found, TODAY))]


def test_what_is_dated_in_the_future_does_not_hide_a_silence() -> None:
    old = {day: 1 for day in workdays(100) if day < "2026-08-01"}
    assert kinds(History(old, (), ())) == ["quiet"]
    assert kinds(History({**old, "2062-01-01": 1}, (), ())) == ["quiet"]


def test_a_month_is_allowed_until_it_is_known_how_late_a_force_publishes() -> None:
    found = days(History(dict.fromkeys(workdays(60), 1), (), ()), TODAY)
    assert (found.late, found.allowed, found.arrived) == (A_MONTH, A_MONTH, ())
    prompt = tuple(Arrival(f"{day}T09:00:00+00:00", day) for day in reversed([*workdays(6)]))
    assert days(History(dict.fromkeys(workdays(60), 1), prompt, ()), TODAY).late == 0


def test_what_came_while_we_looked_counts_from_then_on() -> None:
    came = tuple(Arrival(f"{day}T09:00:00+00:00", "") for day in reversed([*workdays(30, 2)]))
    found = days(History({}, came, ()), TODAY)
    assert found.by_arrival
    assert found.allowed == 0
    assert found.now - found.arrived[-1] == workday(TODAY) - workday(date.fromisoformat(came[-1].seen[:10]))


def test_old_pages_at_new_addresses_are_too_many() -> None:
    old = dict.fromkeys(workdays(200, 2), 1)
    flood = tuple(Arrival("2026-11-19T09:00:00+00:00", day) for day in reversed([*workdays(200, 2)]))
    both = dict.fromkeys(old, 2)
    (said,) = [*counts("essex", "Essex Police", days(History(both, flood, ()), TODAY))]
    assert said.kind == "many"
    assert said.said.startswith("Essex Police: 200 new within a week, where at most")


def test_a_trickle_is_too_few_and_stays_so_until_it_is_over() -> None:
    def told(now: int, opened: int | None = None) -> list[str]:
        came = tuple(day for day in [*steady, *range(60, 300, 8)] if day <= now)
        return [one.kind for one in counts("essex", "Essex Police", Days(came, came, 0, now), opened)]

    steady = [day for day in range(-400, 60) for _ in range(3)]
    assert told(59) == []
    begun = next(now for now in range(60, 100) if told(now))
    assert told(begun) == ["few"]
    assert told(begun + 60) == []  # by then it has been so before
    assert told(begun + 60, begun) == ["few"]


def test_a_log_that_shrinks_by_a_third_is_told_and_one_that_grows_is_not() -> None:
    def said(*listed: int) -> list[Trouble]:
        return [*listing("essex", "Essex Police", listed)]

    assert said(60, 100)[0].said == "Essex Police: its log lists 60 disclosures, where it listed 100 before"
    assert said(60, 60, 100)
    assert [said(80, 100), said(120, 100), said(2, 10), said(9), said()] == [[], [], [], [], []]
