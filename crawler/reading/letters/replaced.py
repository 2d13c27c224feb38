"""Which answers of a correspondence a later one replaces: after a review, or once the request was narrowed."""

import re
from collections.abc import Sequence

from crawler.reading.law.citation_grammar import mentions
from crawler.reading.law.reviewed import takes_back
from crawler.reading.letters.messages import Message

_BY_REVIEW = re.compile(
    r"\breview\b.{0,600}\b(?:wrong|overturn\w*|(?:not|no longer|in part|partly) upheld|should (?:not )?have been"
    r"|(?:cannot|does not|do not|did not|no longer) stands?|set aside|replace[ds]? (?:it|that|the|our)\b"
    r"|(?:withdraw|withdrawn|withdrew)\b"
    r"|now (?:able|disclos\w+|provid\w+|releas\w+)|incorrect\w*|in error)\b",
    re.I,
)
# What only a review that speaks of itself says so.
_REVERSES = re.compile(
    r"\b(?:decision|conclusion|finding|outcome) is that (?:\w+ ){1,4}(?:should|can|may|will|must) (?:now )?be"
    r" (?:released|disclosed|given|provided|answered)\b"
    r"|\bi (?:therefore |hereby )?(?:substitute|disapply)\b|\bmisapplied\b|\b(?:the|this|your) appeal is allowed\b",
    re.I,
)
_NOW = re.compile(
    r"\b(?:following|after|in (?:the )?light of|further to|having (?:read|considered)) (?:your|our) (?:complaint|appeal"
    r"|letter|e-?mail|challenge|refusal|decision|reply)\b[^.]{0,50}\bnow (?:able|disclos|provid|releas|giv|answer)",
    re.I,
)
_GRANTED = re.compile(
    r"(?<!not )\b(?:uphold|upheld|allow|allowed)\b (?:the |your |this )(?:complaint|appeal|challenge)\b"
    r"|\byour (?:complaint|appeal|challenge) (?:is|has been|was) (?:(?:partly|largely|mainly) )?(?:upheld|allowed)\b",
    re.I,
)
_THEIRS = re.compile(
    r"\byou(?:r \w+)? (?:say|said|argue|think|believe|claim|feel|suggest|contend|maintain)\w{0,2}\b|\bwhether\b", re.I
)
_LIMIT = (
    r"(?:the |that |this )?(?:(?:costs?|appropriate|fees?|statutory|time) )?(?:limit|threshold|(?:18|eighteen) hours)"
)
# What a refusal for cost gives way to: a smaller request, or a better estimate.
_IN_REACH = re.compile(
    rf"\b(?:without (?:recourse to|reaching|relying on|exceeding|going (?:over|beyond|past))|within|under|inside|below)"
    rf" {_LIMIT}\b"
    rf"|\b{_LIMIT}\b[^.]{{0,30}}\b(?:is|are|was|were|would|will|has|have)(?: not|n['’]t| no longer)"
    r" (?:be |been |in fact )*(?:reached|exceeded|met|passed|engaged|breached)\b"
    rf"|\b(?:(?:does|do|did|would|will|need)(?: not|n['’]t)|no longer) (?:in fact )?(?:exceed|reach"
    rf"|go (?:over|past|beyond)|pass|engage)\w{{0,2}} {_LIMIT}"
    r"|\b(?:now that|since|because|as|after|thank you for|thanks for|following|further to|with)\b[^.]{0,40}?"
    r"\b(?:narrow\w+|reduc(?:ed|ing|tion)|refin\w+|shorten\w+|limiting|confin\w+|restricting|smaller"
    r"|shorter|cut down)\b"
    r"|\b(?:since|as|now that) you (?:now (?:ask|want|need)|have (?:now )?(?:dropped|cut|accepted|agreed|taken out))\b"
    r"|\baccept(?:ed|ing|ance of) (?:our|the|my) (?:suggestion|offer|proposal|advice)\b"
    r"|\bin line with (?:our|my|the) (?:suggestion|offer|proposal|advice)\b"
    r"|\b(?:your|the) (?:narrowed|refined|revised|reduced|amended|shorter|shortened|smaller|narrower)(?: down)?"
    r" (?:request|questions?|version|enquiry|wording|period|list)\b",
    re.I,
)
_UNSURE = re.compile(r"\b(?:if|whether|would|could|may|might|should you|still|not possible|unable|too wide)\b", re.I)
_NOT_SO = re.compile(r"(?:would|could|may|might)(?: not|n['’]t)\b", re.I)
SENTENCES = re.compile(r"(?<=[a-z0-9)][.;?!]) +")
_COST = re.compile(r"\bcost\b|\b(?:appropriate|statutory) limit|\b(?:18|eighteen) hours|\bs(?:ection|\.)? ?12\b", re.I)
# The sections of cost, and those of procedure that stand in any letter.
_OF_COST = frozenset(("1", "8", "10", "12", "16", "17", "45", "50"))
_REVIEWED = 20_000  # characters, within which a review says what it changes

_TOP = 4  # lines, in which a letter says that it is of a review


def replaced(answers: Sequence[Message]) -> int:
    """How many of the answers, from the first on, a later one replaces as a whole or in what it takes back."""
    return max((at for at in range(1, len(answers)) if _after_review(answers[at]) or in_reach(answers, at)), default=0)


def in_reach(answers: Sequence[Message], at: int) -> bool:
    """Whether an answer gives what those before it refused for its cost, and for nothing else."""
    before = [line for message in answers[:at] for line in message.lines]
    return any(map(_comes_within, answers[at].lines)) and _for_cost(before)


def reviewed(message: Message) -> bool:
    """Whether an answer is that of a review."""
    return any("review" in line.lower() or "afresh" in line.lower() for line in message.lines[:_TOP])


def _after_review(message: Message) -> bool:
    ours = [one for line in message.lines for one in SENTENCES.split(line) if not _THEIRS.search(one)]
    if reviewed(message) and any(_REVERSES.search(one) or _GRANTED.search(one) for one in ours):
        return True
    return (
        bool(_BY_REVIEW.search(" ".join(ours)[:_REVIEWED])) or any(map(_NOW.search, ours)) or takes_back(message.lines)
    )


def _comes_within(line: str) -> bool:
    return any(_IN_REACH.search(one) and not _UNSURE.search(_NOT_SO.sub("", one)) for one in SENTENCES.split(line))


def _for_cost(lines: Sequence[str]) -> bool:
    cites = {hit.number for line in lines for hit in mentions(line)}
    return any(map(_COST.search, lines)) and cites <= _OF_COST
