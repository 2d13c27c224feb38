"""Fills a feed: what the record says now of each disclosure that the ledger names, and why it is in the feed."""

import json
from collections.abc import Sequence
from typing import Any
from uuid import UUID, uuid5

from store.database import Store
from store.feeds.feed import Entry, Feed, Filled
from store.feeds.newest import newest
from store.feeds.row import Row
from store.fileread import QUARANTINED
from store.matches import changed_fields
from store.migrations import public
from store.records import Match
from store.search import passage

QUOTE = 500
OTHERS = 12
_SPACE = UUID("6f1d2a51-9a4e-4f0e-9d0b-6a1f3f5f2c11")
_ROOT = "misconduct"
_DATES = ("published", "responded", "received")
_COLUMNS = ("id", "title", "ref", "address", "status", "source", *_DATES)
_OWN = f"""SELECT {", ".join(_COLUMNS)}, substr(request_text, 1, :most), substr(response_text, 1, :most)
    FROM disclosures WHERE id = :id"""
_FORCES = "SELECT force FROM disclosure_forces WHERE disclosure = ? ORDER BY force"
_OTHER = """SELECT title, address, (SELECT group_concat(force, ', ') FROM disclosure_forces WHERE disclosure = id)
    FROM disclosures WHERE id = ?"""
_TOPICS = "SELECT topic, score, evidence FROM matches WHERE disclosure = ? ORDER BY score DESC, topic"
# Nobody is led to a file in which something is hidden.
_FILES = f"""SELECT label, attachments.address FROM attachments
    LEFT JOIN files ON files.sha256 = attachments.sha256
    WHERE disclosure = ? AND coalesce(files.problem, '') NOT LIKE '{QUARANTINED}%' ORDER BY position"""


def filled(store: Store, feed: Feed, rows: Sequence[Row] | None = None) -> Filled:
    """The feed as the record is now; its bytes are the same as long as that says the same.

    `rows` are those of the ledger that it tells of, where the caller has found them, the newest first.
    """
    rows = newest(store, feed) if rows is None else rows
    born = _born(store)
    entries = tuple(_entry(store, feed, row, born) for row in rows)
    return Filled(
        feed,
        id=uuid5(_SPACE, f"{born} {feed.kind} {feed.name}").urn,
        updated=max((entry.seen for entry in entries), default=born),
        entries=entries,
    )


def _born(store: Store) -> str:
    """When this record was made. No other has the same, so that a number in it names one disclosure in the world."""
    return public.applied(store.db)[0].applied_at


def _entry(store: Store, feed: Feed, row: Row, born: str) -> Entry:
    db = store.db.conn
    *values, request, response = db.execute(_OWN, {"id": row.disclosure, "most": QUOTE}).fetchone()
    own: dict[str, Any] = dict(zip(_COLUMNS, values, strict=True))
    matches = [Match(topic, score, tuple(json.loads(signs))) for topic, score, signs in _all(store, _TOPICS, row)]
    quote, words, where = _why(store, feed, row, matches) or (request or response, "", "")
    return Entry(
        id=uuid5(_SPACE, f"{born} {row.key}").urn,
        verb=row.verb,
        disclosure=row.disclosure,
        version=row.version,
        seen=row.seen,
        title=own["title"],
        ref=own["ref"],
        address=own["address"],
        status=own["status"],
        forces=tuple(force for (force,) in _all(store, _FORCES, row)) or (own["source"],),
        dated=tuple((word, own[word]) for word in _DATES if own[word]),
        topics=tuple(match.topic for match in matches),
        quote=quote[:QUOTE],
        words=words,
        where=where,
        changed=_changed(store, row),
        attachments=tuple((label, address) for label, address in _all(store, _FILES, row)),
        others=tuple(_other(store, id) for id in row.others[:OTHERS]),
    )


def _other(store: Store, id: int) -> tuple[int, str, str]:
    title, address, forces = store.db.conn.execute(_OTHER, (id,)).fetchone()
    return id, f"{title} ({forces})" if forces else title, address


def _all(store: Store, query: str, row: Row) -> list[Any]:
    return store.db.conn.execute(query, (row.disclosure,)).fetchall()


def _why(store: Store, feed: Feed, row: Row, matches: Sequence[Match]) -> tuple[str, str, str] | None:
    """The quote, the words that matched and where: of a topic asked for, else of the search, else of any topic."""
    asked = [match for match in matches if match.topic in feed.wanted.topics]
    if not asked and feed.wanted.search:
        found, place = passage(store, feed.wanted.search, row.disclosure)
        if found:
            return found, "", f"attachment {place}" if place else "search"
    # The narrowest topic says most: that to which all roll up comes last.
    ranked = sorted(asked or matches, key=lambda match: (match.topic == _ROOT, -match.score))
    signs = [sign for match in ranked for sign in match.evidence]
    # The title is in the entry anyway: other words say more.
    best = next((sign for sign in signs if sign["where"] != "title"), signs[0] if signs else None)
    return (best["quote"], best["words"], best["where"]) if best else None


def _changed(store: Store, row: Row) -> tuple[str, ...]:
    """The fields that changed; `words` is all of them together, and says something only alone."""
    fields = changed_fields(store, row.disclosure, row.version) if row.verb == "changed" else ()
    return tuple(field for field in fields if field != "words") or fields
