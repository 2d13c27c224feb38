"""Where a request begins and ends once its words are found: with what leads up to its list, without a heading."""

import re
from collections.abc import Sequence

from crawler.reading.letters.furniture import is_furniture
from crawler.reading.letters.phrases import RESPONSE_START, SALUTATION, is_title
from crawler.reading.questions.questions import ITEM, heads_group, is_question
from crawler.reading.sentences.sentences import sentences
from crawler.reading.sentences.signals import signals
from crawler.reading.sentences.wording import weight

REQUESTING = re.compile(
    r"(?:please|i (?:would like|am|wish|request)|(?:can|could|would) (?:you|i)|under the freedom) ", re.I
)
# The sentence that leads up to a list, wherever it stands on its line.
_WISHING = re.compile(
    r"\W*(?:and |so |also,? )?(?:please|kindly|i(?:['’]d| would| am| wish| want| request| seek| should| need)\b"
    r"|(?:can|could|would|may|will) (?:you|i)\b|what i (?:would|want|need|am|wish))",
    re.I,
)
_RECEIVED = re.compile(
    r"(?:(?:further to|in (?:response|reply|answer) to|with (?:regard|reference|respect) to|thank(?:s| you) for"
    r"|(?:i|we) refer to|i write (?:in|with|about)\b.{0,40}\bto) )?(?:your|the|this|a) "
    r"(?:(?:recent|foi|freedom of information|e-?mail|original|written|above) )*"
    r"(?:request|enquiry|application|message|e-?mail|correspondence)\b"
    r"(?=.*\b(?:received|regarding|dated|concerning|about|sent|made|came|arrived|reached)\b)"
    r"|(?:we|i) (?:have )?(?:received|got|had) (?:this|your|the|a) (?:\w+ )?"
    r"(?:request|enquiry|application|message|e-?mail)\b"
    r"|(?:sent|replied|answered|issued) to (?:the )?(?:applicant|requester|requestor)\b",
    re.I,
)
_ASKING = re.compile(r"\?|\b(?:please|my|(?-i:I) (?:would|want|wish|am|ask|request))\b", re.I)
_TITLE = 6  # words
_STANDARD = 1.0  # the weight of a line that any letter could carry
# What narrows every item of a list: the time, the place, the people.
_NARROWS = re.compile(
    r"(?:for|in (?:relation|respect|each)|concerning|regarding|about|with (?:regard|respect)|between|from|since"
    r"|during|of|over|my)\b(?! ease\b)",
    re.I,
)
_OF_THE_FORCE = signals(
    r"\b(?:you (?:have |had )?(?:asked|requested|wrote|sought|wanted)|your (?:request|enquiry|questions?|letter|e-?mail"
    r"|application|message)|we|our|us|answers?|repl(?:y|ies)|figures)\b"
)
# Nobody but the requester speaks so: of what is theirs, and of what the force once answered.
_MINE = re.compile(
    r"(?!.*\b(?:we|us|our|clarif\w+)\b)(?:(?:please )?(?:could|can|would|will) you\b"
    r"|.*\bmy (?:questions?|request|enquiry)\b|.*\byou (?:gave|told|sent) me\b"
    r"|.*\byour (?:[\w-]+ ){0,2}(?:answer|reply|response)\b"
    r"|.*\bthank(?:s| you)(?: \w+){0,3} in (?:advance|anticipation)\b"
    r"|(?:if|should|as long as|provided)\b(?!.*\byou\b).*\b(?:(?-i:I)|me)\b"
    r"|.*\b(?-i:I)(?: would|['’]d)? (?:also |therefore )*(?:ask|request) that you (?:please )?"
    r"(?:answer|disclose|forward|give|provide|release|send|supply)\b"
    # Who asks forbids a refusal, or argues that there must be something.
    r"|.*\bsections? \d.*\b(?:(?:may|must|should) not|cannot|can['’]t) be (?:used|relied|cited|quoted|invoked)\b"
    r"|.*\b(?:better|rather|sooner|prefer\w*|good) (?:\w+ ){0,3}(?:than|to) "
    r"(?:none|nothing|a refusal|no (?:answer|reply))\b"
    r"|.*\bno (?:use|good|point|need)(?: in)? (?:calling|quoting|citing|pleading|hiding|refusing|saying)\b"
    r"|.*\bsections? \d[^.]* (?:is|are) (?:not |no |never )(?:an? )?(?:blanket|excuse|shield|cloak|bar|defence)\b"
    r"|.*\b(?:obliges|requires|expects|bids) you to (?:help|advise|assist|answer|reply|disclose|release|explain)\b"
    r"|(?:and |so |just |simply |please )*(?:redact|black out|blank out|strike out|cross out)\b"
    r"|(?:and |so |please )?(?:do not|don['’]t) (?:you )?(?:dare|tell me|quote|cite|hide|try|fob|bother)\b"
    r"|.*\bso (?:[\w-]+ ){1,4}must (?:surely )?(?:exist|be (?:kept|held|recorded|on file))\W*$)",
    re.I,
)
# By these the force leads up to words that it quotes.
_QUOTES = signals(
    r"\b(?:reads?|ran|runs?|said|says?|text|word\w*|verbatim|follow\w*|below|beneath|above|set out|ask\w*|request\w*"
    r"|questions?|enquir\w+|quer(?:y|ies)|sought|seeks?|want\w*|wrote|put|points?|items?|was|were|is|are|as|here"
    r"|applica\w+|quot\w+|namely|contents?|terms|copied|your|we|us"
    r"|our|answers?|repl(?:y|ies)|respon\w+|in it)\b",
    r"\byou (?:\w+ )?(?:look|need|wish|hope|expect|requir|desir|mention|rais|list|specif)\w*\b",
)
# Nobody but the force calls it so.
_YOURS = re.compile(
    r"\byour (?:[\w-]+ ){0,4}(?:request|enquiry|application|e-?mail|letter|correspondence|message)\b"
    r"|\byou (?:have |had )?(?:asked|requested|wrote|sought|wanted)\b",
    re.I,
)
_YOU_ASKED = signals(r"\byou (?:have |had )?(?:asked|requested|sought|wanted)\b")
_ASKED = re.compile(
    r"\b(?:requests?|questions?|ask\w*|enquir\w+|quer(?:y|ies)|sought|wanted|wording|wrote|applica\w+|cais)\b(?!.*\b(?:our"
    r"|we|answer\w*|repl\w+|respon\w+|decision)\b)",
    re.I,
)
_FIELD = re.compile(
    r"(?:\w+ ){0,3}(?:ref(?:erence)?|date|dated|number|no|received|responded)\b(?: \w+)?\.?\s*[:|]", re.I
)
_TOP = 3  # lines
_LONGEST = 600  # characters of a line of one voice
_I_ASK = re.compile(r"\bI (?:\w+ )?(?:ask|request|demand|seek|want)\b")
_I = re.compile(r"\b(?:I|[Mm]y|me)\b")


