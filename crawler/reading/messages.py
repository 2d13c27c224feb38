"""The letters of a correspondence one by one: who wrote when, and whether it answers, acknowledges or asks back."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from crawler.reading.boilerplate import is_boilerplate
from crawler.reading.message_heads import Head, day_of, heads

KINDS = ("request", "follow-up", "receipt", "clarification", "answer")

_OUTGOING = re.compile(
    r"dear .{3,70}|yours (?:faithfully|sincerely).{0,60}|please (?:review|conduct|carry out)\b.*", re.I
)
_INCOMING = re.compile(
    r"\d+ attachments?\b|freedom of information request \S*\d|internal review|section \d|we (?:can"
    r"|cannot|have|hold|do not)\b"
    r"|our ref|please find attached|dear (?:mr|mrs|ms|miss|sir|madam|applicant|requester)\b|the first answer",
    re.I,
)
_OFFICE = re.compile(
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
    r"link to this(?: report)?|report|are you .{2,60}\?.*|sign in\b.{0,80}|things to do with this request|anyone:"
    r"|follow(?: this"
    r" request)?|download a zip file.*|add an annotation.*|update the status.*|request a(?:n internal)? review.{0,60}"
    r"|write a reply|view event history.*|we don['’]?t know whether.*|.{0,60}\b(?:please )?sign in and let everyone"
    r" know.*"
    r"|this request has been (?:hidden|closed).*|act on what you.ve learn.*|tweet this.*|run by .*|delivered|unfold"
    r"|attachments?"
    r"|new response|(?:by law|normally),? .{5,120} should (?:normally )?have responded.*",
    re.I,
)
_FILE = re.compile(r"\d+ attachments?\b|\.(?:pdf|docx?|xlsx?|csv|rtf|odt|ods|zip)\b", re.I)
_RECEIPT = re.compile(
    r"acknowledg|\b(?:has|have|was) (?:now )?(?:been )?(?:safely )?received\b|we (?:have )?(?:received|got|logged)"
    r" your|we have your"
    r"|\blook forward\b|\bin due course\b|\byou (?:will|should|can|may)(?: \w+)? (?:expect|hear|receive|get|have)\b"
    r"|\bhear from us\b|(?:aim|hope|endeavour|intend|expect|try) to (?:answer|respond|reply|write|send)"
    r"|(?:response|reply|answer) (?:will|should) be (?:sent|provided|with you|given|made)|\b(?:logged|allotted"
    r"|allocated|registered)\b"
    r"|will (?:answer|respond|reply|write|be in touch|get back|let you know)\b|\b(?:is|are) (?:\w+ )?being"
    r" (?:considered|dealt|processed"
    r"|looked|collated)|\bpassed (?:it |your \w+ )?to\b|\bworking days\b|\b(?:sorry|apolog\w+|regret)"
    r" .{0,60}\b(?:delay|waiting|wait|late"
    r"|overdue|time)|\bstill (?:waiting|looking|working|with|being)\b|\bchased\b|\bas soon as\b|\bbear with\b|out of"
    r" (?:the )?office"
    r"|\bautomat(?:ed|ic)\b|do not reply to this|quote (?:the|this) (?:ref|number)|further time|more time"
    r"|extend(?:ed)? the"
    r"|extension of|\bhas begun\b|\bmessage has reached\b|^thank you for (?:your|contacting|getting)",
    re.I,
)
_ASKS_BACK = re.compile(
    r"\b(?:please|could you|can you|would you|we need|i need|need you|ask(?:ing)? you to|you (?:will )?need to"
    r"|grateful if you)"
    r"\b.{0,80}\b(?:clarif|specif|confirm (?:which|what|whether|the (?:dates?|period))|define|narrow|refine"
    r"|(?:let (?:us|me) know|tell (?:us|me)|know|explain|say) (?:which|what|whether|how))"
    r"|\bclarif\w* (?:is |was )?(?:needed|required|sought|on|of|from)\b|\bclock (?:has |is )?(?:been |now )?(?:stop"
    r"|paus|held)"
    r"|\bon hold until\b|\buntil (?:we|i) (?:have )?hear\w* from you\b",
    re.I,
)
_ANSWERS = re.compile(
    r"\b(?:does not hold|do not hold|not held|no information|holds? (?:the|this|some|no)|neither confirms? nor"
    r"|exempt\w*"
    r"|withh(?:eld|olding)|refus\w+|attached|enclosed|disclosed?|disclosing|we (?:can(?:not)? (?:tell|confirm|provide"
    r"|answer|supply)"
    r"|hold|found)|figures?|our (?:response|answers?|reply) (?:is|are|to)|below|not obliged|cost of compl\w+"
    r"|overturn\w*|upheld)\b"
    r"|\b(?:section|s\.?) ?(?!1\b|8\b|10\b|16\b|17\b|45\b|50\b|84\b)\d\d?(?:\(\d\))?|\b[A-Z]{1,3}\d? ?= ?\d",
    re.I,
)
_NUMBERED = re.compile(r"\W*(?:q(?:uestion)? ?)?(?:\d{1,2}|[a-h])(?:[.):/]|\s[–-])\s*\S", re.I)
_SPARE_DIGITS = re.compile(
    r"\b(?:19|20)\d\d\b|\b(?:20|twenty|40|forty) working\b|\b\S*\d+[/.-]\d\S*|\b\d{5,}\b|\b101\b|\b\d{1,2}[:.]\d\d\b"
)


@dataclass(frozen=True)
class Message:
    """One letter: its ISO day, the name that signs it or "", its own lines, whose it is, and one of KINDS."""

    date: str
    lines: tuple[str, ...]
    incoming: bool
    sender: str = ""
    kind: str = "answer"


def messages(lines: Sequence[str]) -> list[Message]:
    """The dated letters in the order of the page, quoted mails and notes of other readers left out."""
    found: list[Message] = []
    starts = heads(lines)
    for at, head in enumerate(starts):
        end = starts[at + 1].start if at + 1 < len(starts) else len(lines)
        found.append(_message(head, lines[head.end : end], found))
    return found


def _message(head: Head, own: Sequence[str], before: Sequence[Message]) -> Message:
    words = tuple(line for line in _kept(own) if not day_of(line))
    incoming = bool(before) and _is_incoming(own, head.sender, before)
    if not incoming:
        kind = "follow-up" if before else "request"
    elif _is_receipt(words):
        kind = "receipt"
    else:
        kind = "clarification" if _asks_back(words) else "answer"
    return Message(head.date, words, incoming, head.sender, kind)


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
    if sender and _OFFICE.search(sender):
        return True
    said = len(_INCOMING.findall("\n".join(lines)))
    ours = sum(bool(_OUTGOING.match(line.strip())) for line in lines if not _INCOMING.match(line))
    # Whoever is named and is not the one who asked writes for the body.
    return said + 2 * bool(sender and asker) > 2 * ours


def _is_receipt(words: Sequence[str]) -> bool:
    """Whether the letter says only that the request has come, is late, or takes longer."""
    if any(_FILE.search(line) for line in words) and not any("acknowl" in line.lower() for line in words):
        return False
    sentences = [part for line in words if not is_boilerplate(line) for part in re.split(r"(?<=[a-z)][.;]) +", line)]
    plain = [part for part in sentences if not _RECEIPT.search(part)]
    return any(map(_RECEIPT.search, (*sentences, *words))) and not any(map(_answers, plain))


def _answers(sentence: str) -> bool:
    if re.match(r"(?:(?:our|your|foi) )?(?:ref|request|subject|freedom|internal|dear)", sentence, re.I):
        return False
    rest = _SPARE_DIGITS.sub("", sentence)
    return bool(_ANSWERS.search(sentence) or _NUMBERED.match(sentence) or re.search(r"\d", rest))


def _asks_back(words: Sequence[str]) -> bool:
    return bool(_ASKS_BACK.search(" ".join(words))) and not any(
        _answers(part)
        for line in words
        for part in re.split(r"(?<=[a-z)][.;?]) +", line)
        if not _ASKS_BACK.search(part)
    )
