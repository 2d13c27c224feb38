"""Reading the record: disclosures whole, the ledger from a cursor on, and one by what people call it."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

import msgspec

from store.database import Store
from store.errors import NotKept
from store.records import AttachmentSeen, Change, Disclosure, Match

_CHUNK = 200
_OWN_COLUMNS = (
    "id", "source", "kind", "address", "title", "ref", "received", "responded", "published", "request_text",
    "response_text", "outcome", "status", "version", "first_seen",
)  # fmt: skip
# The columns of an AttachmentSeen, and where they come from.
ATTACHMENT = """attachments.address, label, coalesce(files.sha256, ''), coalesce(media_type, ''), coalesce(bytes, 0),
        coalesce(text, ''), CASE WHEN files.problem LIKE 'quarantined: %' THEN files.problem
            ELSE coalesce(nullif(attachments.problem, ''), files.problem, '') END
    FROM attachments LEFT JOIN files ON files.sha256 = attachments.sha256"""
_ATTACHMENTS = f"SELECT disclosure, {ATTACHMENT}"
_MATCHES = "SELECT disclosure, topic, score, evidence FROM matches"


def disclosure(store: Store, id: int) -> Disclosure:
    """One disclosure with its attachments and matches. Raises NotKept."""
    found = disclosures(store, [id])
    if not found:
        raise NotKept(f"the record holds no disclosure {id}")
    return found[0]


def disclosures(store: Store, ids: Iterable[int]) -> list[Disclosure]:
    """The disclosures in the order asked for; those that are not kept are left out."""
    asked = list(ids)
    found: dict[int, Disclosure] = {}
    for start in range(0, len(asked), _CHUNK):
        found.update(_chunk(store, asked[start : start + _CHUNK]))
    return [found[id] for id in asked if id in found]


def changes_after(store: Store, cursor: int, limit: int) -> list[Change]:
    """The next rows of the ledger, oldest first."""
    query = """SELECT id, disclosure, version, verb, seen, source, baseline, completed FROM changes
        WHERE id > ? ORDER BY id LIMIT ?"""
    rows = store.db.conn.execute(query, (cursor, limit))
    return [
        Change(id, disclosure, version, verb, seen, source, bool(baseline), bool(completed))
        for id, disclosure, version, verb, seen, source, baseline, completed in rows
    ]


def last_change(store: Store) -> int:
    """Where the ledger ends; 0 when it is empty."""
    # Not the last row that is there: that of a disclosure which was taken down is gone, and cursors go on from it.
    query = "SELECT coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'changes'), 0)"
    return store.db.conn.execute(query).fetchone()[0]


def find(store: Store, text: str) -> int | None:
    """The disclosure of that id, address or reference (case and spaces aside); of several, the latest."""
    text = text.strip()
    folded = "".join(text.split()).upper()
    questions: list[tuple[str, Any]] = [
        ("SELECT disclosure FROM addresses WHERE address = ?", text),
        ("SELECT max(id) FROM disclosures WHERE ref = ?", text),
        ("SELECT max(id) FROM disclosures WHERE ref <> '' AND upper(replace(ref, ' ', '')) = ?", folded),
    ]
    if text.isascii() and text.isdigit() and len(text) < 19:
        questions.insert(0, ("SELECT id FROM disclosures WHERE id = ?", int(text)))
    for query, value in questions if text else ():
        row = store.db.conn.execute(query, (value,)).fetchone()
        if row and row[0] is not None:
            return int(row[0])
    return None


def _chunk(store: Store, ids: Sequence[int]) -> dict[int, Disclosure]:
    marks = ", ".join("?" * len(ids))
    among = f"disclosure IN ({marks})"
    forces = _grouped(store, f"SELECT disclosure, force FROM disclosure_forces WHERE {among}", ids)
    attachments = _grouped(store, f"{_ATTACHMENTS} WHERE {among} ORDER BY disclosure, position", ids)
    matches = _grouped(store, f"{_MATCHES} WHERE {among} ORDER BY score DESC, topic", ids)
    columns = ", ".join(_OWN_COLUMNS)
    query = f"""SELECT last_seen, extra, {columns} FROM disclosures
        JOIN sightings ON sightings.disclosure = disclosures.id WHERE id IN ({marks})"""
    return {
        own[0]: Disclosure(
            **dict(zip(_OWN_COLUMNS, own, strict=True)),
            forces=tuple(force for (force,) in forces[own[0]]),
            last_seen=last_seen,
            attachments=tuple(AttachmentSeen(*row) for row in attachments[own[0]]),
            matches=tuple(_match(*row) for row in matches[own[0]]),
            extra=msgspec.json.decode(extra),
        )
        for last_seen, extra, *own in store.db.conn.execute(query, ids)
    }


def _match(topic: str, score: float, evidence: str) -> Match:
    return Match(topic, score, tuple(msgspec.json.decode(evidence)))


def _grouped(store: Store, query: str, ids: Sequence[int]) -> dict[int, list[tuple[Any, ...]]]:
    groups: dict[int, list[tuple[Any, ...]]] = defaultdict(list)
    for disclosure, *rest in store.db.conn.execute(query, ids):
        groups[disclosure].append(tuple(rest))
    return groups
