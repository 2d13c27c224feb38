"""Unpacks the RTF in which Outlook keeps a letter that has no other form ([MS-OXRTFCP])."""

import struct

from crawler.reading.formats.filetext import Unreadable

HEAD = struct.Struct("<II4sI")  # the sizes packed and unpacked, how it is packed, a sum that is not looked at
PLAIN, PACKED = b"MELA", b"LZFu"
RING = 4096
# What every window begins with: words that most RTF files hold.
BEGUN = (
    rb"{\rtf1\ansi\mac\deff0\deftab720{\fonttbl;}{\f0\fnil \froman \fswiss \fmodern \fscript \fdecor MS Sans "
    rb"SerifSymbolArialTimes New RomanCourier{\colortbl\red0\green0\blue0"
    b"\r\n"
    rb"\par \pard\plain\f0\fs20\b\i\u\tab\tx"
)


def unpacked(data: bytes) -> bytes:
    """The RTF, at most nine times as long as what it is packed in. Raises Unreadable for anything else."""
    if len(data) < HEAD.size:
        raise Unreadable("damaged Outlook message: its words are cut off")
    _, size, how, _ = HEAD.unpack_from(data)
    if how not in (PLAIN, PACKED):
        raise Unreadable("damaged Outlook message: its words are packed in no known way")
    return (data[HEAD.size :] if how == PLAIN else _stretched(data[HEAD.size :]))[:size]


def _stretched(data: bytes) -> bytes:
    """Runs of eight: a byte tells of each whether it is a letter, or two bytes that point back into the window."""
    out = bytearray(BEGUN)
    at = 0
    while at < len(data):
        control, at = data[at], at + 1
        for bit in range(8):
            if not control >> bit & 1:
                out += data[at : at + 1]
                at += 1
                continue
            token, at = int.from_bytes(data[at : at + 2], "big"), at + 2
            back = (len(out) - (token >> 4)) % RING
            if back == 0 or back > len(out) or at > len(data):
                return bytes(out[len(BEGUN) :])
            for _ in range((token & 15) + 2):
                out.append(out[-back])
    return bytes(out[len(BEGUN) :])
