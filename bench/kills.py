"""Kills a crawl with SIGKILL at random points and looks at what is left: sound, nothing lost, nothing twice.

    python bench/kills.py [KILLS]

Each round crawls invented logs with attachments into a new store, is killed several times on the way, is let finish,
and does so again after a week in which pages were added, corrected and withdrawn. After every kill `foiwatch doctor`
must find no fault and every version that was kept before must be kept still; at the end every disclosure of the logs
must be there once, every file with its bytes, and one more run must find nothing to do.
"""

import contextlib
import io
import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from unittest import mock

from foiwatch.command import group
from foiwatch.replica import Replica
from foiwatch.replica.listing import media_path

KILLS, A_ROUND = 200, 10
COUNTS = {"met": 24, "west_midlands": 12}
PATIENCE = 60.0  # seconds that a crawl may take to come to a request


@dataclass
class Round:
    """One store, its logs, and what was seen of it so far. `faults` are sentences; empty is well."""

    folder: Path
    replica: Replica
    dice: random.Random
    kills: int = 0
    faults: list[str] = field(default_factory=list)
    versions: set[tuple[object, ...]] = field(default_factory=set)

    def configure(self) -> None:
        lines = ['contact = "desk@example.org"', 'store = "data"']
        for name, site in self.replica.sites.items():
            lines += [f"[sources.{name}]", f'site = "{site}"', "allow_private = true", "delay = 0"]
        (self.folder / "foiwatch.toml").write_text("\n".join(lines) + "\n", encoding="utf-8")

    def environment(self) -> dict[str, str]:
        return {**os.environ, "FOIWATCH_NOW": self.replica.world.now.isoformat()}

    def start(self) -> subprocess.Popen[str]:
        self.replica.reset_requests()
        command = [sys.executable, "-m", "foiwatch", "crawl", *self.replica.sites]
        return subprocess.Popen(
            command, cwd=self.folder, env=self.environment(), stderr=subprocess.PIPE, text=True, start_new_session=True
        )

    def asked(self) -> int:
        return sum(len(self.replica.requests(site)) for site in self.replica.sites)

    def kill_after(self, requests: int) -> bool:
        """Crawl, and kill it when it has asked so often; whether it was at work still."""
        process, end = self.start(), time.monotonic() + PATIENCE
        while process.poll() is None and self.asked() < requests and time.monotonic() < end:
            time.sleep(0.002)
        time.sleep(self.dice.uniform(0, 0.05))
        alive = process.poll() is None
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        self.kills += alive
        return alive

    def finish(self) -> str:
        process = self.start()
        said = process.communicate(timeout=PATIENCE * 2)[1]
        if process.returncode != 0:
            self.faults.append(f"the next run ended with {process.returncode}: {said[-300:]}")
        return said

    def ask(self, query: str) -> list[tuple[object, ...]]:
        with contextlib.closing(sqlite3.connect(self.folder / "data" / "foi.db")) as db:
            return db.execute(query).fetchall()

    def look(self) -> None:
        """What must hold at every moment."""
        if not (self.folder / "data" / "foi.db").exists():
            return
        self.faults += doctor(self.folder, self.environment())
        if not self.ask("SELECT 1 FROM sqlite_master WHERE name = 'versions'"):
            return
        now = set(self.ask("SELECT disclosure, version, digest FROM versions"))
        if lost := self.versions - now:
            self.faults.append(f"{len(lost)} versions that were kept are gone: {sorted(lost)[:3]}")
        self.versions = now

    def look_at_the_end(self) -> None:
        """What must hold when a crawl has come to its end."""
        self.look()
        for name, query in _NONE.items():
            if found := self.ask(query):
                self.faults.append(f"{name}: {found[:3]}")
        listed = {
            self.replica.sites[site] + (media_path(log, entry) if entry.disclosure.file_only else entry.path)
            for site, log in self.replica.world.logs.items()
            for entry in log.entries.values()
            if not entry.gone
        }
        missing = listed - {address for (address,) in self.ask(_SETTLED)}
        if missing:
            self.faults.append(f"{len(missing)} listed pages are not kept: {sorted(missing)[:3]}")
        for (digest,) in self.ask("SELECT sha256 FROM files"):
            path = self.folder / "data" / "files" / str(digest)[:2] / str(digest)
            if not path.exists() or sha256(path.read_bytes()).hexdigest() != digest:
                self.faults.append(f"the bytes of {digest} are not there")


_SETTLED = "SELECT address FROM addresses UNION SELECT address FROM entries WHERE state = 'skipped' AND reason <> ''"
# What no record may hold, however its crawl ended.
_NONE = {
    "told as new twice": """SELECT disclosure FROM changes WHERE verb = 'new'
        GROUP BY disclosure HAVING count(*) > 1""",
    "a version that repeats the one before": """SELECT later.disclosure, later.version FROM versions AS later
        JOIN versions AS earlier ON earlier.disclosure = later.disclosure AND earlier.version = later.version - 1
        WHERE later.digest = earlier.digest""",
    "a change without its version": """SELECT id FROM changes WHERE NOT EXISTS (SELECT 1 FROM versions
        WHERE versions.disclosure = changes.disclosure AND versions.version = changes.version)""",
    "an entry that is still owed": "SELECT address FROM entries WHERE state IN ('waiting', 'failed')",
}


def doctor(folder: Path, environment: Mapping[str, str]) -> list[str]:
    """What `foiwatch doctor` finds at fault."""
    said = io.StringIO()
    there = Path.cwd()
    os.chdir(folder)
    try:
        with mock.patch.dict(os.environ, environment), contextlib.redirect_stdout(said):
            group(["doctor"], standalone_mode=False)
    except SystemExit as end:
        if end.code:
            return [f"doctor: {' '.join(said.getvalue().split())[-600:]}"]
    finally:
        os.chdir(there)
    return []


def play(kills: int, seed: int) -> Round:
    """One round of at most so many kills; gives what was seen."""
    dice = random.Random(seed)
    with tempfile.TemporaryDirectory(prefix="kills-") as folder, Replica.start(counts=COUNTS, seed=seed) as replica:
        one = Round(Path(folder), replica, dice)
        one.configure()
        for week in (1, 2):
            quota = kills - one.kills if week == 2 else kills // 2
            wanted = one.kills + quota
            for _ in range(3 * quota):
                if one.kills >= wanted or not one.kill_after(dice.randint(0, 30)):
                    break
                one.look()
            one.finish()
            one.look_at_the_end()
            said = one.finish()
            if " new" in said.replace("nothing new", "") or " changed" in said:
                one.faults.append(f"the run after found something: {said}")
            if week == 1:
                replica.world.advance()
        return one


def main(kills: int = KILLS) -> int:
    """Play rounds until so many kills are done; print one line a round. Exit 1 when there was a fault."""
    done, faults, seed = 0, list[str](), 0
    while done < kills:
        seed += 1
        one = play(min(A_ROUND, kills - done), seed)
        done += one.kills
        faults += one.faults
        print(json.dumps({"round": seed, "kills": one.kills, "versions": len(one.versions), "faults": one.faults}))
    print(f"{done} kills in {seed} rounds, {len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
