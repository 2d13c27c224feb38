"""Every wanted change once, one summary instead of a flood, and the cursor moves with the alerts."""

import pytest

from alerts.subscribing.queue import queue
from alerts.subscribing.schedule import due
from alerts.subscribing.subscriptions import Subscription
from store import outbox
from store.database import Store, open_store
from store.matches import Wanted, latest_wanted
from store.walks import save_walk

NOW = "2026-11-21T10:00:00+00:00"
TO = ("json://127.0.0.1:1/a",)
DESK = Subscription("desk", topics=("misconduct",), to=TO)


def told(store: Store, name: str = "desk") -> list[tuple[int, str, int]]:
    return [(d.disclosure, d.event, d.version) for d in outbox.deliveries(store, "waiting", subscription=name)]


def body(store: Store) -> dict:
    return outbox.deliveries(store, "waiting")[-1].body


def test_a_new_subscription_is_told_of_what_is_kept_in_one_summary(store, keeper) -> None:
    for number in range(1, 6):
        keeper(number, baseline=True)
    keeper.other(9, baseline=True)
    queue(store, [DESK], NOW)
    assert told(store) == [(0, "summary", 0)]
    assert body(store)["sources"] == [{"source": "essex", "name": "Essex Police", "kept": 6, "matching": 5}]
    assert len(body(store)["examples"]) == 3
    assert queue(store, [DESK], NOW).alerts == 0


def test_a_new_subscription_to_an_empty_record_is_silent(store) -> None:
    assert queue(store, [DESK], NOW).alerts == 0
    assert outbox.read_to(store, "desk") == 0


def test_what_comes_after_is_told_once(store, keeper) -> None:
    queue(store, [DESK], NOW)
    first = keeper(1)
    keeper.other(2)
    assert queue(store, [DESK], NOW).alerts == 1
    assert told(store) == [(first, "new", 1)]
    assert queue(store, [DESK], NOW).alerts == 0


def test_a_change_is_told_with_its_fields(store, keeper) -> None:
    queue(store, [DESK], NOW)
    keeper(1)
    queue(store, [DESK], NOW)
    keeper(1, response_text="Eight.", words="Now it is eight.")
    queue(store, [DESK], NOW)
    assert told(store) == [(1, "new", 1), (1, "changed", 2)]
    assert "response_text" in body(store)["changed"]


def test_an_alert_says_what_is_needed(store, keeper) -> None:
    queue(store, [DESK], NOW)
    keeper(1)
    queue(store, [DESK], NOW)
    said = body(store)
    assert said["forces"] == ["Essex Police"]
    assert (said["ref"], said["date"], said["event"]) == ("FOI 1/26", "2026-11-20", "new")
    assert "misconduct" in said["topics"]
    assert "misconduct" in said["quote"].lower()
    assert said["where"] == "request"
    assert said["quote"] == "How many officers were dismissed for gross misconduct?"
    assert said["attachments"] == [{"label": "The table", "address": "https://essex.example/1.pdf"}]


def test_the_first_crawl_of_a_source_is_one_summary_at_its_end(store, keeper) -> None:
    queue(store, [DESK], NOW)
    for number in range(1, 8):
        keeper(number, source="kent", baseline=True)
    queue(store, [DESK], NOW)
    assert told(store) == []
    save_walk(store, "kent", complete=True)
    queue(store, [DESK], NOW)
    assert told(store) == [(0, "summary", 0)]
    assert body(store)["sources"] == [{"source": "kent", "name": "Kent Police", "kept": 7, "matching": 7}]
    late = keeper(8, source="kent")
    queue(store, [DESK], NOW)
    assert told(store) == [(0, "summary", 0), (late, "new", 1)]


def test_a_letter_added_by_hand_is_an_alert_and_no_summary(store, keeper) -> None:
    queue(store, [DESK], NOW)
    letter = keeper(1, source="added")
    queue(store, [DESK], NOW)
    assert told(store) == [(letter, "new", 1)]


def test_what_is_not_matched_yet_is_not_passed_over(store, keeper) -> None:
    queue(store, [DESK], NOW)
    keeper(1)
    store.db.conn.execute("DELETE FROM matched")
    keeper_cursor = outbox.read_to(store, "desk")
    queue(store, [DESK], NOW)
    assert told(store) == []
    assert outbox.read_to(store, "desk") == keeper_cursor
    keeper(2)
    queue(store, [DESK], NOW)
    assert [number for number, _, _ in told(store)] == [1, 2]


