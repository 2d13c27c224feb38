"""Taking a disclosure as withdrawn: only whole runs may say so, after some days, never of a whole log."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from sqlite3 import Connection

from store.database import Store
from store.errors import MassDisappearance
from store.identity import move_to
from store.ledger import write_change

_FEW = 5
_SHARE = 0.2


@dataclass(frozen=True)
class _Missing:
    id: int
    status: str
    since: str
    runs: int


def take(
    store: Store,
    source: str,
    gone: Sequence[tuple[str, str]],
    *,
    now: str,
    run: int,
    runs: int = 2,
    days: float = 2.0,
    however_many: bool = False,
) -> int:
    """Note the (address, reason) pairs that a whole run found gone; gives how many became withdrawn.

    A disclosure is first suspect, and withdrawn when it was missing in `runs` whole runs over `days` days;
    one that another live address still shows is neither. Call it once a run, and only for a whole one.
    Raises MassDisappearance, taking nothing, when more than a fifth (and more than five) of what is present
    would vanish at once: a redesign or a fault, not a force taking things down. `however_many` is for an
    operator who has looked at the log.
    """
    with store.writing():
        db = store.db.conn
        addresses = dict(gone)
        missing = [m for m in _missing(db, source, list(addresses)) if not _moved(db, m, addresses)]
        if not however_many:
            _guard(db, source, missing)
        _note(db, run, gone)
        return sum(_take(db, m, now, runs, days) for m in missing)


def _missing(db: Connection, source: str, addresses: list[str]) -> list[_Missing]:
    found: dict[int, _Missing] = {}
    for address in addresses:
        row = db.execute(
            """SELECT disclosures.id, status, missing_since, missing_runs
            FROM addresses JOIN disclosures ON disclosures.id = addresses.disclosure
                JOIN sightings ON sightings.disclosure = disclosures.id
            WHERE addresses.address = ? AND source = ? AND status IN ('present', 'suspect')""",
            (address, source),
        ).fetchone()
        if row:
            found[row[0]] = _Missing(*row)
    return list(found.values())


def _moved(db: Connection, missing: _Missing, gone: dict[str, str]) -> bool:
    """Whether the log still shows it under another address; then that becomes its address."""
    live = """SELECT address FROM entries JOIN addresses USING (address, disclosure)
        WHERE disclosure = ? AND state <> 'gone' ORDER BY listed_last DESC, address"""
    other = next((a for (a,) in db.execute(live, (missing.id,)) if a not in gone), None)
    if other is not None:
        move_to(db, missing.id, other)
    return other is not None


def _guard(db: Connection, source: str, missing: list[_Missing]) -> None:
    query = "SELECT count(*) FROM disclosures WHERE source = ? AND status = 'present'"
    present = db.execute(query, (source,)).fetchone()[0]
    vanishing = sum(m.status == "present" for m in missing)
    if vanishing > max(_FEW, _SHARE * present):
        raise MassDisappearance(
            f"{source}: {vanishing} of {present} disclosures would vanish at once; nothing was taken"
        )


def _note(db: Connection, run: int, gone: Sequence[tuple[str, str]]) -> None:
    db.executemany(
        "INSERT INTO problems (run, address, verdict, reason) VALUES (?, ?, 'gone', ?)",
        [(run, address, reason) for address, reason in gone],
    )


def _take(db: Connection, missing: _Missing, now: str, runs: int, days: float) -> bool:
    since, times = missing.since or now, missing.runs + 1
    db.execute(
        "UPDATE sightings SET missing_since = ?, missing_runs = ? WHERE disclosure = ?",
        (since, times, missing.id),
    )
    long = datetime.fromisoformat(now) - datetime.fromisoformat(since) >= timedelta(days=days)
    withdrawn = long and times >= runs
    db.execute(
        "UPDATE disclosures SET status = ? WHERE id = ?",
        ("withdrawn" if withdrawn else "suspect", missing.id),
    )
    if withdrawn:
        write_change(db, missing.id, "withdrawn", seen=now)
    return withdrawn
