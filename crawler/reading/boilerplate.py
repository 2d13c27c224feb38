"""The sentences that letters of every force carry whatever was asked, known by what they are about.

A sentence on the figures of this very reply (how they were counted, what they leave out) is never one of them.
"""

import re

from crawler.reading.phrases import phrases

_PUBLIC = (
    r"blind to\b|without regard to (?:who|the identity)|applicant[- ]blind"
    r"|(?:regarded|treated|seen|considered) as (?:being )?(?:published|a (?:public|disclosure))"
    r"|(?:response|reply|answer) will be published\b|not a private transaction|suitable for open publication"
    r"|into the (?:wider )?public domain, effectively"
    r"|(?:published|released|disclosed|disclosure|release|available) to the (?:whole |wider )?(?:world"
    r"|public at large)\b"
)
_CAVEATS = (
    r"un-?audited|not (?:been )?audited|snapshot of (?:un-?published|live)"
    r"|figures presented are accurate and complete|inaccuracies inherent|our best interpretation of"
    r"|collation of figures|(?:care|caution) (?:should be taken|is needed) (?:with|to ensure|when)"
    r"|so as to not mislead|treated with (?:care|caution)"
    r"|every (?:effort|care) (?:is|has been|was) (?:made|taken)"
    r"|(?:figures|data|information|numbers) (?:should|may|must|can|could)(?: ?not)? (?:therefore )?(?:be )?"
    r"(?:used for |directly |set beside|compar)"
    r"|(?:figures|data|numbers) (?:here |given )?may not match"
    r"|(?:use of|systems? used for) (?:recording|police purposes).{0,60}(?:differ|var)"
    r"|recording (?:practices|systems) differ|forces (?:may )?(?:record|count)\b.{0,40}\bdifferent"
    r"|compar\w+\b.{0,60}\b(?:another|other|neighbouring|different) forces?\b"
    r"|compared with those of|(?:are|is) not generic\b|routinely required to (?:supply|provide) crime stat"
)
_VALUES = (
    r"(?:we|force) (?:expects?|wants? our|demands?|requires?) .{0,60}(?:highest |high )(?:of )?standards"
    r"|take (?:these|such|all) (?:matters|allegations|reports) (?:extremely |very )?seriously"
    r"|no place in policing|sexism and misogyny are simply|taking action to root out"
)
_RIGHTS = (
    r"(?:if|should) you (?:are|remain|be|were|feel) (?:un|dis|not )(?:happy|satisfied|content)"
    r"|(?:if|should) you (?:disagree|wish to (?:complain|appeal|ask)|(?:think|believe|feel) (?:that )?(?:this"
    r"|we|your))"
    r"|information commissioner|\bico\.org\.uk|\bthe ico\b|wycliffe house|kinburn castle"
    r"|(?:will|can) review this (?:reply|response)"
    r"|(?:request|seek|ask for|entitled to|apply for) an? (?:internal|independent) review"
    r"|right (?:of|to) (?:appeal|complain|request an? (?:internal|independent) review)"
    r"|attention is drawn to|legal annex|complaint rights|hawl i gwyno"
)
_REUSE = (
    r"crown copyright|open government licen[cs]e|re-?use of (?:public|this|the)|right to re-?use"
    r"|subject to copyright|intellectual property|duty to (?:provide )?advi[sc]e and assist"
    r"|details of these exemptions can be found"
)
_CONTACT = (
    r"any (?:further )?(?:enquiries|questions|queries) (?:concerning|regarding|about|on|relating|please)"
    r"|(?:hesitate to|please) contact (?:me|us|this office|the (?:unit|team|department))"
    r"|quoting the (?:above )?reference|routinely publish\w* (?:information|replies|responses)"
    r"|keep our foi requests running|this e-?mail may (?:hold|contain)|will answer within twenty working days"
    r"|^https?://\S+$|^(?:this entry was )?(?:posted|filed) (?:in|under|on)\b"
)
BOILERPLATE = phrases(
    "blind|without regard|published|treated|regarded|private trans|open publication|public|world|audited|snapshot"
    "|and complete|inaccura|interpretation|collation|care |caution|every effort|mislead|compar|recording|match"
    "|generic|required to|police purposes|standards|seriously|in policing|sexism|taking action|if you"
    "|should you|commissioner|ico|wycliffe|kinburn|review|right |hawl|attention is|legal annex|copyright|licen"
    "|re-use|reuse|intellectual|and assist|any |contact|reference|exemptions can be|keep our foi|this email"
    "|this e-mail|twenty working|routinely|http|posted|filed|forces|numbers|figures|data",
    "|".join((_PUBLIC, _CAVEATS, _VALUES, _RIGHTS, _REUSE, _CONTACT)),
)
_OPENING = re.compile(
    r"(?:i|we) (?:(?:am |are )?writ(?:e|ing) (?:in|about|with|regarding|to|further)\b|refer to your\b|acknowledge\b)"
    r"|(?:many )?thank(?:s| you) for (?:contacting|(?:your|the) (?:recent |latest )?"
    r"(?:foi|freedom|request|e-?mail|letter|enquiry|application|correspondence|information request"
    r"|interest in))\b"
    r"|(?:further|in (?:reply|response|answer)|with (?:reference|regard)) to your\b"
    r"|(?:your|this) (?:request|letter|e-?mail|enquiry|application|correspondence)\b.{0,80}"
    r"\b(?:reached|received|handled|dealt with|assessed|processed|logged|registered|treated|answered|passed)\b"
    r"|your request\b.{0,60}[.:]?$",
    re.I,
)
_DECIDES = re.compile(
    r"\b(?:decided|exempt\w*|obliged|refus\w+|withh\w+|(?:can|able to) (?:confirm|provide)|does not hold|not held"
    r"|attach\w+|disclos\w+|neither|section \d+)\b",
    re.I,
)


def is_boilerplate(line: str) -> bool:
    """Whether the line is one that letters of that kind carry whatever was asked."""
    return bool(BOILERPLATE.search(line)) or is_opening(line)


def is_opening(line: str) -> bool:
    """Whether the line opens a letter, as `Thank you for your request of 3 May`, and decides nothing."""
    return bool(_OPENING.match(line)) and len(line.split()) < 45 and not _DECIDES.search(line)
