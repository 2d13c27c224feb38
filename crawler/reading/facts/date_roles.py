"""What a date in a reply is the date of: told by its label, else by the words of its sentence."""

import re

from crawler.reading.facts.date_labels import ANSWER, ASK, at_end, labelled
from crawler.reading.facts.dates import Found, dates_in
from crawler.reading.sentences.signals import guarded, signals

_WEEKDAY = re.compile(
    r"(?:\b(?:mon|tues|wednes|thurs|fri|satur|sun)day(?: the)?|\b(?:mon|tue|wed|thu|fri|sat|sun)|\bthe|\bdydd"
    r" \w+)?[\s,]*$",
    re.I,
)

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
    r"|e-?mailed|delivered|placed|wrote|asked|requested|contacted|approached|passed|rang|telephoned|turned up)"
)
_CAME_BEFORE = guarded(
    rf"\byour (?:[\w()’'-]+ ){{0,4}}{ASK}s?(?: for (?:\w+ ){{0,2}}information)?,? (?:which|that|as)\b"
    rf"(?:(?!\babout\b|\bconcern|\bregarding\b|\brelat).){{0,80}}\b{_ON}|"
    rf"\byour (?:[\w()’'-]+ ){{0,6}}{ASK}s?(?: for (?:\w+ ){{0,3}}information| under .{{0,50}}\bact(?: (?:19"
    rf"|20)\d\d)?| to .{{0,40}}| below)?,? (?:from|{_ON})\s*$"
    rf"|\b(?:your|this|the|an?|it|which|that)\b.{{0,60}}\b{ASK}s?\b.{{0,140}}\b{_VERB}\b.{{0,60}}\b{_ON}"
    rf"|\b(?:your|this|the)\b.{{0,60}}\b{ASK}s?\b.{{0,140}}\b(?:received|dated|submitted|sent)"
    rf"(?: by (?:\w+ ){{1,3}})?[,:]?\s*$|\byou (?:had |have |first |also )?{_VERB}\b.{{0,70}}\b{_ON}"
    rf"|\b(?:we|force|constabular|police|unit|office|team).{{0,40}}\b(?:received|had|got)\b.{{0,40}}\byou(?:r \w+)?\b"
    rf".{{0,20}}{_ON}|\b(?:contacting|writing to|getting in touch with|approaching) .{{0,60}}{_ON}"
    rf"|\b(?:we|force|unit|constabulary|police) (?:was|were) asked\b.{{0,30}}{_ON}"
    rf"|\b(?:we|force|unit|constabulary|police|service) (?:first )?(?:received|had|got|was sent|were sent)"
    rf" (?:this|the|your) (?:\w+ ){{0,3}}(?:request|enquiry|application)\b.{{0,40}}\b{_ON}"
    rf"|^(?:(?:the|this|your|foi) ){{0,2}}(?:request|enquiry|application) (?:was )?(?:received|made|submitted|sent)\b"
    rf".{{0,60}}\b{_ON}"
    rf"|\byou (?:were|got) in (?:touch|contact)\b.{{0,40}}{_ON}"
    rf"|\byours of(?: the)?\s*$|\bwhat (?:\w+ )?(?:reached|came|arrived|was received|was sent)\b.{{0,40}}\b{_ON}"
    rf"|^(?:submitted|received|sent|made|lodged)\b.{{0,60}}{_ON}"
    rf"|\b(?:eich|cais|e-?bost|llythyr)\b.{{0,80}}\b(?:ar|ar y|dyddiedig)\s*$",
    re.I,
)
# A note or a form may be anyone's where nothing is said of a request or to its sender.
_OF_A_REQUEST = re.compile(
    r"request|enquiry|inquiry|application|mail|letter|correspondence|question|query|message|you|cais|bost|llythyr|asked"
    r"|what|contact|touch|writing|approach",
    re.I,
)
_CAME_AFTER = re.compile(
    r"[\s,]*(?:you|we|us|the force|the constabulary|your (?:\w+ ){0,3}(?:request|e-?mail|letter|enquiry)|(?:a|this"
    r"|the) (?:\w+ ){0,4}request)\b.{0,60}\b(?:had (?:a |your |from you)|heard from you|wrote"
    r"|asked|sent|submitted|e-?mailed|made|requested|contacted|received|came"
    r"|reached|arrived|put)\b|[\s,]*(?:a|the|an|this)"
    r" (?:\w+ ){0,4}(?:letter|e-?mail|message|note|enquiry|form)s? (?:\w+ )?from you\b"
    r"|[\s,]*(?:(?:the|our) )?(?:[A-Z][\w-]+ ){0,4}(?:police|constabulary|force|service|office|team|unit)\b.{0,20}"
    r"\b(?:received|took|got|had|was sent|were sent|was asked|were asked|was given)\b.{0,40}\b(?:request"
    r"|questions?|e-?mail|letter|for)\b|[\s,]*(?:and )?in (?:it|which) you (?:asked|requested|sought)",
    re.I,
)
_IT_CAME = re.compile(rf"(?:it|this|which) (?:was |had |has )?(?:first )?{_VERB}\b.{{0,40}}\bon", re.I)
_ABOUT_IT = signals(rf"\b(?:your|the) (?:[\w-]+ ){{0,4}}{ASK}\b")
_ONWARD = re.compile(r"\s*(?:to|until|and|[–-])\s+(?:the )?\d", re.I)
_GIVEN_BEFORE = signals(
    rf"\b(?:our|this|the) (?:\w+ )?{ANSWER}\b(?:(?!\byou\b|request|enquiry).){{0,40}}\b(?:sent|issued|given|made"
    rf"|dated|of|provided"
    rf"|supplied)\b.{{0,30}}\bon\s*$"
)
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

