"""Hands a file as read to the store, which keeps it for all to see or, with something hidden in it, in quarantine."""

from crawler.file_tables import tables
from crawler.reader import fingerprint
from crawler.reading.documents import FileText
from store import filekeeping
from store.database import Store
from store.fileread import Concealed, FilePart, FileRead, FileTable
from store.records import AttachmentSeen


def keep_file(store: Store, data: bytes, file: FileText, address: str, label: str) -> AttachmentSeen:
    """The file as an attachment, its bytes kept by their SHA-256. Raises StoreError when the disk refuses."""
    return filekeeping.keep_file(store, data, as_read(file), address, label)


def as_read(file: FileText) -> FileRead:
    """A file in the shape of the store, with the figures in its tables that were kept back."""
    return FileRead(
        file.media_type,
        file.text,
        file.problem,
        tuple(FilePart(part.where, part.text, part.first_cell) for part in file.parts),
        tuple(FileTable(table.where, table.rows, markers) for table, markers in tables(file)),
        tuple(Concealed(one.kind, one.where, one.detail) for one in file.hidden),
        fingerprint(),
    )
