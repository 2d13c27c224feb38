"""How long it takes to count the figures of a big record, and to show the pages that are drawn from them.

`python bench/figures.py 100000 [FOLDER]`: FOLDER holds a record of `bench/bulk.py` that may be used again.
"""

import asyncio
import json
import random
import statistics
import sys
import tempfile
import time
from pathlib import Path

from bulk import fill

from store.database import Store, open_store
from store.figures.estimates import note_missing
from store.figures.filling import refresh
from store.site.app import datasette_app

NOW = "2026-11-22T08:00:00+00:00"
OUTCOMES = ["disclosed"] * 5 + ["part_disclosed"] * 3 + ["refused"] * 2 + ["ncnd", "not_held", "unknown", "pending"]
SECTIONS = ["s40(2)"] * 6 + ["s31(1)(a)", "s31(1)(b)", "s12(1)", "s21(1)", "s43(2)", "s24(1)", "s30(1)(a)", "s14(1)"]
TOPICS = ["misconduct", "vetting", "data_misuse", "use_of_force", "complaints", "corruption"]
PAGES = (
    "/", "/forces", "/forces/East+A+Police", "/exemptions", "/exemptions/s40~282~29", "/dossiers", "/about",
    "/charts/months.svg", "/charts/outcomes.svg",
)  # fmt: skip
TIMES = 25


def read_as_if(store: Store) -> None:
    """Outcomes, exemptions, topics and days to answer, as invented disclosures do not have them."""
    db, dice = store.db.conn, random.Random(3)
    ids = [id for (id,) in db.execute("SELECT id FROM disclosures")]
    evidence = json.dumps([{"words": "misconduct", "quote": "misconduct", "where": "response"}])
    outcomes = [(dice.choice(OUTCOMES), dice.randrange(60), id) for id in ids]
    cited = [(id, dice.choice(SECTIONS)) for id in ids if dice.random() < 0.5]
    matched = [(id, dice.choice(TOPICS), evidence) for id in ids if dice.random() < 0.5]
    with store.writing():
        db.executemany(
            "UPDATE disclosures SET outcome = ?, responded = date(received, ? || ' days') WHERE id = ?", outcomes
        )
        db.executemany("INSERT OR IGNORE INTO citations VALUES (?, 1, ?, 1, 'The force relies on this.')", cited)
        db.executemany("INSERT OR IGNORE INTO matches VALUES (?, ?, 1, 0.9, ?)", matched)


async def pages(folder: Path) -> None:
    site = datasette_app(folder)
    for path in PAGES:
        took = []
        for _ in range(TIMES + 1):
            started = time.perf_counter()
            answer = await site.client.get(path)
            took.append(1000 * (time.perf_counter() - started))
            assert answer.status_code == 200, path
        first, warm = took[0], sorted(took[1:])
        print(f"{path:28} first {first:6.0f} ms   median {statistics.median(warm):6.1f} ms   p95 {warm[-2]:6.1f} ms")


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    with tempfile.TemporaryDirectory() as made:
        folder = Path(sys.argv[2]) if len(sys.argv) > 2 else Path(made)
        if not (folder / "foi.db").exists():
            fill(folder, count)
        store = open_store(folder)
        if not store.db.conn.execute("SELECT 1 FROM citations LIMIT 1").fetchone():
            read_as_if(store)
        store.db.conn.execute("DELETE FROM figures_counted")
        wall, own = time.perf_counter(), time.process_time()
        refresh(store, NOW)
        wall, own = time.perf_counter() - wall, time.process_time() - own
        print(f"{count:,} disclosures: counted in {wall:.1f} s ({own:.1f} s of the processor)")
        wall = time.perf_counter()
        sources = note_missing(store, NOW)
        print(f"holes of {sources} sources estimated in {time.perf_counter() - wall:.1f} s")
        store.close()
        asyncio.run(pages(folder))


if __name__ == "__main__":
    main()
