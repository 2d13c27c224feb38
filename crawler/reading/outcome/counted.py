"""Numbers in the sentences of a reply: those that answer, and those of dates, laws and the work of answering."""

import re
from functools import lru_cache

from crawler.reading.sentences.signals import signals

_WORDS = (
    r"two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen"
    r"|nineteen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-\w+)?"
)
_DIGITS = r"(?:£ ?)?(?:(?!(?:19|20)\d\d\b)\d{4,9}|\d{1,3}(?:,\d{3})*)(?:\.\d+)?(?: ?%| million| ?m\b)?(?![\d/])"
_NUMBER = rf"{_DIGITS}|one|{_WORDS}|none|nil|zero|no one|nobody"
_MAYBE = re.compile(
    r"\d|\b(?:one|two|twe|ten|thir|three|four|fi[vf]|six|sev|eigh|nin|elev|fort|none|nil|zero|no one|nobod)"
)
_ABOUT = r"(?:about |around |some |approximately |exactly |only )?"
_ENDS = (
    r"\b(?!\s?(?:hours?|minutes?|working days|calendar days|days? to|(?:\w+ ){0,3}(?:principles?|exemptions?"
    r"|sections?"
    r"|conditions?|stages?|factors?|tests?|reasons?|types? of exemption|elements|limbs)\b))"
)
_OPENS = re.compile(rf"{_ABOUT}(?:{_NUMBER}){_ENDS}")
_LABELLED = re.compile(rf"[^.:]{{1,60}}(?::\s|\s?[–—]\s|\s-\s)(?:{_NUMBER})(?:[\s.,;]|$)")
_CLOSES = re.compile(rf"[a-z][^.,:;|]{{1,40}} {_DIGITS}$")
_SHORT = 60  # characters: of a label with its number
_LABEL_ENDS = (": ", "–", "—", " - ")
_FOLLOWS = signals(
    (
        r"\b(?:we|force|police|constabulary|service|department|officers|team|unit)\s(?:have |has |had )?"
        r"(?:\w{2,}ed|bought|spent|paid|made|took|gave|found|saw|ha[sd]|have|owns?|holds?|held|employs?|runs?|ran)\s"
        rf"{_ABOUT}(?:{_NUMBER}){_ENDS}"
    ),
    rf"\b(?:numbered|amounted to|came to|comes to|stood at|stands at)\s{_ABOUT}(?:{_NUMBER}){_ENDS}",
    (
        r"\b(?:there (?:were|was|are|is|have been)|in total,?|of these,?|a total of|recorded|received|held"
        r"|spent|employs?"
        r"|had|found|made|served|dismissed|total of|average was|has|have|owns?|bought)\s"
        rf"{_ABOUT}(?:{_NUMBER}){_ENDS}"
    ),
)
_WORK = signals(
    (
        r"\b(?:would|hours?|minutes?|estimat\w+|sampl\w+|working days|limit|threshold|manual\w*|each file"
        r"|per (?:record|file|case))\b"
    ),
)
_HOURS = signals(
    r"\b(?:hours|minutes|estimat\w+|threshold|manual\w*|(?:cost|appropriate|fees) limit)\b|£ ?450\b",
)
_SEARCH = signals(
    (
        r"\b(?:search\w*|quer(?:y|ies)|key-?words?|sampl\w+|trawl\w*|words?)\b[^.]{0,100}"
        r"\b(?:produc|return|yield|brought|g[ai]v|found|show|identif|result|threw|turned|com|hit)\w*"
    ),
)
# Numbers that answer nothing: of dates, laws, questions, pages, time limits.
_NO_ANSWER = re.compile(
    r"\b(?:sections?|ss?|regs?|regulations?|articles?|schedules?|questions?|q|parts?|tables?|pages?|paragraphs?"
    r"|annex|appendix|principles?"
    r"|stages?|chapters?|tabs?|sheets?|article|ref\w*|no|items?|points?|numbers?)"
    r"\.? ?\d[\w()./-]*(?:(?:,| and|-| to) ?\d[\w()]*)*"
    r"|\b\d{1,2}(?:st|nd|rd|th)?(?: of)? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*|\b(?:january"
    r"|february|march|april|may|june|july"
    r"|august|september|october|november|december) \d{1,2}\b|\b\d{1,2}[/.]\d{1,2}[/.]\d{2,4}|\b(?:19|20)\d\d\b"
    r"|£ ?(?:450|600|25)\b"
    r"|\b(?:18|24|20|40|twenty|forty|eighteen|two|three|five|ten) ?(?:working |calendar )?(?:days|hours|months"
    r"|weeks|years|minutes)|\bnumbers? (?:of|below|under|less)\b[^.]{0,20}"
    r"|\b\d+ (?:hours|minutes|working days|days|pages|records|files)\b|\b(?:fewer|less|more) than \w+"
)
_ANY_NUMBER = re.compile(rf"(?<![\w/.-])(?:{_DIGITS}|(?:{_WORDS})\b)")


def counts(sentence: str) -> bool:
    """Whether it has a number as an answer has, and not of the work of answering."""
    low = sentence.lower()
    return not _asks(low) and _numbered(low) and (_opens(low) or _FOLLOWS.search(sentence)) and not of_work(sentence)


def _opens(low: str) -> bool:
    """Whether it begins with a number, labels one, or is a label with a number: the way answers look."""
    if _OPENS.match(low):
        return True
    if any(mark in low for mark in _LABEL_ENDS) and _LABELLED.match(low):
        return True
    return len(low) < _SHORT and bool(_CLOSES.match(low))


@lru_cache(maxsize=512)  # each sentence is asked about from many sides
def has_number(sentence: str) -> bool:
    """Whether it has any number besides those of dates, laws, questions and time limits."""
    low = sentence.lower()
    if _asks(low) or not (_numbered(low) and _ANY_NUMBER.search(low)) or of_work(sentence):
        return False
    return bool(_ANY_NUMBER.search(_NO_ANSWER.sub(" ", low)))


def _asks(low: str) -> bool:
    return low.rstrip().endswith("?")


def may_count(sentence: str) -> bool:
    """Whether it has a digit or what may begin the word of a number."""
    return _numbered(sentence.lower())


def _numbered(low: str) -> bool:
    return bool(_MAYBE.search(low))


def of_work(text: str) -> bool:
    """Whether the words are of the work of answering, or of what would be."""
    return _WORK.search(text)


def of_search(text: str) -> bool:
    """Whether the words tell what a search brought up, which beside a refusal for cost only shows the work."""
    return _SEARCH.search(text)


def reckons(text: str) -> bool:
    """Whether the words reckon hours and minutes of work."""
    return _HOURS.search(text)
