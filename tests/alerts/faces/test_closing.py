"""A digest ends with what was checked, what was not healthy since when, and how many were new: frozen, then said."""

import pytest

from alerts.deliver import deliver
from alerts.faces.closing import closings, sentences
from alerts.sending.rounds import message_of
from alerts.subscribing.queue import queue
from alerts.subscribing.subscriptions import Subscription
from store import outbox, parcels
from store.records import RunResult
from store.runs import begin_run, finish_run

NOW = "2026-11-21T10:00:00+00:00"
NEXT = "2026-11-22T10:00:00+00:00"


@pytest.fixture
def ran(store):
    """`ran("essex", whole, moment)`: the account of a run that ended at that moment."""

    def run(source: str, whole: bool, moment: str) -> None:
        number = begin_run(store, source, "poll", moment)
        problem = "" if whole else "HTTP 503"
        counts = dict.fromkeys(
            ("listed", "new", "changed", "unchanged", "skipped", "failed", "withdrawn", "requests"), 0
        )
        result = RunResult(
            source=source, started=moment, ended=moment, mode="poll", whole=whole, problem=problem, **counts
        )
        finish_run(store, number, result)

    return run


def test_a_digest_says_what_was_checked_and_what_was_not(store, ran, keeper) -> None:
    ran("essex", True, "2026-11-21T09:00:00+00:00")
    ran("kent", True, "2026-11-18T09:00:00+00:00")
    ran("kent", False, "2026-11-19T09:00:00+00:00")
    keeper(1)
    keeper.other(2)
    closing = closings(store, [Subscription("desk", when="daily")], NOW)("desk", "")
    assert closing["checked"] == ["Essex Police"]
    assert closing["not_healthy"] == [{"name": "Kent Police", "since": "2026-11-19T09:00:00+00:00"}]
    assert (closing["since"], closing["new"]) == ("2026-11-20T10:00:00+00:00", 2)
    assert list(sentences(closing, 1, NOW)) == [
        "Checked since yesterday: 1 of 2 disclosure logs (Essex Police).",
        "Not healthy: Kent Police since 19 November.",
        "New since yesterday: 2 disclosures, 1 of them as you asked.",
    ]


def test_what_nobody_looked_at_is_said(store, ran) -> None:
    ran("essex", True, "2026-11-01T09:00:00+00:00")
    closing = closings(store, [Subscription("desk", when="weekly")], NOW)("desk", "")
    said = list(sentences(closing, 0, NOW))
    assert said[:3] == [
        "Checked since 14 November: 0 of 1 disclosure log.",
        "Not healthy: none.",
        "Not looked at: Essex Police.",
    ]


def test_it_looks_back_to_the_last_digest_and_at_the_forces_asked_for(store, ran) -> None:
    ran("essex", True, "2026-11-21T09:00:00+00:00")
    ran("kent", True, "2026-11-21T09:00:00+00:00")
    one = Subscription("desk", when="daily", forces=("Kent Police",))
    closing = closings(store, [one], NOW)("desk", "2026-10-01T10:00:00+00:00")
    assert (closing["since"], closing["checked"]) == ("2026-10-01T10:00:00+00:00", ["Kent Police"])


def test_what_is_told_at_once_has_none(store) -> None:
    assert closings(store, [Subscription("desk")], NOW)("desk", "") == {}
    assert list(sentences({}, 0, NOW)) == []


def test_it_is_frozen_with_the_message(store, ran, keeper, web) -> None:
    hook = web()
    hook.status = 500
    desk = Subscription("desk", topics=("misconduct",), when="daily", to=(hook.address(),))
    queue(store, [desk], NOW)
    keeper(1)
    queue(store, [desk], NOW)
    ran("essex", True, "2026-11-21T20:00:00+00:00")
    deliver(store, [desk], NEXT)
    (waiting,) = outbox.deliveries(store, "waiting")
    (parcel,) = parcels.due(store, [waiting.target], "9999")
    before = message_of(parcel)
    assert "Checked since yesterday: 1 of 1 disclosure log (Essex Police)." in before.text
    ran("essex", False, "2026-11-22T11:00:00+00:00")
    keeper(2)
    (again,) = parcels.due(store, [waiting.target], "9999")
    assert message_of(again) == before
    hook.status = 200
    deliver(store, [desk], "2026-11-22T11:30:00+00:00")
    assert hook.posts[-1][1]["foiwatch"]["closing"] == hook.posts[0][1]["foiwatch"]["closing"]
    assert hook.posts[-1][1]["message"] == hook.posts[0][1]["message"]
    assert parcels.last_made(store, "desk", waiting.target) == NEXT
