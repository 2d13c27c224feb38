"""What was watched: each source is checked, unwell or idle, and what is new is counted."""

import pytest
from stores import new_store

from store.database import Store
from store.keeping import keep
from store.records import RunResult, Sighting
from store.runs import begin_run, finish_run
from store.walks import register_sources
from store.watched import watched

MONDAY, TUESDAY, FRIDAY = (f"2026-11-{day}T09:00:00+00:00" for day in (16, 17, 20))


@pytest.fixture
def store(tmp_path):
    opened = new_store(tmp_path / "data")
    names = ("essex", "kent", "met", "gwent")
    register_sources(
        opened, [(name, f"{name.title()} Police", "wordpress", f"https://{name}.example") for name in names]
    )
    yield opened
    opened.close()


def ran(store: Store, source: str, moment: str, *, whole: bool) -> None:
    counts = dict.fromkeys(("listed", "new", "changed", "unchanged", "skipped", "failed", "withdrawn", "requests"), 0)
    problem = "" if whole else "HTTP 503"
    result = RunResult(source=source, started=moment, ended=moment, mode="poll", whole=whole, problem=problem, **counts)
    finish_run(store, begin_run(store, source, "poll", moment), result)


def kept(store: Store, source: str, moment: str, *, baseline: bool = False) -> None:
    address = f"https://{source}.example/{moment}"
    keep(store, Sighting(source, address, "Hearings", words=moment), seen=moment, run=None, baseline=baseline)


def test_each_source_is_checked_unwell_or_idle(store) -> None:
    ran(store, "essex", FRIDAY, whole=True)
    ran(store, "kent", MONDAY, whole=True)
    ran(store, "met", MONDAY, whole=True)
    ran(store, "met", TUESDAY, whole=False)
    ran(store, "met", FRIDAY, whole=False)
    found = watched(store, TUESDAY)
    assert found.checked == ("Essex Police",)
    assert found.unwell == (("Met Police", TUESDAY),)
    assert found.idle == ("Kent Police",)


def test_what_is_new_is_counted_since_then_and_without_first_crawls(store) -> None:
    ran(store, "essex", FRIDAY, whole=True)
    kept(store, "essex", MONDAY)
    kept(store, "essex", FRIDAY)
    kept(store, "kent", FRIDAY)
    kept(store, "met", FRIDAY, baseline=True)
    assert watched(store, TUESDAY).new == 2
    assert watched(store, TUESDAY, ["essex"]).new == 1
    assert watched(store, TUESDAY, ["Essex Police"]).checked == ("Essex Police",)
    assert watched(store, FRIDAY).new == 0
