"""What others say became of a request: a newspaper that tells of the reply, an archive's line of status.

A newspaper's own words count, not those that it quotes, and of figures only those that the force gave for the asking.
"""

import re
from collections.abc import Sequence

from crawler.reading.signals import signals
from crawler.reading.statements import statements

_QUOTED = re.compile(r"[“\"][^”\"]{0,600}[”\"]")
_OTHERS = signals(
    (
        "home office|website|web site|national stat|ons|federation|inspector|published|other forces|charity|council"
        "|national",
        r"\bhome office\b|\bwebsites?\b|\bweb site|\boffice for national statistics\b|\bons\b|\bfederation\b"
        r"|\binspectorate\b"
        r"|\bpublished (?:by|on|last|in|earlier|every|each)\b|\bcharity\b|\bnational(?:ly)? (?:figures|statistics"
        r"|data)\b",
    ),
)
_TELLS = (
    r"(?:say|disclose|give|provide|release|hand over|reveal|tell|answer|share|name|identify|supply|publish|break"
    r"|list|explain)"
)
_REFUSES = signals(
    (
        "not |n't|n’t|cannot|unable",
        rf"\b(?:would|could|did|will|does|can|was|were)(?: not|n['’]t|not) (?:\w+ )?(?:to )?{_TELLS}\b"
        rf"|\b(?:unable|not able|not prepared|not willing) to {_TELLS}\b",
    ),
    ("refus", r"\brefus(?:ed|es|ing|al)\b(?! (?:a|to (?:stop|take|give) (?:a )?(?:breath|sample)))"),
    ("declin", rf"\bdeclin(?:ed|es|ing) (?:to (?:\w+ )?{_TELLS}|the request|our)\b"),
    ("turn", r"\bturn(?:ed|s|ing) (?:down )?(?:the|our|that|this|it|down)\b(?: \w+)? ?(?:request|part|question|down)"),
    ("reject", r"\breject(?:ed|s|ing) (?:the|our|a|this|part of)\b[^.]{0,30}\b(?:request|question|appeal)"),
    ("with", r"\bwith-?h(?:eld|olding|olds?)\b(?! from)"),
    (
        "back|secret|blank|black|redact",
        r"\b(?:held|kept|keeping|holding) (?:\w+ ){0,3}(?:back|secret)\b|\b(?:blanked|blacked) out\b|\bredacted\b",
    ),
    (
        "exempt|section",
        r"\b(?:citing|cited|relied on|relying on|invoked|used) (?:an? |the )?(?:\w+ )?(?:exemption|section)|\bexempt\b",
    ),
    (
        "cost|expensive|limit|hours",
        r"\btoo (?:expensive|costly|much)\b|\b(?:cost|limit|hours)\b[^.]{0,60}\bsection \d|\b(?:exceed|over"
        r"|beyond)\w* the (?:\w+ )?limit\b",
    ),
)
_NCND = signals(
    ("neither", r"\bneither confirm\w* nor den"),
    ("confirm or deny", r"\b(?:refus|declin|not)\w* (?:to )?confirm or deny"),
)
_NOT_HELD = signals(
    (
        "not |n't|n’t|no ",
        r"\b(?:does|did|do)(?: not|n['’]t) (?:\w+ )?(?:hold|record|keep|collect|count|log)\b|\b(?:holds?|held|had|has"
        r"|kept|keeps) no "
        r"(?:\w+ )?(?:information|records?|figures|data)\b|\bno (?:information|records?|figures) (?:is|are|was"
        r"|were) (?:held|kept)\b",
    ),
)
_FIGURES = (
    r"(?:figures?|data|numbers?|statistics|records|documents?|details|answers?|response|reply|disclosure"
    r"|e-?mails|report|logs?|breakdown|(?<!freedom of )information)"
)
_GIVEN = signals(
    (
        "show|reveal|obtain|released|handed|seen by|supplied|disclosed|provided|came|given|suggest|say|list",
        rf"\b{_FIGURES}\b[^.]{{0,90}}\b(?:shows?|showed|reveal\w*|obtained|released|handed|seen by|supplied|disclosed"
        rf"|provided|came|given"
        r"|suggests?|says?|said|lists?)\b",
    ),
    ("according to", rf"\baccording to (?:\w+ ){{0,4}}{_FIGURES}\b"),
    ("reveal|learned|learnt|discover|uncover", r"\b(?:can|has|have) (?:reveal|learned|learnt|discovered|uncovered)"),
    (
        "released|disclosed|provided|published|gave|supplied|handed",
        rf"\b(?:released|disclosed|provided|gave|supplied|handed (?:over|us)?)\b[^.]{{0,40}}\b{_FIGURES}\b",
    ),
    (
        "replied|answered|responded|reply|response|confirmed|admitted|told",
        r"\b(?:replied|answered|responded)\b[^.]{0,60}\b(?:in full|each|every|all)\b|\b(?:reply|response"
        r"|answer) (?:says|said|shows|confirmed)\b"
        r"|\b(?:force|constabulary|police)\b[^.]{0,30}\b(?:confirmed|admitted|revealed|disclosed)\b[^.]{0,80}\d",
    ),
)
_NOT_GIVEN = signals(
    (
        "no |not |none|n't|n’t|nothing|without",
        r"\b(?:no|not any|without) (?:\w+ )?(?:figures?|numbers?|data|answers?|details"
        r"|information)\b[^.]{0,30}\b(?:were|was|has|have|came"
        r"|given|supplied|at all)\b|\bno (?:figures|numbers|data)(?: at all)?\b|\bnone (?:of (?:it|them) )?(?:was"
        r"|were) (?:given|supplied|released)"
        r"|\bnothing (?:was|has been) (?:released|given|disclosed)",
    ),
)
_WAITS = signals(
    (
        "not |yet|still|overdue|waiting|deadline|n't|n’t|no ",
        r"\b(?:has|have|had)(?: still)?(?: not|n['’]t)(?: yet)? (?:said|answered|replied|responded|given|provided"
        r"|released|produced)\b"
        r"|\b(?:has|have) yet to (?:\w+)|\bstill (?:waiting|awaiting|no)\b|\boverdue\b|\bmiss(?:ed|ing)? (?:the|its"
        r"|that) (?:\w+ )?deadline\b"
        r"|\bno (?:figures|answer|reply|response) (?:has|have) (?:come|been|arrived)\b",
    ),
)
# The requester's own verdict, in the words of the archive (Alaveteli, app/models/info_request.rb).
_STATUS = (
    (
        "part_disclosed",
        re.compile(r"\b(?:request|it) (?:was|is) partially successful\b|\bpartially successful\.?$", re.I),
    ),
    ("disclosed", re.compile(r"\b(?:request|it) (?:was|is) successful\b", re.I)),
    ("refused", re.compile(r"\b(?:request|it) (?:was|is) (?:refused|rejected)\b", re.I)),
    ("not_held", re.compile(r"\b(?:does|did) not have the information requested\b", re.I)),
    (
        "pending",
        re.compile(
            r"\b(?:currently )?waiting for a response\b|\brequest is waiting for clarification\b|\blong overdue\b"
            r"|\bresponse to this request is (?:long )?(?:delayed|overdue)\b|\bawaiting (?:response"
            r"|classification)\b",
            re.I,
        ),
    ),
)


