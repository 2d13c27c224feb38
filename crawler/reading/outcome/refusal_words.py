"""The words by which replies refuse, or neither confirm nor deny.

All in lower case; each pattern stands beside words without which it cannot match. decision.py weighs them.
"""

from crawler.reading.sentences.signals import signals

_VERBS = r"(?:suppl|provid|disclos|comply|give|giv|send|releas|answer|publish|shar|process)\w*"
_SHUT = r"(?:disclosed?|released?|provided?|supplied|supply|given|published|named|shared|answered)"
NCND = signals(
    (
        r"\bneither (?:be )?(?:confirm\w{0,3}|admit\w{0,3}) ?(?:n?or|and) (?:be )?(?:den(?:y|ies|ied|ying)|refut\w+)"
        r"|\bneither (?:be )?confirm\w{0,3} or den(?:y|ied)"
    ),
    (
        r"\b(?:unable|not able|refus\w{1,3}|declin\w{1,3}|cannot|can not|can['’]t|will not|won['’]t|not obliged"
        r"|not required|nor)(?: to| is it able to)? (?:either )?(?:confirm|say)"
        r"(?: or| whether or)(?: not)? (?:den(?:y|ial)\b|not\b|the existence)"
        r"|\bnot (?:be )?confirm\w{0,3} or den(?:y|ied)|\b(?:un)?able to confirm or not\b"
        r"|\b(?:refus\w{1,3}|declin\w{1,3}|unable|will not|cannot) (?:to )?(?:confirm|say) (?:whether"
        r"|if)\b.{0,60}\bheld?s?\b"
        r"|\bconfirm(?:ing|ation)? (?:or|and|/) ?den(?:y|ying|ial)\b.{0,80}\b(?:would|could) (?:itself )?(?:disclose"
        r"|reveal|exceed)"
    ),
    (
        r"\b(?:whether|if)\b[^.]{0,80}\b(?:force|we|i|police|constabulary) (?:will|shall|can|do|does|may"
        r"|need)(?: not|not) (?:say|disclose|reveal|tell|state)\b"
        r"|\b(?:will|shall|can|do|does|may|need)(?: not|not) (?:have to )?(?:say|reveal|state|tell you"
        r"|disclose) (?:whether|if)\b[^.]{0,80}"
        r"\b(?:hold|held|holds|exist\w*|such|anything|file|record|information|bought|owns?|used?)\b"
        r"|\b(?:whether|if)\b[^.]{0,100}\b(?:either way|one way or the other|neither a yes nor a no)\b"
    ),
    r"\bnot (?:say|answer) yes or no\b|\bneither (?:a )?yes nor (?:a )?no\b",
    r"\bncnd\b|cadarnhau na gwadu",
    (
        r"\bduty (?:in section 1\(1\)\(a\) |under section 1\(1\)\(a\) )?(?:to (?:confirm or deny"
        r"|say whether)[^.]{0,40} )?"
        r"(?:does|did) not (?:apply|arise)|\bduty to confirm or deny\b[^.]{0,60}\b(?:not (?:apply|arise)|excluded"
        r"|removed|lifted|switched off)"
    ),
)
# What the law allows an authority to do is not yet what this one does.
IN_GENERAL = signals(
    (
        r"\b(?:a|any|public) (?:public )?authorit(?:y|ies)\b|\bthe (?:act|section|exemption) (?:allows|permits"
        r"|provides)"
        r"|\b(?:section|subsection) \S+ (?:allows|permits|provides|enables)\b"
    ),
)
# A request that was refused or answered, but is not this one.
ELSEWHERE = (
    r"\b(?:earlier|previous|prior|another|separate|different) (?:foi )?requests?\b",
    (
        r"\byou (?:have |had )?(?:already |previously )?(?:asked|put|sent|made|submitted|requested)\b[^.]{0,40}\bsame\b"
        r"|\b(?:repeats?|repeat of|identical to|the same as|(?:much|very) like) (?:the )?(?:one|ones|those|requests?)\b"
        r"[^.]{0,60}\b(?:answer|repl(?:y|ied)|respond|ga?ve|sent|dealt|complied|supplied)"
    ),
)
# What others refused in the events that the figures count.
_EVENTS = (
    (
        r"\b(?:refused|denied|declined|rejected|turned down) (?:by the (?:courts?|bench|magistrates?|judge|board"
        r"|panel|council|cps|bank)"
        r"|(?:police |unconditional )?bail|entry|planning|permission|to (?:give|provide|supply) (?:a |the |his "
        r"|her |their )?(?:breath|blood|urine|sample"
        r"|specimen|statement|evidence|details|name))\b"
        r"|\b(?:applications?|certificates?|licen[cs]es?|visas?|permits?|requests for (?:leave|flexible"
        r"|transfer)\w*|bail|permission) "
        r"(?:were|was) (?:\w+ )?(?:refused|declined|rejected|denied)\b(?! under)"
    ),
)
# What was not decided by then.
_NOT_YET = (
    (
        r"\b(?:nothing|none|not|no \w+)\b[^.]{0,40}\b(?:as yet|yet|so far|at this stage|at present"
        r"|at the moment)\b[^.]{0,40}"
        r"\b(?:refus|decid|decision|withh|reach|ma[dk]e|determin|conclu|complet|finish)|\b(?:yet to|not yet) (?:be )?"
        r"(?:decid|refus|ma[dk]e|reach|determin|complet|finish)|\b(?:refused|decided|withheld|made"
        r"|reached) (?:as )?(?:yet|so far|at this stage)\b"
    ),
)
_THE_LAW = (
    (
        r"^(?:under |in )?(?:the |this )?(?:section|s\.?|act|law|legislation|regulations?|foia?|freedom)\b[^.]{0,70}"
        r"\b(?:(?:requires|obliges)(?! (?:me|us) to (?:inform|tell|notify|advise) you\b)"
        r"|provides|states|allows|permits|sets|says|gives|places|creates|defines|entitles)\b"
        r"|\bwe are not required (?:by law )?to comply with any of it\b"
    ),
    r"^(?:where|when|if|once) (?:one|any|a|some) (?:\w+ )?(?:part|question|element)s?\b",
)
UNDECIDED = signals(*_EVENTS, *_NOT_YET, *ELSEWHERE, *_THE_LAW)
# Whatever it asks for, the request is not taken up: a repeated one, or one of too many.
_NOT_TAKEN_UP = (
    r"\b(?:(?:will|shall|do|does|am|are|is) not|won['’]t|declin\w+ to|not (?:obliged|required|prepared) to|need not)"
    r"(?: going to| propos\w+ to| intend\w* to)? (?:be )?(?:\w+ )?"
    r"(?:deal\w* with|process\w*|act\w* (?:up)?on|respond\w* to|entertain\w*|take up|taking up) (?:\w+ )?"
    r"(?:this|your|the) (?:\w+ )?request\b(?![^.]*\b(?:until|unless|without|within|before|yet|clarif))"
)
REFUSED = signals(
    _NOT_TAKEN_UP,
    r"\b(?:full|complete|total) refusal\b|\brefus(?:e[sd]?|ing|al of)\b",
    (
        r"\b(?:full|complete|total) exemption\b|\bexempting\b|\bexempt (?:from|under|by|as|pursuant)"
        r"|\b(?:is|are|was|were|be|being|been|remains?|it|as|also) (?:\w+ ){0,2}?exempt(?:ed)?\b"
        r"|^(?:(?:this |all |these )?(?:\w+ )?(?:is )?)?exempt\b"
    ),
    r"\bwithh[eo]ld\w{0,3}\b",
    r"\bredact(?:ed|ions?)\b|\b(?:blacked|blanked|whited) out\b",
    (
        r"\b(?:is|are) declined\b|\b(?:have to|must|obliged to) decline\b"
        r"|\bdeclin(?:e|ed|ing) (?:your|the|this|to)\b"
    ),
    r"\bneither (?:supply|provide|answer|disclose|search)\b",
    (
        rf"\bnot prepared to\b|\b(?:not|never) (?:\w+ )?(?:obliged|required) to (?:\w+ )?{_VERBS}"
        rf"|\b(?:cannot|can not|unable to|not able to|will not|won['’]t|not going to|decided not to|not be able to)"
        rf" (?:\w+ )?{_VERBS}"
        rf"|\b(?:will|can|cannot|should|shall|is|are|was|were|has|have|been|must)(?: not|not"
        rf"|n['’]t)(?: \w+)?(?: be| been)?"
        rf" {_SHUT}\b|\bnot (?:be )?disclos(?:ed|able)\b|^(?:(?:this |all |these )?(?:\w+ )?(?:is )?)?not provided\b"
        r"|\b(?:names?|details?|figures?|number|rest|remainder|extracts?|split|breakdown)\b[^.]{0,30}\b(?:is|are) not"
        r" (?:given|shown|provided|included|listed)\b|\bdoes not have to\b"
    ),
    r"\bmanifestly unreasonable|\bvexatious\b",
    (
        r"\b(?:held|kept|hold(?:ing)?|keep(?:ing)?) (?:it |them |this |that |these )?"
        r"(?:back|from you|secret|private|to ourselves)\b"
    ),
    r"\b(?:not|cannot|n['’]t|declines?|unwilling) (?:\w+ ){0,2}part with\b",
    r"\b(?:taken|left) out\b|\b(?:has|have) been removed\b",
    r"\bgwrthod\w*\b|\bh?eithri\w*\b",
)
ALREADY = signals(
    (
        r"\b(?:already|reasonably|otherwise|publicly) (?:\w+ )?(?:accessible|available|published"
        r"|in the public domain)"
        r"|\baccessible (?:to you )?(?:by|elsewhere)"
    ),
)
ALL_REFUSED = signals(
    _NOT_TAKEN_UP,
    (
        r"\b(?:your|this|the) request (?:is|has been|must be|was) (?:therefore |hereby )?(?:refused|declined"
        r"|rejected|exempt)"
        r"|\b(?:refus\w+|declin\w+|reject\w*) (?:to comply with )?(?:your|this|the) (?:whole )?request"
        r"|\bwhole of (?:your|this|the) request|\b(?:decided|am|have) to refuse (?:your|this|the) request"
    ),
    (
        r"\bthe information (?:that )?(?:you (?:have |are )?(?:request|seek|ask|want)|requested|sought)\w*(?: for)?"
        r" (?:\w+ )?is (?:\w+ )?exempt|\binformation disclosed: no\b"
    ),
    r"\bunable to (?:provide|supply|comply|release|disclose) (?:it|this|the (?:requested )?information)\b",
    r"\b(?:withh[eo]ld|exempt|refused) in (?:its|their|the) entirety\b",
    r"\bneither (?:supply|provide|answer|disclose|search)\b",
    (
        r"\bnot obliged to (?:comply|supply|provide|disclose|answer)\b"
        r"(?! (?:with )?(?:any of it|the (?:rest|remain|other)))"
    ),
)
