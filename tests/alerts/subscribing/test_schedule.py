"""Digests go at their time of day, also when runs are rare; in quiet hours nothing goes, and nothing is lost."""

import pytest

from alerts.deliver import deliver
from alerts.subscribing.queue import queue
from alerts.subscribing.schedule import due
from alerts.subscribing.subscriptions import Subscription
from store import outbox

DAILY = {"when": "daily", "at": "08:30", "zone": "Europe/London"}
WEEKLY = {**DAILY, "when": "weekly"}
NIGHT = {"quiet": "22:00-07:00", "zone": "Europe/London"}


@pytest.mark.parametrize(
    ("wish", "now", "expected"),
    [
        (DAILY, "2026-01-21T07:00:00+00:00", "2026-01-21T08:30:00+00:00"),
        (DAILY, "2026-07-21T07:00:00+00:00", "2026-07-21T07:30:00+00:00"),
        (DAILY, "2026-07-21T08:00:00+00:00", "2026-07-22T07:30:00+00:00"),
        # The clocks go forward on Sunday 29 March 2026.
        (DAILY, "2026-03-28T10:00:00+00:00", "2026-03-29T07:30:00+00:00"),
        (WEEKLY, "2026-03-28T10:00:00+00:00", "2026-03-30T07:30:00+00:00"),
        ({"when": "daily", "zone": "Pacific/Auckland"}, "2026-11-21T10:00:00+00:00", "2026-11-21T20:00:00+00:00"),
        (NIGHT, "2026-07-21T12:00:00+00:00", "2026-07-21T12:00:00+00:00"),
        (NIGHT, "2026-07-21T21:30:00+00:00", "2026-07-22T06:00:00+00:00"),
        (NIGHT, "2026-01-21T23:30:00+00:00", "2026-01-22T07:00:00+00:00"),
        (NIGHT, "2026-01-21T03:30:00+00:00", "2026-01-21T07:00:00+00:00"),
        (NIGHT, "2026-01-21T07:00:00+00:00", "2026-01-21T07:00:00+00:00"),
        ({"quiet": "12:00-14:00"}, "2026-01-21T13:00:00+00:00", "2026-01-21T14:00:00+00:00"),
        ({**DAILY, "at": "06:00", "quiet": "22:00-07:00"}, "2026-01-21T12:00:00+00:00", "2026-01-22T07:00:00+00:00"),
    ],
)
def test_it_is_due_by_the_clock_of_its_place(wish: dict[str, str], now: str, expected: str) -> None:
    assert due(Subscription("desk", **wish), now) == expected


@pytest.mark.parametrize(
    ("wish", "served", "waits"),
    [
        (DAILY, "2026-01-20T07:20:00+00:00", False),
        (DAILY, "2026-01-20T08:31:00+00:00", True),
        (DAILY, "2026-01-20T08:30:00+00:00", True),
        (WEEKLY, "2026-01-18T07:20:00+00:00", False),
        (WEEKLY, "2026-01-20T07:20:00+00:00", True),
    ],
)
def test_a_digest_whose_time_has_passed_since_the_last_sending_goes_with_this_run(
    wish: dict[str, str], served: str, waits: bool
) -> None:
    now = "2026-01-21T07:20:00+00:00"  # a Wednesday
    assert (due(Subscription("desk", **wish), now, served) != now) is waits


def days(hour: str, count: int) -> list[str]:
    return [f"2026-01-{day:02}T{hour}:00+00:00" for day in range(5, 5 + count)]


def runs(store, keeper, one: Subscription, moments: list[str]) -> list[list[int]]:
    """What is sent at each moment, when one disclosure comes just before each."""
    sent = []
    for number, now in enumerate(moments):
        if number:
            keeper(number)
        queue(store, [one], now)
        sent.append([delivery.disclosure for delivery in deliver(store, [one], now).sent])
    return sent


def test_with_one_run_a_day_a_daily_digest_is_not_a_day_late(store, keeper, web) -> None:
    one = Subscription("desk", to=(web().address(),), **DAILY)
    assert runs(store, keeper, one, days("07:20", 4)) == [[], [1], [2], [3]]


def test_with_many_runs_a_day_a_digest_goes_at_its_time(store, keeper, web) -> None:
    one = Subscription("desk", to=(web().address(),), **DAILY)
    moments = [f"2026-01-05T{hour:02}:45:00+00:00" for hour in (6, 7, 8, 9, 10)] + ["2026-01-06T08:45:00+00:00"]
    assert runs(store, keeper, one, moments) == [[], [], [1, 2], [], [], [3, 4, 5]]


def test_with_one_run_a_day_a_weekly_digest_goes_once_a_week(store, keeper, web) -> None:
    one = Subscription("desk", to=(web().address(),), **WEEKLY)  # 5 January 2026 is a Monday
    sent = runs(store, keeper, one, days("07:20", 10))
    assert [index for index, some in enumerate(sent) if some] == [1, 8]
    assert sent[1] + sent[8] == [1, 2, 3, 4, 5, 6, 7, 8]


def test_in_quiet_hours_nothing_is_sent_and_after_them_all(store, keeper, web) -> None:
    hook = web()
    one = Subscription("desk", to=(hook.address(),), **NIGHT)
    moments = ["2026-01-05T21:00:00+00:00", "2026-01-05T22:00:00+00:00", "2026-01-06T03:00:00+00:00"]
    assert runs(store, keeper, one, [*moments, "2026-01-06T07:10:00+00:00"]) == [[], [], [], [1, 2, 3]]
    assert len(hook.posts) == 1


def test_what_failed_before_the_quiet_hours_waits_for_their_end(store, keeper, web) -> None:
    hook = web()
    hook.status = 500
    one = Subscription("desk", to=(hook.address(),), **NIGHT)
    queue(store, [one], "2026-01-05T20:00:00+00:00")
    keeper(1)
    queue(store, [one], "2026-01-05T21:50:00+00:00")
    assert deliver(store, [one], "2026-01-05T21:50:00+00:00").sent == ()
    hook.status = 200
    assert deliver(store, [one], "2026-01-05T23:00:00+00:00").sent == ()
    assert len(hook.posts) == 1
    assert len(deliver(store, [one], "2026-01-06T07:00:00+00:00").sent) == 1


def test_runs_in_quiet_hours_alone_do_not_silence_it_for_ever(store, keeper, web) -> None:
    one = Subscription("desk", to=(web().address(),), **NIGHT)
    assert runs(store, keeper, one, days("05:00", 4)) == [[], [], [1], [2]]


def test_who_has_no_address_reads_nothing_until_there_is_one(store, keeper) -> None:
    missing = Subscription("desk", missing="the environment variable X is not set")
    queue(store, [missing], "2026-01-05T10:00:00+00:00")
    assert outbox.read_to(store, "desk") is None
    ready = Subscription("desk", to=("json://127.0.0.1:1/a",))
    queue(store, [ready], "2026-01-05T10:00:00+00:00")
    keeper(1)
    assert queue(store, [missing], "2026-01-05T11:00:00+00:00").alerts == 0
    assert queue(store, [ready], "2026-01-05T12:00:00+00:00").alerts == 1
