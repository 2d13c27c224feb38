"""The account of every run, and from it each source's health: a broken source is never silent."""

import os
from dataclasses import asdict, dataclass, fields

from store.database import Store
from store.errors import StoreError
from store.records import RunResult

INTERRUPTED = "interrupted: the run was stopped before it ended"

_UNENDED = "ended = '' AND problem = ''"


@dataclass(frozen=True)
class Health:
    """One source's state. `status` is never run, whole, not whole, running or interrupted.

    The counts are those of the last run; times are ISO 8601 in UTC and empty when there is none.
    `failing_since` is the start of the first run that was not whole after the last whole one.
    """

    name: str
    full_name: str
    platform: str
    site: str
    status: str
    kept: int
    last_run: str
    last_whole: str
    failing_since: str
    problem: str
    mode: str
    listed: int
    new: int
    changed: int
    unchanged: int
    skipped: int
    failed: int
    withdrawn: int
    requests: int


def begin_run(store: Store, source: str, mode: str, now: str) -> int:
    """Open the account of a run; gives its number. `mode` is poll, first, full or add.

    Whatever run of this source was never closed is thereby known to have been killed.
    """
    with store.writing():
        store.db.conn.execute(f"UPDATE runs SET problem = ? WHERE source = ? AND {_UNENDED}", (INTERRUPTED, source))
        row = store.db.conn.execute(
            "INSERT INTO runs (source, started, mode, pid) VALUES (?, ?, ?, ?)",
            (source, now, mode, os.getpid()),
        )
        return int(row.lastrowid or 0)


def add_problem(store: Store, run: int, address: str, verdict: str, reason: str, detail: str = "") -> None:
    """Note what went wrong at an address: verdict is failed, skipped, gone or noted."""
    detail = detail.encode("utf-8", "replace").decode()
    with store.writing():
        store.db.conn.execute(
            "INSERT INTO problems (run, address, verdict, reason, detail) VALUES (?, ?, ?, ?, ?)",
            (run, address, verdict, reason, detail),
        )


def finish_run(store: Store, run: int, result: RunResult) -> None:
    """Close the account. Raises StoreError when there is no such run."""
    values = asdict(result)
    marks = ", ".join(f"{name} = :{name}" for name in values)
    with store.writing():
        done = store.db.conn.execute(f"UPDATE runs SET {marks} WHERE id = :id", values | {"id": run})
        if done.rowcount == 0:
            raise StoreError(f"there is no run {run}")


def note_killed_runs(store: Store) -> int:
    """Close the accounts of runs whose process no longer lives; gives how many. For readers of the views."""
    rows = store.db.conn.execute(f"SELECT id, pid FROM runs WHERE {_UNENDED}").fetchall()
    killed = [(INTERRUPTED, run) for run, pid in rows if not alive(pid)]
    if killed:
        with store.writing():
            store.db.conn.executemany(f"UPDATE runs SET problem = ? WHERE id = ? AND {_UNENDED}", killed)
    return len(killed)


def health(store: Store) -> list[Health]:
    """The health of every registered source, by name."""
    columns = ", ".join(field.name for field in fields(Health))
    rows = store.db.conn.execute(f"SELECT pid, run, {columns} FROM source_health ORDER BY name").fetchall()
    return [_judged(pid, Health(*row)) for pid, _, *row in rows]


def alive(pid: int) -> bool:
    """Whether a process of that number runs on this machine, as far as can be told."""
    if pid <= 0:
        return False
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _judged(pid: int, seen: Health) -> Health:
    if seen.status not in ("running", "interrupted") or seen.problem:
        return seen
    if alive(pid):
        return Health(**asdict(seen) | {"status": "running"})
    since = seen.failing_since or seen.last_run
    return Health(**asdict(seen) | {"status": "interrupted", "problem": INTERRUPTED, "failing_since": since})
