"""Whether whoever asked took the request back: in a later letter, or by the archive's line of status."""

import re
from collections.abc import Sequence

from crawler.reading.letters.replaced import SENTENCES
from crawler.reading.sentences.signals import signals

_REQUEST = (
    r"(?:my|our|the|this|that)(?: (?:whole|entire|original|foi|information|freedom of information))*"
    r" (?:request|enquiry|application)"
)
# The whole, and not `the request for 2019` or `it in years`.
_ENDS = r"(?=[.,;:!–]|$| (?:so|and|as|because|since|with|now|altogether|entirely|completely|in full|of \d)\b)"
_WHOLE = rf"(?:it|this|{_REQUEST})"
_WITHDRAWS = signals(
    r"\b(?:i|we)(?: (?:now|hereby|therefore|hence|will|shall|am|are|have|wish to|want to|would like to|should like to"
    rf"|decided to))* (?:withdraw(?:ing|n)?|withdrew|cancel(?:l?ing|l?ed)?) {_WHOLE}{_ENDS}"
    rf"|\bplease (?:\w+ )?(?:withdraw|cancel|close|disregard|ignore|drop) {_WHOLE}{_ENDS}"
    rf"|\b(?:treat|regard|consider|count) {_WHOLE} (?:as )?(?:now )?(?:withdrawn|cancelled|closed)\b"
    rf"|\b{_REQUEST} (?:is|may be|can be) (?:now )?(?:withdrawn|cancelled|closed)\b"
    r"|\bno longer (?:need|require|want) (?:it|(?:an?|any|the|this|that|your) (?:information|answer|reply|response))"
    rf"{_ENDS}"
)
_UNSURE = re.compile(r"\b(?:if|unless|whether|until|should i|before|rather than|instead of|asked me|told me)\b", re.I)
_STATUS = re.compile(
    r"\brequest (?:has been|was|is) withdrawn\b|\bhas withdrawn (?:this|the|their|his|her) request\b", re.I
)
_TOP = 8  # lines, among which an archive prints the status


def withdraws(lines: Sequence[str]) -> bool:
    """Whether a letter of the requester takes the whole request back."""
    every = (one for line in lines for one in SENTENCES.split(line))
    return any(_WITHDRAWS.search(one) and not _UNSURE.search(one) for one in every)


def is_withdrawn(lines: Sequence[str]) -> bool:
    """Whether the lines above the letters say that the request was withdrawn."""
    return any(map(_STATUS.search, lines[:_TOP]))
