"""Whether the archive is sound: for `foiwatch doctor`; it only looks."""

import random
import time
from collections.abc import Iterator
from dataclasses import dataclass

from store.database import Store
from store.evidence import captures
from store.evidence.archive import FOLDER
from store.evidence.captures import Capture
from store.evidence.members import damage

SAMPLE, SECONDS, MOST = 200, 5.0, 10


@dataclass(frozen=True)
class Checked:
    """How many captures there are, how many of them were read, and at most ten lines on what is wrong."""

    captures: int
    read: int
    faults: tuple[str, ...]


def check(store: Store, *, everything: bool = False) -> Checked:
    """Look at the size of every file and read captures: some at random for a few seconds at most, or all of them."""
    faults, number = _sizes(store), 0
    total = store.db.conn.execute("SELECT count(*) FROM captures").fetchone()[0]
    end = time.monotonic() + SECONDS
    for one in _all(store) if everything else _some(store):
        if len(faults) >= MOST or (time.monotonic() > end and not everything):
            break
        faults += damage(store, one)
        number += 1
    return Checked(total, number, tuple(faults[:MOST]))


def _sizes(store: Store) -> list[str]:
    """A file may be longer than its index while a run goes on, or was killed; never shorter."""
    faults = []
    for file, size in store.db.conn.execute("SELECT file, bytes FROM archives ORDER BY begun"):
        path = store.folder / FOLDER / file
        if not path.is_file():
            faults.append(f"{path}: not there")
        elif path.stat().st_size < size:
            faults.append(f"{path}: ends before what is indexed of it")
    return faults


def _all(store: Store) -> Iterator[Capture]:
    for (id,) in store.db.conn.execute("SELECT id FROM captures ORDER BY file, offset"):
        yield captures.capture(store.db.conn, id)


def _some(store: Store) -> Iterator[Capture]:
    db = store.db.conn
    last = db.execute("SELECT coalesce(max(id), 0) FROM captures").fetchone()[0]
    chosen = set(range(max(1, last - 20), last + 1)) | {random.randint(1, last) for _ in range(SAMPLE) if last}
    for id in sorted(chosen):
        if db.execute("SELECT 1 FROM captures WHERE id = ?", (id,)).fetchone():
            yield captures.capture(db, id)
