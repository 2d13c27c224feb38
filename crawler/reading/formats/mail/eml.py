"""An e-mail (EML, MSG): who wrote when about what, the words, and the files that came with it."""

import re
from collections.abc import Iterator
from email import message_from_bytes
from email.errors import MessageError
from email.message import Message

from crawler.reading.formats.decode import decode
from crawler.reading.formats.filetext import Contents, Limits, Part, Unreadable
from crawler.reading.formats.mail.headers import decoded, head, header, without_addresses
from crawler.reading.formats.markup import read_html

WHAT = "e-mail"
# What the standard library's e-mail package raises on malformed messages, besides its own errors.
BROKEN = (MessageError, ValueError, LookupError, TypeError, AttributeError, RecursionError)
LOGO = 20_000  # bytes of a picture shown within an e-mail, up to which it is the sender's logo


def read(data: bytes, limits: Limits) -> Contents:
    """One part: From, To, Date, Subject, then the words. Raises Unreadable for what is no e-mail any more."""
    return contents(message_from(data), limits)


def message_from(data: bytes) -> Message:
    """The message. Raises Unreadable."""
    try:
        return message_from_bytes(data)
    except BROKEN as error:
        raise Unreadable(f"damaged {WHAT}: {error}") from error


def contents(message: Message, limits: Limits) -> Contents:
    """As `read`, of a message that has been parsed."""
    try:
        bodies = [part for part in _parts(message) if _is_body(part)]
        plain = [_plain(part) for part in bodies if part.get_content_subtype() == "plain"]
        pages = [_page(part, limits) for part in bodies if part.get_content_subtype() == "html"]
        top = head(message)
    except BROKEN as error:
        raise Unreadable(f"damaged {WHAT}: {error}") from error
    rich = [part.text for page in pages for part in page.parts]
    words = [text for text in plain if text.strip()] or rich
    said = ("\n".join(top), *map(without_addresses, words))
    whole = "\n\n".join(text.strip() for text in said if text.strip())
    return Contents((Part("", whole),), tables=tuple(table for page in pages for table in page.tables))


def files(message: Message) -> Iterator[tuple[str, bytes]]:
    """The name and the bytes of each attached file; a forwarded message is one, and the sender's logo none."""
    try:
        for number, part in enumerate(_parts(message), 1):
            if part.get_content_type() == "message/rfc822":
                yield _forwarded(part, number)
            elif not _is_body(part) and not _is_logo(part) and not part.is_multipart():
                yield _file_name(part) or f"attachment {number}", _bytes(part)
    except BROKEN as error:
        raise Unreadable(f"damaged {WHAT}: {error}") from error


def _forwarded(part: Message, number: int) -> tuple[str, bytes]:
    inner = next(iter(_inner(part)), part)
    return _file_name(part) or f"{header(inner, 'Subject') or f'message {number}'}.eml", inner.as_bytes()


def _parts(message: Message) -> Iterator[Message]:
    """The parts of a message, but not those of the messages within it."""
    if message.get_content_type() == "message/rfc822" or not message.is_multipart():
        yield message
        return
    for part in _inner(message):
        yield from _parts(part)


def _inner(message: Message) -> list[Message]:
    payload = message.get_payload()
    return [part for part in payload if isinstance(part, Message)] if isinstance(payload, list) else []


def _is_body(part: Message) -> bool:
    return part.get_content_type() in ("text/plain", "text/html") and not _file_name(part)


def _is_logo(part: Message) -> bool:
    shown = part.get("Content-ID") is not None and part.get_content_disposition() != "attachment"
    return part.get_content_maintype() == "image" and shown and len(_bytes(part)) <= LOGO


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
    data, named = _bytes(part), (part.get_content_charset() or "").lower()
    if named in ("", "us-ascii", "ascii", "iso-8859-1", "latin-1"):
        return decode(data)  # what programs say without knowing
    try:
        return data.decode(named)
    except (LookupError, UnicodeError):
        return decode(data)


def _bytes(part: Message) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _file_name(part: Message) -> str:
    return decoded(part.get_filename() or "")
