"""Each thing is told once, told again when it changes, and when it is over; a crash between tells nothing twice."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from alerts.operator.trouble import OPERATOR
from alerts.operator.watching import watch_over
from store import outbox, troubles, upkeep
from store.outbox import Alert, Step


@pytest.fixture(autouse=True)
def room(disk: Callable[[int], None]) -> None:
    disk(9000)


def test_a_source_is_told_when_it_breaks_when_it_breaks_otherwise_and_when_it_is_well(house: Any) -> None:
    house.run()
    assert house.told() == []
    told = []
    for problem in ("bot wall: HTTP 403", "bot wall: HTTP 403", "3 of 24 failed", "4 of 30 failed", "HTTP 500", ""):
        house.later()
        house.run(problem=problem)
        told.append(house.told())
    broke, same, changed, other_numbers, again, well = told
    assert broke == ["Broken: Essex Police: bot wall: HTTP 403; last whole run 2026-11-02 09:00"]
    assert changed == ["Broken: Essex Police: 3 of 24 failed; last whole run 2026-11-02 09:00"]
    assert again == ["Broken: Essex Police: HTTP 500; last whole run 2026-11-02 09:00"]
    assert well == ["Well again: Essex Police: read whole again (told of since 2026-11-03 09:00)"]
    assert (same, other_numbers) == ([], [])


def test_two_troubles_that_take_turns_are_each_told_once(house: Any) -> None:
    told = []
    for problem in ("HTTP 500", "no answer in time", "HTTP 500", "no answer in time"):
        house.run(problem=problem)
        told.append(len(house.told()))
        house.later()
    assert told == [1, 1, 0, 0]
    house.run()
    assert len(house.told()) == 1
    house.later()
    house.run(problem="HTTP 500")
    assert len(house.told()) == 1


def test_troubles_of_one_cause_are_one_sentence(house: Any) -> None:
    house.run("essex", "robots.txt could not be read: connection refused")
    house.run("kent", "listing unreadable: no answer in time")
    assert house.told() == ["Broken: none of the 2 sources can be reached: Essex Police, Kent Police"]
    house.later()
    house.run("essex")
    house.run("kent", "listing unreadable: no answer in time")
    assert house.told() == ["Well again: Essex Police: read whole again (told of since 2026-11-02 09:00)"]


def test_the_same_trouble_at_several_sources_is_one_sentence(house: Any) -> None:
    for source in ("essex", "kent"):
        house.run(source, "listing unreadable: 3 tables")
    assert house.told() == [
        "Broken: 2 sources have the same trouble, listing unreadable: … tables: Essex Police, Kent Police"
    ]


def test_addresses_of_pages_stay_in_the_record(house: Any) -> None:
    house.run(problem="bot wall: https://essex.example/foi/taser-and-mr-example/?a=1")
    assert house.told() == ["Broken: Essex Police: bot wall: a page; no run was ever whole"]
    assert "mr-example" not in repr(troubles.open_troubles(house.store))


def test_a_source_that_is_switched_off_is_not_called_well(house: Any) -> None:
    house.run(problem="HTTP 500")
    assert len(house.told()) == 1
    house.watch = replace(house.watch, names=frozenset({"kent"}))
    assert house.told() == []
    assert troubles.open_troubles(house.store) == {}


def test_a_run_that_a_person_stopped_says_nothing_of_its_source_unless_all_are(house: Any) -> None:
    told = []
    for _ in range(3):
        house.run(problem="stopped")
        told.append(house.told())
        house.later(0.5)
    assert told == [[], [], ["Broken: Essex Police: stopped; no run was ever whole"]]


def test_a_source_that_could_not_be_started_is_told(house: Any) -> None:
    house.watch = replace(house.watch, unstarted=frozenset({"kent"}))
    assert house.told() == ["Broken: kent: could not be started"]


def test_the_disk_is_told_at_its_bound_when_full_and_when_there_is_room(
    house: Any, disk: Callable[[int], None]
) -> None:
    house.watch = replace(house.watch, disk_free=1000)
    told = []
    for free in (1100, 900, 1100, 90, 1300):
        disk(free)
        told.append(house.told())
        house.later(0.5)
    assert told == [
        [],
        ["On this machine: the disk is filling: 900 MiB are free where the store is, fewer than 1,000"],
        [],  # a little room is not yet room
        ["On this machine: the disk is full: 90 MiB are free where the store is, fewer than 1,000"],
        ["Well again: the disk has room again (told of since 2026-11-02 21:00)"],
    ]


def dead(house: Any, number: int, subscription: str = "desk", target: str = "7a46e7") -> None:
    """Give up so many alerts."""
    alerts = tuple(Alert(house.now.toordinal() * 100 + n, "new", 1, {"kind": "item"}) for n in range(number))
    outbox.take(house.store, Step(subscription, 0, alerts, (target,), "1"), house.now.isoformat())
    gone = [one for one in outbox.deliveries(house.store, "waiting") if one.subscription == subscription]
    outbox.mark_dead(house.store, gone, house.now.isoformat(), "HTTP 404")


def test_dead_letters_are_told_and_again_when_they_have_doubled(house: Any) -> None:
    house.watch = replace(house.watch, readers={"7a46e7": "slack (7a46e7)"})
    told = []
    for more in (3, 1, 1, 3):
        dead(house, more)
        told.append(house.told())
        house.later()
    assert told[0] == ["Alerts that do not arrive: 3 alerts to slack (7a46e7) were given up"]
    assert told[1] == ["Alerts that do not arrive: 4 alerts to slack (7a46e7) were given up"]
    assert told[2] == []
    assert told[3] == ["Alerts that do not arrive: 8 alerts to slack (7a46e7) were given up"]


def test_what_the_operator_could_not_be_told_is_not_told_to_the_operator(house: Any) -> None:
    dead(house, 3, OPERATOR, "0pera70r")
    assert house.told() == []


def test_a_target_that_takes_nothing_for_a_day_is_told(house: Any) -> None:
    from store.hindrances import Hindrance, hinder, lift

    house.watch = replace(house.watch, readers={"7a46e7": "slack (7a46e7)"})
    since = house.now.isoformat()
    hinder(house.store, Hindrance("target 7a46e7", 4, since, since, "HTTP 500"))
    hinder(house.store, Hindrance("target 0pera70r", 4, since, since, "HTTP 500"))
    assert house.told() == []
    house.later(1.5)
    assert house.told() == [
        "Alerts that do not arrive: slack (7a46e7) has taken no alert since 2026-11-02 09:00: HTTP 500"
    ]
    lift(house.store, "target 7a46e7")
    assert house.told() == ["Well again: slack (7a46e7): takes alerts again (told of since 2026-11-03 21:00)"]


def test_a_file_in_quarantine_is_told_once_without_its_name_or_title(house: Any) -> None:
    for sha256 in ("aa", "bb"):
        house.store.db["files"].insert({"sha256": sha256, "media_type": "", "bytes": 1})
        house.store.db["quarantined"].insert(
            {"sha256": sha256, "kinds": '{"hidden sheet": 2}', "since": house.now.isoformat()}
        )
    assert house.told() == ["In quarantine: 2 new files are held back: 4 hidden sheets"]
    assert house.told() == []
    house.store.db["quarantined"].delete("aa")
    assert house.told() == []
    house.store.db["quarantined"].insert({"sha256": "aa", "kinds": '{"comment": 1}', "since": house.now.isoformat()})
    assert house.told() == ["In quarantine: 1 new file is held back: a comment"]
    assert upkeep.unreported(house.store) == []


def test_a_new_operator_is_told_of_all_that_lasts(house: Any) -> None:
    to, house.watch = house.watch, replace(house.watch, targets=())
    house.run(problem="HTTP 500")
    assert bool(watch_over(house.store, house.watch, house.now))
    assert not watch_over(house.store, house.watch, house.now)
    house.watch = to
    assert house.told() == ["Broken: Essex Police: HTTP 500; no run was ever whole"]
    assert house.told() == []


def test_a_crash_before_the_message_is_queued_leaves_it_to_be_told(house: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def crash(*_: object) -> None:
        raise KeyboardInterrupt

    house.run(problem="HTTP 500")
    with monkeypatch.context() as patched, pytest.raises(KeyboardInterrupt):
        patched.setattr(outbox, "take", crash)
        house.told()
    assert troubles.open_troubles(house.store) == {}
    assert len(house.told()) == 1


def test_a_field_that_goes_empty_is_told_until_it_is_there_again(house: Any) -> None:
    for number in range(60):
        house.keep(number, baseline=True)
    told = []
    for week, ref in enumerate(("FOI 1/26", "", "", "", "FOI 1/26", "FOI 1/26")):
        house.later(7)
        for number in range(4):
            house.keep(1000 + 10 * week + number, ref=ref)
        house.run()
        told.append(house.told())
    assert told[0] == []
    assert told[1] == [
        "Unlike its history: Essex Police: no reference in 4 of the last 5 disclosures; before, 0 of 60 had none"
    ]
    assert told[2:4] == [[], []]
    (well,) = [*told[4], *told[5]]
    assert well.startswith("Well again: Essex Police, reference: there again")


def test_a_log_that_lists_far_fewer_is_told(house: Any) -> None:
    house.run(mode="first", listed=400)
    assert house.told() == []
    house.later(30)
    house.run(mode="full", listed=150)
    house.run(listed=20)
    assert house.told() == [
        "Unlike its history: Essex Police: its log lists 150 disclosures, where it listed 400 before"
    ]
    assert house.told() == []
    house.later(30)
    house.run(mode="full", listed=410)
    assert house.told() == ["Well again: Essex Police: as much as usual again (told of since 2026-12-02 09:00)"]


def test_of_a_broken_source_no_habit_is_judged(house: Any) -> None:
    for number in range(60):
        house.later(3)
        house.keep(number, baseline=True)
    house.run()
    assert house.told() == []
    house.later(90)
    house.run(problem="HTTP 500")
    assert [one.partition(":")[0] for one in house.told()] == ["Broken"]
    house.later(1)
    house.run()
    assert [one.partition(":")[0] for one in house.told()] == ["Unlike its history", "Well again"]
