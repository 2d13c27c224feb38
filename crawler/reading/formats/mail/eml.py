"""An e-mail (EML, MSG): who wrote when about what, the words, and the files that came with it."""

from codecs import BOM_UTF8
from collections.abc import Iterator
from email import message_from_bytes
from email.errors import MessageError
from email.message import Message

from crawler.reading.formats.filetext import Contents, Limits, Part, Unreadable
from crawler.reading.formats.mail.bodies import content, file_name, has_parts, inner, is_body, letter, parts
from crawler.reading.formats.mail.headers import head, header, without_addresses

WHAT = "e-mail"
# What the standard library's e-mail package raises on malformed messages, besides its own errors.
BROKEN = (MessageError, ValueError, LookupError, TypeError, AttributeError, RecursionError)
LOGO = 20_000  # bytes of a picture shown within an e-mail, up to which it is the sender's logo
# They say nothing to a reader: the seal of a signed message, the style of a page that was saved as one.
WORDLESS = ("application/pkcs7-signature", "application/x-pkcs7-signature", "application/pgp-signature", "text/css")


def read(data: bytes, limits: Limits) -> Contents:
    """One part: From, To, Date, Subject, then the words. Raises Unreadable for what is no e-mail any more."""
    return contents(message_from(data), limits)


def message_from(data: bytes) -> Message:
    """The message. Raises Unreadable."""
    try:
        return message_from_bytes(data.removeprefix(BOM_UTF8).lstrip())
    except BROKEN as error:
        raise Unreadable(f"damaged {WHAT}: {error}") from error


def contents(message: Message, limits: Limits) -> Contents:
    """As `read`, of a message that has been parsed."""
    try:
        said = letter(message, limits)
        top = head(message)
    except BROKEN as error:
        raise Unreadable(f"damaged {WHAT}: {error}") from error
    pieces = ("\n".join(top), *map(without_addresses, said.pieces))
    whole = "\n\n".join(piece.strip() for piece in pieces if piece.strip())
    return Contents((Part("", whole),), tables=said.tables)


def files(message: Message) -> Iterator[tuple[str, bytes]]:
    """The name and the bytes of each attached file; a forwarded message is one, and the sender's logo none."""
    try:
        for number, part in enumerate(parts(message), 1):
            if part.get_content_type() == "message/rfc822":
                yield _forwarded(part, number)
            elif not (is_body(part) or _is_wordless(part) or has_parts(part)):
                yield file_name(part) or f"attachment {number}", content(part)
    except BROKEN as error:
        raise Unreadable(f"damaged {WHAT}: {error}") from error


def _forwarded(part: Message, number: int) -> tuple[str, bytes]:
    within = next(iter(inner(part)), part)
    return file_name(part) or f"{header(within, 'Subject') or f'message {number}'}.eml", within.as_bytes()


def _is_wordless(part: Message) -> bool:
    shown = part.get("Content-ID") is not None and part.get_content_disposition() != "attachment"
    logo = part.get_content_maintype() == "image" and shown and len(content(part)) <= LOGO
    return logo or part.get_content_type() in WORDLESS
