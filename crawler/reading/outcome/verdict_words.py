"""The words by which a force decides on the whole request: all of it given, a part, or none.

In lower case; each pattern stands beside words without which it cannot match.
"""

import re
from functools import lru_cache

from crawler.reading.sentences.signals import signals

_GIVES = (
    r"(?:provid|disclos|releas|suppl|giv|gave|answer|hand|send|sent|attach|enclos|publish|repl|shar|respond|set out"
    r"|shown|listed|below|follows|let you have)\w*"
)
_KEPT = r"(?:with-?held|held back|kept back|left out|redacted|removed|refused|excluded|taken out|masked|held over)"
_ALL_WORDS = ("full", "entirety", "all ", "everything", "whole", "redact")
_ALL = re.compile(
    r"\b(?:in full\b|in (?:its|their) entirety|all (?:of )?(?:it\b|that\b|the (?:requested )?information|the figures"
    r"|what"
    r"|you\b|your questions)|everything|the (?:whole|full) (?:of|set|answer)|unredacted|without (?:any )?redaction)"
)
_GIVE = re.compile(rf"\b{_GIVES}")
_NOT = re.compile(
    r"\bnot\b|n['’]t\b|\bcannot\b|\bunable\b|\bnever\b|\bnor\b|\brefus|\bdeclin|\bexempt|\bwith-?h[eo]ld"
    r"|\bexcept|\bapart from|\bwould\b|\bcould\b|\bright to\b|\bwithout (?!redact|any redact)"
    r"|\bmet (?:in full )?by\b|\b(?:by|in|the|from) answers? (?:to )?\(?\d"
)
# `..., as has the whole of the second` has its verb from the clause before.
_VERBLESS = r"(?!(?:as|so) (?:has|have|is|are|was|were|do|does|did)\b)"
_CLAUSE = re.compile(rf"[,;:–—]\s{_VERBLESS}|\s{_VERBLESS}(?:but|so that|because|since|as)\s")
_NOTHING_KEPT = signals(
    r"\b(?:make|made|making|is|a|as|for) (?:a )?full disclosure|\bdisclos\w+ (?:it )?fully|^full(?:y)? disclos",
    (
        rf"\b(?:nothing|no (?:information|part|figures?|data|detail)|none of (?:it|this|the information|that))"
        rf"(?: at all)? (?:has been|have been|is|are|was|is being|had to be|needs? to be|needed to be) (?:\w+ )?{_KEPT}"
        r"|\b(?:no need|not (?:\w+ )?(?:necessary|needed|found it|find it|had|have|wish)|nothing)\b[^.]{0,40}"
        r"\b(?:leave (?:\w+ )?out|hold (?:\w+ )?back|keep (?:\w+ )?back|with-?hold|redact|remove)\b"
    ),
    (
        r"\bwithout (?:\w+ )?(?:leaving|withholding|redacting|removing|blacking)\b"
        r"|\bwithout (?:\w+ )?(?:holding|keeping) [^.]{0,30}\bback\b"
    ),
    (
        r"\b(?:hold|held|holding|keep|kept|keeping) nothing (?:at all )?(?:back|secret)\b"
        r"|\bwith-?h[eo]ld(?:ing)? (?:nothing|none of)\b"
        r"|\b(?:do|did|does|has|have|had)(?: not|n['’]t) (?:with-?h[eo]ld|redact(?:ed)?|h[eo]ld back|ke(?:ep|pt) back)"
        r" any"
    ),
    (
        r"\bno exemptions? (?:has|have|is|are|was|were|need|appl|to be|of any kind)"
        r"|\bwithout (?:\w+ ){0,3}exemption|\b(?:not|n['’]t|nor) (?:\w+ ){0,4}(?:any|an) exemptions?\b(?! (?:from"
        r"|for))"
    ),
)
# A request that was refused or answered, but is not this one.
_ELSEWHERE = signals(
    r"\b(?:earlier|previous|prior|another|separate|different) (?:foi )?requests?\b",
    (
        r"\byou (?:have |had )?(?:already |previously )?(?:asked|put|sent|made|submitted|requested)\b[^.]{0,40}\bsame\b"
        r"|\b(?:repeats?|repeat of|identical to|the same as|(?:much|very) like) (?:the )?(?:one|ones|those|requests?)\b"
        r"[^.]{0,60}\b(?:answer|repl(?:y|ied)|respond|ga?ve|sent|dealt|complied|supplied)"
    ),
)
_SAVE = signals(r"\b(?:save|except(?:ing)?|apart from|other than|but (?:for|the))\b")
_COSTS = signals(
    r"\b(?:by hand|manual(?:ly)?|\d[\d,.]* hours|man-?hours|eighteen hours)\b",
    (
        r"\b(?:go(?:ing)?|look\w*|search\w*|trawl\w*|read\w*|sift\w*|open\w*|check\w*|examin\w+|review\w*)"
        r" (?:\w+ ){0,2}?(?:through|each|every|all|individual)\b"
    ),
    r"\b(?:each|every|all)(?: \w+){0,5} (?:would|to) (?:have|need|be)\b",
    r"\b(?:cost|time|appropriate|fees?) (?:limit|threshold)\b",
    r"\b(?:searchable|retrievable|reportable) (?:form|format|way)\b",
)
PART = signals(
    (
        r"\b(?:granted|upheld|answered|successful|disclosed|released|refused|provided) in part\b|\bpart(?:ial|ly"
        r"|ially)? (?:disclos\w+|response"
        r"|refus\w+\b(?! notice)|exempt\w*|successful|provided|released|redacted)\b|\bpart of (?:what"
        r"|the information)\b[^.]{0,60}\b"
        r"(?:disclos|giv|provid|suppl|releas|want|ask)\w*"
    ),
    (
        r"\b(?:some|most|much) of (?:the|this|it|what|your)\b.{0,80}\b(?:disclos|giv|provid|enclos|suppl|releas"
        r"|attach|with+h)\w*"
        r"|\bdisclos\w{0,3} (?:some|most)\b|\bsome,? (?:though|but) not all\b"
    ),
    (
        r"\b(?:releas|disclos|provid|suppl|attach|giv|answer|set out)\w*\b[^.]{0,60}\b(?:save for|save that"
        r"|except(?:ing)?|apart from|other than"
        r"|with (?:the|one|two|a single) exceptions?)\b"
    ),
    r"\bin (?:a )?redacted (?:form|format|version)",
)
REVERSES = signals(
    (
        r"\b(?:refusal|exemptions?|decision|response|reply|(?:section|s\.?) ?\d\S*|reliance) (?:\w+ ){0,3}(?:is|are"
        r"|was|were|has been|have been|be)"
        r" (?:\w+ )?(?:withdrawn|overturned|set aside|reversed|quashed|lifted)\b"
        r"|\b(?:withdr[ae]w(?:ing|s)?|overturn(?:ed|ing|s)?|revers(?:ed|ing|es)?|no longer rel(?:y"
        r"|ies)) (?:on )?(?:the|our|its|that|my) "
        r"(?:\w+ )?(?:refusal|exemptions?|decision|reliance|response)\b"
    ),
    # Not `we were wrong about question 2`, which takes back no more than that.
    r"^\W*(?:on review,? )?(?:we|i|the force|our (?:first |earlier )?(?:answer|reply|response)) (?:was|were) "
    r"(?:mistaken|wrong|in error)(?: and|,|;|:|\.|$)",
)


