"""What is to be read again: the disclosures that another reader read, and where their pages are in the archive."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from store.database import Store
from store.evidence import captures
from store.evidence.captures import Capture
from store.evidence.revising import Version
from store.records import AttachmentSeen
from store.versions import record_of

NOT_ARCHIVED = "not archived"
_CHUNK = 100
_OWED = """SELECT id FROM disclosures WHERE id > :last AND (:source = '' OR source = :source)
    AND status <> 'quarantined'
    AND (EXISTS (SELECT 1 FROM versions WHERE disclosure = id AND reader <> :reader)
        OR EXISTS (SELECT 1 FROM attachments JOIN files USING (sha256)
            WHERE disclosure = id AND reader <> :reader
                AND NOT EXISTS (SELECT 1 FROM quarantined WHERE quarantined.sha256 = files.sha256)))
    ORDER BY id LIMIT :limit"""


def disclosures(store: Store, reader: str, source: str = "") -> Iterator[int]:
    """The disclosures of which something was read by another reader, in their order."""
    last = 0
    while True:
        values = {"last": last, "source": source, "reader": reader, "limit": _CHUNK}
        ids = [id for (id,) in store.db.conn.execute(_OWED, values).fetchall()]
        yield from ids
        if len(ids) < _CHUNK:
            return
        last = ids[-1]


def page_of(store: Store, version: Version, before: Sequence[Version]) -> Capture | None:
    """The archived page of a version; that of an earlier one when a person, and no look at the page, made it.

    A file was released, or a person named the force.
    """
    db = store.db.conn
    found = captures.page_of(db, version.disclosure, version.version)
    for earlier in reversed(before):
        if found or record_of(replace(earlier.sighting, forces=version.sighting.forces)) != record_of(version.sighting):
            break
        found = captures.page_of(db, version.disclosure, earlier.version)
    return found


def source_of(store: Store, capture: Capture) -> str:
    """The source in whose run a response was archived."""
    query = "SELECT source FROM archives WHERE file = ?"
    return str(store.db.conn.execute(query, (capture.file,)).fetchone()[0])


def said_type(store: Store, file: AttachmentSeen) -> str:
    """What the server called a file when it was had; what its bytes say when that was not archived."""
    capture = captures.same_content(store.db.conn, file.sha256, file.address)
    return capture.media_type if capture else file.media_type


def has_text(store: Store, sha256: str) -> bool:
    """Whether words of a file are kept."""
    query = "SELECT 1 FROM files WHERE sha256 = ? AND text <> ''"
    return store.db.conn.execute(query, (sha256,)).fetchone() is not None
