"""What is known of a disclosure when it is compared with another, from the record or from a sighting."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from sqlite3 import Connection
from typing import Any

import msgspec

from store.merging.wording import LONGEST, Wording, without
from store.records import AttachmentSeen, Sighting

_HEAD = """id, source, kind, status, address, title, received, responded, ref, json_extract(extra, '$.alt_refs'),
    (SELECT json_group_array(force) FROM disclosure_forces WHERE disclosure = id)"""
# What some write before a reference and others do not.
_PREFIX = re.compile(r"(?:FOIA?|REQUEST|REFERENCE|REF|NUMBER|NO)+(?=.*\d)")


@dataclass(frozen=True)
class Head:
    """What is told of a disclosure without its words. `id` is 0 for what is not kept yet.

    `refs` are its references without what stands between their letters and figures.
    """

    id: int
    source: str
    kind: str
    status: str
    address: str
    title: str
    received: str
    responded: str
    refs: frozenset[str]
    forces: frozenset[str]


@dataclass(frozen=True)
class Side:
    """One of two that are compared. `files` are the SHA-256 of its attachments.

    `lacking`: the words of a file are not had, or too many to be compared.
    """

    head: Head
    files: frozenset[str]
    lacking: bool
    wording: Wording


@dataclass(frozen=True)
class Around:
    """A sighting that is not kept yet, and the ids of those that may be the same, the likeliest first."""

    side: Side
    near: tuple[int, ...]


def reference(ref: str) -> str:
    """A reference as it is compared: capital letters and figures, without a word that only says what it is."""
    return _PREFIX.sub("", re.sub(r"[^A-Z0-9]", "", ref.upper()), count=1)


def head_of(db: Connection, id: int) -> Head | None:
    """A disclosure of the record without its words; None when there is none of that number."""
    row = db.execute(f"SELECT {_HEAD} FROM disclosures WHERE id = ?", (id,)).fetchone()
    if row is None:
        return None
    own, (ref, others, forces) = row[:8], row[8:]
    refs = _refs(ref, msgspec.json.decode(others or "[]"))
    values: list[Any] = [*own, refs, frozenset(msgspec.json.decode(forces))]
    return Head(*values)


def side_of(db: Connection, head: Head) -> Side:
    """The disclosure of the record that `head` is of, with its words."""
    query = """SELECT words, request_text, response_text, json_extract(extra, '$.boilerplate_text')
        FROM disclosures WHERE id = ?"""
    *texts, boilerplate = db.execute(query, (head.id,)).fetchone()
    files = db.execute(
        """SELECT coalesce(files.sha256, ''), coalesce(files.text, '') FROM attachments
        LEFT JOIN files USING (sha256) WHERE disclosure = ? ORDER BY position""",
        (head.id,),
    ).fetchall()
    return _side(head, texts, msgspec.json.decode(boilerplate or "[]"), files)


def side_seen(db: Connection, sighting: Sighting) -> Side:
    """A sighting that is not kept yet."""
    head = Head(
        id=0,
        source=sighting.source,
        kind=sighting.kind,
        status="present",
        address=sighting.address,
        title=sighting.title,
        received=sighting.received,
        responded=sighting.responded,
        refs=_refs(sighting.ref, sighting.extra.get("alt_refs") or ()),
        forces=frozenset(sighting.forces),
    )
    texts = sighting.words, sighting.request_text, sighting.response_text
    files = [(a.sha256, a.text or _text(db, a)) for a in sighting.attachments]
    return _side(head, texts, sighting.extra.get("boilerplate_text") or (), files)


def _side(head: Head, texts: Iterable[str], boilerplate: Iterable[str], files: list[tuple[str, str]]) -> Side:
    lacking = not all(sha256 and text for sha256, text in files) or sum(len(text) for _, text in files) > LONGEST
    wording = _wording(texts, boilerplate, "\n".join(text for _, text in files)[:LONGEST])
    return Side(head, frozenset(sha256 for sha256, _ in files), lacking, wording)


def _wording(texts: Iterable[str], boilerplate: Iterable[str], of_files: str) -> Wording:
    page, request, response = texts
    asked, whole = without(request, boilerplate), without(page, boilerplate)
    told = f"{asked}\n{without(response, boilerplate)}" if request and response else ""
    if of_files:
        whole = f"{whole}\n{of_files}"
        told = f"{told}\n{of_files}" if told else ""
    return Wording(told, whole, asked)


def _refs(ref: str, others: Iterable[str]) -> frozenset[str]:
    return frozenset(filter(None, map(reference, (ref, *others))))


def _text(db: Connection, attachment: AttachmentSeen) -> str:
    row = db.execute("SELECT text FROM files WHERE sha256 = ?", (attachment.sha256,)).fetchone()
    return row[0] if row else ""