@lru_cache(maxsize=512)  # it is asked of the questions and of the whole
def costs(sentence: str) -> bool:
    """Whether it tells why an answer would cost too much; beside that `not held in such a form` refuses."""
    return _COSTS.search(sentence)


@lru_cache(maxsize=1)  # of a reply it is asked for its citations and for its outcome
def taken_back(lines: tuple[str, ...]) -> tuple[str, ...]:
    """The lines of a first answer: those before the last one that takes the whole decision back."""
    low = "\n".join(lines).lower()
    if not REVERSES.may(low):
        return ()
    ends = [at for at, line in enumerate(lines) if REVERSES.search(line) and not PART.search(line)]
    return lines[: ends[-1]] if ends else ()


@lru_cache(maxsize=1024)
def gives_all(sentence: str) -> bool:
    """Whether it says that all is given, or that nothing is kept back."""
    if _NOTHING_KEPT.search(sentence):
        return not _SAVE.search(sentence)
    low = sentence.lower()
    if not any(map(low.__contains__, _ALL_WORDS)):
        return False
    return any(map(_all_given, _CLAUSE.split(low))) and not _ELSEWHERE.search(sentence)


def _all_given(clause: str) -> bool:
    return bool(_ALL.search(clause) and _GIVE.search(clause) and not _NOT.search(clause))
