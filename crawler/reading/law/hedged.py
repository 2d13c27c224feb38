"""Whether a sentence only warns of a section, or has still to decide on it: then nothing rests on it."""

import re

from crawler.reading.sentences.signals import guarded, signals

_TO_LIMIT = (
    r"(?:(?:the )?(?:cost |time |appropriate |fees? )*(?:limits?|ceiling|threshold) (?:of|in|under|at|set by|set"
    r" out in)"
    r" |what )?"
)
_PASS = (
    r"(?:exceed|pass|breach|reach|hit|go(?:es)? (?:beyond|over|above)|(?:be|bring|take|put) (?:\w+ )?"
    r"(?:over|above|beyond|past))"
)
_CLAIM = (
    r"(?:engage|attract|trigger|invoke|rely (?:up)?on|apply|use|cite|claim|run into|bump into|fall (?:under"
    r"|within|foul of)"
    r"|be (?:refused|withheld|caught|covered|exempt)(?: (?:by|under))?|refuse (?:\w+ ){1,4}under)"
)
_MIGHT = r"(?:may|might|could)(?: (?:well|also|then|still|have to|need to|wish to|want to|be (?:able|obliged) to))*"
# Said before a section, up to it.
_BEFORE = guarded(
    rf"\b{_MIGHT} (?:{_PASS}|{_CLAIM})\b[^.;]{{0,24}}?{_TO_LIMIT}$"
    rf"|\b{_MIGHT} (?:attract|engage|bring in|raise|be subject to) (?:other |further |different"
    rf" )?exemptions?\b[^.;]{{0,30}}$"
    rf"|\b{_MIGHT} be (?:treated|regarded|rejected|deemed|considered)\b[^.;]{{0,30}}?(?:under|within) $"
    r"|\breserves? (?:the|our|my|its) right to (?:\w+ ){0,2}(?:rely (?:up)?on|apply|use|cite|claim) $"
    r"|\b(?:minded|tempted|inclined) to (?:use|apply|rely (?:up)?on|cite|claim|refuse (?:\w+ ){1,3}under) $"
    r"|\b(?:would|may|might|could|will) (?:then |still |also )?(?:need|have)\b[^.;]{0,30}?\b(?:look(?:ed)? at"
    r"|considered|consideration of|thought about)\b[^.;]{0,30}?(?: |\()$"
    rf"|\b(?:possible|possibly|danger|risk|chance|possibility|likelihood|may be|fear) that {_TO_LIMIT}$"
    rf"|\b(?:stay|keep|remain|come|fit|bring \w+|bring your \w+) (?:with)?in(?:side)? {_TO_LIMIT}$"
    rf"|\bwould (?:probably|possibly|perhaps|presumably|likely) (?:have to )?{_CLAIM}[^.;]{{0,24}}$"
    r"|\b(?:still |currently |now |presently |have to |need to |will |be |yet to )(?:consider|weigh|assess|look"
    r" at|think about"
    r"|decide|examine|determine)(?:ing|ed)?(?: (?:on|whether|if))?(?: to (?:use|apply|rely on))? $"
    r"|\b(?:are|is|am) (?:consider|weigh|assess|examin|think)ing (?:about )?(?:whether |if )?$"
    rf"|\b(?:no|not) (?:\w+ )?(?:final |firm )?(?:decision|decided|conclusion|view)\b[^.;]{{0,40}}\b(?:on|about"
    rf"|whether|if)"
    rf" (?:to (?:use|apply|rely on) |the use of )?$"
    r"|\bexemptions? (?:in (?:view|mind)|under consideration|being \w+ed|(?:that |which )?(?:we|i)"
    r" (?:have in mind"
    r"|are (?:looking at|considering|weighing)))(?: here| at present)? (?:is|are|being) $"
    r"|\b(?:at first|originally|initially|first) (?:thought|believed|felt|considered|assumed|supposed)(?: that"
    r"|(?: of| about)\b[^.;]{0,40})? $"
    r"|\b(?:dropped|drop|abandon(?:ed)?|given up|give up|departed? from|retreat(?:ed)? from)"
    r" (?:(?:our|the|its|any) )?(?:\w+ )?(?:(?:reliance|use|application) (?:on|of) )?$",
    re.I,
)
# Said behind it.
_AFTER = guarded(
    r"^[^.;]{0,30}?\b(?:could|might|may|would) (?:well |then |also |still )?(?:have|need) to be (?:considered|weighed"
    r"|looked at|applied|relied (?:up)?on|taken into account|borne in mind)\b"
    r"|^[^.;]{0,30}?\bwould (?:well |then |also )?come in(?:to)? (?:question|play|view|consideration)\b"
    r"|^[^.;]{0,30}?\b(?:could|might|may) (?:well |then |also )?(?:be (?:passed|exceeded|reached|breached)|come"
    r" (?:in|into)|arise"
    r"|bite|prevent|stop|stand|become relevant|be (?:needed|relevant))\b"
    r"|^[^.;]{0,20}?\b(?:is|are) (?:very |quite )?likely to (?:apply|be (?:engaged|relied|applied|invoked)|bite"
    r"|come|arise)\b"
    r"|^[^.;]{0,12}?\bis not (?:to be )?(?:reached|passed|exceeded|breached)\b"
    r"|^[^.;]{0,40}?\b(?:(?:has|have) (?:still|yet)|remains?|(?:is|are) (?:still|yet)) to be (?:decided|settled"
    r"|determined|seen"
    r"|considered)\b"
    r"|\b(?:no (?:final |firm )?decision (?:has|is)|not (?:yet )?(?:been )?decided|yet to (?:decide|be decided))\b"
    r"|^[^.;]{0,12}?\b(?:falls?|fell|drops?|dropped) away\b"
    r"|^[^.;]{0,12}?\b(?:was|were|is|has been) (?:a mistake|mistaken|misplaced|misapplied|unjustified|unsound"
    r"|abandoned)\b"
    r"|^[^.;]{0,12}?\bwould (?:not (?:be (?:an? )?(?:obstacle|bar|problem|issue|engaged|applied|needed)|apply"
    r"|arise|stand|come"
    r"|prevent)|be an? (?:consideration|factor|issue))\b"
    r"|\b(?:not|n['’]t) (?:agree|think|believe|accept|consider|find) that (?:it|this|that|they) (?:appl|is|are|do|does)"
    r"|^[^.;]{0,60}?\bon reflection\b[^.;]{0,20}\bnot\b",
    re.I,
)
# A search or a request that nobody has made yet.
_FUTURE = signals(
    r"\ba (?:new|further|wider|broader|fuller|larger|longer|second|fresh|revised|similar) (?:request|question"
    r"|search|period)\b"
    r"|\bany (?:new|further|future|repeat(?:ed)?) requests?\b|\bfuture requests?\b|\ba request for\b|\bshould"
    r" you\b|\bwere you to\b|\bif you (?:wish|want|would like|were|ask|decide|choose|need"
    r"|require|resubmit|widen)\b|\bif any\b|\bif (?:the|your) (?:request|question|period) (?:is|stays|remains)\b",
)
_WOULD = re.compile(
    rf"\b(?:would|will|is likely to|are likely to)(?: \w+)? (?:{_PASS}|{_CLAIM})\b[^.;]{{0,24}}?{_TO_LIMIT}$", re.I
)
_HAD = re.compile(r"\b(?:had|having) (?:\w+ )?(?:relied (?:up)?on|cited|applied|used|claimed) $", re.I)
_STANDS = re.compile(r"\b(?:uph[eo]ld|maintain\w*|stands?|still|continue\w*|confirm\w*)\b", re.I)
# Then what was put in doubt is done all the same: `would be exempt under section 40(2) and so are not given`.
_KEPT_BACK = re.compile(
    r"[^.;]{0,30}\b(?:and|so)\b(?:(?!\b(?:could|may|might|would)\b)[^.;]){0,30}\b(?:not (?:been )?(?:given"
    r"|disclosed|provided|released|included|supplied|shown)"
    r"|with-?held|refused|redacted|removed|left out)\b",
    re.I,
)


def is_hedged(text: str, before: str, after: str) -> bool:
    """Whether the section between `before` and `after`, of the sentence `text`, is only warned of or still weighed."""
    if _BEFORE.search(before) or _AFTER.search(after):
        return True
    if _HAD.search(before) and not _STANDS.search(after):
        return True
    return bool(_WOULD.search(before)) and _FUTURE.search(text)


def is_kept_back(after: str) -> bool:
    """Whether the words behind a section say that what it covers is withheld."""
    return bool(_KEPT_BACK.match(after))
