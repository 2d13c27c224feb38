"""The log of a case in which a force keeps what came in and what went out, oldest first: `--- Incoming ---`."""

import re
from collections.abc import Sequence
from itertools import dropwhile

from crawler.reading.facts.dates import dates_in, iso_date
from crawler.reading.letters.mail import Mail, Mails, asked, mail_of
from crawler.reading.questions.items import item_of

_MARK = re.compile(
    r"(?P<what>[\W\d_]*(?:message|e-?mail|letter|correspondence|item)\b)?[\W\d_]*"
    r"(?:(?P<incoming>incoming|inbound)|outgoing|outbound|(?P<side>in|out))\b"
    r"(?: (?:message|e-?mail|mail|letter|correspondence|item))?(?P<rest>[^?]{0,60})",
    re.I,
)
_LETTERS = re.compile(r"[^\W\d_]")
_LONGEST = 100  # characters of such a line
_NOTE = 6  # words at most of a line that only files a message: `Logged as 25/0932`


def logged(lines: Sequence[str]) -> Mails | None:
    """The first message in as the request, and the last one out as the answer; None where there is no such log."""
    if not any("out" in line.lower() and _mark(line) for line in lines):
        return None  # as of most texts
    marks = {at: mark for at, line in enumerate(lines) if (mark := _mark(line))}
    incoming = [at for at, mark in marks.items() if _is_incoming(mark)]
    outgoing = [at for at in marks if at not in incoming]
    if not incoming or not outgoing or incoming[0] > outgoing[-1]:
        return None
    ends = dict(zip(marks, [*marks, len(lines)][1:], strict=True))
    request, answer = (_message(lines, at, ends[at]) for at in (incoming[0], outgoing[-1]))
    return Mails(
        answer.lines, answer.sent, tuple(asked(request.lines)), request.sent, answer.headers.get("subject", "")
    )


def _mark(line: str) -> re.Match[str] | None:
    """The match of a line that says nothing but which way a message went, perhaps with its number and its day."""
    text = line.strip()
    found = _MARK.fullmatch(text) if len(text) < _LONGEST else None
    # `In 2024` heads figures; `[in]` and `IN - 3 May 2025` tell the way.
    if found is None or (found["side"] and not _is_marked(found)):
        return None
    return found if dates_in(found["rest"]) or not _LETTERS.search(found["rest"]) else None


def _is_marked(found: re.Match[str]) -> bool:
    side, text = found["side"], found.string
    return bool(found["what"]) or not text[0].isalnum() or (side.isupper() and not text.isalpha())


def _is_incoming(mark: re.Match[str]) -> bool:
    return bool(mark["incoming"]) or (mark["side"] or "").lower() == "in"


def _message(lines: Sequence[str], at: int, end: int) -> Mail:
    own = mail_of(list(dropwhile(_files, lines[at + 1 : end])))
    day = own.sent or iso_date(lines[at])
    return Mail(own.headers, day, tuple(dropwhile(_files, own.lines)))


def _files(line: str) -> bool:
    """Whether a line at the head of a message only files it: a few words with a number, and no sentence."""
    few = len(line.split()) <= _NOTE and line[-1:] not in (*"?.:",)
    return few and any(map(str.isdigit, line)) and ":" not in line and not item_of(line)
