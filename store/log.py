"""The entries of a disclosure log: what it lists, what of that was fetched, and what is owed a look."""

from collections.abc import Iterable, Sequence
from dataclasses import astuple, fields
from datetime import datetime, timedelta
from zlib import crc32

from store.database import Store
from store.purging.bars import addresses_down
from store.records import Entry

_COLUMNS = ", ".join(field.name for field in fields(Entry))

# An entry whose date of modification moved, or that is listed again after it had gone, waits until it is
# settled: the mark must outlive a run that is stopped before it gets there.
_LIST = f"""INSERT INTO entries (source, {_COLUMNS}, listed_first, listed_last, position)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (source, address) DO UPDATE SET
        state = CASE
            WHEN entries.state = 'gone' THEN 'waiting'
            WHEN excluded.modified NOT IN ('', entries.modified) THEN 'waiting'
            ELSE entries.state END,
        title = coalesce(nullif(excluded.title, ''), entries.title),
        published = coalesce(nullif(excluded.published, ''), entries.published),
        modified = coalesce(nullif(excluded.modified, ''), entries.modified),
        kind = excluded.kind,
        href = excluded.href,
        number = coalesce(nullif(excluded.number, ''), entries.number),
        listed_last = max(entries.listed_last, excluded.listed_last)"""

_SETTLE = """INSERT INTO entries
        (source, address, listed_first, listed_last, state, checked, reason, disclosure)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (source, address) DO UPDATE SET
        state = excluded.state, checked = excluded.checked, reason = excluded.reason,
        disclosure = coalesce(excluded.disclosure, entries.disclosure)"""

_DUE = f"""SELECT * FROM (
        SELECT coalesce(disclosures.status = 'suspect' OR entries.state = 'gone'
                AND disclosures.status = 'present' AND NOT EXISTS (SELECT 1 FROM entries AS other
                    WHERE other.disclosure = disclosures.id AND other.state <> 'gone')
                OR entries.state = 'skipped' AND entries.checked <= :yesterday, 0) AS urgent,
            entries.checked, {", ".join(f"entries.{column}" for column in _COLUMNS.split(", "))}
        FROM entries LEFT JOIN disclosures ON disclosures.id = entries.disclosure
        WHERE entries.source = :source AND (entries.state IN ('kept', 'skipped')
            OR entries.state = 'gone' AND disclosures.id IS NOT NULL)
        ORDER BY entries.checked, entries.position)
    WHERE urgent OR checked <= :earliest"""


def list_entries(store: Store, source: str, entries: Sequence[Entry], now: str) -> list[Entry]:
    """Record a page of the listing, newest first as listed; gives, in that order, those to fetch now.

    That is every entry never kept, failed, or modified since it was. `now` is the time of the run, the same
    for all its pages. The source must be registered. Ask `known` before, since afterwards all are.
    """
    db = store.db.conn
    with store.writing():
        position = db.execute("SELECT count(*) FROM entries WHERE source = ?", (source,)).fetchone()[0]
        rows = ((source, *astuple(entry), now, now, position + n) for n, entry in enumerate(entries))
        db.executemany(_LIST, rows)
        owed = _states(store, source, [e.address for e in entries], ("waiting", "failed"))
    return list({e.address: e for e in entries if e.address in owed}.values())


def known(store: Store, source: str, addresses: Iterable[str]) -> set[str]:
    """Those of the addresses that the log has listed before, whatever became of them; also what was taken down."""
    asked = list(addresses)
    listed = _states(store, source, asked, ("waiting", "kept", "skipped", "failed", "gone"))
    return listed | addresses_down(store.db.conn, asked).keys()


def waiting(store: Store, source: str) -> list[Entry]:
    """What an interrupted or failed run still owes, newest listing first."""
    where = "source = ? AND state IN ('waiting', 'failed')"
    return _entries(store, f"{where} ORDER BY published DESC, listed_first DESC, position", (source,))


