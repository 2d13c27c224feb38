"""How likely a sentence does not apply the sections that it names, by the weights of its signs (stances.toml)."""

import re
from collections.abc import Sequence
from itertools import repeat
from math import fsum

from crawler.reading.law.citation_grammar import Mention, mentions
from crawler.reading.law.stance_signs import DATA, signs
from crawler.reading.sentences.rows import rows
from crawler.reading.sentences.signals import signals

NEVER = 3.0  # log odds of what is surely not applied
_LEAD = 80  # characters before a section that may compare with it
# Said of the section that the sentence before named last.
_NOT_IT = signals(
    r"\b(?:no longer|not|n['’]t|never|nor) (?:now |in fact |(?:seek|wish|propose) to |(?:find|found) it necessary to )*"
    r"(?:rel(?:y|ied|ying) (?:up)?on|appl(?:y|ied|ying)|maintain(?:ed|ing)?|pursued?|invoked?|use)"
    r" (?:it|(?:that|this|the) exemption)\b(?! (?:to|for|in respect))"
    r"|^\W*(?:but |however,? |on (?:reflection|review|consideration),? )?(?:it|(?:that|this|the) exemption) "
    r"(?:is|was|has (?:now )?been) (?:therefore |now )?"
    r"(?:withdrawn|dropped|set aside|not (?:engaged|relied|maintained|made out|upheld|needed)(?! (?:up)?on alone))\b"
)
# Said up to a section that is only compared with.
_COMPARES = re.compile(
    r"\b(?:as with|like|unlike|of the (?:kind|sort|type)|(?:equivalent|comparable|similar|contrast|opposed)"
    r" (?:to|of|with)) (?:(?:that|those|the one) )?(?:(?:found|set out|contained|laid down) )?(?:(?:in|under|at|by) )?"
    r"(?:(?:the|an) )?(?:exemptions? (?:at|in|under|of) )?$",
    re.I,
)
_WEIGHTS = {sign: weight for sign, (weight,) in rows(DATA["weights"]["rows"], 1)}
_NONE = repeat(0.0)  # of a sign without a weight


def against(sentence: str, found: Sequence[Mention], below: str = "") -> list[float]:
    """The log odds of each mention that its section is not applied: below 0 it is rather relied on.

    `below`: the next sentence, which may take back what this one says.
    """
    odds = [
        NEVER if _COMPARES.search(sentence, max(0, one.start - _LEAD), one.start) else weighed(seen)
        for one, seen in zip(found, signs(sentence, found, below), strict=True)
    ]
    return [*odds[:-1], NEVER] if found and _takes_back_it(below) else odds


def _takes_back_it(sentence: str) -> bool:
    """Whether a sentence that names no section says of the one named before it that it is not applied."""
    return _NOT_IT.search(sentence) and not mentions(sentence)


def weighed(seen: set[str]) -> float:
    """The sum of the weights of these signs; exact, since the order of a set differs between processes."""
    return fsum(map(_WEIGHTS.get, seen, _NONE))