_CELLS = re.compile(r"[|;•·]|\s[–-]\s")
_NUMBERS = re.compile(r"\S*\d\S*\s")
_AND = re.compile(r"^\W*(?:and )?")
# What a label may stand behind: the number of the request, or a sentence that is over.
_BEFORE_LABEL = re.compile(
    r"(?:(?:our|foi\w*|rfi|eir|ref\w*|request|case|log|number|no|response|reply|disclosure|(?-i:[A-Z]{1,4}))"
    r"[ .:#/-]+){0,4}\S*\d\S*[ (–-]+|.{0,80}[a-z0-9)][.;] ",
    re.I,
)
_OVER = re.compile(r"[\s.:)|*]*$")
_GOES_ON = re.compile(r"[\s.)]*[^\W\d_A-Z]")
_SENTENCES = re.compile(r"(?<=[a-z0-9)][.!?]) +|\n")
_ENDS = re.compile(r"[.!?](?:\s|$)")
_ON_ITS_OWN = re.compile(r"(?:it was )?on", re.I)


def role(line: str, date: Found, above: str = "") -> str:
    """ "received", "responded", "published", "other" (known to be none of these), or "" when nothing tells.

    `above` is the line before, which is the label of a date that stands alone.
    """
    lead = _WEEKDAY.sub("", line[: date.start]).rstrip(" |")
    cell = _CELLS.split(lead)[-1].strip(" |:–-*#\t")
    # A line may hold several labels: `Our ref: 12/25 Date: 3 May 2025`.
    last = _NUMBERS.split(cell)[-1] if lead.endswith(":") else cell
    over = bool(_OVER.match(line, date.end))
    last = _after_another(last) or (_after_number(last) if not _GOES_ON.match(line, date.end) else "") or last
    heading = "" if cell and not line.startswith("|") else labelled(_above(line, date, above))
    label = (at_end(last) if over else "") or labelled(last)
    # What would be a label of its own may be the beginning of a sentence: `We acknowledged your request, dated`.
    if label == "other" and last == line[: date.start].strip():
        return _told(lead, line[date.end :], bool(date.day)) or "other"
    return label or heading or _told(lead, line[date.end :], bool(date.day))


def _after_number(cell: str) -> str:
    """The label behind the reference or the first sentence of a line: `FOI-1187-2025 Published`."""
    found = _BEFORE_LABEL.match(cell)
    rest = cell[found.end() :] if found else ""
    return rest if rest and (labelled(rest) or at_end(rest)) else ""


def _after_another(cell: str) -> str:
    """The label of the second date of a line: `Logged 3 May 2025, closed 16 May 2025`; "" when it has none."""
    before = dates_in(cell)
    rest = _AND.sub("", cell[before[-1].end :]) if before else ""
    return rest if rest and labelled(rest) else ""


def is_dated_label(line: str) -> bool:
    """Whether a line is a label and its date, or several, and nothing else: `Responded to: 14 April 2022`."""
    dates = dates_in(line) if len(line) < 90 and not line.startswith("|") else ()
    if not dates or line[dates[-1].end :].strip(" .)"):
        return False
    starts = (0, *(date.end for date in dates))
    labels = (_WEEKDAY.sub("", line[start : date.start]) for start, date in zip(starts, dates, strict=False))
    return all(labelled(_AND.sub("", label)) in ("received", "responded", "published") for label in labels)


def _above(line: str, date: Found, above: str) -> str:
    """The label above a date: the line itself, or the cell of the row of headings in the same column."""
    if not line.startswith("|") or not above.startswith("|"):
        return above if not dates_in(line[: date.start]) else ""
    cells = above.strip(" |").split("|")
    column = line[: date.start].count("|") - 1
    return cells[column] if 0 <= column < len(cells) else ""


def _told(lead: str, tail: str, whole: bool) -> str:
    sentence = _SENTENCES.split(lead)[-1][-220:]
    if _RANGE.search(sentence):
        return "other"
    after = _ENDS.split(tail[:160], 1)[0]
    if _OUT_BEFORE.search(sentence) and not _EARLIER.search(sentence):
        return "published"
    if _GIVEN_BEFORE.search(sentence) and not _EARLIER.search(sentence):
        return "responded"
    if _ANSWERED_BEFORE.search(sentence) and _A_REQUEST.search(lead) and not _EARLIER.search(lead):
        return "responded"
    if not whole or _ONWARD.match(after):
        return ""
    if _ON_ITS_OWN.fullmatch(sentence.strip()) and _CAME_AFTER.match(after.removeprefix(" that")):
        return "received"
    if _IT_CAME.fullmatch(sentence.strip()) and _ABOUT_IT.search(lead):
        return "received"
    if (found := _CAME_BEFORE.search(sentence + " ")) and _OF_A_REQUEST.search(sentence):
        return "other" if _NOT_ITS_COMING.search(sentence[found.start() :]) else "received"
    return ""
