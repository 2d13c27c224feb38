"""Zip files: weighed by their directory before anything is unpacked, so that a bomb stays shut."""

import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO

from crawler.reading.formats.filetext import Limits, Unreadable

# What zipfile raises on damaged members: bad structure or stream, odd offsets, unknown methods.
DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, KeyError, RuntimeError)


@contextmanager
def weighed(data: bytes, limits: Limits, what: str) -> Iterator[zipfile.ZipFile]:
    """The open zip. Raises Unreadable when it is damaged, encrypted, or unpacks to more than the limits."""
    try:
        archive = zipfile.ZipFile(BytesIO(data))
    except DAMAGE as error:
        raise Unreadable(f"damaged {what}: {error}") from error
    with archive:
        members = archive.infolist()
        size = sum(member.file_size for member in members)
        if size > limits.unpacked:
            raise Unreadable(f"too large: the {what} unpacks to {size >> 20:,} MiB")
        if len(members) > limits.members:
            raise Unreadable(f"too large: the {what} holds {len(members):,} files")
        if any(member.flag_bits & 1 for member in members):
            raise Unreadable(f"encrypted {what}")
        yield archive


def member(archive: zipfile.ZipFile, name: str, what: str) -> bytes:
    """The bytes of one member, never more than the directory says. Raises Unreadable for a damaged one."""
    try:
        return archive.read(name)
    except DAMAGE as error:
        raise Unreadable(f"damaged {what}: {error}") from error