@pytest.mark.parametrize(
    ("wish", "wanted"),
    [
        ({}, [1, 2, 3]),
        ({"topics": ("misconduct",)}, [1, 3]),
        ({"topics": ("vetting",)}, []),
        ({"search": "dogs"}, [2]),
        ({"search": "hearings NOT dogs", "topics": ("misconduct",)}, [1, 3]),
        ({"forces": ("kent",)}, [3]),
        ({"forces": ("Essex Police",)}, [1, 2]),
        ({"events": ("withdrawn",)}, []),
    ],
)
def test_filters(store, keeper, wish, wanted) -> None:
    subscription = Subscription("desk", to=TO, **wish)
    queue(store, [subscription], NOW)
    keeper(1)
    keeper.other(2)
    keeper(3, source="kent")
    queue(store, [subscription], NOW)
    assert [number for number, _, _ in told(store)] == wanted


def test_withdrawn_and_back(store, keeper) -> None:
    keeper(1)
    queue(store, [DESK], NOW)
    add = "INSERT INTO changes (disclosure, version, verb, seen, source) VALUES (1, 1, ?, ?, 'essex')"
    store.db.conn.execute(add, ("withdrawn", NOW))
    store.db.conn.execute(add, ("restored", NOW))
    queue(store, [DESK], NOW)
    assert [event for _, event, _ in told(store)] == ["summary", "withdrawn", "restored"]


@pytest.mark.parametrize(
    ("events", "expected"),
    [(("restored",), ["restored"]), (("withdrawn",), ["withdrawn", "restored"]), (("new", "changed"), [])],
)
def test_who_asks_for_one_event_hears_of_that(store, keeper, events, expected) -> None:
    keeper(1, baseline=True)
    one = Subscription("desk", events=events, to=TO)
    queue(store, [one], NOW)
    add = "INSERT INTO changes (disclosure, version, verb, seen, source) VALUES (1, 1, ?, ?, 'essex')"
    for verb in ("withdrawn", "restored"):
        store.db.conn.execute(add, (verb, NOW))
    queue(store, [one], NOW)
    assert [event for _, event, _ in told(store) if event != "summary"] == expected


def test_each_recipient_has_a_delivery(store, keeper) -> None:
    both = Subscription("desk", to=("mailto://h?to=a@x.org,b@x.org&from=c@x.org", *TO))
    queue(store, [both], NOW)
    keeper(1)
    queue(store, [both], NOW)
    assert len(outbox.deliveries(store, "waiting")) == 3


@pytest.mark.parametrize(
    ("when", "now", "expected"),
    [
        ("at once", "2026-11-21T10:00:00+00:00", "2026-11-21T10:00:00+00:00"),
        ("daily", "2026-11-21T08:59:00+00:00", "2026-11-21T09:00:00+00:00"),
        ("daily", "2026-11-21T09:00:00+00:00", "2026-11-21T09:00:00+00:00"),
        ("daily", "2026-11-21T10:00:00+00:00", "2026-11-22T09:00:00+00:00"),
        ("weekly", "2026-11-21T10:00:00+00:00", "2026-11-23T09:00:00+00:00"),
        ("weekly", "2026-11-23T09:00:01+00:00", "2026-11-30T09:00:00+00:00"),
    ],
)
def test_digests_are_due_at_the_next_boundary(when: str, now: str, expected: str) -> None:
    assert due(Subscription("desk", when=when), now) == expected


def test_a_crash_while_queueing_moves_nothing(store, keeper, monkeypatch) -> None:
    queue(store, [DESK], NOW)
    keeper(1)
    keeper(2)
    before = outbox.read_to(store, "desk")
    real, calls = outbox._put, []

    def crash(*arguments):
        calls.append(1)
        if len(calls) == 2:
            raise KeyboardInterrupt
        return real(*arguments)

    monkeypatch.setattr(outbox, "_put", crash)
    with pytest.raises(KeyboardInterrupt):
        queue(store, [DESK], NOW)
    monkeypatch.undo()
    assert (told(store), outbox.read_to(store, "desk")) == ([], before)
    queue(store, [DESK], NOW)
    assert told(store) == [(1, "new", 1), (2, "new", 1)]


def test_the_latest_come_first(store, keeper) -> None:
    keeper(1, published="2026-01-05")
    keeper(2, published="2026-03")
    assert latest_wanted(store, Wanted(topics=("misconduct",)), 9) == [2, 1]
    assert latest_wanted(store, Wanted(topics=("misconduct",)), 9, since="2026-02-01") == [2]


def test_a_record_that_was_replaced_starts_anew_and_swallows_nothing(store, keeper) -> None:
    queue(store, [DESK], NOW)
    for number in range(1, 4):
        keeper(number)
    queue(store, [DESK], NOW)
    store.db.close()
    for file in store.folder.glob("foi.db*"):
        file.unlink()
    again = open_store(store.folder)
    assert queue(again, [DESK], NOW).alerts == 0
    type(keeper)(again, keeper.topics)(1)
    assert queue(again, [DESK], NOW).alerts == 1
    assert told(again) == [(1, "new", 1), (2, "new", 1), (3, "new", 1), (1, "new", 1)]
    again.close()
