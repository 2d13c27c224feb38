"""The words by which a sentence says of a section that it was not applied, or was taken back."""

import re

from crawler.reading.sentences.signals import guarded

DENIED, LOOKED_AT = "denied", "looked at"
USED = r"(?:engag|appl[yi]|rel[yi]|maintain|invok|claim|cit[ei]|used?\b|using|pursu|uph[eo]ld|exempt)\w{0,5}"
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
    rf"|pursuant|in accordance|as)\b)|(?:declin\w{{1,3}}|unable) to(?=\s{USED}))"
    rf"\s(?:(?!{_GIVING}|(?:and|but|so|because|since|right|obliged|required|bound)\b)\w+\s){{0,3}}?(?:{USED}\s)?{_AT}"
    rf"|\b(?:consider\w{{0,3}}|look(?:ed|ing) (?:\w{{4,}} )?at|explor\w{{1,3}}|examin(?:ed|ing)|thought about"
    rf"|turned (?:my|our|his|her) minds? to|consideration (?:was"
    rf"|has been) given to"
    rf"|thought was given to|weighed)\s(?:whether\s|applying\s|relying on\s)?{_AT}"
    rf"|\b(?:would|could|might|may)\s(?:also\s|otherwise\s|well\s|then\s|likely\s)?(?:have\sbeen|have|be)\s"
    rf"(?:\w+\s){{0,2}}?(?:exempt|refus|withh|engag|appl|subject)\w{{0,5}}\s(?:under\s|by\s|to\s"
    rf"|by virtue of\s)?{_AT}"
    rf"|\b(?:likely to|could|may|might)\s(?:also\s)?(?:engage|attract|trigger|invoke)\s{_AT}"
    # Others wanted it.
    rf"|\b(?:asked|urged|pressed|invited|wanted) (?:us|me|the force) to (?:rely (?:up)?on|use|apply|cite|claim) {_AT}"
    # A review finds so.
    rf"|\b(?:wrong|mistaken|incorrect|not (?:right|entitled|justified|correct)|should not|ought not)"
    rf" (?:to )?(?:have )?(?:refus|with-?h[eo]ld|rel[iy]|appl|us|cit|claim)\w*\b[^.;,]{{0,60}}"
    rf"\b(?:under|by|on|upon|of|with) {_AT}"
    rf"|\b(?:no|nor|any|without|little)\s(?:\w+\s){{0,4}}?(?:call|need|cause|reason|grounds?|occasion|scope|recourse"
    rf"|resort"
    rf"|case|room|intention|wish|plan|question)\s(?:for|to|of)\s(?:{USED}\s)?{_AT}"
    rf"|\b(?:not|nor)\s(?:(?!(?:and|but)\b|{_GIVING})\w+\s){{0,5}}?(?:with-?h[eo]ld\w*|refus\w+|exempt\w*|redact\w*"
    rf"|rel(?:ied|y|ying|iance))\s"
    rf"(?:\w+\s){{0,2}}?(?:under|by|on|upon|by virtue of|pursuant to)\s{_AT}",
    re.I,
)
_NOT_AFTER = guarded(
    rf"\b(?:(?:do|does|did|is|are|was|were|has|have|had|need|should|ought|could|can|will)(?:\s(?:also|therefore"
    rf"|now))?(?:n['’]t|\snot|\sno longer|\snever|not)"
    rf"|neither|no longer|nor)\s(?:to\s)?(?:(?:(?:had|needed|chosen|sought|elected|found it necessary) to"
    rf"|be|been|have|is|are|was|were|in fact|considered|found to be"
    rf"|felt to be|thought to be|found to|deemed|(?:find|think|consider|deem) it)\s){{0,2}}"
    rf"(?:{USED}|raised|needed|relevant|appropriate|necessary|made out)"
    rf"|\b(?:was|were|is|are|been)\s(?:therefore |now |then |subsequently )?(?:wrong|wrongly|incorrectly"
    rf"|erroneously|applied in error|cited in error|withdrawn|lifted"
    rf"|overturned|set aside|discounted|rejected|disapplied|dropped|removed|ruled out)\b"
    rf"|\b(?:conclu|found|satisf|decid)\w* (?:that )?(?:it|they) (?:do(?:es)?|is|are|was|were) not\b|\bappl(?:y"
    rf"|ied) in error\b|\b(?:in error|erroneously|not (?:uph[eo]ld|sustained|justified))\b"
    rf"|\bneither (?:of these |of them )?(?:is|was|applies|are|were)\b|\bdecided (?:against|not to (?:use|apply"
    rf"|rely))"
    # Not `I need not give the parts that would have been easy`, which is not said of the section.
    rf"|(?<!\bthat )(?<!\bwho )(?<!\bwhat )\bwould "
    rf"(?:also |otherwise |then |still |therefore |likely |in all likelihood |probably |no doubt |certainly )?"
    rf"have (?:been|\w+ed|let|made|come|put|meant)\b"
    rf"|\b(?:is|are|was|were) (?:still |currently |now )?(?:being|to be) (?:considered|weighed|assessed|examined"
    rf"|looked at)\b"
    rf"|\bunder (?:active )?consideration\b"
    rf"|\b(?:is|are|was|were)(?: not|n['’]t) (?:in (?:point|issue|play|question)|to the point|relevant)\b"
    rf"|\b(?:has|have|had) no (?:bearing|application|relevance|place)\b|\b(?:is|was) no (?:bar|obstacle|objection)\b"
    rf"|\band none (?:does|do|did|is|was)\b|\b(?:has|have|had|plays?|played) no part\b"
    rf"|\b(?:was|were|been|is|and) (?:therefore )?(?:put|left|laid|set) (?:it |them )?(?:aside|(?:to|on) one side)\b"
    rf"|\b(?:was|were|been) (?:also )?(?:(?:urged|pressed) (?:up)?on (?:us|me)|(?:suggested|proposed|floated)"
    rf" (?:to us )?by)\b"
    rf"|\band (?:was |were |has been |have been |then )?(?:set aside|put aside|discounted|rejected|ruled out"
    rf"|dismissed|discarded"
    rf"|not (?:used|applied|relied|pursued|maintained|found|thought|made out))"
    rf"|\b(?:may|might|could)\s(?:also\s|well\s|then\s|still\s)?(?:be\s)?{USED}"
    # The requester forbids it.
    rf"|^[\s\w]{{0,24}}?\b(?:may|must|shall|might)\s(?:not|never)\s(?:be\s)?{USED}",
    re.I,
)
_NOT_WITHOUT = re.compile(
    r"\b(?:not|n['’]t|unable)\b[^.;]{0,60}\bwithout (?:engag|breach|contraven)\w+ (?:the )?$", re.I
)
_LOOKS = ("consider", "look", "explor", "examin", "thought", "turned", "weigh")
# What another section is of: `information that does not fall within Section 23`.
_OF_ANOTHER = re.compile(
    r"\b(?:information|data|anything|material) (?:which|that) (?:does|do|is|are|did) not (?:[a-z]+ ){1,2}$", re.I
)
_DUTY = re.compile(r"\b(?:duty|obligation|right|requirement|section 1)\b", re.I)
# What an absolute exemption goes without: `Section 40 is absolute and a public interest test is not necessary`.
_TEST = re.compile(r"\b(?:tests?|balanc(?:e|ing)|public interest|weighing)\b(?:(?!\b(?:and|but)\b)[^.,;]){0,30}$", re.I)


def before(clause: str) -> str:
    """What the words up to a section say: DENIED, LOOKED_AT for a section that was thought about, or nothing."""
    found = _BEFORE.search(clause)
    if found is None or _OF_ANOTHER.search(clause):
        return ""
    looked = found.group().lower().startswith(_LOOKS)
    return LOOKED_AT if looked else DENIED


def behind(after: str) -> bool:
    """Whether the words behind a section say that it is not applied; of a duty or test they may say the same."""
    found = _NOT_AFTER.search(after)
    return found is not None and not _DUTY.search(after, 0, found.start()) and not _TEST.search(after[: found.start()])


def only_without(clause: str) -> bool:
    """Whether nothing could be given without engaging the section."""
    return bool(_NOT_WITHOUT.search(clause))