def heads_page(lines: Sequence[str], at: int) -> bool:
    """Whether the heading at a line is the whole page's, `Freedom of Information Response`: a label or date follows."""
    return at < _TOP and at + 1 < len(lines) and (is_furniture(lines[at + 1]) or bool(_FIELD.match(lines[at + 1])))


def led_up(lines: Sequence[str], begin: int) -> int:
    """The line of the requester's that leads up to a list, where the words alone begin with its items."""
    if 0 < begin < len(lines) and heads_group(lines[begin - 1]):
        return begin - 1
    for up in (1, 2):
        if (
            up < begin < len(lines)
            and _heads_asking(lines[begin - up - 1])
            and all(map(_own, lines[begin - up : begin]))
        ):
            return begin - up
    if 0 < begin < len(lines) and is_own(lines[begin - 1]):
        return begin - 1
    leads = 0 < begin < len(lines) and lines[begin - 1].endswith(":") and bool(ITEM.match(lines[begin]))
    return begin - 1 if leads and (leads_up(lines[begin - 1]) or _goes_on(lines, begin - 1)) else begin


def _goes_on(lines: Sequence[str], at: int) -> bool:
    """Whether a line that leads up to a list is the requester's, since the force has led up to it already."""
    led = at and (tells_of_receipt(lines[at - 1]) or is_told(lines[at - 1]))
    return bool(led) and not (is_title(lines[at]) or is_told(lines[at]) or _QUOTES.search(lines[at]))


def _heads_asking(line: str) -> bool:
    """Whether a line is a heading, in whatever words, of what was asked."""
    text = line.strip(" |:")
    return is_title(text) and bool(_ASKED.search(text)) and not (SALUTATION.match(text) or re.search(r"\d", text))


def _own(line: str) -> bool:
    """Whether a line below such a heading is of the requester: a sentence, or what a list goes on from."""
    return not is_title(line) and weight(line) < _STANDARD and (bool(_I.search(line)) or not _OF_THE_FORCE.search(line))


def leads_up(line: str) -> bool:
    """Whether a line above the questions is the requester's own: it asks, or narrows what they are about."""
    if is_told(line):
        return False
    wishes = line.endswith(":") and (bool(_I_ASK.search(line)) or any(map(_WISHING.match, sentences(line))))
    return wishes or bool(REQUESTING.match(line) or (_NARROWS.match(line) and not _OF_THE_FORCE.search(line)))


def is_told(line: str) -> bool:
    """Whether a line tells the requester of the request, as the force alone does: `your enquiry`, `you asked`."""
    return bool(_YOURS.search(line))


def tells_of_receipt(line: str) -> bool:
    """Whether a line above the request only says when it came, or that its words follow."""
    return len(line) < _LONGEST and bool(_RECEIVED.match(line)) and not _ASKING.search(line)


def is_own(line: str) -> bool:
    """Whether a line beside the questions is the requester's by what it speaks of, whatever it sounds like."""
    return len(line) < _LONGEST and not is_title(line) and bool(_MINE.match(line)) and not is_told(line)


def is_decided(line: str) -> bool:
    """Whether a line below the questions is the force's, whatever it sounds like: it tells what was asked and decides.

    The requester may know the phrases of an answer too: `I know that you are not obliged to`.
    """
    told = _YOU_ASKED.search(line) and RESPONSE_START.search(line) and not ITEM.match(line)
    return bool(told) and not _ASKING.search(line)


def ends_in_title(asked: Sequence[str], answered: bool) -> bool:
    """Whether what stands last before the answer is its heading, in the force's own wording."""
    if not answered or len(asked) < 2 or ITEM.match(asked[-1]) or is_question(asked[-1]):
        return False
    short = is_title(asked[-1]) and len(asked[-1].split()) <= _TITLE and not asked[-1].startswith("|")
    return short and not is_title(asked[-2]) and not REQUESTING.match(asked[-1]) and not re.search(r"\d", asked[-1])
