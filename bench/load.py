"""How long the site takes to answer eight visitors at once while a crawl writes, at 100,000 disclosures.

`python bench/load.py [SIZE] [--in FOLDER] [--seconds 30] [--workers 2] [--warm 3]`: FOLDER is a store of invented
disclosures to serve, such as bench/growth.py leaves, made when there is none. The goal: 95 of 100 searches and
disclosures in less than 150 ms at a hundred thousand, 300 ms at a million. The visitors, the site and the writer are
processes of their own; on two cores they are in one another's way, as they would be. What a page costs the site's
processors says more than the times where the machine has other things to do. The site is visited for `--warm` seconds
before it is measured: a large one learns its most frequent words in its first minute or two.
"""

import argparse
import os
import random
import re
import subprocess
import sys
import tempfile
import threading
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

import httpx
from bulk import fill, sighting
from datasette.utils import tilde_encode
from invented import FORCES, invented, word

from store.database import PUBLIC_NAME, open_store
from store.keeping import keep

VISITORS, SECONDS, SIZE = 8, 30.0, 100_000
BETWEEN = 1.0  # a polite crawl of several forces keeps a page about so often
OUTCOMES = ("disclosed", "part_disclosed", "refused", "not_held", "ncnd", "disclosed", "part_disclosed")
SECTIONS = ("40(2)", "31(1)(a)", "12(1)", "21", "30(1)", "24(1)", "14(1)")
DRESS = (
    "UPDATE disclosures SET outcome = {} WHERE kind = 'disclosure'",
    """INSERT INTO citations (disclosure, position, section, relied_on, quote)
        SELECT id, 0, {}, 1, 'It is exempt.' FROM disclosures WHERE outcome IN ('part_disclosed', 'refused')""",
    """INSERT INTO matches (disclosure, topic, version, score, evidence)
        SELECT id, topic, 1, 0.9, '[]' FROM disclosures, (SELECT 'misconduct' AS topic UNION SELECT 'vetting')
        WHERE id % 17 = 0""",
)


def dressed(folder: Path) -> bool:
    store = open_store(folder)
    found = store.db.conn.execute("SELECT 1 FROM citations LIMIT 1").fetchone()
    store.close()
    return found is not None


def dress(folder: Path) -> None:
    """Give the bulk what a reader would have read from it: outcomes, sections, topics."""
    store = open_store(folder)
    with store.writing():
        for statement, values in zip(DRESS, (OUTCOMES, SECTIONS, ()), strict=True):
            cases = " ".join(f"WHEN {at} THEN '{value}'" for at, value in enumerate(values))
            store.db.conn.execute(statement.format(f"CASE id % {len(values)} {cases} END" if values else ""))
    store.db.conn.execute("ANALYZE")
    store.close()


def visits(size: int) -> dict[str, Callable[[random.Random], str]]:
    """The kinds of page, each with how to make an address of one."""
    return {
        "front": lambda dice: "/",
        "search, a rare word": lambda dice: f"/search?q={word(dice.randint(3000, 30_000))}",
        "search, a common word": lambda dice: f"/search?q={word(dice.randint(5, 200))}",
        "search, two words": lambda dice: f"/search?q={word(dice.randint(5, 200))}+{word(dice.randint(20, 2000))}",
        "search, word and force": lambda dice: (
            f"/search?q={word(dice.randint(5, 500))}&force={quote(dice.choice(FORCES))}"
        ),
        "search, facets alone": lambda dice: f"/search?outcome=refused&{_force(dice)}",
        "search, nothing asked": lambda dice: "/search",
        "disclosure": lambda dice: f"/foi/disclosures/{dice.randint(1, size)}",
        "force": lambda dice: f"/forces/{tilde_encode(dice.choice(FORCES))}",
        "exemptions": lambda dice: "/exemptions",
        "sources": lambda dice: "/sources",
    }


def _force(dice: random.Random) -> str:
    return "force=" + quote(dice.choice(FORCES))


def visit(address: str, size: int, until: float, seed: int, took: dict[str, list[float]]) -> None:
    """One visitor, who opens pages one after the other, as fast as they come."""
    dice, kinds = random.Random(seed), visits(size)
    with httpx.Client(base_url=address, timeout=30) as client:
        while time.monotonic() < until:
            kind = dice.choice(list(kinds))
            began = time.perf_counter()
            answer = client.get(kinds[kind](dice))
            took[kind].append(time.perf_counter() - began)
            assert answer.status_code == 200, (answer.status_code, answer.url)


