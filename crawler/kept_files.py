"""Keeps the bytes of a file with what was read of them; what must not be public does not become so here."""

from crawler.reading.documents import FileText
from store import files
from store.database import Store
from store.records import AttachmentSeen


def keep_file(store: Store, data: bytes, file: FileText, address: str, label: str) -> AttachmentSeen:
    """The file as an attachment, its bytes kept by their SHA-256. Raises StoreError when the disk refuses."""
    sha256 = files.put_file(store, data, file.media_type, file.text, file.problem)
    return AttachmentSeen(address, label, sha256, file.media_type, len(data), file.text, file.problem)
