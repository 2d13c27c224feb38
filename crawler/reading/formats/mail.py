"""A saved e-mail (EML): what was written, and the files that came with it."""

from collections.abc import Iterator
from email import message_from_bytes
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.message import Message

from crawler.reading.formats.delimited import decode
from crawler.reading.formats.filetext import Contents, Limits, Part
from crawler.reading.formats.markup import read_html


def read(data: bytes, limits: Limits) -> Contents:
    """One part: the subject, then the plain words, or the HTML ones where there are no plain ones."""
    message = message_from_bytes(data)
    bodies = [part for part in message.walk() if part.get_content_maintype() == "text" and not _file_name(part)]
    plain = [decode(_bytes(part)) for part in bodies if part.get_content_subtype() == "plain"]
    rich = [_words_of_html(_bytes(part), limits) for part in bodies if part.get_content_subtype() == "html"]
    words = (_subject(message), *(plain or rich))
    return Contents((Part("", "\n\n".join(text.replace("\r\n", "\n").strip() for text in words if text.strip())),))


def files(data: bytes) -> Iterator[tuple[str, bytes]]:
    """The name and the bytes of each attached file."""
    for part in message_from_bytes(data).walk():
        if not part.is_multipart() and (name := _file_name(part)):
            yield name, _bytes(part)


def _bytes(part: Message) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _words_of_html(data: bytes, limits: Limits) -> str:
    return "\n".join(part.text for part in read_html(data, limits).parts) if data.strip() else ""


def _file_name(part: Message) -> str:
    return _decoded(part.get_filename() or "")


def _subject(message: Message) -> str:
    return _decoded(str(message.get("Subject", "")))


def _decoded(header: str) -> str:
    try:
        return str(make_header(decode_header(header)))
    except (HeaderParseError, LookupError, UnicodeError):
        return header
