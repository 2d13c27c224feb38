"""The letters of a correspondence one by one: who wrote when, and whether it answers, acknowledges or asks back."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from crawler.reading.fields import Marked
from crawler.reading.letters import interim
from crawler.reading.letters.marked import marked_heads
from crawler.reading.letters.message_heads import Head, day_of, heads, is_name
from crawler.reading.letters.quoting import unquoted

KINDS = ("request", "follow-up", "receipt", "clarification", "answer")

_OUTGOING = re.compile(
    r"dear .{3,70}|yours (?:faithfully|sincerely).{0,60}|please (?:review|conduct|carry out)\b.*", re.I
)
# Only whoever asked asks for a review.
_REVIEW = r"(?: an?| the| your)?(?: (?:full|formal|internal|independent))* (?:review|appeal)\b"
_ASKS_AGAIN = re.compile(
    r"(?:.{0,60}[,.;:] )?(?:(?:so|therefore|and|but|hence) )*(?:(?:i|we) (?:\w+ )?(?:would like|should like|wish|want"
    rf"|am asking|ask|request|seek|demand|apply)(?: (?:you )?to (?:request|ask(?: you)? for|have|seek))?"
    rf"(?:(?: you)?(?: for)?{_REVIEW}| you to (?:review|reconsider|think again|look (?:at \w+ )?again))"
    rf"|(?:can|may|could) (?:i|we) (?:please )?(?:have|ask for|request){_REVIEW})",
    re.I,
)
_INCOMING = re.compile(
    r"\d+ attachments?\b|freedom of information request \S*\d|internal review|section \d|we (?:can"
    r"|cannot|have|hold|do not)\b"
    r"|your (?:\w+ ){0,3}(?:request|enquiry|application|e-?mail) (?:of .{1,30} )?(?:has|was|is|will|came|reached)\b"
    r"|\byou (?:should|will|can|may)(?: now)? (?:expect|hear|receive|get)\b"
    r"|(?:response|reply|answer) (?:will|should) reach you"
    r"|our ref|please find attached|dear (?:mr|mrs|ms|miss|sir|madam|applicant|requester)\b|the first answer",
    re.I,
)
_CLOSING = re.compile(
    r"^(?:yours (?:faithfully|sincerely|truly)|(?:kind |best |many )?(?:regards|wishes|thanks)|thank you)"
    r"[,.]?\s+(?P<name>(?-i:[A-Z])[\w’'.-]*(?: (?-i:[A-Z])[\w’'.-]*){1,3})\W*\Z",
    re.I | re.M,
)
_CLOSE = 3  # lines, among which a letter is closed and signed
_TEAM = re.compile(r"\b(?:team|all|colleagues?|officers?|sirs?|madam|manager|commissioner|constable|chief)\b", re.I)
_TO_SOMEBODY = re.compile(r"Dear(?: [A-Z][\w’'.-]*){1,3},?")
OFFICE = re.compile(
    r"\b(?:police|constabulary|foi|foia|disclosure|disclosures|information (?:rights|governance|compliance|management"
    r"|access"
    r"|requests?|unit|security)|data protection|compliance|freedom of information|mailbox|no-?reply|heddlu)\b",
    re.I,
)
_NOTE = re.compile(r".{0,80} left an annotation.*|(?:annotations?|there are no annotations\b.*)", re.I)
_FROM = re.compile(r"(?:from|oddi wrth)\s*: \S", re.I)
_SENT = re.compile(r"(?:sent|date|to|anfonwyd)\s*: ", re.I)
_QUOTED = re.compile(
    r"[-_ ]*(?:original|forwarded) (?:message|mail)[-_ ]*|-{5,}.{0,40}|_{8,}|on .{6,120} wrote:|(?:show|hide) quoted"
    r" sections?"
    r"|begin forwarded message:?|>.*",
    re.I,
)
_SITE = re.compile(
    r"link to this(?: [|·] | )?(?:report)?|report|are you .{2,60}\?.*|sign in\b.{0,80}|things to do with this request.*"
    r"|anyone:|follow(?: this"
    r" request)?|download a zip file.*|add an annotation.*|update the status.*|request a(?:n internal)? review.{0,60}"
    r"|write a reply|view event history.*|we don['’]?t know whether.*|.{0,60}\b(?:please )?sign in and let everyone"
    r" know.*"
    r"|this request has been (?:hidden|closed).*|act on what you.ve learn.*|tweet this.*|(?:run|built) by .*"
    r"|delivered|unfold"
    r"|attachments?"
    r"|new response|(?:by law|normally),? .{5,120} should (?:normally )?have responded.*",
    re.I,
)


@dataclass(frozen=True)
class Message:
    """One letter: its ISO day, the name that signs it or "", its own lines, whose it is, and one of KINDS."""

    date: str
    lines: tuple[str, ...]
    incoming: bool
    sender: str = ""
    kind: str = "answer"


def messages(lines: Sequence[str], marks: Sequence[Marked] = ()) -> list[Message]:
    """The dated letters in the order of the page, quoted mails and notes of other readers left out.

    `marks`: the letters as the page marks them; where there are none, words tell whose a letter is.
    """
    found: list[Message] = []
    marked = marked_heads(lines, marks)
    sides = [mark.incoming for mark in marks]
    starts = marked or heads(lines)
    for at, head in enumerate(starts):
        end = starts[at + 1].start if at + 1 < len(starts) else len(lines)
        head = head if marked or not found else _with_office(head, found)
        found.append(_message(head, lines[head.end : end], found, sides[at] if marked else None))
    return found


def _with_office(head: Head, before: list[Message]) -> Head:
    """The head with the office that stands above a bare day for its sender, taken from the letter above it.

    Under a letter of the body it may as well sign that.
    """
    above = before[-1]
    name = above.lines[-1].strip() if above.lines else ""
    if head.sender or above.incoming or not (is_name(name) and OFFICE.search(name)):
        return head
    before[-1] = replace(above, lines=above.lines[:-1])
    return replace(head, sender=name)


def _message(head: Head, own: Sequence[str], before: Sequence[Message], side: bool | None) -> Message:
    own = unquoted(own, before[0].lines) if before else own
    words = tuple(line for line in _kept(own) if not day_of(line))
    incoming = (bool(before) and _is_incoming(own, head.sender, before)) if side is None else side
    ours = "follow-up" if before else "request"
    return Message(head.date, words, incoming, head.sender, interim.kind(words) if incoming else ours)


def _kept(lines: Sequence[str]) -> list[str]:
    """The lines of a letter up to a note of another reader or a quoted mail, without the buttons of the site."""
    ends = (at for at, line in enumerate(lines) if _NOTE.fullmatch(line.strip()) or _quotes(lines, at))
    return [line for line in lines[: next(ends, len(lines))] if not _SITE.fullmatch(line.strip().lstrip("-• "))]


def _quotes(lines: Sequence[str], at: int) -> bool:
    sent = _FROM.match(lines[at].strip()) and at + 1 < len(lines) and _SENT.match(lines[at + 1].strip())
    return bool(_QUOTED.fullmatch(lines[at].strip()) or sent)


def _is_incoming(lines: Sequence[str], sender: str, before: Sequence[Message]) -> bool:
    asker = before[0].sender
    if sender and asker and (sender in asker or asker in sender):
        return False
    if sender and OFFICE.search(sender):
        return True
    if _signs(lines, before[0]) or any(_ASKS_AGAIN.match(line.strip()) for line in lines):
        return False
    said = len(_INCOMING.findall("\n".join(lines)))
    greeted = [line for line in lines if _is_greeted(line.strip())]
    said += len(greeted)
    ours = sum(
        bool(_OUTGOING.match(line.strip())) for line in lines if not _INCOMING.match(line) and line not in greeted
    )
    # Whoever is named and is not the one who asked writes for the body.
    return said + 2 * bool(sender and asker) > 2 * ours


def _signs(lines: Sequence[str], request: Message) -> bool:
    """Whether the name that closes the request ends this letter too, where the heads of both name nobody."""
    closing = _CLOSING.search("\n".join(request.lines[-_CLOSE:]))
    last = next((line.strip(" .,") for line in reversed(lines) if line.strip()), "")
    return closing is not None and last.endswith(closing["name"].strip(" .,"))


def _is_greeted(line: str) -> bool:
    """Whether a line greets somebody by name: the body its requester, who in turn greets an office."""
    return bool(_TO_SOMEBODY.fullmatch(line)) and not (OFFICE.search(line) or _TEAM.search(line))
