"""Takes the addresses of what is taken down out of what the record says of others: reasons, evidence, problems.

Only what foiwatch itself wrote is rewritten; the words of another page, as its force published them, stay.
"""

import json
import re
from collections.abc import Iterable
from sqlite3 import Connection

GONE = "(taken down)"

# Tables, their keys, and the columns in which an address of another disclosure may stand.
_COLUMNS: dict[str, tuple[str, tuple[str, ...]]] = {
    "states": ("id", ("reason", "evidence")),
    "merges": ("id", ("address", "reason", "evidence", "undone_reason")),
    "runs": ("id", ("problem",)),
    "sources": ("name", ("listing", "frontier")),
}


def pattern(addresses: Iterable[str]) -> re.Pattern[str] | None:
    """What finds any of the addresses, as such or in JSON; never the beginning of a longer one. None for none."""
    forms = {form for one in addresses if one for form in (one, json.dumps(one)[1:-1])}
    if not forms:
        return None
    either = "|".join(map(re.escape, sorted(forms, key=len, reverse=True)))
    return re.compile(rf"(?:{either})(?![\w\-/%?=&#~+]|[.,:;]\w)")


def forget(db: Connection, addresses: Iterable[str]) -> None:
    """Rewrite every such column. Within a transaction: the ledger of states is opened for it and closed again."""
    found = pattern(addresses)
    if found is None:
        return
    locks = _unlocked(db)
    for table, (key, columns) in _COLUMNS.items():
        for column in columns:
            _rewrite(db, table, key, column, found)
    for lock in locks:
        db.execute(lock)


def _rewrite(db: Connection, table: str, key: str, column: str, found: re.Pattern[str]) -> None:
    rows = db.execute(f"SELECT {key}, {column} FROM {table} WHERE {column} LIKE '%:%'").fetchall()
    changed = [(found.sub(GONE, text), id) for id, text in rows if found.search(text)]
    db.executemany(f"UPDATE {table} SET {column} = ? WHERE {key} = ?", changed)


def _unlocked(db: Connection) -> list[str]:
    """Drop the triggers that keep the ledgers as they are; gives the statements that put them back."""
    query = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND sql LIKE '%BEFORE UPDATE%'"
    locks = db.execute(query).fetchall()
    for name, _ in locks:
        db.execute(f"DROP TRIGGER {name}")
    return [sql for _, sql in locks]
