"""The files in a winmail.dat, in which Outlook wraps what it sends with a letter in its own format ([MS-OXTNEF])."""

import struct
from collections.abc import Iterator

from crawler.reading.formats.filetext import Unreadable
from crawler.reading.formats.office.rtf_words import codec

SIGNATURE = b"\x78\x9f\x3e\x22"
WHAT = "winmail.dat"
START = 6  # bytes: the signature and a key
HEAD = struct.Struct("<BII")  # whose an attribute is, its name, how many bytes follow
SUM = 2  # bytes after them
BEGINS, CONTENT, TITLE, CODE_PAGE = 0x00069002, 0x0006800F, 0x00018010, 0x00069007


def files(data: bytes) -> Iterator[tuple[str, bytes]]:
    """The name and the bytes of each file. Raises Unreadable for a damaged one."""
    name, content, encoding = "", b"", "cp1252"
    for attribute, value in _attributes(data):
        if attribute == CODE_PAGE:
            encoding = codec(f"cp{int.from_bytes(value[:4], 'little')}")
        elif attribute == TITLE:
            name = value.rstrip(b"\0").decode(encoding, "replace")
        elif attribute == CONTENT:
            content = value
        elif attribute == BEGINS:
            if content:
                yield name, content
            name, content = "", b""
    if content:
        yield name, content


def _attributes(data: bytes) -> Iterator[tuple[int, bytes]]:
    at = START
    while at < len(data):
        if at + HEAD.size > len(data):
            raise Unreadable(f"damaged {WHAT}: cut off")
        _, name, size = HEAD.unpack_from(data, at)
        at += HEAD.size
        if at + size + SUM > len(data):
            raise Unreadable(f"damaged {WHAT}: cut off")
        yield name, data[at : at + size]
        at += size + SUM
