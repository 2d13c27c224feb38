"""Letters that decide nothing yet: receipts, requests for clarification, more time for the public interest test."""

import re
from collections.abc import Sequence

from crawler.reading.outcome.decision import GIVEN, likeliest, says
from crawler.reading.sentences.signals import signals
from crawler.reading.sentences.statements import statements

_PENDING = signals(
    r"\bwill (?:answer|respond|reply|write|be in touch|be answered) (?:to you |again )?(?:within|by"
    r"|in due course|as soon as)"
    r"|\bwill (?:\w+ ){0,2}(?:write|reply|respond|answer|contact you|get back|be contacted|be sent)\b[^.]{0,60}"
    r"\b(?:working days|statutory|in due course|as soon as|shortly|by \d|deadline)"
    r"|\b(?:need to know|please (?:tell|say|explain|specify|confirm)|let us know|ask you)\b[^.]{0,60}\b(?:what|which"
    r"|whether|if)\b"
    r"|\brequest will be (?:closed|treated as withdrawn|deemed)|\b(?:nothing is heard|do not hear) "
    r"|\b(?:aim|hope|expect|endeavour|intend|seek) to (?:answer|respond|reply)\b|\bcan expect (?:a|our"
    r"|an) (?:reply|response|answer)\b"
    r"|\b(?:could|can|would) you (?:please )?(?:clarify|specify|tell us|let us know)\b|\b(?:once|until"
    r"|when) (?:we hear|you (?:do so|have (?:done|clarified)))\b"
    r"|\brequest will (?:now )?be (?:dealt with|processed|considered|answered|handled)\b|\b(?:reply|response"
    r"|answer) (?:will be )?sent to you\b"
    r"|\bis being (?:considered|dealt with|processed|progressed)\b|\bawaiting (?:a |further |your )?(?:response"
    r"|reply|clarification)"
    r"|\backnowledge(?:s|ment)? (?:receipt|your|of)\b|\b(?:has been|was) (?:logged|received"
    r"|passed to)\b.{0,60}\b(?:will|should)\b"
    r"|\b(?:should|will|can expect to) (?:hear from|receive (?:a|our) (?:reply|response|answer))\b"
    r"|\bfull reply will follow\b"
    r"|\b(?:please|need|require|seek\w*|ask\w*|await\w*)\b[^.]{0,60}\bclarif\w+"
    r"|\bclarif\w+[^.]{0,60}\b(?:required|needed|sought)\b"
    r"|\b(?:request|it) (?:is|has been|will be) (?:put |placed )?on hold\b|\bwe (?:would"
    r"|must) ask you to (?:say|tell|clarify|specify)\b"
    r"|\bclock (?:has |is |will be )?stop\w*|\b(?:too broad|unclear|not clear)\b[^.]{0,60}\b(?:identify|process"
    r"|what)\b"
)
_MORE_TIME = signals(
    r"\b(?:more|further|additional|extra) (?:time|\d+ working days|twenty working days)\b|\bextension\b"
    r"|\bextend\w*\b"
)
_INTEREST = re.compile(
    r"\bpublic interest\b|\bweigh(?:ing)? (?:up )?(?:the |those |these )?(?:arguments|factors|both sides)\b", re.I
)
# Of the test, or of the decision that waits for it.
_UNFINISHED = signals(
    r"\b(?:interest|test|balanc\w+|exercise|decision|arguments|weighing|assessment|question)\b[^.]{0,50}"
    r"\b(?:not|never) (?:yet )?(?:been )?(?:concluded|completed?|finished|carried out|settled|reached|taken|made)\b"
    r"|\b(?:not|n't) (?:yet )?(?:been )?(?:able to )?(?:conclude|complete|finish|carry out|settle|reach|decide)\w*\b"
    r"[^.]{0,50}\b(?:interest|test|balanc\w+|exercise|decision|arguments|weighing|assessment|question)\b"
    r"|\b(?:test|exercise|balanc\w+|weighing|decision) (?:\w+ )?(?:is|remains|are) (?:\w+ )?(?:unfinished|ongoing"
    r"|under way|in progress|in hand|incomplete|outstanding|to be (?:made|completed|concluded))\b"
)

# Looser words, for replies of which no sentence decides.
_LEANS = (
    (
        "pending",
        re.compile(
            r"\b(?:should|will|hope|expect|aim|shall)\b[^.]{0,60}\b(?:response|reply|answer|decision)\b[^.]{0,30}"
            r"\b(?:within|by the|by \d|in the next|soon|shortly|follow|before)"
            r"|\bnot (?:yet )?(?:finished|completed|been able to (?:complete|finish|answer|reply))|\bstill (?:being"
            r"|waiting for|working on)",
            re.I,
        ),
    ),
    (
        "not_held",
        re.compile(
            r"\b(?:we|force|police|constabulary|service)\b[^.]{0,40}\b(?:no|not|neither|nor|nothing"
            r"|without)\b[^.]{0,40}"
            r"\b(?:data|information|records?|figures?|list|tally|register|details|statistics|documents?|to give you"
            r"|anything)\b",
            re.I,
        ),
    ),
)
_MANY, _LIKELY, _TOGETHER = 60, 0.4, 0.5  # sentences at most; likelihood of one, and of all of a kind together
_SURELY = 0.7  # likelihood
_NO_MORE_THAN_THANKS = 16  # words: `Thank you for your message of 3 May.`


def otherwise(lines: Sequence[str], page: Sequence[str], answered: bool) -> str:
    """What words that decide nothing are: a receipt, an answer that stands under a heading of one, or unknown."""
    if any(map(_PENDING.search, lines)):
        return "pending"
    if leant := _leant(lines):
        return leant
    short = sum(len(line.split()) for line in lines) < _NO_MORE_THAN_THANKS
    if short and any(map(_PENDING.search, page)):
        return "pending"
    if answered and any(map(str.strip, lines)):
        return next((kind for kind, words in _LEANS if any(map(words.search, lines))), "disclosed")
    return "pending" if any(map(_PENDING.search, page)) else "unknown"


def _leant(lines: Sequence[str]) -> str:
    """The outcome that most of the sentences lean to, one as good as sure or several together; empty when none do."""
    sums: dict[str, float] = {}
    for line in lines[:_MANY]:
        for sentence in statements(line):
            kind, likely = likeliest(sentence)
            if kind and likely > _LIKELY:
                sums[kind] = sums.get(kind, 0.0) + likely
    best = max(sums, key=sums.__getitem__, default="")
    return best if sums and sums[best] > _TOGETHER else ""


def postpones(lines: Sequence[str]) -> bool:
    """Whether a sentence surely puts the answer off, and none surely gives anything."""
    every = [one for line in lines[:_MANY] for one in statements(line)]
    found = [(one, *likeliest(one)) for one in every]
    if any(kind == GIVEN and (likely > _SURELY or GIVEN in says(one)) for one, kind, likely in found):
        return False
    return any(kind == "pending" and likely > _SURELY for _, kind, likely in found)


def takes_time(lines: Sequence[str]) -> bool:
    """Whether the reply asks for more time to weigh the public interest, or has not weighed it yet."""
    return any(_INTEREST.search(line) and (_MORE_TIME.search(line) or _UNFINISHED.search(line)) for line in lines)
