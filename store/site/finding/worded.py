"""Remembers what words find: to page, to narrow and to sort is to ask for the same words again.

What is remembered is kept current: of what was kept since, and of what has other words now, the index is asked anew.
"""

from dataclasses import dataclass
from sqlite3 import Connection
from threading import Lock

from store.site.finding.bits import Bits, bits_of
from store.site.finding.parts import key

SPACE = 96 << 20  # bytes that all sets together may take
MANY = 500  # changes after which to find all anew is cheaper than to look at each

_BETWEEN = "SELECT group_concat(rowid) FROM disclosures_fts WHERE disclosures_fts MATCH ? AND rowid BETWEEN ? AND ?"
_AMONG = """SELECT group_concat(rowid) FROM disclosures_fts WHERE disclosures_fts MATCH ?
    AND rowid IN (SELECT value FROM json_each(?))"""
_STATE = "SELECT (SELECT coalesce(max(id), 0) FROM reworded), (SELECT coalesce(max(id), 0) FROM disclosures)"
_REWORDED = "SELECT DISTINCT disclosure FROM reworded WHERE id > ? AND disclosure <= ? LIMIT ?"


@dataclass(frozen=True)
class _Known:
    """What a query finds up to the disclosure `top`, of the state of words after the change `mark`."""

    bits: Bits
    mark: int
    top: int

    @property
    def size(self) -> int:
        """Bytes, about: two a number, but for sets so full that a bit for every number takes less."""
        return min(2 * len(self.bits), self.top // 8) + 200


class Worded:
    """What words and phrases found, those asked last; threads may ask at once."""

    def __init__(self) -> None:
        self._known: dict[str, _Known] = {}
        self._size = 0
        self._lock = Lock()

    def find(self, db: Connection, part: str) -> Bits:
        """What a word, a phrase or another query of FTS5 finds in the record that `db` has open, as it is now."""
        mark, top = db.execute(_STATE).fetchone()
        name = key(part)
        known = self._known.get(name)
        if known is None or (known.mark, known.top) != (mark, top):
            known = _Known(_current(db, part, known, top), mark, top)
        self._keep(name, known)
        return known.bits

    def _keep(self, name: str, known: _Known) -> None:
        with self._lock:
            before = self._known.pop(name, None)
            self._known[name] = known
            self._size += known.size - (before.size if before else 0)
            while self._size > SPACE and len(self._known) > 1:
                self._size -= self._known.pop(next(iter(self._known))).size


def _current(db: Connection, part: str, known: _Known | None, top: int) -> Bits:
    """What was found before, without what changed or went, with what of it and of the new has the words now."""
    if known is None:
        return _asked(db, _BETWEEN, part, 0, top)
    changed = [id for (id,) in db.execute(_REWORDED, (known.mark, known.top, MANY + 1))]
    if len(changed) > MANY:
        return _asked(db, _BETWEEN, part, 0, top)
    later = _asked(db, _BETWEEN, part, known.top + 1, top)
    return (known.bits - Bits(changed)) | _asked(db, _AMONG, part, str(changed)) | later


def _asked(db: Connection, query: str, part: str, *values: int | str) -> Bits:
    return bits_of(db.execute(query, (part, *values)).fetchone()[0])
