"""Keeps a file as it was read: for all to see, or in quarantine when something is hidden in it."""

from hashlib import sha256 as sha256_of

from store import quarantine
from store.database import Store
from store.fileread import FileRead
from store.files import put_file
from store.holding import hold
from store.purging.bars import in_place_of
from store.records import AttachmentSeen
from store.withheld import file_name


def keep_file(store: Store, data: bytes, read: FileRead, address: str = "", label: str = "") -> AttachmentSeen:
    """The file as an attachment, its bytes kept by their SHA-256.

    One with something hidden is held back, and so is one that was held back before, until it is released; a
    released file is as public as any other. Of one that was taken down nothing is kept. Raises StoreError when the
    disk refuses.
    """
    sha256 = sha256_of(data).hexdigest()
    if down := in_place_of(store.db.conn, sha256, address, label):
        return down
    held = bool(quarantine.held_among(store.db.conn, [sha256]))
    if read.hidden and (held or not quarantine.released(store, sha256)):
        hold(store, data, read.media_type, read.hidden, name=file_name(address, label), address=address)
    elif not held:
        put_file(store, data, read.media_type, read.text, read.problem, read.parts, read.tables, read.reader)
    return kept(store, sha256, address, label)


def kept(store: Store, sha256: str, address: str, label: str) -> AttachmentSeen:
    """A kept file as an attachment, with the words that are kept of it: those that its parts divide."""
    query = "SELECT media_type, bytes, text, problem FROM files WHERE sha256 = ?"
    media_type, size, text, problem = store.db.conn.execute(query, (sha256,)).fetchone()
    return AttachmentSeen(address, label, sha256, media_type, size, text, problem)
