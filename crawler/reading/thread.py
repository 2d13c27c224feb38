"""A correspondence on a public archive: who wrote when, what was asked, what was answered."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from crawler.reading.boilerplate import is_boilerplate
from crawler.reading.dates import dates_in
from crawler.reading.fields import Dates

_FROM = re.compile(r"from: .{2,100}", re.I)
_OUTGOING = re.compile(
    r"dear .{3,70}|yours (?:faithfully|sincerely).{0,60}|please (?:review|conduct|carry out)\b.*", re.I
)
_RECEIPT = re.compile(
    r"acknowledg|request has been received\b|\byou (?:will|should|can expect to) hear from us\b|(?:aim|hope"
    r"|endeavour) to (?:answer|respond|reply)"
    r"|(?:response|reply) will be (?:sent|provided|with you)|logged (?:as|under)"
    r"|we have (?:received )?your request|will (?:answer|respond|reply) within"
    r"|is being (?:considered|dealt with)",
    re.I,
)
_TAKES_BACK = re.compile(
    r"\breview\b.{0,600}\b(?:wrong|overturn\w*|(?:not|no longer|in part|partly) upheld|should (?:not )?have been"
    r"|now (?:able|disclos\w+|provid\w+|releas\w+)|incorrect\w*|in error)\b",
    re.I,
)
_INCOMING = re.compile(
    r"\d+ attachments?\b|freedom of information request \S*\d|internal review|section \d|we (?:can"
    r"|cannot|have|hold|do not)\b"
    r"|our ref|please find attached|dear (?:mr|mrs|ms|miss|sir|madam|applicant|requester)\b|the first answer",
    re.I,
)
_OFFICE = re.compile(r"\b(?:police|constabulary|foi|disclosure|information (?:rights|governance))\b", re.I)
_SENTENCE = re.compile(r"[:.?]$|\b(?:on|of|by|to|in|the|since|until|before|after|dated|received|is|was|and)$", re.I)
_NOTE = re.compile(r".{0,80} left an annotation.*", re.I)


@dataclass(frozen=True)
class Message:
    """One letter of a thread: its ISO day, its lines, and whether the force wrote it."""

    date: str
    lines: tuple[str, ...]
    incoming: bool


@dataclass(frozen=True)
class Thread:
    """What the requester wrote and what the force answered, receipts left out, and the dates of both."""

    asked: tuple[str, ...]
    answered: tuple[str, ...]
    dates: Dates
    overturned: tuple[str, ...] = ()


def thread(lines: Sequence[str]) -> Thread | None:
    """The thread, or None for a text without dated messages from both sides."""
    messages = _messages(lines)
    outgoing = [message for message in messages if not message.incoming]
    incoming = [message for message in messages if message.incoming and not _is_receipt(message)]
    if not outgoing or len(messages) < 2:
        return None
    asked = tuple(line for message in outgoing for line in message.lines if not _greeting(line))
    answered = tuple(line for message in incoming for line in message.lines if not _label(line))
    return Thread(asked, answered, Dates(outgoing[0].date, incoming[0].date if incoming else ""), _overturned(incoming))


def _overturned(incoming: Sequence[Message]) -> tuple[str, ...]:
    """The lines of the answers that a later internal review takes back: what they cite is relied on no more."""
    reviews = [at for at, message in enumerate(incoming) if at and _TAKES_BACK.search(" ".join(message.lines))]
    return tuple(line for message in incoming[: reviews[-1] if reviews else 0] for line in message.lines)


def _messages(lines: Sequence[str]) -> list[Message]:
    starts = [at for at, line in enumerate(lines) if _day(line)]
    # A sender is named on the line before the date, or on the line after it.
    starts = [at - 1 if at and _FROM.fullmatch(lines[at - 1].strip()) else at for at in starts]
    messages = []
    for at, start in enumerate(starts):
        end = starts[at + 1] if at + 1 < len(starts) else len(lines)
        own = _until_note(lines[start:end])
        date = next(day for line in own if (day := _day(line)))
        words = tuple(line for line in own if not _day(line) and not _FROM.fullmatch(line.strip()))
        messages.append(Message(date, words, at > 0 and _is_incoming(own)))
    return messages


def _until_note(lines: Sequence[str]) -> list[str]:
    return list(lines[: next((at for at, line in enumerate(lines) if _NOTE.fullmatch(line)), len(lines))])


def _day(line: str) -> str:
    """The day of a line that heads a message: a date alone, or after the name of the sender."""
    dates = dates_in(line) if len(line) < 100 else []
    if len(dates) != 1 or not dates[0].day or line[dates[0].end :].strip(" .,:0123456789"):
        return ""
    sender = line[: dates[0].start].strip(" -–,")
    return "" if len(sender.split()) > 8 or _SENTENCE.search(sender) else dates[0].iso


def _is_incoming(lines: Sequence[str]) -> bool:
    said = len(_INCOMING.findall("\n".join(lines))) + 2 * bool(_OFFICE.search(_sender(lines)))
    return said > 2 * sum(bool(_OUTGOING.match(line.strip())) for line in lines if not _INCOMING.match(line))


def _sender(lines: Sequence[str]) -> str:
    return " ".join(line for line in lines[:2] if _day(line) or _FROM.fullmatch(line.strip()))


def _is_receipt(message: Message) -> bool:
    text = " ".join(message.lines)
    return bool(_RECEIPT.search(text)) and len(text.split()) < 200 and "attachment" not in text.lower()


def _greeting(line: str) -> bool:
    return bool(re.fullmatch(r"dear .{2,70}", line.strip(), re.I))


def _label(line: str) -> bool:
    heading = (
        r"(?:our |foi )?ref(?:erence)?\b.{0,40}\d.{0,10}|(?:internal review"
        r"|freedom of information request)\b.{0,60}|\d+ attachments?:.*"
        r"|(?:[-•*] )?[^.?!]{1,80}\.(?:pdf|docx?|xlsx?|csv|rtf|odt|ods|txt|zip)(?: [\d.]+ ?[km]b?)?"
        r"|(?:[\d.]+ ?[km]b? )?(?:download|view as html)(?: (?:download|view as html))*|link to this(?: report)?"
    )
    return bool(re.fullmatch(heading, line.strip(), re.I)) or is_boilerplate(line)
