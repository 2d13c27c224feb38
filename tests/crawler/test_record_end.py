"""When a crawl ends, what the reference numbers of its forces tell is noted, for the site to show."""

from datetime import UTC, datetime
from pathlib import Path

from crawler.evidence import Evidence
from crawler.record import Found, Record
from store.database import open_store
from store.records import Entry, Sighting
from store.references.estimating import estimates
from store.references.noted import noted
from store.runs import begin_run
from store.walks import register_sources

NOW = datetime(2026, 11, 3, 9, tzinfo=UTC)


def test_the_estimates_are_noted(tmp_path: Path) -> None:
    store = open_store(tmp_path / "data")
    register_sources(store, [("essex", "Essex Police", "single_online_home", "https://essex.example")])
    run = begin_run(store, "essex", "poll", NOW.isoformat())
    record = Record(store, "essex", "poll", NOW, run, Evidence(store, "essex", run, NOW.isoformat(), {}))
    for number in range(1, 30):
        entry = Entry(f"https://essex.example/{number}/")
        record.listed([entry])
        day = f"2026-{number // 3 + 1:02}-05"
        seen = Sighting(
            "essex", entry.address, f"Dogs {number}", f"Dog {number}.", ref=f"{number}/26", forces=("Essex Police",),
            received=day,
        )  # fmt: skip
        record.keep(Found(entry, seen))
    assert store.db.conn.execute("SELECT count(*) FROM number_estimates").fetchone() == (0,)
    record.finish(2.0, NOW.isoformat())
    assert store.db.conn.execute("SELECT forces, noted FROM number_estimates").fetchall() == [
        ('["Essex Police"]', NOW.isoformat())
    ]
    assert noted(store).estimates == estimates(store) != ()
    store.close()
