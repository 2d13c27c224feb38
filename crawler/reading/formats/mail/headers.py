"""The headers of an e-mail as lines, without the addresses of private people."""

import re
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from email.utils import getaddresses, parsedate_to_datetime

from crawler.reading.formats.decode import decode

# Public bodies' own; any other address may be a private person's, and is left out.
OFFICIAL = re.compile(r"@(?:[\w-]+\.)*(?:police|gov|nhs|parliament|mod)\.uk$", re.I)
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
# Headers of the letters that are quoted below an answer, as mail programs write them.
QUOTED = re.compile(r"^[>\s*]*(?:From|To|Cc|Bcc)\s*:.*$|^[>\s]*On .{5,200} wrote:\s*$", re.I | re.M)
ADDRESS = re.compile(r"\s*[<\[(]?(?:mailto:)?([\w.+'-]+@[\w-]+(?:\.[\w-]+)+)[>\])]?", re.I)


def head(message: Message) -> list[str]:
    """From, To, Cc, Date and Subject, those that say something: "Date: 2 July 2025"."""
    said = {"From": _people(message, "From"), "To": _people(message, "To"), "Cc": _people(message, "Cc")}
    said |= {"Date": _day(message), "Subject": " ".join(header(message, "Subject").split())}
    return [f"{name}: {words}" for name, words in said.items() if words]


def _people(message: Message, name: str) -> str:
    """The names in a header, with the addresses of public bodies alone."""
    found = []
    for called, address in getaddresses(_values(message, name)):
        known = " ".join(decoded(called).split())
        official = f"<{address}>" if OFFICIAL.search(address) else ""
        found.append(f"{'' if '@' in known else known} {official}".strip())
    return ", ".join(filter(None, found))


def _official(address: re.Match[str]) -> str:
    return address.group() if OFFICIAL.search(address[1]) else ""


def _day(message: Message) -> str:
    """The day in the sender's own time: "2 July 2025"."""
    try:
        sent = parsedate_to_datetime(header(message, "Date"))
    except (ValueError, TypeError, IndexError, OverflowError):
        return ""
    return f"{sent.day} {MONTHS[sent.month - 1]} {sent.year}"


def without_addresses(text: str) -> str:
    """A letter without the private addresses in the headers of those that it quotes."""
    return QUOTED.sub(lambda line: ADDRESS.sub(_official, line.group()), text)


def header(message: Message, name: str) -> str:
    """A header, decoded; empty when it is not there."""
    return decoded(next(iter(_values(message, name)), ""))


def _values(message: Message, name: str) -> list[str]:
    """The headers of that name; their bytes where a program wrote letters beyond ASCII as they were."""
    raw = (str(value) for called, value in message.raw_items() if called.lower() == name.lower())
    return [value if value.isascii() else _said(value) for value in raw]


def _said(value: str) -> str:
    try:
        return decode(value.encode("ascii", "surrogateescape"))
    except UnicodeEncodeError:
        return value


def decoded(header: str) -> str:
    """What a header says, or as it stands where its encoding is no such thing."""
    try:
        return str(make_header(decode_header(header)))
    except (MessageError, LookupError, ValueError):
        return header
