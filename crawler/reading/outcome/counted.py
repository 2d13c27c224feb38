"""Numbers in the sentences of a reply that may answer: not those of dates, laws and the work of answering."""

import re
from functools import lru_cache

from crawler.reading.sentences.signals import signals

_WORDS = (
    r"two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen"
    r"|nineteen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-\w+)?"
)
_DIGITS = r"(?:£ ?)?(?:(?!(?:19|20)\d\d\b)\d{4,9}|\d{1,3}(?:,\d{3})*)(?:\.\d+)?(?: ?%| million| ?m\b)?(?![\d/])"
_WORK = signals(
    (
        r"\b(?:would|hours?|minutes?|estimat\w+|sampl\w+|working days|limit|threshold|manual\w*|each file"
        r"|per (?:record|file|case))\b"
    ),
)
# Numbers that answer nothing: of dates, laws, questions, pages, time limits.
_NO_ANSWER = re.compile(
    r"\b(?:(?:sections?|ss?|regs?|regulations?|articles?|schedules?|questions?|q|parts?|tables?|pages?|paragraphs?"
    r"|annex|appendix|principles?"
    r"|stages?|chapters?|tabs?|sheets?|article|ref\w*|no|items?|points?|numbers?)"
    r"\.? ?\d[\w()./-]*(?:(?:,| and|-| to) ?\d[\w()]*)*"
    r"|\d{1,2}(?:st|nd|rd|th)?(?: of)? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*"
    r"|(?:january|february|march|april|may|june|july|august|september|october|november|december) \d{1,2}\b"
    r"|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}|(?:19|20)\d\d\b"
    r"|(?:18|24|20|40|twenty|forty|eighteen|two|three|five|ten) ?(?:working |calendar )?(?:days|hours|months"
    r"|weeks|years|minutes)|numbers? (?:of|below|under|less)\b[^.]{0,20}"
    r"|\d+ (?:hours|minutes|working days|days|records|files)\b|(?:fewer|less|more) than \w+)"
    r"|£ ?(?:450|600|25)\b"
    rf"|\b(?:\d+|{_WORDS}) (?:pages|sides|annexes|appendices|paragraphs)\b"
)
_NUMBER = re.compile(rf"(?<![\w/.-])(?:{_DIGITS}|(?:{_WORDS})\b)")


@lru_cache(maxsize=512)  # each sentence is asked about from many sides
def has_number(sentence: str) -> bool:
    """Whether it has any number besides those of dates, laws, questions, time limits and the work of answering."""
    low = sentence.lower()
    if low.rstrip().endswith("?") or not _NUMBER.search(low) or _WORK.search(sentence):
        return False
    return bool(_NUMBER.search(_NO_ANSWER.sub(" ", low)))
