"""Sentences that tell what was decided, though they sound like what opens every letter of a force."""

import re

_DECIDED = re.compile(
    r"\bdecision (?:has|have|was)(?: now| been)* (?:taken|made|reached) to"
    r" (?:withhold|refuse|disclose|release|provide)\b",
    re.I,
)
# What may be done about it, or what is done wherever it falls so.
_OF_ANY = re.compile(r"\b(?:reviews?|appeals?|complain\w*|(?:un|not )happy|dissatisfied|if|whe(?:n|re)\w*)\b", re.I)


def tells_decision(sentence: str) -> bool:
    """Whether a sentence tells that it was decided to give or to withhold, and not what to do if so."""
    return "decision" in sentence and bool(_DECIDED.search(sentence)) and not _OF_ANY.search(sentence)