@contextmanager
def site(folder: Path, workers: int) -> Iterator[tuple[str, int]]:
    """`foiwatch serve` over the store: its address and its process."""
    with tempfile.TemporaryDirectory() as desk:
        Path(desk, "foiwatch.toml").write_text(f'contact = "bench@example.org"\nstore = "{folder.resolve()}"\n')
        command = [sys.executable, "-m", "foiwatch", "serve", "--port", "0", "--workers", str(workers)]
        server = subprocess.Popen(command, cwd=desk, stderr=subprocess.PIPE, text=True)
        assert server.stderr
        try:
            said = re.search(r"http://\S+", server.stderr.readline())
            assert said
            yield said[0], server.pid
        finally:
            server.terminate()
            server.wait(timeout=20)


@contextmanager
def writer(folder: Path) -> Iterator[None]:
    """A process that keeps one more disclosure about each second."""
    running = subprocess.Popen([sys.executable, __file__, "--write", str(folder)])
    try:
        yield
    finally:
        running.terminate()
        running.wait(timeout=20)


def write(folder: Path) -> None:
    store, number = open_store(folder), time.time_ns()
    while True:
        number += 1
        keep(store, sighting(invented(number, copies=0)), seen="2026-11-22T12:00:00+00:00", run=None)
        time.sleep(BETWEEN)


def table(took: dict[str, list[float]], seconds: float) -> None:
    print(f"{'':26}{'pages':>7}{'p50 ms':>9}{'p95 ms':>9}{'p99 ms':>9}")
    every = [one for times in took.values() for one in times]
    for kind, times in [*sorted(took.items()), ("all", every)]:
        ordered = sorted(times)
        shares = (ordered[min(len(ordered) - 1, int(len(ordered) * share))] * 1000 for share in (0.5, 0.95, 0.99))
        print(f"{kind:26}{len(ordered):>7}" + "".join(f"{share:>9.0f}" for share in shares))
    print(f"{len(every) / seconds:.0f} pages a second, {VISITORS} visitors")


def spent(process: int) -> float:
    """Seconds of processor that a process and those it began have had."""
    tasks = Path(f"/proc/{process}/task").iterdir()
    begun = [int(child) for task in tasks for child in (task / "children").read_text().split()]
    times = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[11:13]
    return sum(map(int, times)) / os.sysconf("SC_CLK_TCK") + sum(map(spent, begun))


def measure(folder: Path, size: int, seconds: float, workers: int, warm: float, *, writing: bool) -> None:
    took: dict[str, list[float]] = defaultdict(list)
    with site(folder, workers) as (address, process):
        visit(address, size, time.monotonic() + warm, 99, defaultdict(list))
        before = spent(process)
        with writer(folder) if writing else tempfile.TemporaryDirectory():
            until = time.monotonic() + seconds
            people = [threading.Thread(target=visit, args=(address, size, until, n, took)) for n in range(VISITORS)]
            for one in people:
                one.start()
            for one in people:
                one.join()
        cost = spent(process) - before
    print(f"\n{size:,} disclosures, {'while a crawl writes' if writing else 'nobody writing'}")
    table(took, seconds)
    print(f"{cost / sum(map(len, took.values())) * 1000:.1f} ms of processor a page, {cost / seconds:.2f} cores")


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("size", type=int, nargs="?", default=SIZE)
    asked.add_argument("--in", dest="folder", type=Path)
    asked.add_argument("--seconds", type=float, default=SECONDS)
    asked.add_argument("--workers", type=int, default=2)
    asked.add_argument("--warm", type=float, default=3)
    asked.add_argument("--write", type=Path, help=argparse.SUPPRESS)
    given = asked.parse_args()
    if given.write:
        write(given.write)
    with tempfile.TemporaryDirectory() as made:
        folder = given.folder or Path(made)
        if not (folder / PUBLIC_NAME).exists():
            fill(folder, given.size)
        if not dressed(folder):
            dress(folder)
        measure(folder, given.size, given.seconds, given.workers, given.warm, writing=False)
        measure(folder, given.size, given.seconds, given.workers, given.warm, writing=True)


if __name__ == "__main__":
    main()
