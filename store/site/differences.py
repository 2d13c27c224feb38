"""What the page of a disclosure shows of its versions: each beside the one before, word by word."""

from collections.abc import Sequence
from sqlite3 import Connection
from typing import Any

from store.comparing.compared import compare_in, name_of
from store.comparing.hunks import shortened
from store.comparing.wordruns import Run
from store.errors import NotKept

COMPARED = 3  # versions on a page, the newest ones; the others when they are asked for
LONG = 400_000  # characters of two records; longer ones are compared by `foiwatch versions`, which has time
SHOWN = 4_000  # characters of words that came or went together
PIECES = 60  # of a file

_VERSIONS = """
    SELECT v.version, v.seen, v.changed, v.completed, v.diff, length(v.record) + length(before.record) AS length
    FROM versions v LEFT JOIN versions before ON before.disclosure = v.disclosure AND before.version = v.version - 1
    WHERE v.disclosure = :id ORDER BY v.version DESC
"""


def versions(db: Connection, id: int, compare: int = 0) -> list[dict[str, Any]]:
    """The versions, the newest first. `compared` is what differs from the one before, where that was worked out:
    of the newest, and of the version `compare`. One that is too long for a page to compare is `long`.
    """
    cursor = db.execute(_VERSIONS, {"id": id})
    names = [column[0] for column in cursor.description]
    found = [dict(zip(names, row, strict=True)) for row in cursor]
    for place, version in enumerate(found):
        version["long"] = (version["length"] or 0) > LONG
        if version["version"] > 1 and not version["long"] and (place < COMPARED or version["version"] == compare):
            version["compared"] = _compared(db, id, version["version"])
    return found


def _compared(db: Connection, id: int, version: int) -> Any:
    try:
        return compare_in(db, id, version - 1, version)
    except NotKept:
        return None


def shown(runs: Sequence[Run]) -> list[tuple[str, str]]:
    """Runs as (kind, words), with what is long cut short."""
    return [(run.kind, _cut(run.text)) for run in shortened(runs)]


def _cut(text: str) -> str:
    return text if len(text) <= SHOWN else f"{text[:SHOWN]} … ({len(text) - SHOWN:,} more characters)"


def file_name(change: Any) -> str:
    """What people call a file that changed."""
    return name_of(change)
