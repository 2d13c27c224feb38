"""The sentences that letters of every force carry whatever was asked, known by what they are about.

A sentence on the figures of this very reply (how they were counted, what they leave out) is never one of them.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from crawler.reading.sentences.sentences import sentences
from crawler.reading.sentences.signals import signals
from crawler.reading.sentences.subjects import subject_of

_OPENING = re.compile(
    r"(?:i|we) (?:(?:am |are )?(?:writ(?:e|ing)|repl(?:y|ying)) (?:in|about|with|regarding|to|further)\b"
    r"|refer to your\b|acknowledge\b|(?:have )?received your\b)"
    r"|(?:many )?thank(?:s| you) for (?:contacting|writing|getting in touch|(?:your|the) (?:recent |latest )?"
    r"(?:foi|freedom|request|e-?mail|letter|enquiry|application|correspondence|information request"
    r"|interest in))\b|diolch (?:i chi )?am\b"
    r"|(?:further|in (?:reply|response|answer)|with (?:reference|regard)) to your\b"
    r"|this is (?:a |our |the )?(?:reply|response|answer) to your\b|this (?:response|reply|letter) (?:relates"
    r"|refers) to your\b"
    r"|(?:your|this) (?:request|letter|e-?mail|enquiry|application|correspondence)\b.{0,80}"
    r"\b(?:reached|received|handled|dealt with|assessed|processed|logged|registered|treated|answered|passed|came)\b"
    r"|your request (?:has been|was) (?:considered|looked at) (?:in line|in accordance|in terms|under)\b"
    r"|we have (?:now )?(?:looked into|considered|dealt with) your\b"
    r"|provision of information held by\b|your request (?:of|dated|from|made|sent|for information)\b.{0,60}[.:]?$",
    re.I,
)
_DECIDES = signals(
    r"\b(?:decided|exempt\w*|obliged|refus\w+|withh\w+|(?:can|able to) (?:confirm|provide)|does not hold|not held"
    r"|attach\w+|disclos\w+|neither|section \d+)\b|, (?:the|there|it) (?!questions|request|reply|answers)"
)
# The requester's own voice: what follows is theirs even when it speaks of publishing or of complaints.
_OWN = re.compile(
    r"\W*(?:(?:i|we) (?:will|shall|plan|intend|hope|would|want|wish|need|should|can|may|know|understand|am|are"
    r"|have)\b"
    r"(?! required| obliged| bound| a duty)|my\b)",
    re.I,
)
_YOURS = signals(
    r"\b(?:request|e-?mail|letter|application|enquiry)\b.{0,20}\byou (?:sent|made|wrote)\b"
    r"|\byour? (?:request|e-?mail|letter|application|enquiry|correspondence|interest)\b"
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
    if _LEADS_UP.search(sentence):
        return True
    subject = subject_of(sentence)
    if is_opening(sentence) and subject != "mail":
        return bool(_YOURS.search(sentence))
    return subject == "mail" or (subject == "publication" and not _OWN.match(sentence))


def is_sentence(sentence: str) -> bool:
    """Whether one sentence is boilerplate."""
    return bool(subject_of(sentence)) or is_opening(sentence)


def is_opening(line: str) -> bool:
    """Whether the line opens a letter, as `Thank you for your request of 3 May`, and decides nothing."""
    text = line.strip()
    return bool(_OPENING.match(text)) and len(text.split()) < 45 and not _DECIDES.search(text)
