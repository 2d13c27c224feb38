"""Whatever is seen in whatever order, and however rudely it ends, the record stays whole."""

import sqlite3
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from stores import new_store

from store.database import Store, open_store
from store.errors import StoreError
from store.keeping import keep
from store.records import AttachmentSeen, Sighting

NOON = "2026-11-21T12:00:00+00:00"

addresses = st.sampled_from([f"https://essex.example/{n}" for n in range(5)])
text = st.one_of(st.sampled_from(["", "Seven.", "**Seven.**", "Eight.\n\nNine."]), st.text(max_size=12))
attachment = st.builds(
    AttachmentSeen,
    address=st.sampled_from(["a.pdf", "b.pdf"]),
    label=st.sampled_from(["Table", "Letter"]),
    sha256=st.sampled_from(["", "a" * 64, "b" * 64]),
    text=text,
)
sightings = st.builds(
    Sighting,
    source=st.sampled_from(["essex", "kent"]),
    address=addresses,
    title=text,
    words=text,
    ref=st.sampled_from(["", "FOI 1", "FOI 2"]),
    forces=st.sampled_from([(), ("Essex Police",), ("Kent Police", "Essex Police")]),
    response_text=text,
    aliases=st.lists(st.tuples(addresses, st.just("canonical")), max_size=2).map(tuple),
    attachments=st.lists(attachment, max_size=2).map(tuple),
)
vanishing = st.sampled_from(["present", "suspect", "withdrawn"])


@settings(max_examples=30, deadline=None)
@given(st.lists(st.tuples(sightings, vanishing), max_size=12))
def test_any_looks_leave_a_sound_record(looks: list[tuple[Sighting, str]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        store = new_store(Path(folder))
        length = 0
        for sighting, status in looks:
            kept = keep(store, sighting, seen=NOON, run=None)
            again = keep(store, sighting, seen=NOON, run=None)
            assert (again.disclosure, again.version, again.verb) == (
                kept.disclosure,
                kept.version,
                "unchanged",
            )
            ledger = store.db.conn.execute("SELECT count(*) FROM changes").fetchone()[0]
            assert ledger == length + {"unchanged": 0, "restored": 1 + bool(kept.changed)}.get(kept.verb, 1)
            length = ledger
            store.db.conn.execute("UPDATE disclosures SET status = ? WHERE id = ?", (status, kept.disclosure))
        check_index(store)
        store.close()


def check_index(store: Store) -> None:
    ask = store.db.conn.execute
    ask("INSERT INTO disclosures_fts (disclosures_fts, rank) VALUES ('integrity-check', 1)")
    holes = """SELECT 1 FROM disclosures WHERE version <> (SELECT count(*) FROM versions
        WHERE disclosure = disclosures.id AND versions.version BETWEEN 1 AND disclosures.version)"""
    assert ask(holes).fetchall() == []
    unversioned = "SELECT 1 FROM changes LEFT JOIN versions USING (disclosure, version) WHERE record IS NULL"
    assert ask(unversioned).fetchall() == []
    latest = """SELECT 1 FROM disclosures JOIN versions
        ON versions.disclosure = id AND versions.version = disclosures.version
        WHERE versions.digest <> disclosures.digest"""
    assert ask(latest).fetchall() == []


def test_two_writers_at_once_wait_for_each_other(store: Store, sighting, sound: Callable[[], None]) -> None:
    failures: list[Exception] = []

    def write(first: int) -> None:
        try:
            own = open_store(store.folder)
            for number in range(first, first + 40):
                keep(own, sighting(number), seen=NOON, run=None)
            own.close()
        except (sqlite3.Error, StoreError) as failure:
            failures.append(failure)

    writers = [threading.Thread(target=write, args=(first,)) for first in (100, 200)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert failures == []
    assert store.db.conn.execute("SELECT count(*) FROM disclosures").fetchone()[0] == 80
    sound()


_WRITER = """
import sys
from pathlib import Path
from store.database import open_store
from store.keeping import keep
from store.records import Sighting

store = open_store(Path(sys.argv[1]))
for number in range(1_000_000):
    address, words = f"https://essex.example/{number}", "words " * 200 + str(number)
    seen = Sighting("essex", address, f"Question {number}", words)
    print(keep(store, seen, seen="2026-11-21T12:00:00+00:00", run=None).disclosure, flush=True)
"""


def test_a_writer_killed_midway_loses_nothing_it_reported(store: Store, sound: Callable[[], None]) -> None:
    command = [sys.executable, "-c", _WRITER, str(store.folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[2]) as writer:
        assert writer.stdout is not None
        reported = [int(writer.stdout.readline()) for _ in range(60)]
        writer.kill()
        reported += [int(line) for line in writer.stdout if line.endswith("\n")]
    kept = {row[0] for row in store.db.conn.execute("SELECT id FROM disclosures")}
    assert set(reported) <= kept
    sound()
