"""What a sentence says that a date in it is the date of."""

import re

from crawler.reading.facts.date_labels import ANSWER, ASK
from crawler.reading.sentences.signals import guarded, signals

_NOT_ITS_COMING = re.compile(
    r"\b(?:clar(?:if|er)\w*|clear(?:er|ed)|narrow\w*|refin\w*|revis\w*|amend\w*|resubmi\w*|chas\w*|remind\w*"
    r"|acknowledg(?:ed|ing|e?ment)"
    r"|responded|replied|answered|due|review\w*|between|since|until|previous\w*|earlier|last (?:year|request)"
    r"|complaints?|incidents?|offences?)\b|\bas (?:at|of)\b",
    re.I,
)
_ON = r"(?:on|of|dated|in on|ar|ar y|dyddiedig)(?: the)?\s*$"
_VERB = (
    r"(?:received|submitted|made|sent|came|come|arrived|reached|lodged|got|landed|logged|registered|recorded|put"
    r"|e[- ]?mailed|delivered|placed|wrote|asked(?! (?:us )?(?:about|how|whether|what|which|who|why|if)\b)|requested"
    r"|contacted|approached|passed|rang|telephoned|turned up|filled in|completed|raised|opened|sought|with us)"
)
_TOOK = r"(?:first )?(?:logged|registered|received|recorded|opened|got|had|took)"
_CAME_HERE = r"(?:received|sent|came|arrived|reached|submitted|asked)"
_BY_WHOM = (
    r"(?: (?:in|here|by|at|with|to|us|you|from|the|our|this|office|team|unit|force|department|constabulary|police"
    r"|as a request|as an? \w+ request|(?-i:[A-Z])\w*))*"
)
_CAME_BEFORE = guarded(
    rf"\byour (?:[\w()’'-]+ ){{0,4}}{ASK}s?(?: for (?:\w+ ){{0,2}}information)?,? (?:which|that|as)\b"
    rf"(?:(?!\babout\b|\bconcern|\bregarding\b|\brelat).){{0,80}}\b{_ON}|"
    rf"\byour (?:(?!for )[\w()’'-]+ ){{0,6}}{ASK}s?(?: for (?:\w+ ){{0,3}}information| under .{{0,50}}\bact(?: (?:19"
    rf"|20)\d\d)?| (?:to|with) .{{0,40}}| below)?,? (?:from|{_ON})\s*$"
    rf"|\b(?:your|this|the|an?|it|which|that)\b.{{0,60}}\b{ASK}s?\b.{{0,140}}\b{_VERB}\b.{{0,60}}\b{_ON}"
    rf"|\b(?:your|this|the)\b.{{0,60}}\b{ASK}s?\b.{{0,140}}\b(?:received|dated|submitted|sent)"
    rf"(?: by (?:\w+ ){{1,3}})?[,:]?\s*\(?\s*$|\byou (?:had |have |first |also )?{_VERB}\b.{{0,70}}\b{_ON}"
    rf"|\b(?:we|force|constabular|police|unit|office|team).{{0,40}}\b(?:received|had|got)\b.{{0,40}}\byou(?:r \w+)?\b"
    rf".{{0,20}}{_ON}|\b(?:contacting|writing to|getting in touch with|approaching) .{{0,60}}{_ON}"
    rf"|\bthanks?(?: you)? for (?:getting in (?:touch|contact)|writing|asking|e[- ]?mailing|applying|enquiring"
    rf"|coming to)\b.{{0,60}}\b{_ON}"
    rf"|\b(?:we|force|unit|constabulary|police) (?:was|were) (?:asked|approached|contacted)\b.{{0,30}}{_ON}"
    rf"|\b(?:we|force|unit|constabulary|police|service) (?:first )?(?:received|had|got|was sent|were sent)"
    rf" (?:this|the|your) (?:\w+ ){{0,3}}(?:request|enquiry|application)\b.{{0,40}}\b{_ON}"
    rf"|^(?:(?:the|this|your|foi) ){{0,2}}(?:request|enquiry|application) (?:was )?(?:received|made|submitted|sent)\b"
    rf".{{0,60}}\b{_ON}"
    rf"|\byou (?:were|got) in (?:touch|contact)\b.{{0,40}}{_ON}"
    rf"|^(?:(?-i:[A-Z])[\w-]+ ){{0,5}}(?:police|constabulary|service|force|we) {_TOOK} this"
    rf" (?:request |in |here )?on\s*$"
    rf"|^this (?:was |has been |had been |first )?{_VERB}{_BY_WHOM}\b on\s*$"
    rf"|^(?:the following|what follows|the text below) (?:was |has been |had been |first )?{_CAME_HERE}"
    rf"{_BY_WHOM}\b on\s*$"
    rf"|\b(?:answer(?:s|ed|ing)?(?: to)?|(?:reply|replies|replied|replying|responds?|response|responding) to)"
    rf" (?:the following|what follows|the text below),? (?:(?:which|that|as it|was|has been|had been|first) )*"
    rf"{_CAME_HERE}{_BY_WHOM}\b on\s*$"
    rf"|\b{ASK}s?,? (?:(?:which|that|we|were|was|have|had) )*(?:received|had|got|came|come|arrived)(?: here| in)?"
    rf" from you\b.{{0,40}}\b{_ON}"
    rf"|\b(?:we|force|unit|constabulary|police) (?:first )?(?:received|had|got|was sent|were sent)"
    rf" (?:this|the following|what follows)(?: from you| by e-?mail| below| here)* on\s*$"
    rf"|\bthe above(?:-\w+)?,? (?:(?:which|that|as|was|we|you|has been|had been|having been|first) )*"
    rf"{_VERB}\b.{{0,40}}{_ON}"
    rf"|\byours of(?: the)?\s*$|\bwhat (?:\w+ )?(?:reached|came|arrived|was received|was sent)\b.{{0,40}}\b{_ON}"
    rf"|^(?:submitted|received|sent|made|lodged)\b.{{0,60}}{_ON}"
    rf"|\b(?:eich|cais|e-?bost|llythyr)\b.{{0,80}}\b(?:ar|ar y|dyddiedig)\s*$",
    re.I,
)
# A note or a form may be anyone's where nothing is said of a request or to its sender.
_OF_A_REQUEST = re.compile(
    r"request|enquiry|inquiry|application|mail|letter|correspondence|question|query|message|you|cais|bost|llythyr|asked"
    rf"|what|contact|touch|writing|approach|\babove\b|\b{_TOOK} this\b|^this\b|\bthe (?:following|text below)\b",
    re.I,
)
_CAME_AFTER = re.compile(
    r"[\s,]*(?:you|we|us|the force|the constabulary|your (?:\w+ ){0,3}(?:request|e-?mail|letter|enquiry)|(?:a|this"
    r"|the) (?:\w+ ){0,4}request)\b.{0,60}\b(?:had (?:(?:a|your) (?:[\w-]+ ){0,3}"
    rf"{ASK}\b|(?:\w+ ){{0,2}}from you\b)|heard from you|wrote"
    r"|got in (?:touch|contact)|filled in|completed|raised|sought|applied|enquired"
    r"|asked|sent|submitted|e[- ]?mailed|made|requested|contacted|received|came"
    r"|reached|arrived|put)\b|[\s,]*(?:a|the|an|this)"
    r" (?:\w+ ){0,4}(?:letter|e-?mail|message|note|enquiry|form)s? (?:\w+ )?from you\b"
    r"|[\s,]*(?:(?:the|our) )?(?:[A-Z][\w-]+ ){0,4}(?:police|constabulary|force|service|office|team|unit)\b.{0,20}"
    r"\b(?:received|took|got|had|was sent|were sent|was asked|were asked|was given)\b.{0,40}\b(?:request"
    r"|questions?|e-?mail|letter|for|from you)\b"
    r"|[\s,]*(?:this|the (?:following|text below)|what follows) (?:was |had )?(?:first )?(?:reached|came"
    r"|arrived|received)\b|[\s,]*(?:and )?in (?:it|which) you (?:asked|requested|sought)",
    re.I,
)
_IT_CAME = re.compile(rf"(?:it|this|which) (?:was |had |has )?(?:first )?{_VERB}\b.{{0,40}}\bon", re.I)
_ABOUT_IT = signals(rf"\b(?:your|the) (?:[\w-]+ ){{0,4}}{ASK}\b")
_ONWARD = re.compile(r"\s*(?:to|until|and|[–-])\s+(?:the )?\d", re.I)
_GIVEN_BEFORE = signals(
    rf"\b(?:our|this|the) (?:\w+ )?{ANSWER}\b(?:(?!\byou\b|request|enquiry).){{0,40}}\b(?:sent|issued|given|made"
    rf"|dated|of|provided"
    rf"|supplied|went|left)\b.{{0,30}}\bon\s*$"
    rf"|\b(?:our|this|the) {ANSWER} to (?:your|the|this) {ASK} (?:(?:of|from|dated) [\w ]{{3,25}} )?"
    r"(?:was |is |has been )?(?:sent|issued|given|made|went|left)\b.{0,60}\bon\s*$"
)
# With the letter that one is in: `Please find below our response, dated 9 December 2024`.
_IN_HAND = signals(
    r"\b(?:find|read|here is|here are|follows is|below is|enclosed is|attached is|this is)"
    r"(?: (?:here|below|attached|enclosed|herewith|overleaf|in))*"
    r" (?:our|the|a copy of our|the \w+ of our)(?: (?:full|final|formal|joint))? (?:response|reply|answer|decision)"
    r",? (?:which (?:is|was) |is |was )?(?:dated|of|sent|issued|given|made)(?: on)?(?: the)?\s*$"
    r"|\b(?:our|the (?:force|constabulary|police)['’]s) (?:full |final )?(?:response|reply|answer|decision),?"
    r" (?:which is )?dated(?: the)?\s*$"
)
_OF_ANOTHER = signals(r"\b(?:further to|refer\w*|following|since|after|despite|review of)\b")
_ANSWERED_BEFORE = signals(
    r"\b(?:it|this|(?:this|the|your) (?:foi )?(?:request|enquiry|application)) (?:was|has been) (?:\w+ )?(?:answered"
    r"|replied to|responded to|dealt with)\b.{0,30}\bon\s*$"
    r"|\b(?:we|and|force|constabulary|police|service|unit) (?:answered|replied|responded|was answered)(?: to)?"
    r"(?: it| this| you| the request)?\b.{0,20}\bon\s*$"
)
_A_REQUEST = signals(r"\b(?:this|the|your|foi) (?:[\w-]+ ){0,3}(?:request|enquiry|application)\b")
_OUT_BEFORE = signals(
    r"\b(?:this|the|a copy of (?:this|the|our)|our|it)\b(?:(?!\b(?:policy|report|review|strategy|guidance|procedure"
    r"|figures|statistics|audit|plan|statement|notice|bulletin|register|minutes|inspection)\b).){0,40}"
    r"\b(?:published|posted|uploaded|placed|added|put (?:up|out|online|onto|on (?:the|our"
    r"|this)))\b.{0,60}\b(?:on|in)\s*$"
    r"|^(?:published|posted|uploaded|added)\b.{0,40}\b(?:on|in)\s*$"
)
_EARLIER = signals(r"\b(?:previous\w*|earlier|last|former|another|linked|related|interim|holding)\b")
_RANGE = signals(
    r"\b(?:between|since|until|till|up to|as at|as of|by|before|after|during|for|to|ending|commencing)\s*$"
)
_SENTENCES = re.compile(r"(?<=[a-z0-9)][.!?])(?<!\b(?i:no)\.)(?<!\b(?i:ref)\.) +|\n")
_ENDS = re.compile(r"[.!?](?:\s|$)")
_ON_ITS_OWN = re.compile(r"(?:it was )?on", re.I)
# `In your e-mail of 3 May 2025 you asked`, `your 3 May 2025 request`, `receipt on 3 May 2025 of your request`.
_IN_WRITING = re.compile(rf"(?:by|in|via|through|with) (?!our\b)(?:[\w-]+ ){{0,4}}{ASK}s?,? (?:on|of|dated)", re.I)
_YOU = re.compile(r"[\s,]*you\b", re.I)
_YOURS = re.compile(r"\b(?:your|(?:receipt|received)(?: here)? on)(?: the)?$", re.I)
_OF_YOURS = re.compile(rf"\s*(?:\w+ ){{0,3}}{ASK}\b", re.I)


