"""What it costs to keep one more disclosure at ten thousand, a hundred thousand and a million of 500 words.

Through `store.keeping.keep`, with duplicate search, dossiers, news links and search index, and its commit. The stores
take turns, so that what else the machine does falls on all alike. The goal at a million: 1.5 times ten thousand. Sizes
can be given as arguments, and `--in FOLDER`, where the stores (18 GB for a million) are looked for, made and left.

Each store is read through first: who has less memory than record waits for the disk as well, for what is printed as
read from it.
"""

import gc
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from bulk import fill, sighting
from invented import copied, invented

from store.database import PUBLIC_NAME, Store, open_store
from store.keeping import keep

SIZES = (10_000, 100_000, 1_000_000)
ROUNDS, WARM, ARTICLES, NEW = 200, 20, 20, 10**9
LATER = "2026-11-22T12:00:00+00:00"


class Cost(NamedTuple):
    """What keeping one costs: seconds, seconds of processor, and bytes read from the disk."""

    wall: float
    processor: float
    read: int


def one_more(store: Store, size: int, number: int, *, news: bool = False) -> Cost:
    """What keeping one more costs; each twentieth is an amended copy of one that is kept."""
    one = copied(number, number * 7919 % size, 0.1) if number % 20 == 0 else invented(number, copies=0)
    seen = sighting(one, news)
    before = _now()
    came_to = keep(store, seen, seen=LATER, run=None)
    after = _now()
    assert came_to.verb == "new", came_to
    return Cost(*(late - early for early, late in zip(before, after, strict=True)))


def _now() -> Cost:
    read = Path("/proc/self/io").read_text().partition("read_bytes: ")[2].split()[0]
    return Cost(time.perf_counter(), time.process_time(), int(read))


def costs(folders: dict[int, Path]) -> tuple[dict[int, list[Cost]], dict[int, list[Cost]]]:
    """The costs of each round, of disclosures and of articles, which look for the disclosure that they report."""
    stores = {size: open_store(folder) for size, folder in folders.items()}
    found: dict[int, list[Cost]] = {size: [] for size in folders}
    begin = NEW + time.time_ns() // 1000  # a store that is measured again has those of before
    gc.collect()
    gc.disable()
    for number in range(begin, begin + WARM + ROUNDS):
        for size, store in stores.items():
            cost = one_more(store, size, number)
            if number >= begin + WARM:
                found[size].append(cost)
    articles = {
        size: [one_more(store, size, begin - number, news=True) for number in range(1, ARTICLES + 1)]
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
    for _ in range(50):
        one_more(store, size, NEW + time.time_ns() // 1000)
    store.close()
    # The resident peak that getrusage gives would be that of the process that started this one.
    status = dict(line.split(":", 1) for line in Path("/proc/self/status").read_text().splitlines())
    print(int(status["VmHWM"].split()[0]) / 1024)


def read_through(folder: Path) -> None:
    """Bring the store into the memory of the machine, as far as that reaches."""
    with (folder / PUBLIC_NAME).open("rb") as file:
        while file.read(1 << 24):
            pass


def kept(folder: Path) -> int:
    """How many disclosures there are, with those of earlier measurements."""
    store = open_store(folder)
    count: int = store.db.conn.execute("SELECT max(id) FROM disclosures").fetchone()[0]
    store.close()
    return count


def table(folders: dict[int, Path]) -> None:
    plain = statistics.mean(len(invented(number).words.encode()) for number in range(500))
    for folder in folders.values():
        read_through(folder)
    found, articles = costs(folders)
    first = None
    heads = ("disclosures", "ms", "p95", "ratio", "cpu ms", "ratio", "read kB", "article", "peak MB", "bytes each")
    print("{:>12} {:>7} {:>7} {:>6} {:>7} {:>6} {:>8} {:>8} {:>8} {:>11} {:>8}".format(*heads, "of text"))
    for size, folder in folders.items():
        wall, processor = (statistics.median(one[at] for one in found[size]) * 1e3 for at in (0, 1))
        worst = statistics.quantiles([one.wall for one in found[size]], n=20)[-1] * 1e3
        first = first or (wall, processor)
        bytes_each = (folder / PUBLIC_NAME).stat().st_size / kept(folder)
        print(
            f"{size:12,} {wall:7.2f} {worst:7.2f} {wall / first[0]:6.2f} {processor:7.2f} {processor / first[1]:6.2f}"
            f" {statistics.mean(one.read for one in found[size]) / 1024:8.0f}"
            f" {statistics.median(one.wall for one in articles[size]) * 1e3:8.2f} {memory(folder, size):8.0f}"
            f" {bytes_each:11,.0f} {bytes_each / plain:8.2f}"
        )
    print(f"goal: a ratio of 1.50 at the most; plain text is {plain:,.0f} bytes each")


def main() -> None:
    arguments = sys.argv[1:]
    if arguments[:1] == ["--keep"]:
        keep_fifty(Path(arguments[1]), int(arguments[2]))
        return
    where = arguments.pop(arguments.index("--in") + 1) if "--in" in arguments else None
    sizes = [int(one) for one in arguments if one != "--in"] or list(SIZES)
    with tempfile.TemporaryDirectory() as own:
        folders = {size: Path(where or own) / str(size) for size in sizes}
        for size, folder in folders.items():
            if not (folder / PUBLIC_NAME).exists():
                print(f"{size:,} made in {fill(folder, size):.0f} s", flush=True)
        table(folders)


if __name__ == "__main__":
    main()
