"""Dossiers as keeping makes them: what is linked, under which number, and what is not."""

from collections.abc import Callable
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from stores import new_store

from store.database import Store
from store.dossiers.reading import dossier
from store.dossiers.rebuilding import rebuild
from store.errors import NotKept
from store.keeping import keep

from .conftest import DRONES, NOON, asked

Ask = Callable[..., int]
Members = Callable[[], dict[int, set[int]]]
REWORDED = (
    "The number of unmanned aerial vehicles that you currently have.",
    "For each calendar year from 2021 to 2023, the number of drone deployments.",
)
HORSES = ("How many police horses does the force keep?", "What do they eat, and what is the cost of hay?")


def test_the_same_question_to_two_forces_is_a_dossier_with_its_reasons(store: Store, ask: Ask) -> None:
    first, second = ask("Essex Police"), ask("Kent Police", on="2024-03-11")
    found = dossier(store, 1)
    assert [one.disclosure for one in found.members] == [first, second]
    reasons = {one["reason"]: one for member in found.members for one in member.reasons}
    assert reasons["same sentences"]["shared"] == list(DRONES)
    assert reasons["same questions"]["shared"] == ["1=1", "2=2", "3=3"]
    assert reasons["same time"]["shared"] == ["2021-01 to 2023-12"]
    assert reasons["days between"]["days"] == 7
    assert found.title == "Use of drones"
    assert found.since == "2024-03-04"


def test_a_dossier_keeps_its_number_when_it_grows(ask: Ask, members: Members) -> None:
    ids = {ask(force) for force in ("Essex Police", "Kent Police")}
    assert members() == {1: ids}
    ids |= {ask("Surrey Police", *REWORDED, on="2024-04-02"), ask("Gwent Police", DRONES[1], on="2024-02-01")}
    assert members() == {1: ids}


def test_another_question_is_another_dossier(ask: Ask, members: Members) -> None:
    drones = {ask("Essex Police"), ask("Kent Police")}
    horses = {ask("Sussex Police", *HORSES, title="Horses"), ask("Surrey Police", *HORSES, title="Horses")}
    assert sorted(members().values(), key=min) == [drones, horses]


def test_the_same_question_a_year_later_is_another_dossier(ask: Ask, members: Members) -> None:
    now = {ask("Essex Police"), ask("Kent Police")}
    later = {ask("Sussex Police", on="2025-03-10"), ask("Surrey Police", on="2025-03-12")}
    assert sorted(members().values(), key=min) == [now, later]


def test_without_any_date_the_words_decide(ask: Ask, members: Members) -> None:
    ids = {ask("Essex Police", received=""), ask("Kent Police", received="")}
    assert members() == {1: ids}


def test_one_force_alone_makes_none_and_a_follow_up_stays_out(ask: Ask, members: Members) -> None:
    first = ask("Essex Police")
    follow_up = ("Thank you for your answer about drones. How many drones fell down in 2023?",)
    ask("Essex Police", *follow_up, on="2024-04-20")
    assert members() == {}
    assert members() == {} and {first, ask("Kent Police")} == members()[1]


def test_the_same_request_sent_again_is_in_the_dossier(ask: Ask, members: Members) -> None:
    ids = {ask("Essex Police"), ask("Essex Police", on="2024-03-06"), ask("Kent Police")}
    assert members() == {1: ids}


def test_a_thread_and_the_log_s_own_entry_are_in_one_dossier(store: Store, ask: Ask) -> None:
    ask("Essex Police", outcome="refused")
    ask("Essex Police", *REWORDED, on="2024-03-05", kind="correspondence", response_text="")
    ask("Kent Police", on="2024-03-20")
    (essex,) = (one for one in dossier(store, 1).forces if one.force == "Essex Police")
    assert (essex.answer, len(essex.members)) == ("refused", 2)


def test_an_article_is_in_no_dossier(ask: Ask, members: Members) -> None:
    ask("Essex Police")
    ask("Kent Police", kind="news")
    assert members() == {}


def test_a_request_that_changes_leaves_and_comes_back(ask: Ask, ask_again: Ask, members: Members) -> None:
    ids = {ask("Essex Police"), ask("Kent Police"), ask("Surrey Police")}
    changed = ask_again("Surrey Police", *HORSES, title="Horses")
    assert members() == {1: ids - {changed}}
    ask_again("Surrey Police")
    assert members() == {1: ids}


