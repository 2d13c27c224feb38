"""The sentences that letters of every force carry whatever was asked, known by the weight of their words."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from crawler.reading.sentences.sentences import sentences
from crawler.reading.sentences.signals import signals
from crawler.reading.sentences.wording import weight

_LIKELY, _SURE = 1.0, 1.5  # the weight of its words: of a sentence that also speaks of requests, and of any
# What a mail program adds to either side's words.
_MAIL = signals(
    r"\bthis (?:e-?mail|message|mail)\b.{0,40}\b(?:scanned|swept|virus\w*|malware|outside|external)\b"
    r"|\bif (?:it|this|you|the (?:e-?mail|message))\b.{0,20}\bnot (?:been )?(?:meant|intended) for (?:you|your)\b"
    r"|\bnot the (?:intended|named) (?:recipient|addressee|reader)\b"
)
_ASKS_OF_MAILS = re.compile(r"[?\d]")
# That requests are blind, and that to one is to all.
_OF_REQUESTS = signals(
    r"\bblind\b|\b(?:without|no) (?:regard|reference|thought|heed)\b"
    r"|\bwho (?:is asking|asks|you are|they are|(?:has |had )?(?:made|sen[dt]s?)|makes)\b"
    r"|\b(?:to|by) (?:all|every(?:one|body)|any(?:one|body))\b|\bworld\b|\bpublish"
)
# The requester's own voice: what follows is theirs even when it speaks of publishing or of complaints.
_OWN = re.compile(
    r"\W*(?:(?:i|we) (?:will|shall|plan|intend|hope|would|want|wish|need|should|can|may|know|understand|am|are"
    r"|have)\b"
    r"(?! required| obliged| bound| a duty)|my\b)",
    re.I,
)
# What the force says before it repeats the request.
_LEADS_UP = signals(
    r"(?:^|\b(?:that|which|in it) )you (?:have |had |also |then |would )*(?:like|wish|want|ask|seek|sought"
    r"|request|require"
    r"|need|wrote|raise|put|pose)(?:ed|d)?\b[^?]*:\s*$"
    r"|\b(?:the|your) (?:\w+ )?(?:questions?|requests?|words|wording|text)\b[^?]{0,40}\b(?:repeat|reproduc"
    r"|set out|copied|quoted"
    r"|given|shown|restat)\w*\b[^?]{0,60}[.:]\s*$"
    r"|^(?:the )?(?:wording|text|words) of (?:the |your )?(?:request|questions?|enquiry|e-?mail)\s*:?$"
)


@dataclass(frozen=True)
class Sifted:
    """What a line says once its boilerplate is left out, and the sentences left out; each a slice of the line."""

    kept: tuple[str, ...]
    left_out: tuple[str, ...]


def sift(line: str) -> Sifted:
    """Take the boilerplate out of a line: what stood on either side of it becomes a line of its own."""
    return _sift(line, is_sentence)


def sift_request(line: str) -> Sifted:
    """Take out of a line of the request what the force says in it: that requests are blind, or are published."""
    return _sift(line, _is_of_the_force)


def is_boilerplate(line: str) -> bool:
    """Whether the line is one that letters of that kind carry whatever was asked, every sentence of it."""
    return not sift(line).kept


def _sift(line: str, leaves: Callable[[str], bool]) -> Sifted:
    kept: list[str] = [""]
    left_out: list[str] = []
    for sentence in sentences(line):
        if leaves(sentence):
            left_out.append(sentence.strip())
            kept.append("")
        else:
            kept[-1] += sentence
    if not left_out:
        return Sifted((line,), ())
    return Sifted(tuple(text for part in kept if (text := part.strip())), tuple(left_out))


def _is_of_the_force(sentence: str) -> bool:
    if _LEADS_UP.search(sentence) or _is_notice(sentence):
        return True
    asks = sentence.rstrip().endswith("?")
    return not asks and _OF_REQUESTS.search(sentence) and weight(sentence) > _LIKELY and not _OWN.match(sentence)


def _is_notice(sentence: str) -> bool:
    return _MAIL.search(sentence) and not _ASKS_OF_MAILS.search(sentence)


def is_sentence(sentence: str) -> bool:
    """Whether one sentence is boilerplate, whatever stands about it."""
    return weight(sentence) > _SURE or _is_notice(sentence)
