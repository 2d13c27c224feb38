"""Undoes the Content-Encoding of an archived answer, and never past a limit: what is packed may be a bomb."""

import sys
import zlib
from collections.abc import Callable

import brotli

from store.errors import StoreError

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

MEMBERS = 64  # that lie one behind another, and encodings one within another: more is no page
_PIECE = 1 << 16
_WINDOW = 23  # powers of two of bytes: the most that a server may ask of who unpacks zstd (RFC 9659)


class NotUnpacked(StoreError):
    """Why a body stays packed, for who asked for it."""


def unpacked(body: bytes, encodings: str, limit: int) -> bytes:
    """The body without its Content-Encoding, which `encodings` gives as the header does, and at most `limit` bytes.

    Of one that was cut off there is as much as came. What is within an encoding that is not known stays as it is.
    Raises NotUnpacked.
    """
    names = [name.strip().lower() for name in encodings.split(",")]
    if len(names) > MEMBERS:
        raise NotUnpacked("It is packed too many times over")
    while names and names[-1] in _WAYS:
        body = _without(names.pop(), body, limit)
    return body


def _without(encoding: str, body: bytes, limit: int) -> bytes:
    try:
        found = _WAYS[encoding](body, limit + 1)
    except (zlib.error, brotli.error, zstd.ZstdError) as error:
        raise NotUnpacked(f"It cannot be unpacked: it is not {encoding}, as its server said") from error
    if len(found) > limit:
        raise NotUnpacked(f"It is too large to be unpacked here: it holds more than {limit >> 20} MiB")
    return found


def _gzip(body: bytes, most: int) -> bytes:
    return _members(lambda: zlib.decompressobj(zlib.MAX_WBITS + 16), body, most)


def _zstd(body: bytes, most: int) -> bytes:
    bounds: dict[int, int] = {zstd.DecompressionParameter.window_log_max: _WINDOW}
    return _members(lambda: zstd.ZstdDecompressor(options=bounds), body, most)


def _members(start: Callable[[], "zlib._Decompress | zstd.ZstdDecompressor"], body: bytes, most: int) -> bytes:
    found = b""
    for _ in range(MEMBERS):
        unpacker = start()
        found += unpacker.decompress(body, most - len(found))
        body = unpacker.unused_data
        if not body or len(found) >= most:
            return found
    raise NotUnpacked("It is packed in too many parts")


def _deflate(body: bytes, most: int) -> bytes:
    try:
        return zlib.decompressobj().decompress(body, most)
    except zlib.error:  # some servers leave out the header and the checksum that belong to it
        return zlib.decompressobj(-zlib.MAX_WBITS).decompress(body, most)


def _brotli(body: bytes, most: int) -> bytes:
    # Its limit is a wish, and the more exceeded the higher it is.
    unpacker, found, piece = brotli.Decompressor(), bytearray(), body
    while len(found) < most and not unpacker.is_finished():
        more = unpacker.process(piece, output_buffer_limit=_PIECE)
        if not more:
            break
        found, piece = found + more, b""
    return bytes(found)


_WAYS = {"gzip": _gzip, "x-gzip": _gzip, "deflate": _deflate, "br": _brotli, "zstd": _zstd}
