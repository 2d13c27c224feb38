"""A request and its response as they went over the network: what the archive is given to keep."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryFile
from typing import BinaryIO

SMALL = 64 * 1024  # bytes of a body that wait in memory; a longer one waits on the disk
_CHUNK = 1 << 20
_BREAK = re.compile(rb"[\r\n]+[ \t]*")


class Body:
    """The bytes of a payload, to be read more than once. `digest` is their SHA-256, labelled as WARC wants it."""

    def __init__(self, data: bytes, folder: Path | None = None) -> None:
        self.length = len(data)
        self.digest = f"sha256:{sha256(data).hexdigest()}"
        self._data, self._file = data, None
        if folder is not None and self.length > SMALL:
            self._data, self._file = b"", _spooled(data, folder)

    def chunks(self) -> Iterator[bytes]:
        """All of it, a megabyte at a time."""
        if self._file is None:
            yield self._data
            return
        self._file.seek(0)
        while chunk := self._file.read(_CHUNK):
            yield chunk

    def close(self) -> None:
        if self._file is not None:
            self._file.close()


@dataclass(frozen=True)
class Exchange:
    """What was asked and what was answered. `head` and `request` are lines and headers, with the empty line after.

    `role` is page, attachment, redirect or gone; `content` the SHA-256 of the body without its Content-Encoding;
    `entry` the address of the log's entry that was visited. Without a `request` the body is all that there was: a
    file that a person brought.
    """

    address: str
    seen: str
    status: int
    head: bytes
    body: Body
    request: bytes = b""
    role: str = "page"
    media_type: str = ""
    content: str = ""
    entry: str = ""
    ip: str = ""


def head(first: bytes, headers: Iterable[tuple[bytes, bytes]]) -> bytes:
    """The bytes of a first line and headers; a value that goes over lines is put on one (RFC 9112 section 5.2)."""
    lines = [first, *(name + b": " + _BREAK.sub(b" ", value) for name, value in headers)]
    return b"\r\n".join([*lines, b"", b""])


def headers_of(head: bytes) -> list[tuple[bytes, bytes]]:
    """The headers of a head, as (name, value), in their order."""
    lines = head.split(b"\r\n")[1:]
    return [(name, value.strip()) for name, colon, value in (line.partition(b":") for line in lines) if colon]


def _spooled(data: bytes, folder: Path) -> BinaryIO:
    file: BinaryIO = TemporaryFile(dir=folder)  # noqa: SIM115 (the body closes it)
    file.write(data)
    return file
