"""One item that is refused holds up nothing, one target no other, and nobody is asked sooner than it wants."""

from datetime import datetime, timedelta

import pytest

from alerts.deliver import deliver
from alerts.preview import sample
from alerts.sending import patience
from alerts.sending.targets import digest
from alerts.subscribing.queue import queue
from alerts.subscribing.subscriptions import Subscription
from store import outbox
from store.database import open_store
from store.hindrances import hindrances
from store.outbox import Alert, Step, take

NOW = "2026-11-21T10:00:00+00:00"


def later(**more: float) -> str:
    return (datetime.fromisoformat(NOW) + timedelta(**more)).isoformat()


def ids(body: dict) -> list[int]:
    return [item["id"] for item in body["foiwatch"]["items"]]


@pytest.fixture
def desk(store, keeper):
    """`desk(address, ..., numbers=9)`: a subscription with so many alerts for each address."""

    def make(*addresses: str, numbers: int = 9, name: str = "desk") -> Subscription:
        one = Subscription(name, topics=("misconduct",), to=addresses)
        queue(store, [one], NOW)
        for number in range(1, numbers + 1):
            keeper(number)
        queue(store, [one], NOW)
        return one

    return make


def states(store) -> dict[str, int]:
    return {state: len(outbox.deliveries(store, state)) for state in ("sent", "waiting", "dead")}


@pytest.mark.parametrize("status", [400, 413, 422])
def test_one_that_is_refused_stays_behind_alone(store, desk, answering, status: int) -> None:
    taken: list[int] = []

    def answer(path, body, key):
        if 5 in ids(body):
            return (status,)
        taken.extend(ids(body))
        return (204,)

    one = desk(f"json://127.0.0.1:{answering(answer)}/")
    report = deliver(store, [one], NOW)
    assert sorted(taken) == [1, 2, 3, 4, 6, 7, 8, 9]
    (left,) = report.waiting
    assert (left.disclosure, len(report.errors)) == (5, 1)
    assert hindrances(store) == {}
    for day in (1, 3, 6):
        deliver(store, [one], later(days=day))
    assert states(store) == {"sent": 8, "waiting": 1, "dead": 0}
    assert "1 given up" in deliver(store, [one], later(days=8)).errors[0]
    assert sorted(taken) == [1, 2, 3, 4, 6, 7, 8, 9]


def test_one_at_which_the_receiver_fails_is_found_when_it_fails_again(store, desk, answering) -> None:
    taken: list[int] = []

    def answer(path, body, key):
        if 2 in ids(body):
            return (500,)
        taken.extend(ids(body))
        return (204,)

    one = desk(f"json://127.0.0.1:{answering(answer)}/")
    for hours in (0, 1, 2, 10, 30, 60):
        deliver(store, [one], later(hours=hours))
    assert sorted(taken) == [1, 3, 4, 5, 6, 7, 8, 9]
    assert states(store) == {"sent": 8, "waiting": 1, "dead": 0}


def test_one_that_always_fails_does_not_hold_up_what_comes_after_it(store, desk, keeper, answering) -> None:
    taken: list[int] = []

    def answer(path, body, key):
        taken.extend(number for number in ids(body) if number != 1)
        return (500 if 1 in ids(body) else 204,)

    one = desk(f"json://127.0.0.1:{answering(answer)}/", numbers=1)
    for hours in (0, 1, 2, 10, 30):
        deliver(store, [one], later(hours=hours))
    keeper(2)
    queue(store, [one], later(hours=30))
    deliver(store, [one], later(hours=30, minutes=10))
    assert taken == [2]


def test_a_target_that_refuses_all_is_not_asked_a_thousand_times(store, desk, answering) -> None:
    asked: list[str] = []

    def answer(path, body, key):
        asked.append(key)
        return (400,)

    one = desk(f"json://127.0.0.1:{answering(answer)}/", numbers=40)
    deliver(store, [one], NOW)
    assert len(asked) == patience.REFUSALS + 1
    assert states(store) == {"sent": 0, "waiting": 40, "dead": 0}
    deliver(store, [one], later(seconds=30))
    assert len(asked) == patience.REFUSALS + 1


def test_a_target_that_is_down_for_long_gets_few_messages_when_it_is_up(store, desk, answering) -> None:
    status, asked = [500], []

    def answer(path, body, key):
        asked.append(ids(body))
        return (status[0],)

    one = desk(f"json://127.0.0.1:{answering(answer)}/", numbers=30)
    for day in range(6):
        deliver(store, [one], later(days=day))
    before, status[0] = len(asked), 204
    deliver(store, [one], later(days=6.5))
    assert states(store) == {"sent": 30, "waiting": 0, "dead": 0}
    assert before <= 12
    assert len(asked) - before <= 6


def test_nobody_is_asked_before_the_time_that_it_names(store, desk, keeper, answering) -> None:
    asked: list[str] = []

    def answer(path, body, key):
        asked.append(key)
        return 429, (("Retry-After", "7200"),)

    one = desk(f"json://127.0.0.1:{answering(answer)}/", numbers=1)
    deliver(store, [one], NOW)
    (waiting,) = outbox.deliveries(store, "waiting")
    assert later(hours=2) <= waiting.next_attempt <= later(hours=2.3)
    keeper(2)
    queue(store, [one], later(minutes=30))
    deliver(store, [one], later(minutes=110))
    assert len(asked) == 1
    deliver(store, [one], later(hours=3))
    assert len(asked) == 2