def told(lead: str, tail: str, *, whole: bool) -> str:
    """The role of a date between its `lead` and its `tail`; `whole`: it has a day. As `role`, "" when nothing tells."""
    sentence = _SENTENCES.split(lead)[-1][-220:]
    if _RANGE.search(sentence):
        return "other"
    after = _ENDS.split(tail[:160], 1)[0]
    if _OUT_BEFORE.search(sentence) and not _EARLIER.search(sentence):
        return "published"
    if _GIVEN_BEFORE.search(sentence) and not _EARLIER.search(sentence):
        return "responded"
    if _IN_HAND.search(sentence) and not _EARLIER.search(sentence) and not _OF_ANOTHER.search(sentence):
        return "responded"
    if _ANSWERED_BEFORE.search(sentence) and _A_REQUEST.search(lead) and not _EARLIER.search(lead):
        return "responded"
    if not whole or _ONWARD.match(after):
        return ""
    if _ON_ITS_OWN.fullmatch(sentence.strip()) and _CAME_AFTER.match(after.removeprefix(" that")):
        return "received"
    if _YOU.match(after) and _IN_WRITING.fullmatch(sentence.strip()) and _CAME_AFTER.match(after):
        return "received"
    if _YOURS.search(sentence) and (of := _OF_YOURS.match(after)) and not _NOT_ITS_COMING.search(of.group()):
        return "received"
    if _IT_CAME.fullmatch(sentence.strip()) and _ABOUT_IT.search(lead):
        return "received"
    if (found := _CAME_BEFORE.search(sentence + " ")) and _OF_A_REQUEST.search(sentence):
        return "other" if _NOT_ITS_COMING.search(sentence[found.start() :]) else "received"
    return ""
