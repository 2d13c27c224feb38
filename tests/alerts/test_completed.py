"""A file that was had at last is no change of the force's; but whom its words concern hears of the disclosure."""

from typing import Any

from alerts.subscribing.queue import queue
from alerts.subscribing.subscriptions import Subscription
from store import outbox
from store.database import Store
from store.records import AttachmentSeen

NOW = "2026-11-21T10:00:00+00:00"
DESK = Subscription("desk", topics=("misconduct",), to=("json://127.0.0.1:1/a",), events=("new", "changed"))
FILE = "https://essex.example/1.pdf"
LATE = (AttachmentSeen(FILE, "The table", problem="no answer in time"),)
HAD = (AttachmentSeen(FILE, "The table", "a" * 64, text="Officers dismissed for gross misconduct after a hearing: 7"),)


def told(store: Store) -> list[tuple[int, str, int]]:
    return [(d.disclosure, d.event, d.version) for d in outbox.deliveries(store, "waiting", subscription="desk")]


def test_who_has_heard_of_it_hears_nothing_more(store: Store, keeper: Any) -> None:
    queue(store, [DESK], NOW)
    first = keeper(1, attachments=LATE)
    queue(store, [DESK], NOW)
    keeper(1, attachments=HAD)
    assert queue(store, [DESK], NOW).alerts == 0
    assert told(store) == [(first, "new", 1)]


def test_whom_only_the_file_concerns_hears_of_it_as_new(store: Store, keeper: Any) -> None:
    queue(store, [DESK], NOW)
    first = keeper.other(1, attachments=LATE)
    assert queue(store, [DESK], NOW).alerts == 0
    keeper.other(1, attachments=HAD)
    assert queue(store, [DESK], NOW).alerts == 1
    assert told(store) == [(first, "new", 2)]


def test_new_and_completed_between_two_polls_is_told_once(store: Store, keeper: Any) -> None:
    queue(store, [DESK], NOW)
    first = keeper(1, attachments=LATE)
    keeper(1, attachments=HAD)
    assert queue(store, [DESK], NOW).alerts == 1
    assert told(store) == [(first, "new", 2)]


def test_what_was_there_at_the_first_walk_is_no_news_when_its_file_is_had(store: Store, keeper: Any) -> None:
    queue(store, [DESK], NOW)
    keeper.other(1, attachments=LATE, baseline=True)
    keeper.other(1, attachments=HAD)
    queue(store, [DESK], NOW)
    assert told(store) == [(0, "summary", 0)]


def test_a_true_change_is_told_after_it(store: Store, keeper: Any) -> None:
    queue(store, [DESK], NOW)
    first = keeper(1, attachments=LATE)
    queue(store, [DESK], NOW)
    keeper(1, attachments=HAD)
    keeper(1, attachments=HAD, words="Misconduct hearings, corrected", response_text="Eight.")
    assert queue(store, [DESK], NOW).alerts == 1
    assert told(store)[-1] == (first, "changed", 3)
