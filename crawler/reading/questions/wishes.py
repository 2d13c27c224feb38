"""Sentences that ask without a question mark, and those that only lead up to what is asked."""

import re
from collections.abc import Sequence

from crawler.reading.sentences.sentences import sentences
from crawler.reading.sentences.signals import signals

_WISH = re.compile(
    r"(?:please|(?:can|could|would) (?:you|i)|i (?:would|am|wish|want|request|seek|should)|under the (?:freedom|act)"
    r"|provide|give|list|a (?:list|copy|breakdown)|the (?:number|total)|all\b)",
    re.I,
)
_THING = re.compile(
    r"(?:for (?:each|every|all)\b[^.]*, )?(?:(?:a|an|any|all|the|every|copies|copy|details|and)\b ){1,3}(?:\w+ ){0,2}?"
    r"(?:numbers?|lists?|cop(?:y|ies)|summar(?:y|ies)|details|breakdown|correspondence|e-?mails|figures|names?|dates?"
    r"|costs?|reports?|minutes|documents?|polic(?:y|ies)|guidance|totals?|records?|letters?|logs?|papers?|amounts?|reasons?)\b"
    r"(?!(?: \w+)? (?:is|are|was|were|has|have|will|would|must|should)\b)",
    re.I,
)
# A wish without a verb: `Number of dogs kept, 2022 to date.`
_BARE = re.compile(
    r"\W*(?:(?:the|a|an|any|all|total|full|and|also) ){0,3}"
    r"(?:numbers?|totals?|lists?|cop(?:y|ies)|breakdown|names?|dates?|costs?|details|figures) (?:of|for|by)\b",
    re.I,
)
_STATES = signals(
    r"(?<!who )(?<!which )(?<!that )(?<!they )(?<!\bit )(?<!you )(?<!whom )(?<!where )"
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|must|should|may|might|do|does|did|rose|fell|went|grew"
    r"|seems?|shows?|showed|matters?|came|appear(?:s|ed)?|attached|enclosed|below|above|i|we|my|our)\b"
)
# What leads up to a list of wishes, and the words behind which a verb tells nothing of what a wish names.
_WANTS = signals(
    r"\b(?:please|provide|supply|send|tell|give|list|want|like|need|require|request|ask|seek|grateful|obliged"
    r"|following)\b"
)
_NAMED = re.compile(
    r"\W*(?:(?:the|a|an|any|all|each|every|both|copies|copy|details|numbers?|whether)\b"
    r"|(?:how|what|which|who(?:m|se)?|why)\b(?!.*\b(?:i|me|my)\b|\s+matters?\b))",
    re.I,
)
_RELATES = re.compile(r"\b(?:who|whom|whose|which|that|what|why|how|when|where|whether)\b", re.I)
_ASKS_FOR = re.compile(
    r"\W*(?:(?:and|also|further(?:more)?|in addition|finally|secondly|lastly|next),? )*"
    r"(?:(?:(?:for|in|over|during|since|of|from|between)\b[^.;:?]{0,90} )?(?:please|kindly) (?:also "
    r"|now |then )?"
    r"(?:could you |can you |would you )?(?:tell|provide|give|supply|list|send|state|confirm|disclose|let (?:me"
    r"|us) (?:have|know)"
    r"|share|set out|say|release)\b"
    r"|(?:send|give|tell|show|let) (?:me|us)\b"
    r"|(?:i|we)(?: would|['’]d| should| do)? (?:also )?(?:(?:like|love|wish|want|need|request|ask|seek|require|demand)"
    r"|be (?:glad|grateful|pleased|obliged|interested))(?: also)? (?:to (?:know|see|have|receive|be told|be given"
    r"|be sent|request|ask|find out|obtain|learn|understand)|for|of|in|you to (?:tell|provide|give|confirm|send)"
    r"|if you (?:would|could|can|will)|a|an|any|all|every|each|the|copies|details|sight)\b)",
    re.I,
)
_MANNER = signals(
    r"\b(?:excel|csv|spreadsheet|(?:electronic|this|any|that|which) format|by e-?mail|electronic\w*|this request"
    r"|as soon as|acknowledg\w+"
    r"|section \d+|exempt\w*|clarif\w+"
    r"|if (?:you(?! (?:must|like|wish|have to)\b)|this|any|the|it|that|possible)"
    r"|only provide details|do not"
    r"|answers?|response|reply|names? (?:are|is) not)\b"
)
_LEARNS = ("to know", "to be told", "to find out", "to learn", "to understand")
# What is asked only where the question before it is answered in a certain way.
_IF_SO = re.compile(
    r"\W*(?:and |or |but )?if (?:so|not|yes|no"
    r"|(?:it|this|that|(?:the|your) \w+|he|she) (?:does|is|has|did|was|had)(?: not)?"
    r"|(?:they|these|those|any|some|there) (?:do|are|have|did|were|was|is|had|has)(?: not)?"
    r"|you (?:do|have|did|are|were)|(?:any|the answer|the above|either) (?:exists?|(?:is|are|was|were) \w+))"
    r"(?P<more>\b[^,.;?]{0,60})?[,–-] ?(?:then )?",
    re.I,
)
_ASKS = re.compile(
    r"(?:.*\bplease\b|how|what|which|who|when|where|why|whether|is|are|was|were|do|does|did|has|have)\b", re.I
)
# `I should be grateful for the following.`
_FOLLOWED = re.compile(
    r"\b(?:the following|as follows|these|those|(?:what|which|that) follows|(?:set out |listed |given )?below)"
    r"(?: (?:\w+ )?(?:questions?|points?|matters|things|items|figures|details|information|data|requests?))?\W*$",
    re.I,
)
_HOLDS = re.compile(r"\b(?:hold|answer)\b", re.I)
_TELL = re.compile(
    r"(?:(?:please|kindly) )?(?:also )?"
    r"(?:provide|give|supply|list|send|state|tell (?:me|us)|confirm|disclose|set out|explain)\b",
    re.I,
)
_LEADS = re.compile(
    r"(?:(?:good )?(?:morning|afternoon|evening|day|hello|hi)\b[^.?!]{0,20}[,.!] ?)?(?:please,? )?"
    r"(?:(?:could|can|would|may|will|might) (?:you|i|we)|i would be grateful if you (?:could|would))\b[^?]{0,60}?"
    r"\b(?:(?P<these>the following|these)(?: \w+)?|(?:this |the |any |some )?(?:figures|information|data|details"
    r"|statistics|answers|numbers))\b(?P<rest>[^?]*)\?",
    re.I,
)
_PERIOD = re.compile(
    r"(?: please)?,? ?(?:(?:for|from|since|between|covering|over|in|up to|during|until|to|by)\b"
    r"(?: (?:the|each|every|last|past|previous|calendar|financial|first|both|all|of))* ?"
    r"(?:\d|years?\b|months?\b|period\b|(?:two|three|four|five|six|ten|twelve)\b"
    r"|(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)).*)?",
    re.I,
)
_OF = re.compile(
    r"\b(?:on|about|of|relating|regarding|concerning|showing|where|which|who|how)\b(?! (?:\d|the date|each))", re.I
)


