"""Reading a record of the archive again, by its place in its file, and holding it against its digests."""

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from store.database import Store
from store.evidence import captures
from store.evidence.archive import FOLDER
from store.evidence.captures import Capture
from store.evidence.errors import BadArchive


@dataclass(frozen=True)
class Message:
    """A response as archived: its first line and headers, and its payload as sent."""

    head: bytes
    payload: bytes


def opened(store: Store, capture: Capture) -> Message:
    """The response of a capture, with the payload of the one that it repeats. Raises BadArchive."""
    message = _message(capture, block_of(store, capture))
    if capture.refers_to is None:
        return message
    original = captures.capture(store.db.conn, capture.refers_to)
    return Message(message.head, _message(original, block_of(store, original)).payload)


def block_of(store: Store, capture: Capture) -> bytes:
    """What a record holds, behind its own headers. Raises BadArchive when it is not what was written."""
    member = _unpacked(raw(store, capture.file, capture.offset, capture.length), capture)
    try:
        record = next(iter(ArchiveIterator(BytesIO(member), no_record_parse=True)))
        block = record.raw_stream.read()
    except (ArchiveLoadFailed, StopIteration, EOFError) as error:
        raise BadArchive(f"{_named(capture)} is no WARC record") from error
    said = record.rec_headers.get_header
    if said("WARC-Record-ID") != capture.record:
        raise BadArchive(f"{_named(capture)} is another record than the index says")
    if said("WARC-Block-Digest") != f"sha256:{sha256(block).hexdigest()}":
        raise BadArchive(f"{_named(capture)} is not what its digest says")
    return block


def raw(store: Store, file: str, offset: int, length: int) -> bytes:
    """So many bytes of an archived file, packed as they are. Raises BadArchive when there are fewer."""
    path = store.folder / FOLDER / file
    try:
        with path.open("rb") as archive:
            archive.seek(offset)
            found = archive.read(length)
    except OSError as error:
        raise BadArchive(f"{path}: cannot be read: {error.strerror or error}") from error
    if len(found) < length:
        raise BadArchive(f"{path}: ends before what is indexed of it")
    return found


def info_of(store: Store, file: str) -> bytes:
    """The packed record that begins a file. Raises BadArchive."""
    head = store.db.conn.execute("SELECT head FROM archives WHERE file = ?", (file,)).fetchone()[0]
    return raw(store, file, 0, head)


def damage(store: Store, capture: Capture) -> Iterator[str]:
    """What is wrong with a capture; nothing is well."""
    try:
        message = opened(store, capture)
        if capture.request:
            _unpacked(raw(store, capture.file, capture.offset + capture.length, capture.request), capture)
    except BadArchive as fault:
        yield str(fault)
        return
    if capture.digest and capture.digest != f"sha256:{sha256(message.payload).hexdigest()}":
        yield f"{_named(capture)}: its payload is not what the index says"


def _message(capture: Capture, block: bytes) -> Message:
    if capture.kind == "resource":
        return Message(b"", block)
    head, _, payload = block.partition(b"\r\n\r\n")
    return Message(head + b"\r\n\r\n", payload)


def _unpacked(member: bytes, capture: Capture) -> bytes:
    """The bytes of one gzip member. warcio takes one that ends too early for a whole one."""
    unpacker = zlib.decompressobj(zlib.MAX_WBITS + 16)
    try:
        unpacked = unpacker.decompress(member)
    except zlib.error as error:
        raise BadArchive(f"{_named(capture)} cannot be unpacked") from error
    if not unpacker.eof or unpacker.unused_data:
        raise BadArchive(f"{_named(capture)} does not end where the index says")
    return unpacked


def _named(capture: Capture) -> str:
    return f"{capture.file}: the record at {capture.offset}"
