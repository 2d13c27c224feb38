"""Whether a sentence applies the section that it names, or says that it was not, or would only have been, applied."""

import re
from collections.abc import Sequence

from crawler.reading.law.citation_grammar import Mention
from crawler.reading.law.hedged import is_hedged, is_kept_back
from crawler.reading.sentences.signals import guarded, signals

FOR, AGAINST, NEUTRAL, THEIRS = "for", "against", "", "theirs"  # THEIRS: the requester brought it up
_USED = r"(?:engag|appl[yi]|rel[yi]|maintain|invok|claim|cit[ei]|used?\b|using|pursu|uph[eo]ld|exempt)\w{0,5}"
_AT = (
    r"(?:(?:up)?on\s)?(?:(?:to use|the use of)\s)?(?:(?:the|an|any)\s)?(?:exemptions?\s(?:at|in|under|of"
    r"|provided by)\s)?(?:either\s|both\s)?$"
)
# What is not given under a section is kept back under it.
_GIVING = (
    r"(?:disclos|releas|provid|suppl|giv|show|includ|publish|shar|answer|nam|attach|list|sen[dt]|complet|identif"
    r"|reveal)"
)
_BEFORE = guarded(
    rf"\b(?:no longer|not|never|cease[sd]? to|without|rather than|instead of|wrong(?:ly)?|incorrect(?:ly)?"
    rf"|in error|erroneously|(?:withdr[ae]wn?|lifted?|remov\w{{1,3}}|overturn\w{{0,3}}|set"
    rf" aside)(?!\s(?:\w+\s)?(?:under|by"
    rf"|pursuant|in accordance|as)\b)|(?:declin\w{{1,3}}|unable) to(?=\s{_USED}))"
    rf"\s(?:(?!{_GIVING}|(?:and|but|so|because|since|right)\b)\w+\s){{0,3}}?(?:{_USED}\s)?{_AT}"
    rf"|\b(?:consider\w{{0,3}}|look(?:ed|ing) (?:\w{{4,}} )?at|explor\w{{1,3}}|thought about|consideration (?:was"
    rf"|has been) given to"
    rf"|thought was given to|weighed)\s(?:whether\s|applying\s|relying on\s)?{_AT}"
    rf"|\b(?:would|could|might|may)\s(?:also\s|otherwise\s|well\s|then\s|likely\s)?(?:have\sbeen|have|be)\s"
    rf"(?:\w+\s){{0,2}}?(?:exempt|refus|withh|engag|appl|subject)\w{{0,5}}\s(?:under\s|by\s|to\s"
    rf"|by virtue of\s)?{_AT}"
    rf"|\b(?:likely to|could|may|might)\s(?:also\s)?(?:engage|attract|trigger|invoke)\s{_AT}"
    rf"|\b(?:no|nor|any|without|little)\s(?:\w+\s){{0,4}}?(?:call|need|cause|reason|grounds?|occasion|scope|recourse"
    rf"|resort"
    rf"|case|room|intention|wish|plan|question)\s(?:for|to|of)\s(?:{_USED}\s)?{_AT}"
    rf"|\b(?:not|nor)\s(?:(?!(?:and|but)\b)\w+\s){{0,5}}?(?:with-?h[eo]ld\w*|refus\w+|exempt\w*|redact\w*"
    rf"|rel(?:ied|y|ying|iance))\s"
    rf"(?:\w+\s){{0,2}}?(?:under|by|on|upon|by virtue of|pursuant to)\s{_AT}",
    re.I,
)
_NOT_AFTER = guarded(
    rf"\b(?:(?:do|does|did|is|are|was|were|has|have|had|need|should|ought|could|can|will)(?:\s(?:also|therefore"
    rf"|now))?(?:n['’]t|\snot|\sno longer|\snever|not)"
    rf"|neither|no longer|nor)\s(?:to\s)?(?:(?:be|been|have|is|are|was|were|in fact|considered|found to be"
    rf"|felt to be|thought to be|found to|deemed|(?:find|think|consider|deem) it)\s){{0,2}}"
    rf"(?:{_USED}|needed|relevant|appropriate|necessary|made out)"
    rf"|\b(?:was|were|is|are|been)\s(?:therefore |now |then |subsequently )?(?:wrong|wrongly|incorrectly"
    rf"|erroneously|applied in error|cited in error|withdrawn|lifted"
    rf"|overturned|set aside|discounted|rejected|disapplied|dropped|removed|ruled out)\b"
    rf"|\b(?:conclu|found|satisf|decid)\w* (?:that )?(?:it|they) (?:do(?:es)?|is|are|was|were) not\b|\bappl(?:y"
    rf"|ied) in error\b|\b(?:in error|erroneously|not (?:uph[eo]ld|sustained|justified))\b"
    rf"|\bneither (?:of these |of them )?(?:is|was|applies|are|were)\b|\bdecided (?:against|not to (?:use|apply"
    rf"|rely))"
    rf"|\bwould (?:also |otherwise |then |still |therefore |likely )?have (?:been|\w+ed|let|made|come|put|meant)\b"
    rf"|\b(?:is|are|was|were) (?:still |currently |now )?(?:being|to be) (?:considered|weighed|assessed|examined"
    rf"|looked at)\b"
    rf"|\bunder (?:active )?consideration\b"
    rf"|\band (?:was |were |has been |have been |then )?(?:set aside|put aside|discounted|rejected|ruled out"
    rf"|dismissed|discarded"
    rf"|not (?:used|applied|relied|pursued|maintained|found|thought|made out))"
    rf"|\b(?:may|might|could)\s(?:also\s|well\s|then\s|still\s)?(?:be\s)?{_USED}",
    re.I,
)
_WOULD = signals(rf"\bwould\s(?:also |otherwise |then |still |likely |be likely to )?(?:be\s)?{_USED}")
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
_NOT_WITHOUT = re.compile(r"\b(?:not|n['’]t|unable)\b[^.;]{0,60}\bwithout (?:engag|breach|contraven)\w+ (?:the )?$", re.I)
_DUTY = re.compile(r"\b(?:duty|obligation|right|requirement|section 1)\b", re.I)
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
    r"|\bby virtue of\b|\bexempt (?:under|from)|\brely(?:ing)? on\b|\bengages\b"
    r"|\b(?:with-?h[eo]ld(?:ing|s)?|refus(?:e[ds]?|ing|al)|removed|redacted|left out)\b[^.;]{0,50}?"
    r"\b(?:under|pursuant to|in accordance with)\b|\bbrought to bear\b",
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
    r"|point) (?:is|was"
    r"|to|that)\b",
)
_JOIN = 4  # characters of a word between two sections: `and`, `nor`, `with`
_AND = re.compile(r"[ ,:(–-]*(?:[A-Z][\w-]+ ?(?:and |of |to |the |for )?){0,6}[ ,)–-]*(?:and|&|,)\s+")
_CLAUSE = re.compile(r"[,;:]\s|\s(?:but|however|although|while|whereas)\s", re.I)


