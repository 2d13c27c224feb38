"""An alert exists once, a step is written whole, and a delivery is sent, waits or is dead."""

import sqlite3

import pytest

from store import outbox
from store.outbox import Alert, Step
from store.readers import readers

NOW = "2026-11-21T10:00:00+00:00"
LATER = "2026-11-21T11:00:00+00:00"
NEW = Alert(7, "new", 1, {"kind": "item", "title": "Dash – “quote”"})


def step(*alerts: Alert, read_to: int = 3, due: str = NOW) -> Step:
    return Step("desk", read_to, alerts, ("t1", "t2"), due)


def test_an_alert_exists_once(store) -> None:
    assert outbox.take(store, step(NEW, NEW), NOW) == 1
    assert outbox.take(store, step(NEW), NOW) == 0
    assert [(one.alert, one.target) for one in outbox.deliveries(store, "waiting")] == [(1, "t1"), (1, "t2")]


def test_a_second_version_is_another_alert(store) -> None:
    assert outbox.take(store, step(NEW, Alert(7, "changed", 2, {}), Alert(7, "changed", 3, {})), NOW) == 3


def test_the_cursor_never_goes_back(store) -> None:
    assert outbox.read_to(store, "desk") is None
    outbox.take(store, step(read_to=9), NOW)
    outbox.take(store, step(read_to=4), NOW)
    assert outbox.read_to(store, "desk") == 9


def test_a_step_is_written_whole_or_not_at_all(store) -> None:
    broken = Alert(8, "new", 1, {}, about=None)  # type: ignore[arg-type]
    with pytest.raises(sqlite3.IntegrityError):
        outbox.take(store, step(NEW, broken), NOW)
    assert outbox.read_to(store, "desk") is None
    assert outbox.deliveries(store, "waiting") == []


def test_what_was_told_is_remembered(store) -> None:
    outbox.take(store, Step("desk", 0, told=("essex",)), NOW)
    outbox.take(store, Step("desk", 0, told=("essex", "kent")), NOW)
    assert readers(store)["desk"].told == {"essex", "kent"}
    assert "other" not in readers(store)


def test_only_what_is_due(store) -> None:
    outbox.take(store, step(NEW, due=LATER), NOW)
    assert outbox.deliveries(store, "waiting", due=NOW) == []
    assert len(outbox.deliveries(store, "waiting", due=LATER)) == 2


def test_the_body_comes_back_as_it_was(store) -> None:
    outbox.take(store, step(NEW), NOW)
    assert outbox.deliveries(store, "waiting", subscription="desk")[0].body == NEW.body
    assert outbox.deliveries(store, "waiting", subscription="other") == []


def test_sent_is_for_ever(store) -> None:
    outbox.take(store, step(NEW), NOW)
    first, second = outbox.deliveries(store, "waiting")
    outbox.mark_sent(store, [first], NOW)
    outbox.mark_failed(store, [first], LATER, "late")
    outbox.revive(store, NOW)
    assert [one.target for one in outbox.deliveries(store, "sent")] == [first.target]
    assert [one.target for one in outbox.deliveries(store, "waiting")] == [second.target]


def test_failed_waits_and_dead_is_revived(store) -> None:
    outbox.take(store, step(NEW), NOW)
    first, second = outbox.deliveries(store, "waiting")
    outbox.mark_failed(store, [first], LATER, "HTTP 500")
    outbox.mark_dead(store, [second], NOW, "HTTP 410")
    (waiting,) = outbox.deliveries(store, "waiting")
    (dead,) = outbox.deliveries(store, "dead")
    assert (waiting.attempts, waiting.next_attempt, waiting.last_error) == (1, LATER, "HTTP 500")
    assert (dead.attempts, dead.last_error) == (1, "HTTP 410")
    assert outbox.revive(store, NOW, "other") == 0
    assert outbox.revive(store, NOW) == 2
    assert {one.attempts for one in outbox.deliveries(store, "waiting", due=NOW)} == {0}
