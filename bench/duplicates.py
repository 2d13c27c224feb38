"""How near duplicates are found: keys from three-word sequences against a search for the rarest words.

Recall at 2 to 30 % of words changed, disclosures with a false candidate, size, and the cost of one more. The number
of invented disclosures can be given: 10000 unless told.
"""

import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from pathlib import Path

from invented import copied, invented

from store.merging import nearby, wording
from store.merging.tables import MERGES
from store.merging.wording import Wording

EDITS, COPIES, OTHERS = (0.02, 0.05, 0.1, 0.2, 0.3), 100, 500
RAREST, HITS = 12, 10
Search = Callable[[str], list[int]]


def texts(count: int) -> Iterator[tuple[int, str]]:
    for number in range(count):
        one = invented(number, copies=0)
        yield number + 1, f"{one.request}\n{one.response}"


def by_keys(db: sqlite3.Connection, count: int, keys: int) -> Search:
    wording.KEYS = nearby.KEYS = keys
    db.execute("CREATE TABLE disclosures (id INTEGER PRIMARY KEY, ref TEXT)")
    for statement in MERGES[6:10]:
        db.execute(statement)
    for id, text in texts(count):
        nearby.note(db, id, Wording("", text))
    return lambda text: nearby._by_keys(db, Wording("", text).keys, 0)


def by_words(db: sqlite3.Connection, count: int) -> Search:
    """FTS5: the rarest words of a text, its ten best hits."""
    db.execute("CREATE VIRTUAL TABLE search USING fts5 (words, content='', tokenize='porter unicode61')")
    db.executemany("INSERT INTO search (rowid, words) VALUES (?, ?)", texts(count))
    db.execute("CREATE VIRTUAL TABLE terms USING fts5vocab ('search', 'row')")
    seen: dict[str, int] = {}

    def search(text: str) -> list[int]:
        for word in set(wording.words(text)) - seen.keys():
            row = db.execute("SELECT doc FROM terms WHERE term = ?", (word,)).fetchone()
            seen[word] = row[0] if row else 0
        rare = sorted((word for word in set(wording.words(text)) if seen[word]), key=lambda word: seen[word])[:RAREST]
        query = "SELECT rowid FROM search WHERE search MATCH ? ORDER BY rank LIMIT ?"
        return [id for (id,) in db.execute(query, (" OR ".join(f'"{word}"' for word in rare), HITS))]

    return search


def recall(search: Search, edits: float, count: int) -> float:
    step = max(1, count // COPIES)
    found = 0
    for number in range(COPIES):
        one = copied(10**9 + number, number * step % count, edits)
        found += number * step % count + 1 in search(f"{one.request}\n{one.response}")
    return found / COPIES


def measured(name: str, build: Callable[[sqlite3.Connection, int], Search], count: int) -> None:
    with tempfile.TemporaryDirectory() as folder, closing(sqlite3.connect(Path(folder) / "x.db")) as db:
        started = time.perf_counter()
        search = build(db, count)
        db.commit()
        built = time.perf_counter() - started
        found = [recall(search, edits, count) for edits in EDITS]
        strangers = [invented(10**8 + number, copies=0) for number in range(OTHERS)]
        costs, false = [], 0
        for one in strangers:
            started = time.perf_counter()
            false += bool(search(f"{one.request}\n{one.response}"))
            costs.append(time.perf_counter() - started)
        size = (Path(folder) / "x.db").stat().st_size / count
        shown = "/".join(f"{share:.2f}" for share in found)
        median, worst = statistics.median(costs) * 1e3, statistics.quantiles(costs, n=20)[-1] * 1e3
        said = f"{false / OTHERS:7.3f} {size:9,.0f} {median:8.2f} {worst:8.2f} {built:8.0f}"
        print(f"{name:14} {count:9,} {shown:26} {said}", flush=True)


def rows(counts: Iterable[int]) -> None:
    heads = ("method", "count", "recall at 2/5/10/20/30 %", "others", "bytes", "ms", "p95", "build s")
    print("{:14} {:>9} {:26} {:>7} {:>9} {:>8} {:>8} {:>8}".format(*heads))
    for count in counts:
        for keys in (8, 12, 16, 24, 32):
            measured(f"{keys} keys", lambda db, count, keys=keys: by_keys(db, count, keys), count)
        measured("rarest words", by_words, count)


if __name__ == "__main__":
    rows([int(one) for one in sys.argv[1:]] or [10_000])