def entry(store: Store, source: str, address: str) -> Entry:
    """An entry as listed; one that says nothing but its address when the log never listed it."""
    found = _entries(store, "source = ? AND address = ?", (source, address))
    return found[0] if found else Entry(address)


def latest_modified(store: Store, source: str) -> str:
    """The latest time of modification that the log has told of an entry; "" when it tells none."""
    query = "SELECT coalesce(max(modified), '') FROM entries WHERE source = ?"
    return store.db.conn.execute(query, (source,)).fetchone()[0]


def failed(store: Store, source: str) -> set[str]:
    """The addresses that could not be read when last tried: to be tried again after everything else."""
    query = "SELECT address FROM entries WHERE source = ? AND state = 'failed'"
    return {address for (address,) in store.db.conn.execute(query, (source,))}


def not_listed(store: Store, source: str, since: str) -> list[Entry]:
    """Kept entries that the listing has not shown since: after a full walk, those that may have vanished."""
    where = "source = ? AND state = 'kept' AND listed_last < ? ORDER BY listed_last, address"
    return _entries(store, where, (source, since))


def longest_unseen(store: Store, source: str, count: int) -> list[Entry]:
    """The entries of present disclosures whose last look lies furthest back."""
    columns = ", ".join(f"entries.{column}" for column in _COLUMNS.split(", "))
    query = f"""SELECT {columns} FROM entries JOIN disclosures ON disclosures.id = entries.disclosure
        WHERE entries.source = ? AND entries.state = 'kept' AND status = 'present'
        ORDER BY entries.checked, entries.position LIMIT ?"""
    return [Entry(*row) for row in store.db.conn.execute(query, (source, count))]


def due(store: Store, source: str, now: str, days: float) -> list[Entry]:
    """The entries to look at again, oldest look first, so that each is visited within `days` days.

    An entry is due when 0.4 to 0.9 of that time has passed, a share that its address decides: entries that
    were crawled in one night do not all come due in one night. What is suspect, or was gone in a run that
    could not take it, is always due, so that it is soon either back or withdrawn; what was skipped, such as a
    page that is listed before it is there, is due every day.
    """
    moment = datetime.fromisoformat(now)
    values = {
        "source": source,
        "earliest": (moment - timedelta(days=days * 0.4)).isoformat(),
        "yesterday": (moment - timedelta(days=min(days, 1.0))).isoformat(),
    }
    return [
        Entry(*entry)
        for urgent, checked, *entry in store.db.conn.execute(_DUE, values)
        if urgent or _rested(checked, entry[0], moment, days)
    ]


def settle(
    store: Store,
    source: str,
    address: str,
    state: str,
    now: str,
    reason: str = "",
    disclosure: int | None = None,
) -> None:
    """Say what became of an entry: state is kept, skipped, failed or gone; a failed one stays owed."""
    with store.writing():
        store.db.conn.execute(_SETTLE, (source, address, now, now, state, now, reason, disclosure))


def _rested(checked: str, address: str, moment: datetime, days: float) -> bool:
    share = 0.4 + 0.5 * crc32(address.encode()) / 2**32
    return datetime.fromisoformat(checked) <= moment - timedelta(days=days * share)


def _entries(store: Store, where: str, values: tuple[str, ...]) -> list[Entry]:
    return [Entry(*row) for row in store.db.conn.execute(f"SELECT {_COLUMNS} FROM entries WHERE {where}", values)]


def _states(store: Store, source: str, addresses: list[str], states: tuple[str, ...]) -> set[str]:
    found: set[str] = set()
    for start in range(0, len(addresses), 500):
        chunk = addresses[start : start + 500]
        query = f"""SELECT address FROM entries WHERE source = ? AND address IN ({_marks(chunk)})
            AND state IN ({_marks(states)})"""
        found.update(row[0] for row in store.db.conn.execute(query, (source, *chunk, *states)))
    return found


def _marks(values: Sequence[str]) -> str:
    return ", ".join("?" * len(values))
