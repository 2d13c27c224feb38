"""Plays weeks on the replica with the real command, and notes how each ended and what was delivered."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic
from typing import Any

from foiwatch.replica.receiver import Receiver
from foiwatch.replica.server import Replica
from foiwatch.replica.world import Week

MARK = ".foiwatch-demo"
WALLED = "beds"
_LIMIT = 300  # seconds that one run may take before the demonstration gives up on it


class NotOurs(Exception):
    """The folder holds something that no demonstration has put there."""


@dataclass(frozen=True)
class Played:
    """One week: what changed on the sites, how the run ended, its account, and what was delivered."""

    number: int
    now: str
    code: int
    account: list[str]
    complaint: str
    items: list[dict[str, Any]]
    summaries: list[dict[str, Any]]
    sources: list[dict[str, Any]]
    week: Week | None = None


@dataclass
class Demonstration:
    """A folder of its own, the running replica, the receiver, and the weeks played so far."""

    folder: Path
    replica: Replica
    receiver: Receiver
    played: list[Played] = field(default_factory=list)

    @property
    def config(self) -> Path:
        return self.folder / "foiwatch.toml"

    def prepare(self) -> None:
        """Make the folder afresh and write its configuration. Raises NotOurs."""
        if self.folder.exists() and any(self.folder.iterdir()) and not (self.folder / MARK).exists():
            raise NotOurs(f"{self.folder} is not empty and was not made by a demonstration; choose another --folder")
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)
        (self.folder / MARK).write_text("Made by `foiwatch demo`, which may delete this folder.\n", "utf-8")
        self.config.write_text(_configuration(self.replica.sites, self.receiver.target), "utf-8")

    def play(self, week: Week | None, waiting: Callable[[int], None]) -> Played:
        """Run the command at the world's time. `waiting` is called now and then with the requests so far."""
        self.replica.reset_requests()
        told, summed = len(self.receiver.items()), len(self.receiver.summaries())
        code, lines = self._run(waiting)
        # One line a source, and one about the alerts; all the rest stays in the log.
        tellers = tuple(f"{name}: " for name in (*self.replica.sites, "alerts"))
        played = Played(
            len(self.played) + 1, self.replica.world.now.isoformat(), code,
            [line for line in lines if line.startswith(tellers)], _complaint(lines),
            self.receiver.items()[told:], self.receiver.summaries()[summed:], self._sources(), week,
        )  # fmt: skip
        self.played.append(played)
        return played

    def _run(self, waiting: Callable[[int], None]) -> tuple[int, list[str]]:
        log = self.folder / f"week-{len(self.played) + 1}.log"
        with log.open("w+", encoding="utf-8") as out:
            # By name: a source that has no replica would be polled where it really stands.
            command = self._command("run", *self.replica.sites)
            with subprocess.Popen(command, env=self._environment(), stdout=out, stderr=out) as process:
                code = self._ended(process, waiting)
        return code, log.read_text("utf-8").splitlines()

    def _ended(self, process: subprocess.Popen[bytes], waiting: Callable[[int], None]) -> int:
        end = monotonic() + _LIMIT
        while monotonic() < end:
            waiting(sum(len(self.replica.requests(name)) for name in self.replica.sites))
            with suppress(subprocess.TimeoutExpired):
                return process.wait(0.2)
        process.kill()
        return process.wait()

    def _sources(self) -> list[dict[str, Any]]:
        found = subprocess.run(
            self._command("sources", "--json"), env=self._environment(), capture_output=True, text=True
        )
        rows = json.loads(found.stdout) if found.returncode == 0 else []
        return [row for row in rows if row["name"] in self.replica.sites]

    def _command(self, *words: str) -> list[str]:
        return [sys.executable, "-m", "foiwatch", "--config", str(self.config), *words]

    def _environment(self) -> dict[str, str]:
        # A proxy in the environment would be asked for the loopback addresses.
        kept = {key: value for key, value in os.environ.items() if not key.lower().endswith("_proxy")}
        return {**kept, "FOIWATCH_NOW": self.replica.world.now.isoformat(), "NO_PROXY": "127.0.0.1"}


def play_all(demonstration: Demonstration, show: Callable[[Played], None], waiting: Callable[[int], None]) -> None:
    """Three weeks: the first crawl; a week in which one site is walled off; the week after it."""
    world = demonstration.replica.world
    show(demonstration.play(None, waiting))
    week = world.advance()
    demonstration.replica.trouble(WALLED, "bot wall")
    show(demonstration.play(week, waiting))
    demonstration.replica.trouble(WALLED, None)
    show(demonstration.play(world.advance(), waiting))


def _complaint(lines: list[str]) -> str:
    """The line of a log that says most: the first error by name, else the last line."""
    named = (line for line in lines if re.match(r"[\w.]+(Error|Exception|Warning)\b", line))
    return next(named, lines[-1] if lines else "nothing")


def _configuration(sites: dict[str, str], target: str) -> str:
    # Without a contact no live site is polled, whatever is run with this file later.
    head = """# Written by `foiwatch demo`: the sources stand on this machine, on invented sites.
contact = ""
store = "data"
"""
    sources = "".join(
        f'\n[sources.{name}]\nsite = "{site}"\nallow_private = true\ndelay = 0\nrecheck_days = 1\n'
        for name, site in sites.items()
    )
    subscription = f"""
[[subscription]]
name = "desk"
topics = ["misconduct"]
events = ["new", "changed", "withdrawn"]
when = "at once"
to = ["{target}"]
"""
    return head + sources + subscription
