"""The text of bytes, in whatever encoding they were saved."""

import codecs
import re

import charset_normalizer

MARKS = {
    codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF32_LE: "utf-32", codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16",
}  # fmt: skip
# Quotes as a Mac wrote them (officer’s, “held”): in Windows-1252 these bytes are Ò, Ó and Õ, never within words.
MAC = re.compile(rb"[A-Za-z]\xd5(?:s|t|re|ll|ve|d|m)\b|\xd2[A-Za-z][^\xd2\r\n]{0,200}\xd3")
NOT_MAC = re.compile(rb"[\x91-\x94\x96\x97]")
DOS = re.compile(rb"\x9c\d")  # £5; in Windows-1252 it would be œ5
GUESSED = 1 << 18  # bytes that a guess looks at


def decode(data: bytes) -> str:
    """The text of bytes: by its mark, else UTF-16, UTF-8, what Macs and DOS wrote if sure, Windows-1252, a guess.

    Windows-1252 goes before guessing: Excel and Word write it in Britain, and a guess on few words errs.
    """
    marked = next((name for mark, name in MARKS.items() if data.startswith(mark)), "")
    if marked:
        return data.decode(marked, "replace")
    for encoding in (utf_16(data) or "utf-8", "utf-8", _older(data)):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    if _is_damaged_utf_8(data):
        return data.decode("utf-8", "replace")
    best = charset_normalizer.from_bytes(data[:GUESSED]).best()
    return data.decode(best.encoding if best else "cp1252", "replace")


def utf_16(data: bytes) -> str:
    """The encoding of Latin text in UTF-16 without a mark, where every second byte is zero; else ""."""
    head = data[:1000]
    even, odd = head[::2].count(0), head[1::2].count(0)
    if min(even, odd) > 0 or max(even, odd) * 10 < len(head) * 3:
        return ""
    return "utf-16-le" if odd else "utf-16-be"


def _older(data: bytes) -> str:
    if _is_damaged_utf_8(data):
        return "utf-8"
    head = data[:GUESSED]
    only_mac_lines = b"\r" in head and b"\n" not in head
    if only_mac_lines or (MAC.search(head) and not NOT_MAC.search(head)):
        return "mac_roman"
    return "cp850" if DOS.search(head) and b"\xa3" not in head else "cp1252"


def _is_damaged_utf_8(data: bytes) -> bool:
    """Whether most of what is not ASCII is UTF-8: by chance, it hardly ever is."""
    text = data[:GUESSED].decode("utf-8", "replace")
    wrong = text.count("\ufffd")
    return len(text) - len(text.encode("ascii", "ignore")) - wrong > 3 * wrong
