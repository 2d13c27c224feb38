"""Whether a force gives something outside of the Act, beside a refusal."""

import re
from collections.abc import Sequence

from crawler.reading.outcome.counted import has_number
from crawler.reading.sentences.signals import signals
from crawler.reading.sentences.statements import statements

_GOODWILL = signals(
    r"\bgood ?will\b",
    r"\boutside (?:of )?(?:the )?(?:foia?\b|(?:freedom|provisions|scope|act)\b)",
    r"\bbefore (?:it|this|that) was reali[sz]ed",
    r"\b(?:as|by way of) an? (?:act of )?(?:courtesy|favour)\b",
    (
        r"\b(?:provided|given|offered|supplied|disclosed) (?:\w+ ){0,3}?(?:voluntarily|outside|as a courtesy"
        r"|without prejudice)\b"
    ),
    r"\bspirit of (?:being )?(?:help|openness|assist)\w*",
    r"\b(?:sets?|create) no precedent|\bat our discretion\b",
    r"\balready (?:been )?(?:retriev|collat|extract|gather)\w+",
    r"\bplus information\b|\bto be (?:helpful|of (?:help|assistance))\b",
    r"\b(?:advice|assist\w*|section 16|s\.?16)\b.{0,60}\bcan (?:tell|provide|offer|give|confirm) (?:you )?that\b",
)
_SOMETHING = re.compile(
    r"\battach|\benclos|\bbelow\b|\btables?\b|\bspreadsheet\b|\bthe following\b|\b(?:given|provided|set out"
    r"|shown|supplied|released|offered) (?:\w+ )?here\b",
    re.I,
)
_ELSEWHERE = re.compile(
    r"\b(?:point|direct|refer|redirect) you (?:to|towards)\b|\bweb ?sites?\b|\blinks?\b|\bpublish\w*"
    r"|\byou (?:may|might|could) (?:like|wish|want|care|find|ask|try|contact)\b|\bcontact\b",
    re.I,
)


def is_goodwill(lines: Sequence[str], *, has_data: bool = False) -> bool:
    """Whether something is given outside of the Act, beside a refusal. `has_data`: a table or file comes with it."""
    likely = [line for line in lines if _GOODWILL.search(line)]
    every = [sentence for line in likely for sentence in statements(line) if _GOODWILL.search(sentence)]
    return any(_gives(sentence) or (has_data and not _ELSEWHERE.search(sentence)) for sentence in every)


def _gives(sentence: str) -> bool:
    """Whether it tells or hands over something, and does not only say where else to look."""
    return (has_number(sentence) or bool(_SOMETHING.search(sentence))) and not _ELSEWHERE.search(sentence)
