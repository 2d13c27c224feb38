"""The letter itself among the parts of an e-mail: in one of several forms, or in pieces around what came with it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from email.message import Message

from crawler.reading.formats.decode import decode
from crawler.reading.formats.filetext import Contents, Limits, Table, Unreadable
from crawler.reading.formats.mail.headers import decoded
from crawler.reading.formats.markup import read_html

# By what a form may be shorter than the fullest: one that says less only asks for a program that shows the other.
LEAST = 3
HALF = 2


@dataclass(frozen=True)
class Letter:
    """The pieces of a letter, and the tables of all its forms: plain words have none."""

    pieces: tuple[str, ...]
    tables: tuple[Table, ...] = ()


def letter(message: Message, limits: Limits) -> Letter:
    """What a message says itself. Raises what the standard library does for a malformed one."""
    if not has_parts(message):
        return _piece(message, limits) if is_body(message) else Letter(())
    found = [letter(part, limits) for part in inner(message)]
    one = _form if message.get_content_subtype() == "alternative" else _once
    return Letter(one([each.pieces for each in found]), tuple(table for each in found for table in each.tables))


def parts(message: Message) -> Iterator[Message]:
    """The parts of a message, but not those of the messages within it."""
    if not has_parts(message):
        yield message
        return
    for part in inner(message):
        yield from parts(part)


def has_parts(message: Message) -> bool:
    """Whether a message has parts of its own; a message that it holds is none."""
    return message.is_multipart() and message.get_content_type() != "message/rfc822"


def inner(message: Message) -> list[Message]:
    """What stands right within a message."""
    payload = message.get_payload()
    return [part for part in payload if isinstance(part, Message)] if isinstance(payload, list) else []


def is_body(part: Message) -> bool:
    """Whether a part is of the letter, and no file that came with it."""
    attached = file_name(part) or part.get_content_disposition() == "attachment"
    return part.get_content_type() in ("text/plain", "text/html") and not attached


def file_name(part: Message) -> str:
    """What a part is called as a file; empty where it is none."""
    return decoded(part.get_filename() or "")


def content(part: Message) -> bytes:
    """The bytes of a part."""
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _form(forms: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    """The first form of a letter: plain words come before a page (RFC 2046, 5.1.4)."""
    most = max((_size(form) for form in forms), default=0)
    return next((form for form in forms if LEAST * _size(form) >= most), ())


def _size(form: Sequence[str]) -> int:
    return sum(len(piece.split()) for piece in form)


def _once(pieces: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    """The pieces in order, without one that says what another does: some programs set two forms side by side."""
    kept: list[str] = []
    for piece in (piece for each in pieces for piece in each if piece.strip()):
        if not any(_repeats(piece, other) for other in kept[-1:]):
            kept.append(piece)
    return tuple(kept)


def _repeats(piece: str, other: str) -> bool:
    words, others = set(piece.split()), set(other.split())
    return HALF * len(words & others) > max(len(words), len(others)) and (words <= others or others <= words)


def _piece(part: Message, limits: Limits) -> Letter:
    if part.get_content_subtype() == "plain":
        return Letter((_plain(part),))
    page = _page(part, limits)
    return Letter(tuple(each.text for each in page.parts), page.tables)


def _page(part: Message, limits: Limits) -> Contents:
    try:
        return read_html(_text(part).encode(errors="replace"), limits)
    except Unreadable:
        return Contents()  # most often empty, beside plain words


def _plain(part: Message) -> str:
    text = _text(part).replace("\r\n", "\n").replace("\r", "\n")
    # RFC 3676: a space at the end of a line says that its paragraph goes on; "-- " begins a signature.
    return re.sub(r"(?<!^--) \n(?=\S)", " ", text, flags=re.M) if part.get_param("format") == "flowed" else text


def _text(part: Message) -> str:
    """The words in the encoding that the part names, where they are of it."""
    data, named = content(part), (part.get_content_charset() or "").lower()
    if named in ("", "us-ascii", "ascii", "iso-8859-1", "latin-1"):
        return decode(data)  # what programs say without knowing
    try:
        return data.decode(named)
    except (LookupError, UnicodeError):
        return decode(data)
