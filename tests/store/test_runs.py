"""The health of sources: whole, not whole, never run, running, and killed without a word."""

import os
import subprocess
import sys

import pytest

from store.database import Store
from store.errors import StoreError
from store.keeping import keep
from store.records import RunResult
from store.runs import INTERRUPTED, Health, add_problem, begin_run, finish_run, health, note_killed_runs
from store.walks import register_sources

DAYS = [f"2026-11-{day:02}T12:00:00+00:00" for day in range(1, 29)]


def run_once(store: Store, day: int, problem: str = "") -> int:
    run = begin_run(store, "essex", "poll", DAYS[day])
    finish_run(
        store,
        run,
        RunResult("essex", DAYS[day], DAYS[day], "poll", not problem, problem, 9, 1, 2, 3, 1, 2, 0, 11),
    )
    return run


def essex(store: Store) -> Health:
    return next(h for h in health(store) if h.name == "essex")


def process_that_ended() -> int:
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    return process.pid


def test_a_source_that_never_ran(store: Store) -> None:
    never = essex(store)
    assert (never.status, never.last_run, never.kept, never.failing_since) == ("never run", "", 0, "")


def test_a_whole_run(store: Store, sighting) -> None:
    keep(store, sighting(1), seen=DAYS[0], run=run_once(store, 0))
    whole = essex(store)
    assert (whole.status, whole.last_whole, whole.kept, whole.problem) == ("whole", DAYS[0], 1, "")
    assert (whole.listed, whole.new, whole.changed, whole.unchanged) == (9, 1, 2, 3)
    assert (whole.skipped, whole.failed, whole.withdrawn, whole.requests) == (1, 2, 0, 11)


def test_a_source_that_fails_says_since_when_and_why(store: Store) -> None:
    for day, problem in enumerate(["HTTP 500", "", "bot wall", "soft 404"]):
        run_once(store, day, problem)
    failing = essex(store)
    assert (failing.status, failing.problem) == ("not whole", "soft 404")
    assert (failing.last_whole, failing.failing_since) == (DAYS[1], DAYS[2])
    run_once(store, 4)
    assert (essex(store).status, essex(store).failing_since) == ("whole", "")


def test_a_run_under_way_is_running(store: Store) -> None:
    run_once(store, 0)
    begin_run(store, "essex", "poll", DAYS[1])
    assert essex(store).status == "running"
    assert (essex(store).last_whole, essex(store).failing_since) == (DAYS[0], "")


def test_a_killed_run_shows_as_interrupted(store: Store) -> None:
    run = begin_run(store, "essex", "poll", DAYS[1])
    store.db.conn.execute("UPDATE runs SET pid = ? WHERE id = ?", (process_that_ended(), run))
    killed = essex(store)
    assert (killed.status, killed.problem, killed.failing_since) == ("interrupted", INTERRUPTED, DAYS[1])


def test_the_next_run_writes_down_that_the_last_was_killed(store: Store, rows) -> None:
    begin_run(store, "essex", "poll", DAYS[1])
    begin_run(store, "essex", "poll", DAYS[2])
    assert rows("SELECT problem FROM runs ORDER BY id") == [(INTERRUPTED,), ("",)]
    assert essex(store).failing_since == DAYS[1]


def test_readers_of_the_view_learn_of_killed_runs(store: Store, rows) -> None:
    run = begin_run(store, "essex", "poll", DAYS[1])
    assert note_killed_runs(store) == 0
    store.db.conn.execute("UPDATE runs SET pid = ? WHERE id = ?", (process_that_ended(), run))
    assert note_killed_runs(store) == 1
    assert rows("SELECT status, problem FROM source_health") == [("interrupted", INTERRUPTED)]
    assert os.getpid() > 0


def test_every_registered_source_has_one_row(store: Store) -> None:
    register_sources(store, [("kent", "Kent Police", "wordpress", "https://kent.example")])
    run_once(store, 0)
    run_once(store, 1)
    assert [(h.name, h.status) for h in health(store)] == [("essex", "whole"), ("kent", "never run")]


def test_a_problem_is_noted_with_its_address(store: Store, rows) -> None:
    run = begin_run(store, "essex", "first", DAYS[0])
    add_problem(store, run, "https://essex.example/1", "failed", "not a PDF", "starts with \udcff")
    assert rows("SELECT address, verdict, reason, detail FROM problems") == [
        ("https://essex.example/1", "failed", "not a PDF", "starts with ?")
    ]


def test_an_account_that_was_never_opened_cannot_be_closed(store: Store) -> None:
    result = RunResult("essex", DAYS[0], DAYS[0], "poll", True, "", 0, 0, 0, 0, 0, 0, 0, 0)
    with pytest.raises(StoreError, match="no run 7"):
        finish_run(store, 7, result)
