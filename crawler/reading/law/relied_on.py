"""Whether a sentence applies the section that it names, or says that it was not, or would only have been, applied."""

import re
from collections.abc import Sequence

from crawler.reading.law import denied
from crawler.reading.law.citation_grammar import Mention, mentions
from crawler.reading.law.hedged import is_hedged, is_kept_back
from crawler.reading.sentences.signals import signals

# ASIDE: the requester brought it up, or it is only compared with.
FOR, AGAINST, NEUTRAL, ASIDE = "for", "against", "", "aside"
_WOULD = signals(rf"\bwould\s(?:also |otherwise |then |still |likely |be likely to )?(?:be\s)?{denied.USED}")
_MIGHT = re.compile(r"\b(?:would|could|might|may)\b", re.I)
_IF_LEFT = re.compile(
    r"[^.;]{0,40}\bif (?:(?:it|this|that|they|we|you|(?:the|your) \w+) )?"
    r"(?:were|was|did|remained|stayed|left|kept|had)\b",
    re.I,
)
# What is not so: `even if it were held`, `a request for ...`.
SUPPOSES = signals(
    (
        r"\b(?:if|had (?:we|it|the|this)|were (?:it|we|this|the)|even if|any such|refin\w+|future|otherwise|resubmit\w*"
        r"|a (?:new|further|narrower|revised) request|a request for)\b"
    ),
)
# Of a question that the force put to itself: `we considered whether to withhold`.
WEIGHS = signals(
    (
        r"\b(?:consider\w*|weigh\w*|ask(?:ed|ing)? ourselves|thought (?:hard )?about|looked at|wondered|debated"
        r"|question(?:ed)?"
        r"|examined|discussed|consideration|thought was given to|looked into) (?:was given to "
        r"|as to )?(?:\w+ )?(?:whether|if)\b"
    ),
)
_FAVOURS = signals(
    r"\b(?:balance|public interest(?: test)?|test|scales?)\b(?! (?:factors|considerations|arguments))[^.]{0,50}?"
    r"\b(?:favou?rs?|falls? in favou?r of|lies? (?:in (?:favou?r of )?)|in favou?r of|supports?|tips? towards"
    r"|is in)\s?"
    r"(?:the )?(?:disclos\w{1,4}|releas\w{1,3})",
)
_MAINTAINS = signals(r"\bnon-?disclos|\bnot (?:in )?(?:favou?r|disclos|releas)|outweigh|maintain")
_POSITIVE = signals(
    r"\b(?:is|are|was|were|has been|have been)\s(?:therefore |also |both |indeed )?(?:engaged|relied|applied"
    r"|maintained|exempt)|\bappl(?:y|ies)\b"
    r"|\bby virtue of\b|\bexempt (?:under|from)|\brel(?:y|ying|ies) (?:up)?on\b|\bengages\b"
    r"|\bexempts\b|^\W*(?:forbids|prohibits|prevents|shields|precludes) \w"
    r"|\b(?:with-?h[eo]ld(?:ing|s)?|refus(?:e[ds]?|ing|al)|turned down|removed|redacted|left out)\b[^.;]{0,50}?"
    r"\b(?:under|pursuant to|in accordance with)\b|\bbrought to bear\b"
    r"|\b(?:gives?|provides?|confers?) (?:\w+ )?(?:authority|power|grounds?|basis)\b",
)
# Why a section is applied: what is `not needed` there is not the section.
_REASON = re.compile(
    r"(?:,?\s(?:since|because)|,\s(?:as|for|which|who))\b(?:(?!\b(?:but|however|although|yet)\b)[^;])*", re.I
)
_UNDECIDED = signals(
    r"\b(?:still|currently) (?:weighing|considering|assessing)\b|\b(?:more|further|additional"
    r"|extra) (?:working )?(?:time|days)\b"
    r"|\bextend(?:ed|ing)? (?:the|our) (?:deadline|time|period)\b[^.]{0,60}\b(?:consider|weigh)"
    r"|\b(?:need|require|seek\w*|grant\w*)\b[^.]{0,40}\b(?:extension|extend)\b",
)
_YOURS = signals(
    r"\byou(?:r (?:request|letter|email))? (?:have |had |also )?(?:told|said|say|asked?|state|mention|argue"
    r"|suggest|refer|cite|quote|raise)\w{0,3}\b|\byour (?:complaint|appeal|argument|view|case|contention|offer"
    r"|point) (?:(?:is|was)(?! (?:\w+ )?(?:justified|upheld|allowed|granted|accepted|successful|correct|right|well"
    r"|made out))|to|that)\b",
)
_COMPARES = re.compile(
    r"\b(?:as with|like|unlike|of the (?:kind|sort|type)|(?:equivalent|comparable|similar|contrast|opposed)"
    r" (?:to|of|with)) (?:(?:that|those|the one) )?(?:(?:found|set out|contained|laid down) )?(?:(?:in|under|at|by) )?"
    r"(?:(?:the|an) )?(?:exemptions? (?:at|in|under|of) )?$",
    re.I,
)
# Said of the section that the sentence before named last.
_NOT_IT = signals(
    r"\b(?:no longer|not|n['’]t|never|nor) (?:now |in fact |(?:seek|wish|propose) to |(?:find|found) it necessary to )*"
    r"(?:rel(?:y|ied|ying) (?:up)?on|appl(?:y|ied|ying)|maintain(?:ed|ing)?|pursued?|invoked?|use)"
    r" (?:it|(?:that|this|the) exemption)\b(?! (?:to|for|in respect))"
    r"|^\W*(?:but |however,? |on (?:reflection|review|consideration),? )?(?:it|(?:that|this|the) exemption) "
    r"(?:is|was|has (?:now )?been) (?:therefore |now )?"
    r"(?:withdrawn|dropped|set aside|not (?:engaged|relied|maintained|made out|upheld|needed)(?! (?:up)?on alone))\b"
)
_JOINS = ("together with", "along with", "as well as", "in conjunction with", "taken with", "read with")
_JOIN = 4  # characters of a word between two sections: `and`, `nor`, `with`
_AND = re.compile(r"[ ,:(–-]*(?:[A-Z][\w-]+ ?(?:and |of |to |the |for )?){0,6}[ ,)–-]*(?:and|&|,)\s+")
_CLAUSE = re.compile(r"[,;:]\s|\s(?:but|however|although|while|whereas)\s", re.I)


