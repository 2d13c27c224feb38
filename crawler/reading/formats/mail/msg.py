"""An Outlook message (MSG, [MS-OXMSG]), turned into an e-mail of the common form, its files and messages within it."""

import datetime
import struct
from email.message import EmailMessage, Message
from email.parser import HeaderParser
from email.utils import format_datetime, formataddr

from crawler.reading.formats.compound import Streams, opened
from crawler.reading.formats.filetext import Contents, Limits, Unreadable
from crawler.reading.formats.kinds import IMAGES
from crawler.reading.formats.mail.eml import BROKEN, contents
from crawler.reading.formats.mail.packed_rtf import unpacked
from crawler.reading.formats.office import rtf
from crawler.reading.formats.office.rtf_words import codec

WHAT = "Outlook message"
PROPERTIES = "__properties_version1.0"
ATTACHED = "__attach_version1.0_"
MESSAGE_WITHIN = "__substg1.0_3701000D"
# [MS-OXPROPS]: the numbers of the properties.
SUBJECT, BODY, RTF, HTML, HEADERS = 0x0037, 0x1000, 0x1009, 0x1013, 0x007D
SENDER, SENDER_ADDRESS, SENDER_SMTP, TO, CC = 0x0C1A, 0x0C1F, 0x5D01, 0x0E04, 0x0E03
SENT, RECEIVED, CODE_PAGE, HTML_PAGE = 0x0039, 0x0E06, 0x3FFD, 0x3FDE
FILE, LONG_NAME, SHORT_NAME, SHOWN_NAME = 0x3701, 0x3707, 0x3704, 0x3001
CONTENT_ID, NOT_LISTED = 0x3712, 0x7FFE
WINDOWS_EPOCH = datetime.datetime(1601, 1, 1, tzinfo=datetime.UTC)
NOWHERE = "unknown@example.invalid"  # in place of an address that is not kept; it is not shown
DEEPEST = 8  # messages within messages: Outlook itself writes hardly more


def read(data: bytes, limits: Limits) -> Contents:
    """One part, as of an e-mail. Raises Unreadable for a damaged file."""
    return contents(message_from(data), limits)


def message_from(data: bytes) -> Message:
    """The message as an e-mail. Raises Unreadable."""
    streams = opened(data, WHAT)
    if (PROPERTIES,) not in streams:
        raise Unreadable(f"damaged {WHAT}: no properties")
    try:
        return _message(streams, 0)
    except BROKEN as error:
        raise Unreadable(f"damaged {WHAT}: {error}") from error


class _Properties:
    """The properties of a message or of one of its files: the streams of its folder."""

    def __init__(self, streams: Streams, header: int) -> None:
        self._streams = {path[0]: data for path, data in streams.items() if len(path) == 1}
        listed = self._streams.get(PROPERTIES, b"")[header:]
        rows = (listed[at : at + 16] for at in range(0, len(listed) - 15, 16))
        self._fixed = {struct.unpack_from("<2xH", row)[0]: row[8:] for row in rows}
        self._codec = codec(f"cp{self.number(CODE_PAGE) or 1252}")

    def number(self, name: int) -> int:
        """A property that is a number; 0 where it is not there."""
        return struct.unpack_from("<I", self._fixed[name])[0] if name in self._fixed else 0

    def text(self, name: int) -> str:
        """A property that is words; none where it is not there."""
        wide = self._streams.get(f"__substg1.0_{name:04X}001F")
        if wide is not None:
            return wide.decode("utf-16-le", "replace").rstrip("\0")
        return self._streams.get(f"__substg1.0_{name:04X}001E", b"").decode(self._codec, "replace").rstrip("\0")

    def bytes(self, name: int) -> bytes:
        """A property that is bytes."""
        return self._streams.get(f"__substg1.0_{name:04X}0102", b"")

    def moment(self, name: int) -> str:
        """A time (in 100 nanoseconds since 1601) as an e-mail writes it."""
        ticks = struct.unpack_from("<Q", self._fixed[name])[0] if name in self._fixed else 0
        days = ticks // 864_000_000_000
        return format_datetime(WINDOWS_EPOCH + datetime.timedelta(days)) if 0 < days < 1_000_000 else ""


def _message(streams: Streams, depth: int) -> EmailMessage:
    own = _Properties(streams, 32 if depth == 0 else 24)
    mail = EmailMessage()
    for name, value in _head(own).items():
        if line := " ".join(value.replace("\0", "").split()):
            mail[name] = line
    _add_words(mail, own)
    for folder in sorted({path[0] for path in streams if path[0].startswith(ATTACHED)}):
        _add_file(mail, _within(streams, folder), depth)
    return mail


def _head(own: _Properties) -> dict[str, str]:
    headers = HeaderParser().parsestr(own.text(HEADERS))
    address = next((each for each in (own.text(SENDER_SMTP), own.text(SENDER_ADDRESS)) if "@" in each), "")
    return {
        "From": formataddr((own.text(SENDER), address or NOWHERE)) if own.text(SENDER) or address else "",
        "To": _names(own.text(TO)),
        "Cc": _names(own.text(CC)),
        "Date": str(headers.get("Date", "")) or own.moment(SENT) or own.moment(RECEIVED),
        "Subject": own.text(SUBJECT),
    }


def _names(listed: str) -> str:
    """The names of a list that Outlook keeps without addresses, as the header of an e-mail."""
    return ", ".join(formataddr((name.strip(), NOWHERE)) for name in listed.split(";") if name.strip())


def _add_words(mail: EmailMessage, own: _Properties) -> None:
    page = own.bytes(HTML).decode(codec(f"cp{own.number(HTML_PAGE) or 1252}"), "replace") or own.text(HTML)
    if plain := own.text(BODY) or ("" if page else _rich(own)):
        mail.set_content(plain, charset="utf-8", cte="base64")
    if page:
        (mail.add_alternative if plain else mail.set_content)(page, subtype="html", charset="utf-8", cte="base64")


def _rich(own: _Properties) -> str:
    """The words of a letter that is kept as RTF alone."""
    packed = own.bytes(RTF)
    return "\n".join(part.text for part in rtf.read(unpacked(packed), Limits()).parts) if packed else ""


def _add_file(mail: EmailMessage, streams: Streams, depth: int) -> None:
    own = _Properties(streams, 8)
    name = " ".join(next(filter(None, map(own.text, (LONG_NAME, SHORT_NAME, SHOWN_NAME))), "").split())
    if any(path[0] == MESSAGE_WITHIN for path in streams):
        if depth < DEEPEST:
            mail.add_attachment(_message(_within(streams, MESSAGE_WITHIN), depth + 1), filename=f"{name}.eml")
        return
    data, within = own.bytes(FILE), own.text(CONTENT_ID)
    if within and own.number(NOT_LISTED) and data.startswith(tuple(IMAGES)):
        # Shown within the letter, as a logo is.
        mail.add_attachment(data, "image", "unknown", filename=name, disposition="inline", cid="<shown>")
    else:
        mail.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)


def _within(streams: Streams, folder: str) -> Streams:
    return {path[1:]: data for path, data in streams.items() if path[0] == folder and len(path) > 1}
