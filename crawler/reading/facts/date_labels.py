"""The labels of the dates of a reply: `Date received:`, `Published on`."""

import re

ASK = (
    r"(?:request|enquiry|inquiry|application|e[- ]?mail|letter|correspondence|(?<!in )questions?|quer(?:y|ies)|message"
    r"|form|foia?|approach|contact|note|submission|communication)"
)
_CAME = (
    r"(?:received|submitted|made|lodged|dated|registered|sent in|c[ao]me (?:in|to hand)"
    r"|reached (?:us|this office)|arrived|logged|receipt"
    r"|rec(?:['’]?d)?)"
)
ANSWER = r"(?:response|reply|answer|letter|decision|disclosure|release|outcome|refusal(?: notice)?)"
_GIVEN = (
    r"(?:sent|issued|given|made|dated|provided|supplied|completed?|finished|closed|released?|disclosed|responded|replied"
    r"|answered|responding|signed(?: off)?|finali[sz]ed|authorised|approved|cleared)"
)
_PUT_OUT = (
    r"(?:published|uploaded|posted|publication|publish|upload|added|put (?:up|on|online|out)|placed|went live"
    r"|live since)"
)

# Labels stand before a colon, in a cell or alone on the line above; the first sort that fits counts.
_LABELS = (
    (
        "other",
        r".*\b(?:clarif\w*|revis\w*|refin\w*|acknowledg\w*|amend\w*|review(?:ed)?|due|deadline|target|version"
        r"|updated?"
        r"|modified|data|period|extracted|correct|as at|as of|birth|expir\w*|next|meeting|hearing|until|between)\b.*"
        r"|(?:date )?(?:from|to)",
    ),
    (
        "published",
        rf"(?:date |first |originally |this \w+ (?:was|is) |page |log |entry |item |response |reply |(?:disclosed"
        rf"|released) and )*{_PUT_OUT}(?: (?:date|on|online|by|in|to|here"
        rf"|at|(?:this|our|the) (?:\w+ )?(?:site|log|page))\b.{{0,40}})?"
        r"|released? (?:to|on|in) (?:the |our )?(?:disclosure )?log"
        rf"|(?:.{{0,30}}\b)?(?:publication|publish(?:ed|ing)?|upload(?:ed)?|posting|log(?: entry)?) date"
        rf"|(?:.{{0,20}}\b)?(?:date|month) (?:of |first )*(?:publication|published|uploaded|posted|added)"
        rf"(?: .{{0,30}})?"
        r"|(?:dyddiad )?(?:cyhoeddi|cyhoeddwyd)(?: ar)?",
    ),
    (
        "received",
        rf"(?!(?:(?:the |this )?(?:date of )?)*letter\b|dated?(?: this)?\Z)(?:(?:date |on |foi |the |your "
        rf"|original |initial |valid |details of "
        rf"|{ASK}s? |was |were |first |we )*{_CAME}(?: (?:date|on|in|at|here|this office|it|this|(?:your|the) {ASK}"
        rf"|(?:with|to|by) (?:us|you|the (?:applicant|request[eo]r)"
        rf"|(?:the )?(?:\w+ ){{0,3}}(?:team|unit|office|department))))*"
        rf"|(?!(?:the )?date of (?:this|our)\b)(?:the )?(?:date|day) (?:of |on |we )*"
        rf"(?:your |the |this |foi |original )*(?:{ASK}s?|receipt|received)(?: .{{0,12}})?"
        rf"|(?:your |foi |the )*{ASK}(?:ed)? (?:date|on|of|from))|(?:information )?requested|asked(?: on)?"
        rf"|(?:{ASK}|case|date) (?:in|opened|started|valid(?: from)?)(?: on)?|opened(?: on)?|(?:date|when"
        rf"|day) (?:it was |you )?asked"
        r"|(?:dyddiad )?(?:y |(?:eich )?cais (?:a )?)?(?:derbyn(?:iwyd)?|dderbyniwyd|cais)(?: ar)?",
    ),
    (
        "responded",
        rf"(?:the |our |your )?dated?(?: (?:of )?(?:this |the |our |final |full )*{ANSWER})?(?: {_GIVEN})?"
        rf"|(?:the |our |your |final |full |date |foi )*{ANSWER}(?: (?:date|{_GIVEN}|was|went"
        rf"|to (?:you|(?:the )?(?:applicant|request[eo]r))|by our|on|out|is))*"
        rf"|(?:(?:our|the|joint|full|final) )*(?:response|reply|answer|letter) (?:of|from|by) [^.?:]{{3,60}}"
        rf"|went out(?: on)?|(?:sent|gone) out|(?:de|di)spatched(?: on)?"
        rf"|(?:date )?(?:of )?{_GIVEN}(?: (?:to|on|out|date|you|it|this|by (?:us|our)"
        rf"|(?:the )?(?:applicant|request[eo]r)))*"
        rf"|(?:date )?(?:sent|completed)|resp['’]?d?|(?:date of )?(?:issue"
        rf"|completion)|issue date|(?:{ANSWER}|case|enquiry|date) (?:out|closed|concluded|finished)(?: on)?"
        rf"|concluded(?: on)?"
        rf"|(?:(?:date|when|day) (?:it was |we )?|(?:you were |was )|we )(?:answered|replied|responded)(?: on)?"
        r"|(?:dyddiad )?(?:yr |ein )?h?ymateb(?: dyddiedig)?(?: ar)?|dyddiad(?: (?:yr |ein )?(?:llythyr|ateb))?"
        r"|(?:ymatebwyd|atebwyd)(?: ar)?",
    ),
)
# What is a label only where the line ends with its date: any of these may begin a sentence.
_ENDING = (
    (
        "received",
        rf"(?:the |your |our |foi |original |initial )*(?!letter|e-?mail|message|note|form|contact){ASK}s?|cais"
        rf"|your (?:original |foi )?{ASK}s?"
        rf"|(?:what )?(?:you|(?:the )?(?:applicant|request[eo]r)) (?:asked|wrote|said|requested|wanted)(?: (?:us|for"
        rf"|to know)){{0,2}}"
        rf"(?: on)?|we were asked(?: on)?",
    ),
    (
        "responded",
        rf"(?:the |our |this |full |final )*{ANSWER} (?:of|from)"
        r"|(?:our|the (?:force|constabulary)['’]s) (?:position|findings?|conclusions?|view)(?: (?:on|as (?:at|of|on)))?"
        r"|(?:what )?(?:we|the (?:force|constabulary)) (?:said|told you|found|wrote|answered|replied|sent(?:"
        r" you)?)(?: on)?"
        r"|dated this",
    ),
)
_LABEL = tuple((name, re.compile(pattern, re.I)) for name, pattern in _LABELS)
_LONGEST = 60  # characters of a label
_BY_POST = re.compile(r" by (?:post|letter|e-?mail|web ?form)\b,?", re.I)
# Whose request and whose answer it is may be said by name: `Kent Police's response`, `the applicant's request`.
_APPLICANT = re.compile(r"\b(?:the )?(?:applicant|request[eo]r|enquirer|customer)['’]s\b", re.I)
_FORCE = re.compile(
    r"(?:^|(?<=\bby )|(?<=\bof )|(?<=\bfrom ))(?:[Tt]he )?(?:(?:City of )?[A-Z][\w-]*,? (?:(?:&|and) )?){0,5}"
    r"(?i:police(?: service)?|constabulary|force)(?:['’]s)?(?P<does>(?= (?:answer|repli|respond)ed\b))?(?= |$)"
)
_FORCE_WORDS = ("police", "constabulary", "force")
_APART = str.maketrans(":(,", "   ")
_LAST = tuple((name, re.compile(pattern, re.I)) for name, pattern in _ENDING)


def labelled(label: str) -> str:
    """The role that a label gives; a label in two languages gives it in either."""
    text = _bare(label)
    if not text or len(text) > _LONGEST:
        return ""
    parts = [text, *(part.strip() for part in text.split("/"))] if "/" in text else [text]
    return next((name for part in parts for name, pattern in _LABEL if pattern.fullmatch(part)), "")


def at_end(label: str) -> str:
    """The role that words give to the date with which their line ends: `Request, 8 July 2025`."""
    text = _bare(label)
    return next((name for name, pattern in _LAST if pattern.fullmatch(text)), "") if len(text) <= _LONGEST else ""


def _bare(label: str) -> str:
    return _whose(" ".join(_BY_POST.sub("", label.translate(_APART)).strip(" |–-*#.,\t").split()))


def _whose(label: str) -> str:
    """The label with `your` and `our` for the names of those who asked and answered."""
    low = label.lower()
    if any(map(low.__contains__, _FORCE_WORDS)):
        label = _FORCE.sub(lambda name: "we" if name["does"] is not None else "our", label)
    return _APPLICANT.sub("your", label) if "’s" in low or "'s" in low else label