def stances(text: str, found: Sequence[Mention]) -> list[str]:
    """For each mention of the sentence: FOR, AGAINST, NEUTRAL when the words say neither, or ASIDE."""
    said: list[str] = []
    weighed, unsettled = WEIGHS.search(text), _UNDECIDED.search(text)
    for at in reversed(range(len(found))):
        joined = at + 1 < len(found) and _is_join(text[found[at].end : found[at + 1].start])
        # What joins two sections says the same of both: `neither Section 31 nor Section 38 is engaged`.
        said.append((joined and said[-1]) or _stance(text, at, found, weighed, unsettled))
    said.reverse()
    for at in range(1, len(found)):
        # `By virtue of Section 31(3) Law Enforcement and Section 38(2)`: what applies the one applies the next.
        if said[at] or not said[at - 1]:
            continue
        between = text[found[at - 1].end : found[at].start]
        if _is_join(between) or (said[at - 1] == FOR and _AND.fullmatch(between)):
            said[at] = said[at - 1]
    return said


def takes_back_it(sentence: str) -> bool:
    """Whether a sentence that names no section says of the one named before it that it is not applied."""
    return _NOT_IT.search(sentence) and not mentions(sentence)


def _is_join(between: str) -> bool:
    joins = between.strip(" ,;&")
    return len(joins) <= _JOIN or joins.lower() in _JOINS


def _stance(text: str, at: int, found: Sequence[Mention], weighed: bool, unsettled: bool) -> str:
    mention = found[at]
    start = found[at - 1].end if at else 0
    end = found[at + 1].start if at + 1 < len(found) else len(text)
    before = text[max(start, mention.start - 120) : mention.start]
    after = text[mention.end : min(end, mention.end + 240)]
    if _YOURS.search(clause_of(before)) or _COMPARES.search(before):
        return ASIDE
    if unsettled or (weighed and not _POSITIVE.search(after)) or _against(before, after, text):
        return AGAINST
    return FOR if _POSITIVE.search(after) or _POSITIVE.search(before) else NEUTRAL


def _against(before: str, after: str, text: str) -> bool:
    clause = clause_of(before)
    # What is applied in its own clause is not denied by the next: `Section 40(2) applies; the officer would have ...`.
    own = _REASON.sub("", after.partition(";")[0])
    after = own if _POSITIVE.search(own) or (not own.strip(" ,.") and _POSITIVE.search(before)) else after
    if is_hedged(text, before, after):
        return True
    if denied.only_without(before) or is_kept_back(after):
        return False
    if denied.behind(after):
        return True
    if (_WOULD.search(after) and SUPPOSES.search(text)) or (_MIGHT.search(clause) and _IF_LEFT.match(after)):
        return True
    said = denied.before(clause)
    if said == denied.DENIED or (said == denied.LOOKED_AT and not _POSITIVE.search(after)):
        return True
    return favours_disclosure(after)


def clause_of(before: str) -> str:
    """The clause in which the words before a section end."""
    return _CLAUSE.split(before)[-1]


def applies(text: str) -> bool:
    """Whether the words apply what they name: `is engaged`, `exempt under`."""
    return _POSITIVE.search(text)


def favours_disclosure(text: str) -> bool:
    """Whether the words find the public interest on the side of disclosure (and do not just list what favours it)."""
    return _FAVOURS.search(text) and not _MAINTAINS.search(text)
