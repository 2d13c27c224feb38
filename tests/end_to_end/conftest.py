"""The command, run as a user runs it, in a subprocess against the replica of the sites."""

import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from forked import Popen, foiwatch

from foiwatch.replica import Replica, Variant

START = "2026-11-03T09:00:00+00:00"
LISTING = "/foi-ai/af/accessing-information/published-items/"


@dataclass
class Desk:
    """A folder with a configuration for a running replica, and the command to run there."""

    folder: Path
    replica: Replica

    def configure(self, more: str = "", **attributes: object) -> None:
        set_here = {"allow_private": True, "delay": 0, "timeout": 8.0, **attributes}
        lines = ['contact = "desk@example.org"', 'store = "data"']
        for name, site in self.replica.sites.items():
            lines += [f"[sources.{name}]", f'site = "{site}"']
            lines += [f"{key} = {json.dumps(value)}" for key, value in set_here.items()]
        (self.folder / "foiwatch.toml").write_text("\n".join([*lines, more, ""]))

    def environment(self, now: str) -> dict[str, str]:
        return {**os.environ, "FOIWATCH_NOW": now, "COLUMNS": "200"}

    def run(self, *arguments: str, now: str = START, stdin: str = "") -> subprocess.CompletedProcess[str]:
        self.replica.reset_requests()
        return foiwatch(*arguments, folder=self.folder, environment=self.environment(now), stdin=stdin)

    def crawl(self, *sources: str, now: str = START, options: tuple[str, ...] = ()) -> str:
        """Crawl and return what the command said of it, its exit code before it."""
        done = self.run("crawl", *(sources or self.replica.sites), *options, now=now)
        assert "Traceback" not in done.stderr, done.stderr
        return f"exit {done.returncode}\n{done.stderr}"

    def start(self, *arguments: str, now: str = START) -> Popen:
        return Popen([sys.executable, "-m", "foiwatch", *arguments], self.folder, self.environment(now))

    def ask(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        connection = sqlite3.connect(self.folder / "data" / "foi.db", timeout=10)
        try:
            return connection.execute(query, values).fetchall()
        finally:
            connection.close()

    def kept(self, source: str = "") -> int:
        where = "WHERE source = ?" if source else "WHERE source <> ?"
        return int(self.ask(f"SELECT count(*) FROM disclosures {where}", source)[0][0])

    def pages_asked(self, site: str) -> list[str]:
        """The requests of the last run, beside robots.txt."""
        return [path for _, path, _ in self.replica.requests(site) if path != "/robots.txt"]

    @staticmethod
    def until(condition: Callable[[], bool], seconds: float = 30.0) -> None:
        """Wait until a condition holds. Fails when it does not in time."""
        end = time.monotonic() + seconds
        while not condition():
            assert time.monotonic() < end, "waited in vain"
            time.sleep(0.02)

    @staticmethod
    def end(process: Popen, how: signal.Signals) -> str:
        """End a process by its id and return what it had said."""
        process.send_signal(how)
        return process.communicate(timeout=30)[1]

    def export(self) -> list[dict[str, Any]]:
        done = self.run("export", "--format", "jsonl")
        assert done.returncode == 0, done.stderr
        return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Callable[..., Desk]]:
    """Makes a desk on a replica with so many disclosures at each site."""
    running: list[Replica] = []

    def make(counts: Mapping[str, int], variants: Mapping[str, Variant] | None = None, **attributes: object) -> Desk:
        replica = Replica.start(counts=counts, variants=variants or {})
        running.append(replica)
        made = Desk(tmp_path, replica)
        made.configure(**attributes)
        return made

    yield make
    for replica in running:
        replica.stop()


@pytest.fixture(scope="module")
def first_crawls(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[Mapping[str, int]], Desk]]:
    """Makes a desk that has crawled once, one for all tests of a file that begin with the same."""
    done: dict[str, Desk] = {}

    def make(counts: Mapping[str, int]) -> Desk:
        key = json.dumps(counts, sort_keys=True)
        if key not in done:
            done[key] = Desk(tmp_path_factory.mktemp("crawled"), Replica.start(counts=counts))
            done[key].configure()
            assert done[key].crawl().startswith("exit 0")
        return done[key]

    yield make
    for here in done.values():
        here.replica.stop()


@pytest.fixture
def crawled(first_crawls: Callable[..., Desk], tmp_path: Path) -> Iterator[Callable[..., Desk]]:
    """A copy of a desk that has crawled once. Its replica is shared: a test may trouble it, not change its world."""
    troubled: list[Replica] = []

    def make(counts: Mapping[str, int]) -> Desk:
        first = first_crawls(counts)
        shutil.copytree(first.folder, tmp_path, dirs_exist_ok=True)
        troubled.append(first.replica)
        return Desk(tmp_path, first.replica)

    yield make
    for replica in troubled:
        for site in replica.sites:
            replica.trouble(site, None)
