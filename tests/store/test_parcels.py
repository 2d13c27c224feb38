"""What goes in one message is fixed once, can only be halved, and who fails is remembered until it is well."""

from store import hindrances, outbox, parcels
from store.hindrances import Hindrance
from store.outbox import Alert, Step

NOW = "2026-11-21T10:00:00+00:00"
LATER = "2026-11-21T11:00:00+00:00"
BOTH = {"t1", "t2"}


def put(store, *numbers: int, name: str = "desk", due: str = NOW) -> None:
    alerts = tuple(Alert(number, "new", 1, {"title": str(number)}) for number in numbers)
    outbox.take(store, Step(name, 1, alerts, ("t1", "t2"), due), NOW)


def inside(store, *targets: str, now: str = NOW) -> list[tuple[str, str, list[int]]]:
    found = parcels.due(store, targets or BOTH, now)
    return [(one.subscription, one.target, [each.disclosure for each in one.deliveries]) for one in found]


def test_one_for_each_subscription_and_target(store) -> None:
    put(store, 1, 2)
    put(store, 1, name="other")
    parcels.freeze(store, BOTH, NOW)
    assert sorted(inside(store)) == [
        ("desk", "t1", [1, 2]), ("desk", "t2", [1, 2]), ("other", "t1", [1]), ("other", "t2", [1]),
    ]  # fmt: skip
    assert len({one.key for one in parcels.due(store, BOTH, NOW)}) == 4


def test_what_comes_later_is_in_another(store) -> None:
    put(store, 1)
    parcels.freeze(store, BOTH, NOW)
    (before,) = parcels.due(store, {"t1"}, NOW)
    put(store, 2)
    parcels.freeze(store, BOTH, LATER)
    first, second = parcels.due(store, {"t1"}, LATER)
    assert (first, [one.disclosure for one in second.deliveries]) == (before, [2])
    assert (first.made, second.made) == (NOW, LATER)


def test_only_what_is_due_and_only_for_whom_it_is_asked(store) -> None:
    put(store, 1, due=LATER)
    parcels.freeze(store, BOTH, NOW)
    assert inside(store, now=LATER) == []
    parcels.freeze(store, {"t1"}, LATER)
    assert inside(store, now=LATER) == [("desk", "t1", [1])]


def test_a_key_is_of_what_is_told_and_to_whom(store) -> None:
    put(store, 1)
    parcels.freeze(store, BOTH, NOW)
    first, second = parcels.due(store, BOTH, NOW)
    assert len(first.key) == 64
    assert first.key != second.key


def test_the_least_tried_comes_first(store) -> None:
    put(store, 1)
    parcels.freeze(store, {"t1"}, NOW)
    (one,) = parcels.due(store, {"t1"}, NOW)
    outbox.mark_failed(store, one.deliveries, NOW, "HTTP 500")
    put(store, 2)
    parcels.freeze(store, {"t1"}, NOW)
    assert inside(store, "t1") == [("desk", "t1", [2]), ("desk", "t1", [1])]


def test_halves_take_the_place_of_what_was_refused(store) -> None:
    put(store, 1, 2, 3)
    parcels.freeze(store, {"t1"}, NOW)
    (whole,) = parcels.due(store, {"t1"}, NOW)
    halves = parcels.split(store, whole, NOW)
    assert inside(store, "t1") == [("desk", "t1", [1]), ("desk", "t1", [2, 3])]
    assert len({whole.key, *(half.key for half in halves)}) == 3


def test_what_was_begun_and_not_answered_is_unsure(store) -> None:
    put(store, 1)
    parcels.freeze(store, {"t1"}, NOW)
    (one,) = parcels.due(store, {"t1"}, NOW)
    parcels.begin(store, one)
    (begun,) = parcels.due(store, {"t1"}, NOW)
    parcels.answered(store, one)
    (answered,) = parcels.due(store, {"t1"}, NOW)
    assert (one.unsure, begun.unsure, answered.unsure) == (False, True, False)
    parcels.begin(store, begun)
    parcels.answered(store, begun)
    assert parcels.due(store, {"t1"}, NOW)[0].unsure


def test_a_hindrance_lasts_until_it_is_lifted(store) -> None:
    hindrances.hinder(store, Hindrance("target t1", 1, NOW, LATER, "HTTP 503"))
    hindrances.hinder(store, Hindrance("target t1", 2, LATER, LATER, "HTTP 500"))
    hindrances.hinder(store, Hindrance("host h", 1, NOW, LATER, "HTTP 503"))
    assert hindrances.hindrances(store)["target t1"] == Hindrance("target t1", 2, NOW, LATER, "HTTP 500")
    hindrances.lift(store, "target t1")
    assert list(hindrances.hindrances(store)) == ["host h"]
    hindrances.lift(store)
    assert hindrances.hindrances(store) == {}


def test_what_is_too_old_is_given_up_but_not_before_it_was_tried(store) -> None:
    put(store, 1, 2)
    parcels.freeze(store, BOTH, NOW)
    tried = parcels.due(store, {"t1"}, NOW)[0]
    outbox.mark_failed(store, tried.deliveries, NOW, "HTTP 500")
    assert hindrances.bury(store, [tried.id], [], NOW, 2, LATER) == 0
    assert hindrances.bury(store, [tried.id], [], "2026-11-21T09:00:00+00:00", 1, LATER) == 0
    assert hindrances.bury(store, [tried.id], [], NOW, 1, LATER) == 2
    hindrances.hinder(store, Hindrance("target t2", 1, NOW, LATER, "HTTP 503"))
    assert hindrances.bury(store, [], ["t2"], NOW, 2, LATER) == 0
    assert hindrances.bury(store, [], ["t2"], NOW, 1, LATER) == 2
    assert {one.last_error for one in outbox.deliveries(store, "dead")} == {"HTTP 500", "HTTP 503"}