def test_a_change_of_the_answer_alone_compares_nothing(store: Store, ask: Ask, ask_again: Ask) -> None:
    ask("Essex Police")
    ask("Kent Police")
    before = list(store.db.conn.execute("SELECT * FROM dossier_members"))
    assert ask_again("Kent Police", response_text="Amended.", words="Other words.") == 2
    assert list(store.db.conn.execute("SELECT * FROM dossier_members")) == before


def test_two_dossiers_that_become_one_are_found_under_both_numbers(store: Store, ask: Ask, members: Members) -> None:
    # Before the whole request came, its halves had nothing to do with each other.
    halves = (DRONES[0], HORSES[0])
    for force, half in zip(
        ("Essex Police", "Kent Police", "Surrey Police", "Sussex Police"), (0, 0, 1, 1), strict=True
    ):
        ask(force, halves[half], title="")
    assert len(members()) == 2
    store.db.conn.execute("UPDATE dossier_members SET dossier = 2")
    store.db.conn.execute("UPDATE dossiers SET merged_into = 2 WHERE id = 1")
    assert dossier(store, 1).id == dossier(store, 2).id == 2
    assert (dossier(store, 1).asked_as, dossier(store, 2).merged) == (1, (1,))


def test_a_dossier_that_there_is_not_is_refused(store: Store) -> None:
    with pytest.raises(NotKept, match="no dossier 7"):
        dossier(store, 7)


def test_what_is_deleted_leaves_nothing_behind(store: Store, ask: Ask) -> None:
    first = ask("Essex Police", title="A title of its own")
    ask("Kent Police")
    store.db.conn.execute("UPDATE dossiers SET core = ?, title = 'A title of its own'", (first,))
    store.db.conn.execute("DELETE FROM changes")
    store.db.conn.execute("DELETE FROM disclosures WHERE id = ?", (first,))
    for table in ("dossier_keys", "dossier_requests", "dossier_members"):
        assert store.db.conn.execute(f"SELECT count(*) FROM {table} WHERE disclosure = ?", (first,)).fetchone() == (0,)
    assert store.db.conn.execute("SELECT title, core FROM dossiers").fetchall() == [("", None)]
    assert dossier(store, 1).title == "Use of drones"


def test_a_rebuild_gives_what_keeping_gave(store: Store, ask: Ask, members: Members) -> None:
    for force in ("Essex Police", "Kent Police", "Surrey Police"):
        ask(force)
        ask(force, *HORSES, on="2024-03-08", title="Horses")
    before = members()
    for table in ("dossier_keys", "dossier_requests", "dossier_links"):
        store.db.conn.execute(f"DELETE FROM {table}")
    assert rebuild(store, NOON) == len(before)
    assert members() == before
    store.db.conn.execute("DELETE FROM dossier_members")
    assert rebuild(store, NOON) == len(before)
    assert sorted(members().values(), key=min) == sorted(before.values(), key=min)


WHOLE = [
    asked(force, *questions, on=on, title=title, address=f"https://foi.example/{force}/{title}/")
    for force, on in (("Essex Police", "2024-03-04"), ("Kent Police", "2024-04-01"), ("Gwent Police", "2024-07-15"))
    for questions, title in ((DRONES, "Drones"), (REWORDED, "UAVs"), (HORSES, "Horses"), (HORSES[:1], "Police horses"))
]


@settings(max_examples=12, deadline=None)
@given(order=st.integers(0, 10**6))
def test_the_order_of_keeping_does_not_matter(tmp_path_factory: pytest.TempPathFactory, order: int) -> None:
    pages = [page for number, page in enumerate(WHOLE) if number % 5]
    expected = _dossiers(tmp_path_factory, pages)
    Random(order).shuffle(pages)
    assert _dossiers(tmp_path_factory, pages) == expected


def _dossiers(folders: pytest.TempPathFactory, pages: list) -> set[frozenset[str]]:
    store = new_store(folders.mktemp("data"))
    store.db.conn.execute("PRAGMA synchronous = OFF")
    for page in pages:
        keep(store, page, seen=NOON, run=None)
    found: dict[int, set[str]] = {}
    query = "SELECT dossier, address FROM dossier_members JOIN disclosures ON id = disclosure"
    for number, address in store.db.conn.execute(query):
        found.setdefault(number, set()).add(address)
    store.close()
    return {frozenset(one) for one in found.values()}
