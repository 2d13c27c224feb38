"""Hands out what the archive has of a shown disclosure, one answer at a time, to be saved and never as a page.

Of a file in quarantine, of a disclosure that is held back and of what is being taken down nothing is handed out; nor
what foiwatch asked, for a request bears its operator's contact.
"""

import re
from base64 import b64encode
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from email.utils import format_datetime
from hashlib import sha256
from sqlite3 import Connection
from typing import Any

from datasette import NotFound, Response

from store.database import Store
from store.evidence import captures
from store.evidence.captures import Capture
from store.evidence.errors import BadArchive
from store.evidence.exchanges import headers_of
from store.evidence.members import Message, opened, raw
from store.evidence.records import uri
from store.site.record import of_record
from store.site.unpacking import NotUnpacked, unpacked

ROUTE = r"/disclosures/(?P<id>[1-9]\d{0,17})/copies/(?P<copy>[1-9]\d{0,17})\.(?P<ending>warc\.gz|txt)$"
PACKED, LARGEST = 16 << 20, 32 << 20  # bytes of a record as it lies in its file, and of what is unpacked from it
_ADDRESS = 1000  # characters in a header: of a longer one some proxies refuse the whole answer
_TEXT = ("text/html", "text/plain", "application/xhtml+xml")
# Of a file that could not be kept the digest is not known, so neither whether it is held back.
_OPEN = f"""SELECT c.id FROM captures c JOIN disclosures d ON d.id = c.disclosure
    WHERE c.id IN ({{}}) AND c.length BETWEEN 1 AND {PACKED} AND d.status <> 'quarantined'
        AND (c.role <> 'attachment' OR c.content <> '')
        AND NOT EXISTS (SELECT 1 FROM quarantined q WHERE q.sha256 IN (c.content, substr(c.digest, 8)))
        AND NOT EXISTS (SELECT 1 FROM tombstones t
            WHERE (t.disclosure = d.id AND t.file = '') OR (t.file <> '' AND t.file = c.content))"""
_FILE = re.compile(r"[\w.-]+\.warc\.gz", re.ASCII)
_HEADERS = {"Content-Security-Policy": "default-src 'none'; sandbox", "Cache-Control": "no-cache"}


@dataclass(frozen=True)
class Copy:
    """An answer to be saved: its capture, and the bytes."""

    capture: Capture
    body: bytes


def note_given(db: Connection, copies: Iterable[dict[str, Any]]) -> None:
    """Note in each archived answer, a row of the index, whether it is `given` out, and whether `readable` as words."""
    rows = list(copies)
    shown = _open(db, {one[name] for one in rows for name in ("id", "refers_to") if one[name]})
    for one in rows:
        one["given"] = {one["id"], one["refers_to"] or one["id"]} <= shown
        whole = one["kind"] != "revisit" or one["refers_to"] is not None
        one["readable"] = one["given"] and whole and _readable(one["role"], one["media_type"], one["content"])


async def copy_file(datasette: Any, request: Any) -> Response:
    """One archived answer: its records, as any reader of WARC files takes them, or its source. Raises NotFound."""
    disclosure, id = int(request.url_vars["id"]), int(request.url_vars["copy"])
    ending = request.url_vars["ending"]
    try:
        found = await of_record(datasette, lambda store: _copy(store, disclosure, id, ending))
    except NotUnpacked as refusal:
        raise NotFound(f"This copy is not given out. {refusal}") from refusal
    if found is None:
        raise NotFound("There is no such copy, or it is not given out")
    name = f"disclosure-{disclosure}-copy-{id}.{ending}"
    headers = _HEADERS | _told(found) | {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(found.body, headers=headers, content_type="text/plain" if ending == "txt" else "application/warc")


def _copy(store: Store, disclosure: int, id: int, ending: str) -> Copy | None:
    """The copy; None when it is not there, not for all to see, or not what its digests say. Raises NotUnpacked."""
    chain = _chain(store.db.conn, disclosure, id)
    if not chain or not all(_FILE.fullmatch(one.file) for one in chain):
        return None
    try:
        packed = [raw(store, one.file, one.offset, one.length) for one in chain]
        for record in packed:
            unpacked(record, "gzip", LARGEST)
        message = opened(store, chain[-1])
    except BadArchive:
        return None
    body = _source(message, chain[-1]) if ending == "txt" else b"".join(packed)
    return None if body is None else Copy(chain[-1], body)


def _open(db: Connection, ids: set[int]) -> set[int]:
    """Those of the captures that may be handed out, were each by itself; one that repeats another needs both."""
    return {id for (id,) in db.execute(_OPEN.format(", ".join("?" * len(ids))), list(ids))}


def _readable(role: str, media_type: str, content: str) -> bool:
    """Whether an answer has words to be read as they were sent. A file is among the attachments of its disclosure."""
    return role in ("page", "gone") and media_type in _TEXT and content != ""


def _chain(db: Connection, disclosure: int, id: int) -> list[Capture]:
    """The capture, behind the one that it repeats if it does; nothing where either is not for all to see."""
    own = next((one for one in captures.of_disclosure(db, disclosure) if one.id == id), None)
    if own is None:
        return []
    chain = [*captures.originals(db, [own]), own]
    ids = {one.id for one in chain}
    return chain if _open(db, ids) == ids else []


def _source(message: Message, capture: Capture) -> bytes | None:
    """The words of an answer as bytes, without its Content-Encoding; None when they are not what was read of it."""
    if not _readable(capture.role, capture.media_type, capture.content):
        return None
    if sha256(message.payload).hexdigest() == capture.content:
        return message.payload
    named = [value for name, value in headers_of(message.head) if name.lower() == b"content-encoding"]
    body = unpacked(message.payload, b",".join(named).decode("latin-1"), LARGEST)
    return body if sha256(body).hexdigest() == capture.content else None


def _told(copy: Copy) -> dict[str, str]:
    """Of when and where it is (RFC 7089), and the digest of what is handed out (RFC 9530)."""
    told = {"Repr-Digest": f"sha-256=:{b64encode(sha256(copy.body).digest()).decode()}:"}
    address = uri(copy.capture.address)
    if len(address) <= _ADDRESS:
        told["Link"] = f'<{address}>; rel="original"'
    try:
        told["Memento-Datetime"] = format_datetime(datetime.fromisoformat(copy.capture.seen), usegmt=True)
    except ValueError:  # a time that is none, or in no zone
        return told
    return told
