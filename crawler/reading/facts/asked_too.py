"""Which further forces a newspaper put the same request to, and had an answer or a refusal from."""

import re
from collections.abc import Sequence

from crawler.reading.facts.forces import mentions
from crawler.reading.sentences.signals import signals

_THE_SAME = signals(
    r"\b(?:was|were|been) (?:also |then )?asked (?:for )?the same\b",
    r"\b(?:the same|an identical) (?:questions?|requests?|thing) (?:(?:was|were|had been|also) )*(?:put|sent|made|went)"
    r" to\b",
    r"\b(?:we|this (?:paper|title|site)|the \w+) (?:also )?(?:asked|put|sent) (?:the same|an identical) (?:\w+ )?(?:of"
    r"|to)\b",
    r"\b(?:we|this (?:paper|title|site)|the \w+) (?:also )?asked (?:[a-z]+ ){1,4}(?:the same|too|as well)\b",
    r"\bturned (?:us|our request|the same request) down\b|\bturned down (?:our|the same) request\b",
    r"\b(?:in (?:reply|response|answer)|replied|replying|responded|responding) to (?:the same|our identical) request\b",
)
# Somebody else asked, or another time, or nothing came of it.
_NOT_SO = signals(
    r"\b(?:ago|last year|previous\w*|earlier|campaign\w*|charity|union|councillor|yet to"
    r"|not (?:yet )?(?:repl\w+|respond\w*|answer\w*)|no (?:reply|answer|response)|n['’]t (?:repl\w+|respond\w*"
    r"|answer\w*))\b"
)
_SENTENCE = re.compile(r"(?<=[.!?]) +")


def asked_too(lines: Sequence[str], first: Sequence[str]) -> tuple[str, ...]:
    """The full names of the forces, other than `first`, of which a paragraph says that they were asked the same."""
    found = (name for line in lines if not _NOT_SO.search(line) for name in _asked(line))
    return tuple(dict.fromkeys(name for name in found if name not in first))


def _asked(line: str) -> list[str]:
    return [
        force.name
        for sentence in (_SENTENCE.split(line) if _THE_SAME.search(line) else ())
        if _THE_SAME.search(sentence)
        for _, force in mentions(sentence)
    ]
