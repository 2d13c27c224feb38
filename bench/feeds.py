"""How long a feed takes over a large record: of a common and a rare topic, a force, and searches.

`python bench/feeds.py [DISCLOSURES] [FOLDER]`: a million, kept in FOLDER when it is named. All of them came by a first
walk but the last hundredth, so that most of the ledger is what no feed tells of.
"""

import sys
import tempfile
import time
from pathlib import Path

from store.database import Store, open_store
from store.feeds.entries import filled
from store.feeds.feed import Feed, Links
from store.feeds.formats import BY_ENDING
from store.matches import Wanted

SIGN = '[{"words": "misconduct", "quote": "How many cases of misconduct were there?", "where": "request", "rule": "x"}]'
FEEDS = (
    Feed("topic", "common", "a topic of one in five", Wanted(topics=("common",))),
    Feed("topic", "rare", "a topic of one in 100,000", Wanted(topics=("rare",))),
    Feed("topic", "none", "a topic of none", Wanted(topics=("none",))),
    Feed("topic", "old", "a topic of the first walk only", Wanted(topics=("old",))),
    Feed("force", "force", "a force of forty", Wanted(forces=("Force 7",))),
    Feed("subscription", "word", "a search for a word of all", Wanted(search="officers")),
    Feed("subscription", "number", "a search for a word of one", Wanted(search="number4242")),
)


def fill(store: Store, count: int) -> None:
    """Write the rows that a feed reads, as the tables have them."""
    with store.writing():
        db = store.db.conn
        db.executemany("INSERT INTO forces (name) VALUES (?)", [(f"Force {n}",) for n in range(40)])
        db.executemany(
            """INSERT INTO disclosures (id, source, address, title, published, first_seen, digest, request_text, words)
            VALUES (?, ?, ?, ?, ?, '2026-01-01T00:00:00+00:00', ?, ?, '')""",
            (
                (n, f"s{n % 40}", f"https://x.example/{n}", f"Officers {n}", f"20{n % 26:02}-0{n % 9 + 1}-01", str(n),
                 f"How many officers were there? number{n}")
                for n in range(1, count + 1)
            ),
        )  # fmt: skip
        db.executemany(
            "INSERT INTO disclosure_forces VALUES (?, ?)", ((n, f"Force {n % 40}") for n in range(1, count + 1))
        )
        changes = ((n, f"s{n % 40}", int(n < count * 0.99)) for n in range(1, count + 1))
        # The first walks end the ledger, so that all of it is passed before there is something to tell.
        rows = sorted(changes, key=lambda row: row[2])
        db.executemany(
            """INSERT INTO changes (disclosure, version, verb, seen, source, baseline)
            VALUES (?, 1, 'new', '2026-11-02T09:00:00+00:00', ?, ?)""",
            rows,
        )
        for topic, every, most in (("common", 5, count), ("rare", 100_000, count), ("old", 5, int(count * 0.98))):
            db.executemany(
                "INSERT INTO matches VALUES (?, ?, 1, 0.9, ?)", ((n, topic, SIGN) for n in range(every, most, every))
            )


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    with tempfile.TemporaryDirectory() as scratch:
        store = open_store(Path(sys.argv[2]) if len(sys.argv) > 2 else Path(scratch))
        if not store.db["disclosures"].count:
            fill(store, count)
        print(f"{count:,} disclosures\n{'feed':<34}{'entries':>8}{'first, ms':>12}{'again, ms':>12}")
        for feed in FEEDS:
            times = [_one(store, feed), _one(store, feed)]
            entries = len(filled(store, feed).entries)
            print(f"{feed.name:<34}{entries:>8}{times[0]:>12.0f}{times[1]:>12.0f}")
        store.close()


def _one(store: Store, feed: Feed) -> float:
    begun = time.perf_counter()
    BY_ENDING["atom"].write(filled(store, feed), Links("https://x.example/feed.atom"))
    return (time.perf_counter() - begun) * 1000


if __name__ == "__main__":
    main()