def asks(text: str) -> bool:
    """Whether an item of a list, which may be a title, has the form of a wish or names what is wanted."""
    return bool(_WISH.match(text) or _THING.match(text) or _ASKS.match(text))


def asks_for(sentence: str) -> bool:
    """Whether a sentence asks for something without a question mark, and not for the manner of the answer."""
    text = sentence.strip()
    if text.endswith(":") or _FOLLOWED.search(text):
        return False
    if (first := _IF_SO.match(text)) and not (_MANNER.search(first["more"] or "") or _HOLDS.search(first[0])):
        rest = text[first.end() :]
        return bool(_ASKS_FOR.match(rest) or _TELL.match(rest)) and not _MANNER.search(rest)
    wish = _ASKS_FOR.match(text)
    return wish is not None and (wish[0].endswith(_LEARNS) or not _MANNER.search(text))


def names_only(sentence: str) -> bool:
    """Whether a sentence says what is wanted and states nothing: it has no verb of its own."""
    text = sentence.strip()
    return bool(_BARE.match(text)) and text[-1:] not in (":", "?", ";") and not _STATES.search(text)


def wished(lines: Sequence[str]) -> list[str]:
    """Of lines without a question those that say what is wanted.

    One wish is the question, and so is a sentence alone; among several nobody can say which are wishes and which are
    reasons, but what only names things is asked for, and all that does so below `I should like:`.
    """
    listed = _listed(lines)
    if len(listed) > 1:
        return listed
    lines = [piece for line in lines for piece in _each(line)]
    wishes = [line for line in lines if _WISH.match(line) and not line.endswith(":")]
    named = [line for line in lines if _THING.match(line)] if wishes else []
    alone = lines if len(lines) == 1 and len(sentences(lines[0])) == 1 and not lines[0].endswith(":") else ()
    return named if len(named) > 1 else wishes[:1] or list(alone)


def _each(line: str) -> list[str]:
    """The sentences of a line, where each says what is wanted; else the line."""
    said = [sentence.strip() for sentence in sentences(line)]
    return said if all(_THING.match(one) for one in said) else [line]


def leads_up(question: str) -> bool:
    """Whether a question only leads up to those after it: `Could you let me have figures for 2019?`

    It names no subject of its own, at most a time; of `the following` it may say what it is about.
    """
    found = _LEADS.fullmatch(question.strip())
    if found is None:
        return False
    return bool(found["these"]) or (bool(_PERIOD.fullmatch(found["rest"])) and not _OF.search(found["rest"]))


def _listed(lines: Sequence[str]) -> list[str]:
    """The lines below the one that leads up to a list of wishes, that name things: `The make of each van.`"""
    start = next((at for at, line in enumerate(lines, 1) if line.endswith(":") and _WANTS.search(line)), len(lines))
    named = (line for line in lines[start:] if _NAMED.match(line) and not line.endswith(":"))
    return [line for line in named if not _STATES.search(_RELATES.split(line, 1)[0])]
