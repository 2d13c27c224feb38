"""Replies that only say where the reply is: `our decision is in the letter attached` does not tell what was decided.

What points to figures, a table or copies in a file gives them; a letter in a file may refuse as well as give.
"""

from collections.abc import Sequence

from crawler.reading.outcome.counted import has_number
from crawler.reading.outcome.decision import GIVEN, says
from crawler.reading.outcome.verdict_words import PART, gives_all
from crawler.reading.sentences.leaning import FACTS, leanings
from crawler.reading.sentences.signals import signals
from crawler.reading.sentences.statements import statements

_LETTER = (
    r"(?:responses?|repl(?:y|ies)|decisions?|determination|outcome|(?<!to )(?<!can )answer|letters?|refusal notice)"
)
_PLACE = (
    r"(?:attach\w*|enclosed|foot of|links?|download\w*|opened|(?:read|found|seen|viewed) here|pdf"
    r"|(?:in|see) (?:the|a|an|our) (?:\w+ ){0,2}letter|documents?|files?|(?:kept|filed|stored|linked) below"
    r"|on paper|by (?:post|e-?mail)|(?:hard|paper|printed) cop(?:y|ies)|annex(?:es)?|appendi(?:x|ces))"
)
# Not `our reply is below`: what stands there is what counts.
_POINTS = signals(rf"\b{_LETTER}\b[^.]{{0,90}}\b{_PLACE}\b", rf"\b{_PLACE}\b[^.]{{0,90}}\b{_LETTER}\b")
# Whatever was decided stands elsewhere: no refusal, though the words sound like one.
_NOT_HERE = signals(
    rf"\b{_LETTER}\b[^.]{{0,60}}(?:\bcan|\b|n['’])(?:not|t) (?:\w+ ){{0,2}}"
    r"(?:set out|shown|published|displayed|reproduced|repeated|summari[sz]ed|copied|recorded)"
    r" (?:here|(?:on|in) this (?:page|entry|log)|online)\b"
)
# What is handed over, besides the `request for information` and the `details of our decision`.
_HANDS_OVER = signals(
    r"\b(?:data|dataset|figures?|tables?|lists?|grid|spreadsheets?|workbooks?|sheets?|tabs?|csv|xlsx?|statistics|numbers"
    r"|totals?|breakdown|answers|minutes|results|contracts?|reports?|polic(?:y|ies)|logs?)\b",
    r"(?<!freedom of )(?<!request for )(?<!requests for )\binformation\b(?! (?:requests?|act|governance|compliance))",
    r"\bcop(?:y|ies) of (?!(?:our|the|this|that|my) (?:\w+ )?(?:response|reply|decision|letter|answer|outcome)\b)",
    r"\b(?:documents?|e-?mails?|papers|records|letters?|correspondence|copies) (?:that |which )?"
    r"(?:you (?:\w+ )?(?:ask|want|request|seek|sought)|(?:were |was )?(?:asked for|requested|sought))",
    r"\bdisclos(?:e|ed|es|ing)\b|\breleas(?:e|ed|ing)\b|\bredact\w*|\bwithheld\b|\bexempt\w*",
)
_MANY = 12  # sentences: a longer reply says something
_NOTHING = 0.8  # how likely a sentence beside the pointer says nothing of the request
_FACT = 0.5


def only_points(lines: Sequence[str]) -> bool:
    """Whether a reply says in which file the letter or decision is, and nothing else; false of no words at all."""
    every = [one for line in lines for one in statements(line) if any(map(str.isalpha, one))]
    found = False
    for one in every if len(every) <= _MANY else ():
        if _points(one):
            found = True
        elif says(one) or leanings(one)[""] < _NOTHING:
            return False
    return found


def _points(sentence: str) -> bool:
    if _NOT_HERE.search(sentence) and not _HANDS_OVER.search(sentence):
        return True
    if not _POINTS.search(sentence) or _HANDS_OVER.search(sentence):
        return False
    if says(sentence) - {GIVEN} or leanings(sentence)[FACTS] > _FACT:
        return False
    return not (has_number(sentence) or PART.search(sentence) or gives_all(sentence))