def test_a_host_that_fails_is_asked_nothing_for_a_while(store, desk, answering) -> None:
    asked: list[str] = []
    status = [503]

    def answer(path, body, key):
        asked.append(path)
        return (status[0],)

    port = answering(answer)
    one = desk(*(f"json://127.0.0.1:{port}/{letter}" for letter in "abcdef"), numbers=1)
    deliver(store, [one], NOW)
    assert len(asked) == patience.BREAK_AFTER
    deliver(store, [one], later(seconds=40))
    assert len(asked) == patience.BREAK_AFTER
    # One is let through to see, and as it fails no other.
    deliver(store, [one], later(seconds=90))
    assert len(asked) == patience.BREAK_AFTER + 1
    status[0] = 204
    deliver(store, [one], later(hours=2))
    assert len(set(asked)) == 6
    assert states(store) == {"sent": 6, "waiting": 0, "dead": 0}
    assert hindrances(store) == {}


def test_a_target_that_is_gone_does_not_close_its_host(store, desk, answering) -> None:
    port = answering(lambda path, body, key: (410 if path == "/gone" else 204,))
    one = desk(*(f"json://127.0.0.1:{port}/{name}" for name in ("gone", "b", "c")), numbers=1)
    deliver(store, [one], NOW)
    assert states(store) == {"sent": 2, "waiting": 1, "dead": 0}


def test_a_repeat_is_the_same_though_others_joined(store, desk, keeper, answering) -> None:
    got: list[tuple[str, list[int]]] = []
    status = [503]

    def answer(path, body, key):
        got.append((key, ids(body)))
        return (status[0],)

    one = desk(f"json://127.0.0.1:{answering(answer)}/", numbers=2)
    deliver(store, [one], NOW)
    keeper(3)
    queue(store, [one], later(minutes=1))
    status[0] = 204
    deliver(store, [one], later(minutes=2))
    first, *others = got
    assert first[1] == [1, 2]
    assert sorted(numbers for _, numbers in others) == [[1, 2], [3]]
    assert first in others
    assert len({key for key, _ in got}) == 2


def test_the_key_is_of_what_is_told_and_not_of_numbers_in_a_database(store, tmp_path, answering) -> None:
    keys: list[str] = []
    port = answering(lambda path, body, key: keys.append(key) or (204,))
    one = Subscription("desk", to=(f"json://127.0.0.1:{port}/",))
    body = sample(one, NOW).payload["items"][0]
    other = open_store(tmp_path / "other")
    take(other, Step("somebody", 1, (Alert(4, "new", 1, body),), (), NOW), NOW)
    for where in (store, other):
        take(where, Step("desk", 1, (Alert(3, "new", 1, body),), (digest(one.to[0]),), NOW), NOW)
        deliver(where, [one], NOW)
    other.close()
    assert len(keys) == 2
    assert len(set(keys)) == 1


def test_one_that_cannot_be_written_stays_behind_alone(store, desk, answering) -> None:
    taken: list[int] = []
    one = desk(f"json://127.0.0.1:{answering(lambda path, body, key: taken.extend(ids(body)) or (204,))}/")
    take(store, Step("desk", 0, (Alert(99, "new", 1, {"kind": "item", "id": 99}),), (digest(one.to[0]),), NOW), NOW)
    report = deliver(store, [one], NOW)
    assert sorted(taken) == list(range(1, 10))
    assert [left.disclosure for left in report.waiting] == [99]
    assert "cannot be written: KeyError" in report.errors[0]


def test_what_was_given_up_is_taken_up_again_as_it_was(store, desk, answering) -> None:
    got: list[str] = []
    status = [503]
    port = answering(lambda path, body, key: got.append(key) or (status[0],))
    one = desk(f"json://127.0.0.1:{port}/", numbers=3)
    for day in (0, 1, 3, 5, 9):
        deliver(store, [one], later(days=day))
    assert states(store)["dead"] == 3
    status[0] = 204
    assert outbox.revive(store, later(days=10)) == 3
    deliver(store, [one], later(days=10))
    assert states(store) == {"sent": 3, "waiting": 0, "dead": 0}
    assert len(set(got)) == 1


def test_what_waits_for_a_target_that_is_gone_is_given_up_with_the_rest(store, desk, keeper, answering) -> None:
    asked: list[str] = []
    port = answering(lambda path, body, key: asked.append(key) or (503,))
    one = desk(f"json://127.0.0.1:{port}/", numbers=1)
    for number in range(2, 8):
        deliver(store, [one], later(hours=number))
        keeper(number)
        queue(store, [one], later(hours=number))
    reports = [deliver(store, [one], later(days=day)) for day in (2, 4, 6, 9)]
    assert states(store) == {"sent": 0, "waiting": 0, "dead": 7}
    assert sum("given up" in error for error in reports[-1].errors) >= 1
    assert len(asked) < 12
