"""Opens a compound file (OLE): the container of Word and Excel before 2007, and of Outlook's messages."""

import struct
from io import BytesIO

import olefile

from crawler.reading.formats.filetext import Unreadable

# What olefile raises on damaged files.
BROKEN = (OSError, ValueError, IndexError, KeyError, TypeError, AttributeError, struct.error, RecursionError)
Streams = dict[tuple[str, ...], bytes]


def opened(data: bytes, what: str) -> Streams:
    """The bytes of every stream by its path, and no more of them than the file is long. Raises Unreadable."""
    streams: Streams = {}
    left = len(data)
    try:
        with olefile.OleFileIO(BytesIO(data)) as file:
            for path in file.listdir(streams=True, storages=False):
                left -= file.get_size(path)
                if left < 0:
                    raise Unreadable(f"damaged {what}: its streams are longer than the file")
                with file.openstream(path) as stream:
                    streams[tuple(path)] = stream.read()
    except BROKEN as error:
        raise Unreadable(f"damaged {what}: {error}") from error
    return streams


def roots(data: bytes) -> frozenset[str]:
    """The names of the outermost streams and folders: they tell what the file is. None for a damaged file."""
    try:
        with olefile.OleFileIO(BytesIO(data)) as file:
            return frozenset(path[0] for path in file.listdir(streams=True, storages=True))
    except BROKEN:
        return frozenset()
