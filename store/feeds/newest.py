"""Which rows of the ledger a feed tells of: the newest that are wanted, found without reading the whole record."""

import json
from collections.abc import Iterator, Sequence

from store.database import Store
from store.feeds.beside import beside
from store.feeds.feed import FORCE, MOST, Feed
from store.feeds.row import Row as Row
from store.matches import wanted_among
from store.records import Change

# Beyond so many rows of the ledger a feed does not look back: the forces together publish some ten thousand a year.
REACH = 20_000
# Of what a first walk brought, as many as show that the feed works; more would be a flood for who reads it already.
KEPT = 10
_BATCHES = (250, 2_000, REACH)
_FEW = 2_000

_LEDGER = """SELECT id, disclosure, version, verb, seen, source, baseline FROM changes
    WHERE baseline = 0 AND completed = 0 AND id < :before ORDER BY id DESC LIMIT :limit"""
_LATEST = "SELECT id FROM disclosures ORDER BY published DESC LIMIT :limit"
# All that a narrow feed can want: of these the latest is found by looking at each.
_OF_TOPICS = "SELECT disclosure FROM matches WHERE topic IN (SELECT value FROM json_each(:of)) LIMIT :limit"
_OF_SEARCH = "SELECT rowid FROM disclosures_fts WHERE disclosures_fts MATCH :of LIMIT :limit"
_OF_FORCES = "SELECT disclosure FROM disclosure_forces WHERE force IN (SELECT value FROM json_each(:of)) LIMIT :limit"
_BY_DATE = """SELECT id FROM disclosures WHERE id IN (SELECT value FROM json_each(:ids))
    ORDER BY published DESC LIMIT :limit"""
_FIRST = """SELECT id, disclosure, version, 'kept', seen FROM changes
    WHERE disclosure = :id AND verb = 'new' AND baseline ORDER BY id LIMIT 1"""


def newest(store: Store, feed: Feed) -> list[Row]:
    """At most MOST rows, the newest first. Where there are few, some of what the first walk brought stand below."""
    found: list[Row] = []
    for changes in _ledger(store):
        rows = [Row(c.id, c.disclosure, c.version, c.verb, c.seen) for c in changes if c.verb in feed.verbs]
        among = wanted_among(store, feed.wanted, {row.disclosure for row in rows})
        told = [row for row in rows if row.disclosure in among]
        found += [*told, *beside(store, feed, changes, {row.disclosure for row in told if row.verb == "new"})]
        if len(found) >= MOST:
            break
    found = list({row.key: row for row in reversed(found)}.values())
    if len(found) < KEPT and "new" in feed.verbs:
        found += _kept(store, feed, {row.disclosure for row in found}, KEPT - len(found))
    return sorted(found, key=lambda row: (row.seen, row.id), reverse=True)[:MOST]


def _ledger(store: Store) -> Iterator[Sequence[Change]]:
    """The ledger backwards, in batches that grow: most feeds are full after the first."""
    before = 1 << 62
    for limit in _BATCHES:
        rows = [Change(*row) for row in store.db.conn.execute(_LEDGER, {"before": before, "limit": limit})]
        if rows:
            yield rows
            before = rows[-1].id
        if len(rows) < limit:
            return


def _kept(store: Store, feed: Feed, told: set[int], most: int) -> list[Row]:
    """What a first walk brought of what is wanted, the latest by the force's own date."""
    db = store.db.conn
    latest = _latest(store, feed)
    among = wanted_among(store, feed.wanted, latest) - told
    first = (db.execute(_FIRST, {"id": id}).fetchone() for id in latest if id in among)
    rows = (Row(*row) for row in first if row)
    return [row for row, _ in zip(rows, range(most), strict=False)]


def _latest(store: Store, feed: Feed) -> list[int]:
    """What may be wanted, the latest published first: of a narrow feed all, of a wide one the latest of the record."""
    few = _few(store, feed)
    query, values = (_LATEST, {}) if few is None else (_BY_DATE, {"ids": json.dumps(few)})
    return [id for (id,) in store.db.conn.execute(query, {**values, "limit": REACH})]


def _few(store: Store, feed: Feed) -> list[int] | None:
    """All disclosures of the feed's topics, search or force, and maybe more; None where there are many."""
    wanted = feed.wanted
    if wanted.topics:
        query, of = _OF_TOPICS, json.dumps(wanted.topics)
    elif wanted.search:
        query, of = _OF_SEARCH, wanted.search
    elif feed.kind == FORCE:  # by its full name; a subscription may name a source
        query, of = _OF_FORCES, json.dumps(wanted.forces)
    else:
        return None
    found = [id for (id,) in store.db.conn.execute(query, {"of": of, "limit": _FEW + 1})]
    return found if len(found) <= _FEW else None
