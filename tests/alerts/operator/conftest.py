"""A source with a history in a store, and what the operator is told of it."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any, NamedTuple

import pytest

from alerts.operator.watching import Watch, watch_over
from store import outbox, runs
from store.database import Store
from store.keeping import keep
from store.records import RunResult, Sighting

BEGIN = datetime.fromisoformat("2026-11-02T09:00:00+00:00")


class House:
    """Days go by in it: runs of sources end in one way or another, and the operator is told."""

    def __init__(self, store: Store) -> None:
        self.store, self.now = store, BEGIN
        self.watch = Watch(frozenset({"essex", "kent"}), targets=("0pera70r",), disk_free=1)

    def run(self, source: str = "essex", problem: str = "", mode: str = "poll", listed: int = 20) -> None:
        moment = self.now.isoformat()
        number = runs.begin_run(self.store, source, mode, moment)
        counts = dict.fromkeys(("new", "changed", "unchanged", "skipped", "failed", "withdrawn", "requests"), 0)
        whole = not problem
        result = RunResult(source, moment, moment, mode, whole, problem, listed, **counts)
        runs.finish_run(self.store, number, result)

    def later(self, days: float = 1) -> None:
        self.now += timedelta(days=days)

    def keep(self, number: int, *, baseline: bool = False, **other: Any) -> None:
        day = (self.now - timedelta(days=2)).date().isoformat()
        usual: dict[str, Any] = {
            "source": "essex", "address": f"https://essex.example/foi/{number}/", "title": f"Dogs {number}",
            "words": f"Dogs {number}", "ref": f"FOI {number}/26", "published": day, "request_text": "How many?",
            "response_text": f"{number}.",
        }  # fmt: skip
        keep(self.store, Sighting(**usual | other), seen=self.now.isoformat(), run=None, baseline=baseline)

    def told(self) -> list[str]:
        """What is queued for the operator now, heading and sentences, if anything."""
        known = {one.alert for one in outbox.deliveries(self.store, "waiting")}
        watch_over(self.store, self.watch, self.now)
        fresh = [one for one in outbox.deliveries(self.store, "waiting") if one.alert not in known]
        return [
            f"{block['heading']}: {line['said']}"
            for one in fresh for block in one.body["blocks"] for line in block["lines"]
        ]  # fmt: skip


@pytest.fixture
def house(store: Store) -> House:
    return House(store)


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
    """Lets the disk of the store have so many MiB free."""

    def free(mebibytes: int) -> None:
        monkeypatch.setattr("shutil.disk_usage", lambda path: Usage(2**40, 0, mebibytes * 2**20))

    return free


class Usage(NamedTuple):
    """As `shutil.disk_usage` gives it, in bytes."""

    total: int
    used: int
    free: int
