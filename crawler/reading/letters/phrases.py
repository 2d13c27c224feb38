"""The phrases by which the parts of a reply are known."""

import re
from functools import lru_cache

from crawler.reading.sentences.signals import signals

ATTACHMENTS_HEADING = re.compile(
    r"(?:attachments?|attached (?:files?|documents?)|downloads?|files?|supporting documents?|documents?"
    r"|related downloads|atodiadau)\s*:?",
    re.I,
)
NO_ATTACHMENTS = re.compile(r"(?:no|none|nil|there are no)\b(?: attachments?)?\.?", re.I)

_ASKED = (
    r"(?:(?:your |original |the |foi |foia |full |initial |freedom of information |act )*(?:information )?"
    r"(?:requests?|questions?|enquiry)"
    r"(?: details| summary| received| for information|\(s\)| text| \(as received\))?"
    r"|(?:the )?information (?:you )?(?:(?:have |was |were )?(?:requested|sought|asked for))"
    r"|what (?:you|was|we were) asked(?: us)?(?: for)?|you (?:have )?ask(?:ed)?(?: us)?(?: for)?"
    r"|you (?:wrote|requested)"
    r"|(?:details|particulars) of (?:your |the )?(?:request|enquiry|application)"
    r"|(?:eich |y )?cais|request and (?:answer|response))"
)
REQUEST_HEADING = re.compile(rf"{_ASKED}(?: ?/ ?{_ASKED})?\s*[:–-]?", re.I)
REQUEST_START = signals(
    r"(?:seek(?:ing)?|sought) access to\b"
    # The force's sentence that leads up to the words of the request, which stand after its colon.
    r"|\byou (?:have |had |then |also )?(?:asked|requested|sought|wanted|wrote|wished|ask|seek|want|wish|request)\b"
    r"[^?:]{0,160}:$"
    r"|\b(?:it|(?:your|the) (?:request|e-?mail|letter|application|message|enquiry))\b[^?:]{0,60}"
    r"\b(?:reads?|says?|said|asked|wanted|sought|worded)\b[^?:]{0,40}:$"
    r"|\b(?:had|got|received|came|come|arrived|reached us)\b[^?:]{0,60}\bfrom you\b[^?:]{0,60}:$"
    r"|\byou (?:have |had )?(?:put|sent|posed|addressed|submitted)\b[^?:]{0,60}"
    r"\b(?:this|these|(?:the )?following|thus|questions?|to (?:us|me|the force))\b[^?:]{0,60}:$"
    r"|\b(?:in|are|were|was|is|using|quote|repeat|give) your (?:own |exact |very )?(?:words|wording)\b[^?:]{0,40}:$"
    r"|^your (?:own |exact |very )?(?:words|wording)\b[^?:]{0,40}:$"
    r"|^you (?:have )?(?:asked|wrote|requested|said)\b"
    r"|\bbelow (?:is|are) (?:your|the (?:requests?|questions?|text|words)|a copy|what you)\b.{0,60}$"
    r"|^(?:(?!\b(?:figures?|answers?|data|tables?|reasons?|exemptions?|totals?|results?)\b).)*"
    r"\b(?:set out|shown|repeated|reproduced|replicated) below.{0,60}$"
    # But `your request has been considered and I can respond as follows` leads up to the answer.
    r"|^(?!.*\b(?:respon(?:d|ds|se|ses)|repl(?:y|ies)|answers?|advise|inform|confirm|disclose|decision)\b.{0,80}"
    r"\bas follows).*\b(?:your?|requests?|questions?|asked|wrote)\b.{0,80}\bas follows.{0,20}$"
    r"|(?:request|questions?|this)(?: for information)?(?: which)? (?:has been|is|was|are|were) (?:\w+ )?(?:below"
    r"|here)\b"
    r"|for ease of reference\b|(?:your request|you) (?:has been|is) repeated below|\bin which you (?:asked"
    r"|requested|seek)\b"
    r"|\bfor the following information\b|\brequested the following\b|^cais\s*[:–-]"
    r"|^(?:your |original |information )?(?:request|question)(?: details)?\s*[:–-]\s+\S"
    r"|^(?:request|question)s? 1\b.{0,12}$",
)
_ANSWERED = (
    r"(?:(?:in |my |our |the |force |full |final |police |foi |foia |freedom of information |act )*"
    r"(?:response|reply|answer|disclosure|decision"
    r"|our response is)s?"
    r"(?: to (?:your|the) (?:request|questions?))?|(?:ein |yr |ein h)?(?:ymateb|hymateb)"
    r"|(?:the )?information (?:provided|disclosed|released|supplied|we hold)"
    r"|(?:the |this )?(?:force|constabulary|police|service|police service)(?:'|’)s (?:response|reply|answer|decision)"
    r"|(?:the |my |our )?(?:outcome|result)s?(?: of (?:your|the|this|my|our) (?:(?:internal )?review|request))?"
    r"|(?:the |my |our )?(?:review )?findings"
    r"|(?:and |to which |and so )?we (?:answer|reply|respond|answered|replied|responded|said|wrote)(?: back)?"
    r"|what we (?:answered|found|hold|can (?:tell|give) you)"
    r"|(?:further |more )?(?:clarification|information|details?) (?:needed|required|sought|requested)(?: from you)?"
    r"|(?:request for )?(?:further )?clarification|what we need(?: from you| to know)?"
    r"|extension of time|holding (?:reply|response|letter)"
    r"|extent and results? of (?:the )?searches(?: to locate (?:the )?information)?"
    r"|(?-i:(?:[A-Z][\w&’'-]*|and|of|the) ){1,5}(?:police|constabulary|police service|force)(?:(?:'|’)s?)? "
    r"(?:response|reply|answer|decision|position|says|said|replied|responded|answered))"
)
# Where a request stands that is not answered yet.
STANDS_HEADING = re.compile(
    r"(?:the |our )?(?:(?:current|present|latest) )?(?:position|state of play)(?: (?:now|today|(?:as )?(?:at|on|of)"
    r" \d[\w ]{3,20}))?\s*[:–-]?"
    r"|where (?:it|this|things|matters|we|your request|the request|this request) (?:now )?(?:stands?|are)"
    r"(?: (?:now|with (?:it|this|your request)))?\s*[:–-]?",
    re.I,
)
_NUMBERED = (
    r"(?:our |the )?(?:response|answer|reply|ateb|ymateb)s? (?:to )?(?:q(?:uestions?)?|points?|parts?"
    r"|requests?)\.? ?\d[\d ,&-]*"
    r"|q(?:uestion)? ?\d{1,2}[a-z]? (?:response|answer|reply)"
)
RESPONSE_HEADING = re.compile(
    rf"(?:{_ANSWERED}(?: ?/ ?{_ANSWERED})?(?: \d[\d &,-]*)?|{_NUMBERED})\s*[:.–-]?|foi duty"
    r"|(?:our |the )?(?:response|reply|answer)s? (?:for|from|by|of|on behalf of) [^.?:]{3,80}:"
    rf"|{STANDS_HEADING.pattern}",
    re.I,
)
# In lower case it is told in half the time, but for the name of a force, which has capitals.
_LOW_RESPONSE_HEADING = re.compile(RESPONSE_HEADING.pattern)
RESPONSE_START = signals(
    r"^(?:(?:in |our |the )?(?:response|reply|answer|ymateb)(?: (?:to )?(?:question )?\d+)?"
    r"|q\d+ response|disclosure)"
    r"\s*[:–-]\s"
    r"|^(?:the |our )(?:response|reply|answer)s? (?:to|for|on) (?:your |the )?"
    r"(?:q(?:uestions?)?|points?|parts?|items?) ?\d"
    r"|\b(?:i|we) have (?:today |now )?decided\b|\bdecided to disclose\b|\brefusal notice\b"
    r"|\bhas now been considered\b"
    r"|\bfollowing enquiries (?:within|with)\b|\bhaving made enquiries\b|^please (?:find|see) "
    r"|\b(?:completed|concluded|finished) (?:(?:my|our|all|the|these) )?(?:enquiries|searches)\b"
    r"|\bsearches (?:were|have been|conducted)\b|\bnot obliged to\b|\bneither confirms? nor den(?:y|ies)\b"
    r"|^no information (?:is )?held\b|^in (?:response|answer|reply) to (?:your\b|(?:the )?(?:(?:first|second|third"
    r"|last) )?(?:questions?|points?|requests?|parts?)\b)|^we (?:can|cannot|are|do not|have|hold|asked)\b"
    r"|^(?:i|we) can confirm\b|\bexempt by virtue\b|^(?:part(?:ial)?|full) (?:disclosure|refusal)\b"
    r"|\b(?:police|constabulary|force|service) (?:holds|does not hold|can confirm)\b"
    r"|^(?:below|here) (?:is|are) (?:what we|our|the (?:answers?|figures?|information))\b|\bin (?:answer"
    r"|reply) to the above\b"
    r"|^it (?:is|has been) estimated\b|^(?:our|my|the) decision is\b|\bmore than the appropriate limit\b"
    r"|^in relation to your request|\bunable to (?:confirm|provide|supply|answer)\b|\bexempt (?:under|from)\b"
    r"|\bI am (?:also |now )?(?:obliged|required) (?:by|to|under)\b"
    r"|\bI can (?:tell|confirm)\b|\brefused (?:under|in full)\b|^our answer\b|^i (?:am|can)(?: not)? (?:pleased"
    r"|able|provide)\b",
)
SECTION_HEADING = re.compile(
    r"(?:reasons?|grounds) for (?:the |our |this )?(?:decision|refusal)\s*[:.]?|why (?:we|this)\b[^.?]{0,40}:?"
    r"|(?:our )?(?:advice|advice and assistance|help and advice|reasons|reasoning)\s*:?"
    r"|exemption explanation\s*:?|caveats?\s*:|of note\s*:?",
    re.I,
)
_GIVEN = (
    r"(?:the |these |this |our |your )?"
    r"(?:figures?|data|answers?|response|reply|information|statistics|release|table|numbers)"
)
# What heads remarks on an answer, and never the answer.
NOTE_HEADING = re.compile(
    rf"(?:(?:explanatory |further |general |additional )?notes?(?: (?:on|to|about|for) {_GIVEN})?|points to note"
    rf"|(?:please )?note(?: that)?|about {_GIVEN}|(?:caveats?|limitations)(?: (?:on|to|of) {_GIVEN})?"
    rf"|understanding {_GIVEN})\s*[:–-]?",
    re.I,
)
SALUTATION = re.compile(
    r"(?:dear|annwyl) (?:sirs?|madam|mr|mrs|ms|miss|requester|requestor|applicant|enquirer|all|team|foi"
    r"|ymgeisydd)\b[^.?!:;]{0,40}|(?:dear|annwyl)(?: [^\W\d][\w.’'-]*){1,4}\s?,"
    r"|(?:good )?(?:morning|afternoon|evening|day),?(?: (?:all|team|mr|mrs|ms|sir|madam)\b.{0,30})?"
    r"|(?:good (?:morning|afternoon|evening|day)|hello|hi),?(?: (?-i:[A-Z])[\w.’'-]*){1,3}\s?,"
    r"|to whom(?:soever)? it may concern,?|(?:hello|hi)(?: (?:there|all|team))?,?"
    r"|(?:prynhawn|bore|noswaith) da\b.{0,30}",
    re.I,
)
_WELL = (
    r"(?:(?:with )?(?:my |our )?(?:many |very |kind(?:est)? |best |warm(?:est)? |good )*(?:regards|wishes|thanks)"
    r"|cofion(?: gorau| cynnes)?)"
)
SIGN_OFF = re.compile(
    rf"yours (?:very )?(?:sincerely|faithfully|truly|ever).{{0,40}}"
    rf"|(?:very )?(?:sincerely|faithfully|truly)(?: yours)?(?:,.{{0,40}})?"
    rf"|{_WELL}(?: ?/ ?{_WELL})?(?:[,.!]|,.{{1,40}})?"
    r"|yn (?:gywir|ddiffuant).{0,40}"
    r"|i (?:am|remain|have the honour).{0,60}\bservant[,.]?"
    r"|(?:yours|cheers|thanks|(?:with |many )*thank(?:s| you)(?: very much)?"
    r"(?: in (?:advance|anticipation))?|ta|diolch)[,.!]?",
    re.I,
)
_TITLE = 9  # words at most
_STOPS = (".", "?", ";", ":")


@lru_cache(maxsize=256)  # each line is asked about by several readers
def heads_response(text: str) -> bool:
    """Whether a line is nothing but the heading of an answer."""
    low = text.lower()
    if "police" in low or "constabulary" in low or "force" in low:
        return bool(RESPONSE_HEADING.fullmatch(text))
    return bool(_LOW_RESPONSE_HEADING.fullmatch(low))


def is_title(text: str) -> bool:
    """Whether a line that is no item has the form of a heading."""
    return len(text) < 100 and not text.endswith(_STOPS) and len(text.split()) <= _TITLE
