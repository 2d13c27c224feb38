"""What it costs to keep one more disclosure at ten thousand, a hundred thousand and a million of 500 words.

Through `store.keeping.keep`, with duplicate search, dossiers, news links and search index, and its commit. The stores
take turns, so that what else the machine does falls on all alike. The goal at a million: 1.5 times ten thousand. Sizes
can be given as arguments, and `--in FOLDER`, where the stores are made (18 GB for a million), and deleted afterwards.
"""

import gc
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bulk import fill, sighting
from invented import copied, invented

from store.database import Store, open_store
from store.keeping import keep

SIZES = (10_000, 100_000, 1_000_000)
ROUNDS, WARM, ARTICLES, NEW = 200, 20, 20, 10**9
LATER = "2026-11-22T12:00:00+00:00"


def one_more(store: Store, size: int, number: int, *, news: bool = False) -> float:
    """The seconds that keeping one more takes; each twentieth is an amended copy of one that is kept."""
    number += NEW
    one = copied(number, number * 7919 % size, 0.1) if number % 20 == 0 else invented(number, copies=0)
    seen = sighting(one, news)
    started = time.perf_counter()
    kept = keep(store, seen, seen=LATER, run=None)
    took = time.perf_counter() - started
    assert kept.verb == "new", kept
    return took


def costs(folders: dict[int, Path]) -> tuple[dict[int, list[float]], dict[int, list[float]]]:
    """The seconds of each round, of disclosures and of articles, which look for the disclosure that they report."""
    stores = {size: open_store(folder) for size, folder in folders.items()}
    found: dict[int, list[float]] = {size: [] for size in folders}
    gc.collect()
    gc.disable()
    for number in range(WARM + ROUNDS):
        for size, store in stores.items():
            took = one_more(store, size, number)
            if number >= WARM:
                found[size].append(took)
    articles = {
        size: [one_more(store, size, 10**7 + number, news=True) for number in range(ARTICLES)]
        for size, store in stores.items()
    }
    for store in stores.values():
        store.close()
    return found, articles


def memory(folder: Path, size: int) -> float:
    """The peak of a process that keeps fifty more, in MB."""
    command = [sys.executable, __file__, "--keep", str(folder), str(size)]
    return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def keep_fifty(folder: Path, size: int) -> None:
    store = open_store(folder)
    for number in range(50):
        one_more(store, size, 10**6 + number)
    store.close()
    # The resident peak that getrusage gives would be that of the process that started this one.
    status = dict(line.split(":", 1) for line in Path("/proc/self/status").read_text().splitlines())
    print(int(status["VmHWM"].split()[0]) / 1024)


def table(folders: dict[int, Path], built: dict[int, float]) -> None:
    plain = statistics.mean(len(invented(number).words.encode()) for number in range(500))
    found, articles = costs(folders)
    first = None
    heads = ("disclosures", "ms", "p95", "ratio", "article", "peak MB", "bytes each", "of text", "built s")
    print("{:>12} {:>7} {:>7} {:>6} {:>8} {:>8} {:>11} {:>8} {:>8}".format(*heads))
    for size, folder in folders.items():
        median, worst = statistics.median(found[size]) * 1e3, statistics.quantiles(found[size], n=20)[-1] * 1e3
        first = first or median
        bytes_each = (folder / "foi.db").stat().st_size / size
        print(
            f"{size:12,} {median:7.2f} {worst:7.2f} {median / first:6.2f}"
            f" {statistics.median(articles[size]) * 1e3:8.2f} {memory(folder, size):8.0f}"
            f" {bytes_each:11,.0f} {bytes_each / plain:8.2f} {built[size]:8.0f}"
        )
    print(f"goal: a ratio of 1.50 at the most; plain text is {plain:,.0f} bytes each")


def main() -> None:
    arguments = sys.argv[1:]
    if arguments[:1] == ["--keep"]:
        keep_fifty(Path(arguments[1]), int(arguments[2]))
        return
    where = arguments.pop(arguments.index("--in") + 1) if "--in" in arguments else None
    sizes = [int(one) for one in arguments if one != "--in"] or list(SIZES)
    root = Path(tempfile.mkdtemp(dir=where))
    try:
        folders = {size: root / str(size) for size in sizes}
        built = {size: fill(folder, size) for size, folder in folders.items()}
        table(folders, built)
    finally:
        shutil.rmtree(root)


if __name__ == "__main__":
    main()