def stances(text: str, found: Sequence[Mention]) -> list[str]:
    """For each mention of the sentence: FOR, AGAINST, NEUTRAL when the words say neither, or THEIRS."""
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


def _is_join(between: str) -> bool:
    return len(between.strip(" ,;&")) <= _JOIN


def _stance(text: str, at: int, found: Sequence[Mention], weighed: bool, unsettled: bool) -> str:
    mention = found[at]
    start = found[at - 1].end if at else 0
    end = found[at + 1].start if at + 1 < len(found) else len(text)
    before = text[max(start, mention.start - 120) : mention.start]
    after = text[mention.end : min(end, mention.end + 240)]
    if _YOURS.search(clause_of(before)):
        return THEIRS
    if unsettled or (weighed and not _POSITIVE.search(after)) or _against(before, after, text):
        return AGAINST
    return FOR if _POSITIVE.search(after) or _POSITIVE.search(before) else NEUTRAL


def _against(before: str, after: str, text: str) -> bool:
    clause = clause_of(before)
    # What is applied in its own clause is not denied by the next: `Section 40(2) applies; the officer would have ...`.
    own = after.partition(";")[0]
    after = own if _POSITIVE.search(own) else after
    if is_hedged(text, before, after):
        return True
    if _NOT_WITHOUT.search(before):
        return False
    if is_kept_back(after):
        return False
    denied = _NOT_AFTER.search(after)
    if denied and not _DUTY.search(after, 0, denied.start()):
        return True
    if (_WOULD.search(after) and SUPPOSES.search(text)) or (_MIGHT.search(clause) and _IF_LEFT.match(after)):
        return True
    if (looked := _BEFORE.search(clause)) and not (_considers(looked) and _POSITIVE.search(after)):
        return True
    return favours_disclosure(after)


def clause_of(before: str) -> str:
    """The clause in which the words before a section end."""
    return _CLAUSE.split(before)[-1]


def _considers(found: re.Match[str]) -> bool:
    return found.group().lower().startswith(("consider", "look", "explor", "thought", "weigh"))


def applies(text: str) -> bool:
    """Whether the words apply what they name: `is engaged`, `exempt under`."""
    return _POSITIVE.search(text)


def favours_disclosure(text: str) -> bool:
    """Whether the words find the public interest on the side of disclosure (and do not just list what favours it)."""
    return _FAVOURS.search(text) and not _MAINTAINS.search(text)
