"""Where a request begins and ends once its words are found: with what leads up to its list, without a heading."""

import re
from collections.abc import Sequence

from crawler.reading.letters.furniture import is_furniture
from crawler.reading.letters.phrases import RESPONSE_START, is_title
from crawler.reading.questions.groups import heads_group
from crawler.reading.questions.items import item_of
from crawler.reading.sentences.signals import signals

REQUESTING = re.compile(
    r"(?:please|i (?:would like|am|wish|request)|(?:can|could|would) (?:you|i)|under the freedom) ", re.I
)
_RECEIVED = re.compile(
    r"(?:(?:further to|in (?:response|reply|answer) to|with (?:regard|reference|respect) to|thank(?:s| you) for"
    r"|(?:i|we) refer to|i write (?:in|with|about)\b.{0,40}\bto) )?(?:your|the|this|a) "
    r"(?:(?:recent|foi|freedom of information|e-?mail|original|written|above) )*"
    r"(?:request|enquiry|application|message|e-?mail|correspondence)\b"
    r"(?=.*\b(?:received|regarding|dated|concerning|about|sent|made|came|arrived|reached|of \d{1,2})\b)"
    r"|(?:we|i) (?:have )?(?:received|got|had) (?:this|your|the|a) (?:\w+ )?"
    r"(?:request|enquiry|application|message|e-?mail)\b"
    r"|(?:sent|replied|answered|issued) to (?:the )?(?:applicant|requester|requestor)\b",
    re.I,
)
_ASKING = re.compile(r"\?|\b(?:please|my|(?-i:I) (?:would|want|wish|am|ask|request))\b", re.I)
# Nobody but the requester speaks so: of what is theirs, and of what the force once answered.
_MINE = signals(
    r"^(?:please )?(?:could|can|would|will) you\b"
    r"|\bmy (?:questions?|request|enquiry)\b|\byou (?:gave|told|sent) me\b"
    r"|\byour (?:[\w-]+ ){0,2}(?:answer|reply|response)\b"
    r"|\bthank(?:s| you)(?: \w+){0,3} in (?:advance|anticipation)\b"
    r"|^(?:if|should|as long as|provided)\b(?!.*\byou\b).*\b(?:(?-i:I)|me)\b"
    r"|\b(?-i:I)(?: would|['’]d)? (?:also |therefore )*(?:ask|request) that you (?:please )?"
    r"(?:answer|disclose|forward|give|provide|release|send|supply)\b"
    # Who asks forbids a refusal, or argues that there must be something.
    r"|\bsections? \d.*\b(?:(?:may|must|should) not|cannot|can['’]t) be (?:used|relied|cited|quoted|invoked)\b"
    r"|\b(?:better|rather|sooner|prefer\w*|good) (?:\w+ ){0,3}(?:than|to) "
    r"(?:none|nothing|a refusal|no (?:answer|reply))\b"
    r"|\bno (?:use|good|point|need)(?: in)? (?:calling|quoting|citing|pleading|hiding|refusing|saying)\b"
    r"|\bsections? \d[^.]* (?:is|are) (?:not |no |never )(?:an? )?(?:blanket|excuse|shield|cloak|bar|defence)\b"
    r"|\b(?:obliges|requires|expects|bids) you to (?:help|advise|assist|answer|reply|disclose|release|explain)\b"
    r"|^(?:and |so |just |simply |please )*(?:redact|black out|blank out|strike out|cross out)\b"
    r"|^(?:and |so |please )?(?:do not|don['’]t) (?:you )?(?:dare|tell me|quote|cite|hide|try|fob|bother)\b"
    r"|\bso (?:[\w-]+ ){1,4}must (?:surely )?(?:exist|be (?:kept|held|recorded|on file))\W*$"
)
_OURS = re.compile(r"\b(?:we|us|our|clarif\w+)\b", re.I)
# Nobody but the force calls it so.
_YOURS = re.compile(
    r"\byour (?:[\w-]+ ){0,4}(?:request|enquiry|application|e-?mail|letter|correspondence|message)\b"
    r"|\byou (?:have |had )?(?:asked|requested|wrote|sought|wanted)\b",
    re.I,
)
_YOU_ASKED = signals(r"\byou (?:have |had )?(?:asked|requested|sought|wanted)\b")
_FIELD = re.compile(
    r"(?:\w+ ){0,3}(?:ref(?:erence)?|date|dated|number|no|received|responded)\b(?: \w+)?\.?\s*[:|]", re.I
)
_SELF = re.compile(r"\b(?:i|i['’]m|i['’]ve|i['’]d|my|me|please)\b", re.I)
_TOP = 3  # lines
_LONGEST = 600  # characters of a line of one voice


def heads_page(lines: Sequence[str], at: int) -> bool:
    """Whether the heading at a line is the whole page's, `Freedom of Information Response`: a label or date follows."""
    return at < _TOP and at + 1 < len(lines) and (is_furniture(lines[at + 1]) or bool(_FIELD.match(lines[at + 1])))


def led_up(lines: Sequence[str], begin: int) -> int:
    """The line of the requester's that leads up to a list, where the words alone begin with its items."""
    if not 0 < begin < len(lines):
        return begin
    above = lines[begin - 1]
    return begin - 1 if heads_group(above) or is_own(above) else begin


def is_told(line: str) -> bool:
    """Whether a line tells the requester of the request, as the force alone does: `your enquiry`, `you asked`."""
    return bool(_YOURS.search(line))


def tells_of_receipt(line: str) -> bool:
    """Whether a line above the request only says when it came, or that its words follow."""
    return len(line) < _LONGEST and bool(_RECEIVED.match(line)) and not _ASKING.search(line)


def wishes(line: str) -> bool:
    """Whether a line above the questions has the form of the requester's: it asks, leads up to them, or says I."""
    return line.endswith((":", "?")) or bool(_SELF.search(line) or REQUESTING.match(line)) or is_own(line)


def is_own(line: str) -> bool:
    """Whether a line beside the questions is the requester's by what it speaks of, whatever it sounds like."""
    if len(line) >= _LONGEST or is_title(line):
        return False
    return _MINE.search(line) and not _OURS.search(line) and not is_told(line)


def is_decided(line: str) -> bool:
    """Whether a line below the questions is the force's, whatever it sounds like: it tells what was asked and decides.

    The requester may know the phrases of an answer too: `I know that you are not obliged to`.
    """
    told = _YOU_ASKED.search(line) and RESPONSE_START.search(line) and not item_of(line)
    return bool(told) and not _ASKING.search(line)
