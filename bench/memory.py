"""The memory of a whole crawl with everything on: attachments, archive, duplicates, dossiers, estimates.

    python bench/memory.py [PAGES]

Crawls invented logs into a new store, once from nothing and once more in full, and looks five times a second at
the crawl and at every process that it starts. The goal: 400 MB, of all of them together.
"""

import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path

from serving import configuration

from foiwatch.replica import Replica

PAGES, GOAL, OFTEN = 2000, 400, 0.2


def tree(root: int) -> set[int]:
    """The processes that have come from this one, itself among them."""
    parents: dict[int, int] = {}
    for status in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError, ValueError):
            parents[int(status.parent.name)] = int(status.read_text().rpartition(")")[2].split()[1])
    found = {root}
    while more := {child for child, parent in parents.items() if parent in found} - found:
        found |= more
    return found


def shares(processes: set[int]) -> dict[int, float]:
    """The memory of each in MB; what several share counts once in all (PSS)."""
    found = {}
    for one in processes:
        with suppress(OSError):
            lines = Path(f"/proc/{one}/smaps_rollup").read_text().splitlines()
            found[one] = sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024
    return found


def peak(folder: Path, *arguments: str) -> tuple[float, float, float]:
    """Of one crawl: the peak of all its processes together, that of the crawl itself, and the seconds it took."""
    start, together, alone = time.perf_counter(), 0.0, 0.0
    command = [sys.executable, "-m", "foiwatch", "crawl", "met", *arguments]
    with subprocess.Popen(command, cwd=folder, stderr=subprocess.DEVNULL) as crawl:
        while crawl.poll() is None:
            now = shares(tree(crawl.pid))
            together, alone = max(together, sum(now.values())), max(alone, now.get(crawl.pid, 0.0))
            time.sleep(OFTEN)
    assert crawl.returncode == 0, crawl.returncode
    return together, alone, time.perf_counter() - start


def main(pages: int = PAGES) -> int:
    worst = 0.0
    print(f"{'crawl of ' + format(pages, ',') + ' pages':24} {'peak MB':>8} {'crawl alone':>12} {'seconds':>8}")
    with Replica.start(counts={"met": pages}) as replica, tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "foiwatch.toml").write_text(configuration(replica.sites, concurrency=8))
        for what, arguments in (("first", ()), ("again, in full", ("--full",))):
            together, alone, taken = peak(folder, *arguments)
            worst = max(worst, together)
            print(f"{what:24} {together:8.0f} {alone:12.0f} {taken:8.0f}")
    print(f"goal: {GOAL} MB at the most")
    return 0 if worst <= GOAL else 1


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
