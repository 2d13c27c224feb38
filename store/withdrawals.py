"""Taking a disclosure as withdrawn: only whole runs may say so, after some days, never of a whole log."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from sqlite3 import Connection
from typing import Any

from store.database import Store
from store.errors import MassDisappearance
from store.identity import move_to
from store.ledger import write_change
from store.moves import successor
from store.states import FOUND_AT, State, write_state

RUNS = 2
DAYS = 2.0
_FEW = 5
_SHARE = 0.2


@dataclass(frozen=True)
class Gone:
    """An address whose own server no longer shows the page: the answer in words, its status, where it led."""

    address: str
    reason: str
    status: int = 0
    url: str = ""


@dataclass(frozen=True)
class Look:
    """The whole run that looked: its time and number, and what it takes for a disclosure to be withdrawn."""

    now: str
    run: int
    runs: int
    days: float


@dataclass(frozen=True)
class _Missing:
    id: int
    address: str
    status: str
    since: str
    runs: int
    gone: Gone
    listed: bool


def take(
    store: Store,
    source: str,
    gone: Sequence[Gone],
    *,
    now: str,
    run: int,
    runs: int = RUNS,
    days: float = DAYS,
    however_many: bool = False,
) -> int:
    """Note what a whole run found gone; gives how many disclosures became withdrawn by it.

    A disclosure is first suspect, and withdrawn when it was missing in `runs` whole runs over `days` days. Days
    count only between two whole runs that follow one another: while the source failed, nobody could have seen the
    page come back. What is found under another address has moved and is neither. Call it once a run, and only for
    a whole one. Raises MassDisappearance, taking nothing, when more than a fifth (and more than five) of what is
    present would vanish at once: a redesign or a fault, not a force taking things down. `however_many` is for an
    operator who has looked at the log.
    """
    look = Look(now, run, runs, days)
    with store.writing():
        db = store.db.conn
        addresses = {one.address for one in gone}
        missing = [m for m in _missing(db, source, gone) if not _moved(db, m, addresses, look)]
        if not however_many:
            _guard(db, source, missing)
        _note(db, run, gone)
        return sum(_take(db, source, m, look) for m in missing)


def _missing(db: Connection, source: str, gone: Sequence[Gone]) -> list[_Missing]:
    found: dict[int, _Missing] = {}
    for one in gone:
        row = db.execute(
            """SELECT disclosures.id, disclosures.address, status, missing_since, missing_runs,
                coalesce(entries.listed_last >= sources.walked_fully, 1)
            FROM addresses JOIN disclosures ON disclosures.id = addresses.disclosure
                JOIN sightings ON sightings.disclosure = disclosures.id
                LEFT JOIN entries ON entries.address = addresses.address AND entries.source = disclosures.source
                LEFT JOIN sources ON sources.name = disclosures.source
            WHERE addresses.address = ? AND disclosures.source = ? AND status IN ('present', 'suspect')""",
            (one.address, source),
        ).fetchone()
        if row:
            id, address, status, since, runs, listed = row
            found[id] = _Missing(id, address, status, since, runs, one, bool(listed))
    return list(found.values())


def _moved(db: Connection, missing: _Missing, gone: set[str], look: Look) -> bool:
    """Whether the log shows it under another address: its own from now on, or that of a later disclosure."""
    live = """SELECT address FROM entries JOIN addresses USING (address, disclosure)
        WHERE disclosure = ? AND state <> 'gone' ORDER BY listed_last DESC, address"""
    other = next((a for (a,) in db.execute(live, (missing.id,)) if a not in gone), None)
    evidence: dict[str, Any] = {**_evidence(missing)}
    if other == missing.address:
        return True  # it was a copy that went
    if other is not None:
        move_to(db, missing.id, other)
    else:
        found = successor(db, missing.id, gone)
        if found is None:
            return False
        other, evidence = found.address, evidence | {"disclosure": found.disclosure}
    status = "moved" if "disclosure" in evidence else "present"
    db.execute("UPDATE disclosures SET status = ? WHERE id = ?", (status, missing.id))
    db.execute("UPDATE sightings SET missing_since = '', missing_runs = 0 WHERE disclosure = ?", (missing.id,))
    write_state(db, missing.id, State("moved", look.now, look.run, FOUND_AT + other, evidence | {"found": other}))
    return True


def _guard(db: Connection, source: str, missing: list[_Missing]) -> None:
    query = "SELECT count(*) FROM disclosures WHERE source = ? AND status = 'present'"
    present = db.execute(query, (source,)).fetchone()[0]
    vanishing = sum(m.status == "present" for m in missing)
    if vanishing > max(_FEW, _SHARE * present):
        raise MassDisappearance(
            f"{source}: {vanishing} of {present} disclosures would vanish at once; nothing was taken"
        )


def _note(db: Connection, run: int, gone: Sequence[Gone]) -> None:
    db.executemany(
        "INSERT INTO problems (run, address, verdict, reason) VALUES (?, ?, 'gone', ?)",
        [(run, one.address, one.reason) for one in gone],
    )


def _take(db: Connection, source: str, missing: _Missing, look: Look) -> bool:
    since, times = missing.since or look.now, missing.runs + 1
    db.execute(
        "UPDATE sightings SET missing_since = ?, missing_runs = ? WHERE disclosure = ?",
        (since, times, missing.id),
    )
    withdrawn = times >= look.runs and _watched(db, source, since, look) >= timedelta(days=look.days)
    reason = missing.gone.reason if missing.listed else f"no longer listed and gone: {missing.gone.reason}"
    if withdrawn and not missing.since:
        # A ledger without its suspicion could not be checked: withdrawn at the first look, it was suspect there.
        write_state(db, missing.id, State("suspect", look.now, look.run, reason, _evidence(missing)))
    db.execute(
        "UPDATE disclosures SET status = ? WHERE id = ?",
        ("withdrawn" if withdrawn else "suspect", missing.id),
    )
    state = "withdrawn" if withdrawn else "suspect"
    write_state(db, missing.id, State(state, look.now, look.run, reason, _evidence(missing)))
    if withdrawn:
        write_change(db, missing.id, "withdrawn", seen=look.now)
    return withdrawn


def _watched(db: Connection, source: str, since: str, look: Look) -> timedelta:
    """How long the source has been watched since then: the time between whole runs with none that failed between."""
    query = """SELECT started, whole OR id = ? FROM runs
        WHERE source = ? AND mode <> 'add' AND started >= ? AND id <= ? ORDER BY id"""
    watched, last = timedelta(0), None
    for started, whole in db.execute(query, (look.run, source, since, look.run)):
        now = datetime.fromisoformat(started)
        if last is not None and whole:
            watched += max(now - last, timedelta(0))
        last = now if whole else None
    return watched


def _evidence(missing: _Missing) -> dict[str, Any]:
    return {name: value for name, value in asdict(missing.gone).items() if value and name != "reason"}