def outcome_reported(lines: Sequence[str], *, table: bool = False, exempt: bool = False) -> str:
    """One of fields.OUTCOMES, from a newspaper's words. `table`: it prints one; `exempt`: it names an exemption.

    Figures beside a refusal are a part, but for those of others and for a refusal of which it says that no figure
    came with it. A reply that is only late is pending.
    """
    told = [one for line in lines for one in statements(_QUOTED.sub("“”", line)) if not _OTHERS.search(one)]
    waits = any(map(_WAITS.search, told))
    refused = exempt or any(map(_REFUSES.search, told))
    given = table or any(_gives(one) for one in told)
    if any(map(_NOT_GIVEN.search, told)) and not table:
        given = False
    if given:
        return "part_disclosed" if refused or any(map(_NCND.search, told)) else "disclosed"
    if any(map(_NCND.search, told)):
        return "ncnd"
    if refused or waits:
        return "refused" if refused else "pending"
    return "not_held" if any(map(_NOT_HELD.search, told)) else "unknown"


def _gives(sentence: str) -> bool:
    return _GIVEN.search(sentence) and not any(
        kind.search(sentence) for kind in (_REFUSES, _WAITS, _NOT_GIVEN, _NOT_HELD)
    )


def status(lines: Sequence[str]) -> str:
    """One of fields.OUTCOMES, from the line of status that an archive prints above a correspondence; else unknown."""
    for line in lines[:8]:
        if len(line.split()) < 30:
            for outcome, pattern in _STATUS:
                if pattern.search(line):
                    return outcome
    return "unknown"
