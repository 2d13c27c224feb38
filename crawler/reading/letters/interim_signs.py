"""The signs by which a sentence acknowledges, puts off, asks back or answers; the words weigh in interim.py."""

import re
from collections.abc import Iterator, Sequence

from crawler.reading.sentences.signals import signals

FILE = signals(r"\d+ attachments?\b|\.(?:pdf|docx?|xlsx?|csv|rtf|odt|ods|zip)\b")
RECEIPT = signals(
    r"acknowledg|\b(?:has|have|was) (?:now )?(?:been )?(?:safely )?received\b|we (?:have )?(?:received|got|logged)"
    r" your|we have your"
    r"|\blook forward\b|\bin due course\b|\byou (?:will|should|can|may)(?: \w+)? (?:expect|hear|receive|get|have)\b"
    r"|\bhear from us\b|(?:aim|hope|endeavour|intend|expect|try) to (?:answer|respond|reply|write|send)"
    r"|(?:response|reply|answer) (?:will|should) be (?:sent|provided|with you|given|made)|\b(?:logged|allotted"
    r"|allocated|registered)\b"
    r"|will (?:answer|respond|reply|write|be in touch|get back|let you know)\b|\b(?:is|are) (?:\w+ )?being"
    r" (?:considered|dealt|treated|processed"
    r"|looked|collated)|\bpassed (?:it |this |them |on |your \w+ )?to\b|\bworking days\b|\b(?:sorry|apolog\w+|regret)"
    r" .{0,60}\b(?:delay|waiting|wait|late"
    r"|overdue|time)|\bstill (?:waiting|looking|working|with|being)\b|\bchased\b|\bas soon as\b|\bbear with\b|out of"
    r" (?:the )?office"
    r"|\bautomat(?:ed|ic)\b|do not reply to this|quote (?:the|this) (?:ref|number)|further time|more time"
    r"|extend(?:ed)? the"
    r"|extension of|\bhas begun\b|\b(?:not|un)(?: been)? able to (?:meet|keep to)\b|\bmissed the (?:date|deadline)\b"
    r"|\bshort of (?:people|staff)\b|\bbacklog of requests\b"
    r"|\bmessage has reached\b|\byou have reached\b|\bin (?:the|our|a) queue\b"
    r"|\b(?:given|allotted|allocated|assigned) (?:the |a |our |this )?(?:\w+ )?(?:reference|number)\b"
    r"|\b(?:number|reference) \S* ?(?:has|have) (?:now )?been (?:given|allotted|assigned)\b"
    r"|\b(?:mailbox|inbox|e-?mail account) is (?:not )?(?:looked at|monitored|read|checked|attended|staffed|opened)\b"
    r"|\bconfirm\w* receipt\b|\bstatutory (?:deadline|period)\b|\brecorded as\b|\bopened a (?:case|file)\b"
    r"|\bmessage received\b|\boffice is (?:now )?closed\b|\bin the order in which\b|\breference is \S*\d"
    r"|\bbyddwn yn ymateb\b|^diolch am eich\b|^thank(?:s| you) for (?:your|contacting|getting|writing)",
)
# What a mere receipt does not say.
PUTS_OFF = signals(
    r"\b(?:sorry|apolog(?:y|ies|i[sz]e)|regret\w*|sadly|unfortunately|unable|not (?:been )?able|not yet|still to"
    r"|have yet|(?:more|further|additional) time|exten(?:d|sion)\w*|delay\w*|overdue|public interest|nothing for you)\b"
)
_ASKS_BACK = signals(
    r"\b(?:please|could you|can you|would you|we need|i need|need you|ask(?:ing)? you to|you (?:will )?need to"
    r"|grateful if you)"
    r"\b.{0,80}\b(?:clarif|specif|confirm (?:which|what|whether|the (?:dates?|period))|define|narrow|refine"
    r"|(?:let (?:us|me) know|tell (?:us|me)|know|explain|say)\W+(?:which|what|whether|how))"
    r"|\b(?:need|ask\w*|require|seek\w*|want)\b[^.]{0,40}\b(?:more|further|additional|fuller)"
    r" (?:detail|information|particulars)\b"
    r"|\b(?:which|what|whom?) (?:of (?:these|them|those) )?you (?:have|had) in mind\b"
    r"|\bbefore (?:we|i) can (?:begin|start|go (?:on|further|any|ahead)|proceed|make a start|take)\b"
    r"[^.]{0,60}\b(?:you|need|please)\b"
    r"|\bwhether (?:you (?:mean|want|wish)|it is \w+ that you (?:want|mean|seek))\b|\bwhat you mean(?:t)? by\b"
    r"|\bclarif\w* (?:is |was )?(?:needed|required|sought|on|of|from)\b|\bclock (?:has |is )?(?:been |now )?(?:stop"
    r"|paus|held)"
    r"|\bon hold until\b|\buntil (?:we|i|you) (?:have )?(?:got|get|come|write|hear)\w* back\b"
    r"|\b(?:cannot|can['’]t|could not|unable to|not able to) (?:make out|tell|work out|be sure|see|understand)"
    r"[^.]{0,40}\byou (?:want|mean|seek|are (?:asking|after|looking))|\buntil (?:we|i) (?:have )?hear\w* from you\b",
)
_ANSWERS = signals(
    r"\b(?:does not hold|do not hold|not held|no information|holds? (?:the|this|some|no)|neither confirms? nor"
    r"|exempt\w*"
    r"|withh(?:eld|olding)|refus\w+|attached|enclosed|disclosed?|disclosing|we (?:can(?:not)? (?:tell|confirm|provide"
    r"|answer|supply)"
    r"|hold|found)|figures?|our (?:response|answers?|reply) (?:is|are|to)|below|not obliged|cost of compl\w+"
    r"|overturn\w*|upheld)\b"
    r"|\b(?:section|s\.?) ?(?!1\b|8\b|10\b|16\b|17\b|45\b|50\b|84\b)\d\d?(?:\(\d\))?|\b[A-Z]{1,3}\d? ?= ?\d",
)
_NUMBERED = re.compile(r"\W*(?:q(?:uestion)? ?)?(?:\d{1,2}|[a-h])(?:[.):/]|\s[–-])\s*\S", re.I)
_SPARE_DIGITS = re.compile(
    r"\b(?:19|20)\d\d\b|\b\d{1,2}(?:st|nd|rd|th)? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b"
    r"|\bsection (?:1|8|10|16|17)\b(?:\(\w+\))*|\b(?:20|twenty|40|forty) (?:working|diwrnod)\b"
    r"|(?<!\S)\S*?\d[/.-](?:[A-Z]{2,4}[/.-])?\d\S*|\b\d{5,}\b|\b101\b|\b(?-i:[A-Z]{1,2})\d{1,4}\b|\b\d{1,2}[:.]\d\d\b",
    re.I,
)
_PARTS = re.compile(r"(?<=[a-z)][.;?]) +")
_DIGIT = re.compile(r"\d")


def hints(sentence: str) -> Iterator[str]:
    """What the rules know of a sentence in a letter that may answer nothing yet."""
    if RECEIPT.search(sentence):
        yield "(receipt)"
    if _answers(sentence):
        yield "(answer)"
    if _ASKS_BACK.search(sentence):
        yield "(asks back)"


def _answers(sentence: str) -> bool:
    if _ANSWERS.search(sentence) or _NUMBERED.match(sentence):
        return True
    if sentence.rstrip().endswith("?"):
        return False
    return bool(_DIGIT.search(sentence) and _DIGIT.search(_SPARE_DIGITS.sub("", sentence)))


def asks_back(words: Sequence[str]) -> bool:
    """Whether a letter asks the requester back, and no part of it answers."""
    parts = (part for line in words for part in _PARTS.split(line))
    # Most letters answer at once.
    if any(_answers(part) and not _ASKS_BACK.search(part) for part in parts):
        return False
    return _ASKS_BACK.search(" ".join(words))
