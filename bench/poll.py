"""An unchanged poll of four sources of 2,000 disclosures each: requests and seconds.

The goal: eight requests at the most, beside robots.txt, and two seconds for the whole command.
"""

import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from serving import FOUR, configuration, sites

PAGES, ROUNDS = 2000, 3


def crawl(folder: Path) -> float:
    start = time.perf_counter()
    subprocess.run([sys.executable, "-m", "foiwatch", "crawl"], cwd=folder, check=True, stderr=subprocess.DEVNULL)
    return time.perf_counter() - start


def requests(folder: Path) -> int:
    """The requests of the last run of each source, without robots.txt."""
    connection = sqlite3.connect(folder / "data" / "foi.db")
    rows = connection.execute("SELECT max(id), requests - 1 FROM runs GROUP BY source").fetchall()
    connection.close()
    return sum(number for _, number in rows)


def main() -> None:
    with sites(dict.fromkeys(FOUR, PAGES)) as addresses, tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "foiwatch.toml").write_text(configuration(addresses, concurrency=4))
        first = crawl(folder)
        polls = [crawl(folder) for _ in range(ROUNDS)]
        asked = requests(folder)
    print(f"{'first crawl of 4 x 2,000':28} {first:8.1f} s")
    print(f"{'unchanged poll':28} {statistics.median(polls):8.2f} s  [{min(polls):.2f}-{max(polls):.2f}]  goal: 2.00")
    print(f"{'requests of a poll':28} {asked:8}    goal: 8")


if __name__ == "__main__":
    main()
