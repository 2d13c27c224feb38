"""All subscriptions at once want just what each wants by itself, and a search finds what it finds in the record."""

import random

import pytest

from alerts.subscribing.interest import interested
from alerts.subscribing.items import wanted
from alerts.subscribing.queue import queue
from alerts.subscribing.subscriptions import Subscription
from store import outbox
from store.matches import wanted_among

NOW = "2026-11-21T10:00:00+00:00"
TO = ("json://127.0.0.1:1/a",)
SEARCHES = (
    "", "dogs", "misconduct", '"gross misconduct"', "NEAR(officers dismissed, 3)", "dismiss*", "title : hearings",
    "hearings NOT dogs", "(dogs OR horses) AND many", "^misconduct", "seven", '"1/26"', '"stop-and-search"', "zebra",
)  # fmt: skip
TOPICS = ((), ("misconduct",), ("vetting",), ("misconduct", "vetting"))
FORCES = ((), ("kent",), ("Essex Police",), ("Essex Police", "kent"))
OUTCOMES = ((), ("refused",), ("refused", "disclosed"))
EXEMPTIONS = ((), ("s40",), ("s40(2)",), ("s4",), ("s31", "s40(2)(a)"))


@pytest.fixture
def kept(keeper) -> list[int]:
    cited = {"citations": [{"section": "s40(2)(a)", "relied_on": True, "quote": "q"}]}
    named = {"citations": [{"section": "s31", "relied_on": False, "quote": "q"}]}
    return [
        keeper(1, outcome="refused", extra=cited),
        keeper(2, source="kent", outcome="disclosed", extra=named),
        keeper.other(3, outcome="refused"),
        keeper.other(4, source="kent", response_text="Seven horses; stop and search: none."),
    ]


def test_it_agrees_with_what_each_wants_by_itself(store, kept) -> None:
    chance = random.Random(1)
    some = [
        Subscription(
            f"{number}", topics=chance.choice(TOPICS), search=chance.choice(SEARCHES), forces=chance.choice(FORCES),
            outcomes=chance.choice(OUTCOMES), exemptions=chance.choice(EXEMPTIONS),
        )
        for number in range(400)
    ]  # fmt: skip
    some += [Subscription(f"only {search}", search=search) for search in SEARCHES]
    some += [Subscription(f"only {sections}", exemptions=sections) for sections in EXEMPTIONS]
    found = interested(store, some, kept)
    for one in some:
        assert set(found.get(one.name, ())) == wanted_among(store, wanted(one), kept), one
    assert len({tuple(ids) for ids in found.values()}) > 6, "they hardly differ"


@pytest.mark.parametrize(
    ("sections", "expected"), [(("s40",), [1]), (("s40(2)",), [1]), (("s40(2)(b)",), []), (("s4",), []), (("s31",), [])]
)
def test_an_exemption_holds_what_is_within_it_and_must_be_relied_on(store, kept, sections, expected) -> None:
    assert list(interested(store, [Subscription("desk", exemptions=sections)], kept).get("desk", ())) == expected


def test_what_is_in_quarantine_is_wanted_by_nobody(store, kept) -> None:
    store.db.conn.execute("UPDATE disclosures SET status = 'quarantined' WHERE id = 3")
    assert list(interested(store, [Subscription("desk")], kept)["desk"]) == [1, 2, 4]


def test_one_item_is_once_in_a_message_with_all_the_searches_that_found_it(store, keeper) -> None:
    several = (("hearings", "hearings"), ("dogs", "dogs OR hounds"), ("dismissed", "dismiss*"))
    desk = Subscription("desk", search="(hearings) OR (dogs OR hounds) OR (dismiss*)", searches=several, most=7, to=TO)
    queue(store, [desk], NOW)
    keeper(1)
    keeper.other(2)
    assert queue(store, [desk], NOW).alerts == 2
    bodies = [one.body for one in outbox.deliveries(store, "waiting")]
    assert [(body["id"], body["asked"], body["most"]) for body in bodies] == [
        (1, ["hearings", "dismissed"], 7),
        (2, ["dogs"], 7),
    ]


def test_many_that_ask_alike_and_read_from_different_places_are_told_the_same_once(store, keeper) -> None:
    some = [Subscription(f"desk {number}", topics=("misconduct",), to=TO) for number in range(3)]
    queue(store, some[:2], NOW)
    keeper(1)
    queue(store, some[:1], NOW)
    keeper(2)
    queue(store, some, NOW)
    told = [(one.subscription, one.disclosure, one.event) for one in outbox.deliveries(store, "waiting")]
    both = [(name, number, "new") for name in ("desk 0", "desk 1") for number in (1, 2)]
    assert sorted(told) == [*both, ("desk 2", 0, "summary")]
    assert queue(store, some, NOW).alerts == 0


def statements(store, work) -> int:
    count = []
    store.db.conn.set_trace_callback(count.append)
    work()
    store.db.conn.set_trace_callback(None)
    return len(count)


def test_the_record_is_asked_no_more_often_for_many(store, kept) -> None:
    some = [Subscription(f"{number}", search=f"dogs OR word{number}", topics=()) for number in range(300)]
    few, many = (statements(store, lambda some=some: interested(store, some, kept)) for some in (some[:1], some))
    assert few == many


def test_queueing_asks_no_more_for_those_who_want_nothing(store, keeper) -> None:
    some = [Subscription(f"{number}", search=f"zebra{number}", to=TO) for number in range(300)]
    keeper(9, baseline=True)
    queue(store, some, NOW)
    keeper(1)
    one = statements(store, lambda: queue(store, some[:1], NOW))
    keeper(2)
    assert statements(store, lambda: queue(store, some[1:], NOW)) <= one + 1
    assert outbox.read_to(store, "7") == outbox.read_to(store, "299") == 3
