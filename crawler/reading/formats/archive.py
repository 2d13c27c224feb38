"""Zip files: weighed by their directory before anything is unpacked, so that a bomb stays shut."""

import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO

from crawler.reading.formats.filetext import Limits, Unreadable

# What zipfile raises on damaged members: bad structure or stream, odd offsets, unknown methods.
DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, KeyError, RuntimeError)
LOCKED = 1  # of the flags of a member (APPNOTE 4.4.4)


@contextmanager
def weighed(data: bytes, limits: Limits, what: str) -> Iterator[zipfile.ZipFile]:
    """The open zip. Raises Unreadable when it is damaged, encrypted as a whole, or unpacks to more than the limits."""
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
        files = [member for member in members if not member.is_dir()]
        if files and all(map(is_locked, files)):
            raise Unreadable(f"encrypted {what}")
        yield archive


def is_locked(member: zipfile.ZipInfo) -> bool:
    """Whether a member is encrypted; others beside it may not be."""
    return bool(member.flag_bits & LOCKED)


def member(archive: zipfile.ZipFile, name: str | zipfile.ZipInfo, what: str) -> bytes:
    """The bytes of one member, never more than the directory says. Raises Unreadable for a damaged or encrypted one.

    Several may go by one name: a name alone is the last of them.
    """
    try:
        if is_locked(archive.getinfo(name) if isinstance(name, str) else name):
            raise Unreadable(f"encrypted {what}")
        return archive.read(name)
    except DAMAGE as error:
        raise Unreadable(f"damaged {what}: {error}") from error
