"""What is compared in full: all that may ask the same, on the days of a campaign too, and little else."""

from collections.abc import Callable

import pytest

from store.database import Store
from store.dossiers import index, linking
from store.dossiers.index import CANDIDATES, candidates
from store.dossiers.sides import sides

from .conftest import DRONES

Ask = Callable[..., int]
Members = Callable[[], dict[int, set[int]]]
SPREAD = tuple(f"2024-03-{day:02}" for day in range(1, 29))


def near(store: Store, disclosure: int) -> list[int]:
    own = sides(store.db.conn, [disclosure])[disclosure]
    return candidates(store.db.conn, disclosure, own.request, own.asked)


@pytest.mark.parametrize("days", [("2024-03-04",), SPREAD], ids=["on one day", "over four weeks"])
def test_a_campaign_to_more_forces_than_a_key_gives_is_one_dossier(
    ask: Ask, members: Members, days: tuple[str, ...]
) -> None:
    ids = {ask(f"Force {number} Police", on=days[number % len(days)]) for number in range(70)}
    assert members() == {1: ids}


def test_a_part_of_a_request_is_found_whichever_comes_last(store: Store, ask: Ask, members: Members) -> None:
    crowd = {ask(f"Force {number} Police") for number in range(66)}
    part = ask("Essex Police", DRONES[1])
    whole = ask("Kent Police")
    assert set(near(store, part)) <= crowd | {whole}
    assert members() == {1: crowd | {part, whole}}
    store.db.conn.execute("DELETE FROM dossier_keys WHERE disclosure < ?", (part - 20,))
    assert part in near(store, whole)


def test_no_more_are_compared_than_a_question_has_forces(store: Store, ask: Ask) -> None:
    for number in range(70):
        last = ask(f"Force {number} Police")
    assert len(near(store, last)) <= CANDIDATES


def test_one_word_that_everybody_says_makes_no_candidate(store: Store, ask: Ask) -> None:
    things = ("vetting", "tattoos", "uniforms", "kennels", "canteens", "overtime", "bicycles", "laptops", "radios")
    for number in range(90):
        thing, other = things[number % 9], things[number // 9 % 9]
        ask(f"Force {number} Police", f"How many tasers near {thing}{number} and {other}{number}x?", title="")
    own = ask("Essex Police", "What do tasers weigh, and which shop sold the holsters and the batteries?", title="")
    assert near(store, own) == []


def test_what_was_asked_at_another_time_is_not_taken_apart(
    store: Store, ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken: list[int] = []
    monkeypatch.setattr(linking, "sides", lambda db, ids: taken.extend(ids) or sides(db, ids))
    ask("Essex Police", on="2024-03-04")
    ask("Kent Police", on="2024-08-04")
    assert taken == []
    third = ask("Gwent Police", on="2024-08-06")
    assert (taken, third) == ([2], 3)


def test_a_key_is_as_common_as_the_days_say_over_which_the_nearest_are_spread() -> None:
    assert index._often([800] * 3, 790, 32) == 3
    assert index._often([790 + place for place in range(32)], 790, 32) == 430
    assert index._often([790] * 32, 790, 32) == 32 * 430
