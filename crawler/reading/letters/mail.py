"""A letter that came as a mail: its lines of From, Sent and Subject, and the mails quoted under it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from crawler.reading.facts.dates import dates_in, iso_date
from crawler.reading.letters.messages import OFFICE
from crawler.reading.letters.phrases import SALUTATION, SIGN_OFF

# As a line, or as the row of a table.
_HEADER = re.compile(
    r"(?:\| )?(?P<name>from|sent|date|to|cc|bcc|subject|importance|attachments?|oddi wrth|at|pwnc"
    r"|anfonwyd)\s*:\s*(?:\|\s*)?(?P<value>[^|]*)\|?",
    re.I,
)
_WHOSE = ("from", "oddi wrth")
_WHEN = ("sent", "date", "anfonwyd")
_BREAK = re.compile(r"[-_ ]*(?:original|forwarded) (?:message|mail)[-_ ]*|begin forwarded message:?|[-_]{6,}", re.I)
# The line that a mail program writes above what it quotes names the sender; `you wrote:` is the letter's own.
_WROTE = re.compile(r"on (?!.*\b(?:you|we|which|that)\b).{6,140} wrote:", re.I)
# With a stop it is the greeting and the first sentence: `Hello, for 2024 can you say:`.
_GREETING = re.compile(r"(?:dear|hello|hi)\b(?:[^.?!:;]|\b(?:mrs?|ms|dr)\.){0,60}[.!]?", re.I)
_REPLY = re.compile(r"^(?:(?:re|fw|fwd|ateb)\s*:\s*)+", re.I)
_FORWARD = re.compile(r"fwd?\s*:", re.I)
_FORWARDED = re.compile(r"[-_ ]*forwarded (?:message|mail)[-_ ]*|begin forwarded message:?", re.I)
_SIGNED = 4
_NAMES = 14  # characters, within which the colon of a header stands


@dataclass(frozen=True)
class Mail:
    """One mail: its headers by lower-case name, its ISO day or "", and its lines."""

    headers: dict[str, str]
    sent: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Mails:
    """The newest mail's lines with its day, and what the oldest one quoted asks with its day."""

    newest: tuple[str, ...]
    answered_on: str
    quoted: tuple[str, ...]
    asked_on: str
    subject: str


def mails(lines: Sequence[str]) -> Mails | None:
    """The mails of a text, newest first as people quote; None for a text without a block of mail headers."""
    if not any(":" in line[:_NAMES] or line.rstrip().endswith("wrote:") for line in lines):
        return None
    starts = [at for at in range(len(lines)) if ":" in lines[at] and _opens(lines, at)]
    if not starts:
        return None
    found = [mail_of(lines[at:end]) for at, end in zip(starts, [*starts[1:], len(lines)], strict=True)]
    # Words above the first headers are the newest mail, saved without its own.
    if any(line.strip() and not _BREAK.fullmatch(line.strip()) for line in lines[: starts[0]]):
        found.insert(0, Mail({}, "", tuple(line for line in lines[: starts[0]] if not _BREAK.fullmatch(line.strip()))))
    subject = next((mail.headers["subject"] for mail in found if mail.headers.get("subject")), "")
    if len(found) > 1 and _is_sent_on(found, lines, subject):
        found = found[1:]
    newest, oldest = found[0], found[-1]
    quoted = oldest if len(found) > 1 else Mail({}, "", ())
    return Mails(newest.lines, newest.sent, tuple(asked(quoted.lines)), quoted.sent, _REPLY.sub("", subject))


def _is_sent_on(found: Sequence[Mail], lines: Sequence[str], subject: str) -> bool:
    """Whether the newest mail only sends on the answer of an office under it, in fewer words than that has.

    It says so by its subject or by a line; or there are these two alone, of offices both: then neither is a request.
    """
    cover, under = found[:2]
    said = _FORWARD.match(subject) or any(_FORWARDED.fullmatch(line.strip()) for line in lines)
    sends = bool(said) or (not found[2:] and _is_of_office(cover))
    return sends and _is_of_office(under) and _words_in(cover) < _words_in(under)


def _is_of_office(mail: Mail) -> bool:
    return any(OFFICE.search(mail.headers.get(name, "")) for name in _WHOSE)


def _words_in(mail: Mail) -> int:
    return sum(len(line.split()) for line in mail.lines)


def _opens(lines: Sequence[str], at: int) -> bool:
    """Whether a block of headers begins: two different ones at least, the sender's or the time's first."""
    wrote = _WROTE.fullmatch(lines[at].strip())
    if not (wrote or _header(lines[at])):
        return False
    if at and _header(lines[at - 1]) and not _BREAK.fullmatch(lines[at - 1].strip()):
        return False
    if wrote:
        return bool(dates_in(wrote.group()))
    names = [name for line in lines[at : at + 4] if (name := _header(line))]
    return len(set(names)) >= 3 and names[0] in (*_WHOSE, *_WHEN, "subject", "to")


def _header(line: str) -> str:
    found = _HEADER.fullmatch(line.strip())
    return found["name"].lower() if found else ""


def mail_of(lines: Sequence[str]) -> Mail:
    """One mail of its lines, the headers first."""
    headers: dict[str, str] = {}
    at = 0
    if lines and (wrote := _WROTE.fullmatch(lines[0].strip())):
        return Mail({}, iso_date(wrote.group()), _words(lines[1:]))
    while at < len(lines) and (found := _HEADER.fullmatch(lines[at].strip())):
        headers.setdefault(found["name"].lower(), found["value"].strip())
        at += 1
    sent = next((headers[name] for name in _WHEN if name in headers), "")
    return Mail(headers, iso_date(sent), _words(lines[at:]))


def _words(lines: Sequence[str]) -> tuple[str, ...]:
    return tuple(line for line in lines if not _BREAK.fullmatch(line.strip()))


def asked(lines: Sequence[str]) -> list[str]:
    """The lines of the request without greeting and signature."""
    kept: list[str] = []
    signing = 0
    for line in lines:
        if SIGN_OFF.fullmatch(line.strip()):
            signing = _SIGNED
        elif signing and len(line.split()) <= 6:
            signing -= 1
        elif not (SALUTATION.fullmatch(line.strip()) or _GREETING.fullmatch(line.strip())):
            kept.append(line)
    return kept
