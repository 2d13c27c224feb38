"""The index of requests: keeps the keys of each, and finds in bounded time those that may ask the same."""

import math
from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date
from sqlite3 import Connection

from store.dossiers.keys import WIDTH, keys
from store.dossiers.request import Request
from store.dossiers.window import WINDOW, Span, asked_when, in_one_window

MOST_FOUND = 32  # disclosures a key gives on either side of a day; what has more says little
CANDIDATES = 48  # that are compared in full: a question goes to some forty-five forces
LOOKED_AT = 3 * CANDIDATES  # the likeliest, whose dates are read
LEAST = 0.5  # what the shared keys must weigh; one that four others have weighs so much
MANY = 6  # shared keys that are enough whatever they weigh: on the days of a campaign all its keys are common
FEW = 3  # shared keys from which on it is asked how many there are
# The day of one that is dated by a year is its middle, half a year and half a publication's delay off.
_SLACK = 310
UNDATED = 0

_LATER = (
    "SELECT disclosure, day FROM dossier_keys WHERE key = ? AND day BETWEEN ? AND ? ORDER BY day, disclosure LIMIT ?"
)
_EARLIER = """SELECT disclosure, day FROM dossier_keys WHERE key = ? AND day BETWEEN ? AND ?
    ORDER BY day DESC, disclosure DESC LIMIT ?"""


def write_keys(db: Connection, disclosure: int, digest: bytes, request: Request, asked: Span | None) -> None:
    """Put a request into the index in the place of what was there of it."""
    own = keys(request)
    row = row_of(disclosure, digest, own, asked)
    db.execute("DELETE FROM dossier_requests WHERE disclosure = ?", (disclosure,))
    db.execute("INSERT INTO dossier_requests (disclosure, digest, day, keys) VALUES (?, ?, ?, ?)", row)
    db.executemany("INSERT INTO dossier_keys VALUES (?, ?, ?)", [(key, row[2], disclosure) for key in own])


def row_of(disclosure: int, digest: bytes, keys: Sequence[bytes], asked: Span | None) -> tuple[int, bytes, int, bytes]:
    """What the table `dossier_requests` says of a request."""
    return disclosure, digest, _day(asked), b"".join(keys)


def candidates(db: Connection, disclosure: int, request: Request, asked: Span | None) -> list[int]:
    """The disclosures that share the most telling keys with a request, and may have been asked in its window."""
    worth: dict[int, float] = defaultdict(float)
    shared: Counter[int] = Counter()
    own = keys(request)
    for key in own:
        found, often = _found(db, key, asked)
        for other in found:
            worth[other] += 1 / math.sqrt(often)
        shared.update(found)
    del shared[disclosure]
    most = _share_most(db, shared, len(own))
    likely = [other for other in shared if worth[other] >= LEAST or other in most]
    likely.sort(key=lambda other: (-worth[other], other))
    near = _in_window(db, likely[:LOOKED_AT], asked)
    return [other for other in likely[:LOOKED_AT] if other in near][:CANDIDATES]


def _share_most(db: Connection, shared: Counter[int], own: int) -> set[int]:
    """Those with many keys of the request's `own` in common, or with most of the keys of the smaller of both."""
    asked = [other for other, count in shared.items() if count >= min(FEW, own // 2 + 1)]
    query = f"""SELECT disclosure, length(keys) / {WIDTH} FROM dossier_requests
        WHERE disclosure IN ({", ".join("?" * len(asked))})"""
    return {
        other for other, theirs in db.execute(query, asked) if shared[other] >= min(MANY, min(own, theirs) // 2 + 1)
    }


def _found(db: Connection, key: bytes, asked: Span | None) -> tuple[set[int], float]:
    """Those with a key, the nearest in time on either side, and those without a date; and how many there may be.

    How many is told from the days over which the nearest are spread, so that no key is counted to its end.
    """
    day, reach = _day(asked), WINDOW.days + _SLACK
    if day == UNDATED:
        spans = [(_EARLIER, UNDATED, date.max.toordinal(), 2 * MOST_FOUND)]
    else:
        spans = [(_LATER, day, day + reach, MOST_FOUND), (_EARLIER, day - reach, day - 1, MOST_FOUND)]
        spans.append((_LATER, UNDATED, UNDATED, MOST_FOUND))
    found: set[int] = set()
    often = 0.0
    for query, *span in spans:
        rows = db.execute(query, (key, *span)).fetchall()
        found.update(other for other, _ in rows)
        often += _often([at for _, at in rows], day, span[2])
    return found, max(often, 1.0)


def _often(days: Sequence[int], day: int, most: int) -> float:
    """How many there may be within reach, where so many were asked for and these days found."""
    if len(days) < most or day == UNDATED or days[-1] == UNDATED:
        return len(days)
    return len(days) * (WINDOW.days + _SLACK) / (abs(days[-1] - day) + 1)


def _in_window(db: Connection, ids: Sequence[int], asked: Span | None) -> set[int]:
    query = f"""SELECT id, received, responded, published FROM disclosures
        WHERE id IN ({", ".join("?" * len(ids))})"""
    return {id for id, *days in db.execute(query, ids) if in_one_window(asked, asked_when(*days))}


def _day(asked: Span | None) -> int:
    return asked.middle.toordinal() if asked else UNDATED
