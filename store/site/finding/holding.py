"""Holds the sets of a record in memory: made once, and made anew behind the readers' backs when it has moved on.

What was kept since is looked up at once. What else changed, such as an outcome, is seen when the sets are made anew,
at which the site spends no more than a part of its time. What was held back meanwhile is in no answer: rows are
asked of the record itself, and what words find is always as the index has it now.
"""

import sqlite3
import threading
import time
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from sqlite3 import Connection

from store.site.finding.frequent import learn
from store.site.finding.sets import Sets, made, with_late
from store.site.finding.worded import Worded

RARELY = 30  # times as long as making them took, sets are good for
QUICK = 0.1  # seconds: what is made so fast is made whenever the record moved
_TOP = "SELECT coalesce(max(id), 0) FROM disclosures"
_Mark = tuple[int, ...]


@dataclass(frozen=True)
class _Held:
    """Sets, the state of the record they were made of, what came late and when that was looked up."""

    sets: Sets
    mark: _Mark
    at: float
    took: float
    late: Sets | None = None
    late_mark: _Mark = ()


_held: dict[Path, _Held] = {}
_worded: dict[Path, Worded] = {}
_making: set[Path] = set()
_lock = threading.Lock()


def sets_of(path: Path, db: Connection) -> Sets:
    """The sets of the record at `path`, which `db` has open."""
    mark = _mark(path)
    held = _held.get(path)
    if held is None or (held.mark != mark and held.took < QUICK):
        with _lock:
            held = _held.get(path)
            if held is None or held.mark != mark:
                held = _make(path)
    elif held.mark != mark and time.monotonic() - held.at > RARELY * held.took:
        _make_behind(path)
    if held.late_mark != mark:
        held = _looked(path, held, mark, db)
    return held.late or held.sets


def worded_of(path: Path) -> Worded:
    """What words find in the record at `path`."""
    return _worded.setdefault(path, Worded())


def warm(path: Path) -> threading.Thread:
    """Make the sets before somebody asks, whom the site would keep waiting for no longer than its time limit.

    The most frequent words of a large record are found behind the first readers' backs, in the thread that is given.
    """
    with _lock:
        sets = _make(path).sets

    def find() -> None:
        with closing(_opened(path)) as db:
            learn(db, sets, worded_of(path))

    learning = threading.Thread(target=find, daemon=True)
    learning.start()
    return learning


def _opened(path: Path) -> Connection:
    # A connection of its own: the site's are under a time limit, and what is made here may take longer.
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=30)


def _mark(path: Path) -> _Mark:
    """What a commit changes: size and time of the database and of its journal."""
    files = [file.stat() for file in (path, path.with_name(f"{path.name}-wal")) if file.exists()]
    return tuple(number for file in files for number in (file.st_mtime_ns, file.st_size))


def _make(path: Path) -> _Held:
    mark, began = _mark(path), time.monotonic()
    with closing(_opened(path)) as db:
        db.execute("BEGIN")
        sets = made(db)
    now = time.monotonic()
    _held[path] = _Held(sets, mark, now, now - began, late_mark=mark)
    return _held[path]


def _make_behind(path: Path) -> None:
    def make() -> None:
        try:
            with _lock:
                _make(path)
        finally:
            _making.discard(path)

    if path not in _making:
        _making.add(path)
        threading.Thread(target=make, daemon=True).start()


def _looked(path: Path, held: _Held, mark: _Mark, db: Connection) -> _Held:
    top = db.execute(_TOP).fetchone()[0]
    late = with_late(held.sets, made(db, held.sets.top)) if top > held.sets.top else None
    found = replace(held, late=late, late_mark=mark)
    if _held.get(path) is held:
        _held[path] = found
    return found
