"""The index of requests: keeps the keys of each, and finds in bounded time those that may ask the same."""

import math
from collections import defaultdict
from datetime import date
from sqlite3 import Connection

from store.dossiers.keys import keys
from store.dossiers.request import Request
from store.dossiers.window import WINDOW, Span

MOST_FOUND = 32  # disclosures a key gives on either side of a day; what has more says little
CANDIDATES = 48  # that are compared in full: a question goes to some forty-five forces
LEAST = 0.5  # what the shared keys must weigh; one that four others have weighs so much
# The day of one that is dated by a year is its middle, half a year and half a publication's delay off.
_SLACK = 310
UNDATED = 0

_LATER = "SELECT disclosure FROM dossier_keys WHERE key = ? AND day BETWEEN ? AND ? ORDER BY day, disclosure LIMIT ?"
_EARLIER = """SELECT disclosure FROM dossier_keys WHERE key = ? AND day BETWEEN ? AND ?
    ORDER BY day DESC, disclosure DESC LIMIT ?"""


def write_keys(db: Connection, disclosure: int, digest: bytes, request: Request, asked: Span | None) -> None:
    """Put a request into the index in the place of what was there of it."""
    own, day = keys(request), _day(asked)
    db.execute("DELETE FROM dossier_requests WHERE disclosure = ?", (disclosure,))
    db.execute("INSERT INTO dossier_requests VALUES (?, ?, ?, ?)", (disclosure, digest, day, b"".join(own)))
    db.executemany("INSERT INTO dossier_keys VALUES (?, ?, ?)", [(key, day, disclosure) for key in own])


def candidates(db: Connection, disclosure: int, request: Request, asked: Span | None) -> list[int]:
    """The disclosures that share the most telling keys with a request, within reach of its day."""
    worth: dict[int, float] = defaultdict(float)
    for key in keys(request):
        found = _found(db, key, asked) - {disclosure}
        for other in found:
            worth[other] += 1 / math.sqrt(len(found))
    likely = [other for other, value in worth.items() if value >= LEAST]
    return sorted(likely, key=lambda other: (-worth[other], other))[:CANDIDATES]


def _found(db: Connection, key: bytes, asked: Span | None) -> set[int]:
    """Those with a key, the nearest in time on either side; and those that have no date."""
    day, reach = _day(asked), WINDOW.days + _SLACK
    if day == UNDATED:
        rows = db.execute(_EARLIER, (key, UNDATED, date.max.toordinal(), 2 * MOST_FOUND))
        return {other for (other,) in rows}
    spans = ((_LATER, day, day + reach), (_EARLIER, day - reach, day - 1), (_LATER, UNDATED, UNDATED))
    return {other for query, *span in spans for (other,) in db.execute(query, (key, *span, MOST_FOUND))}


def _day(asked: Span | None) -> int:
    return asked.middle.toordinal() if asked else UNDATED
