"""Whether a sentence speaks of a part of what was asked, or refuses one question outright.

Behind a question that is refused outright stand the reasons, and neither a number nor a pointer among them gives
anything.
"""

import re

from crawler.reading.outcome.verdict_words import PART
from crawler.reading.sentences.signals import signals

MORE = signals(
    r"\b(?:further|more|additional|greater|other|exact|precise) (?:\w+ )?(?:details?|information|specific\w*|figures?"
    r"|numbers?|breakdown|than)\b|\bthe (?:rest|remainder)\b|\b(?:redacted|removed|blanked)\b"
)
SAVE = signals(r"\b(?:save|except|apart from|other than|but for|minus|excluding|with the exception)\b")
_NAMED = (
    r"(?:this|that|it|they|these|all of (?:it|this)"
    r"|(?:this|that|the) (?:part|question|point|item|element|limb|information)(?: of (?:your|the|this) request)?"
    r"|(?:questions?|q|parts?|points?|items?|requests?|limbs?)[ .]?\(?\w{1,3}[):/]{0,2})"
)
_IS = r"(?:is|are|was|were|(?:has|have|had|must|needs?) (?:to )?(?:be|been))"
_KEPT = r"(?:refused|withheld|exempt(?:ed)?|declined|not (?:disclosed|released|provided))"
_WHY = r"(?=\W*$|[,;:–—-]? (?:see|by|under|from|in|as|because|since|pursuant|for|on|\(?s(?:ection)?\.? ?\d))"
_OUTRIGHT = re.compile(
    rf"\W*(?:(?:{_NAMED} )?(?:{_IS} )?(?:\w+ )?{_KEPT}{_WHY}"
    r"|(?:i|we) (?:am |are |have (?:to )?|must )?(?:\w+ )?(?:refus(?:e|ed|ing)|withh[eo]ld(?:ing)?)"
    rf" (?:to answer )?{_NAMED}(?=\W|$)"
    r"|(?:(?:this|it) (?:is|was) )?not (?:held|recorded)\W*$|no (?:information|data|records?) (?:is |are )?held\W*$)",
    re.I,
)


def names_a_part(sentence: str) -> bool:
    """Whether it speaks of a part: of what is left out, of the rest, of more than was said."""
    return PART.search(sentence) or MORE.search(sentence) or SAVE.search(sentence)


def denies_outright(sentence: str) -> bool:
    """Whether it opens by refusing the question it stands under, or says no more than that nothing is held."""
    return bool(_OUTRIGHT.match(sentence)) and not names_a_part(sentence)
