"""What one answer, or one sentence that names a question, says of it.

Numbers among the reasons for a refusal answer nothing; an answer of which no word decides is one.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass

from crawler.reading import decision
from crawler.reading.counted import reckons
from crawler.reading.decision import COUNTED, GIVEN, NCND, NOT_HELD, NOUGHT, REFUSED
from crawler.reading.statements import statements
from crawler.reading.verdict_words import PART

_MANY = 300  # sentences that cite: no letter has more, and each answer is held against all of them
SMALL = "small number kept back"
_AS_ABOVE = re.compile(
    r"(?:please )?(?:(?:as (?:per|for|in)|see|refer to|same as)\b.{0,20}(?:\babove|\bq(?:uestion)?s?\.? ?\d+\w?"
    r"|\banswer|\bresponse"
    r"|\bpart|\d\w?).{0,25}|as above|the same)",
    re.I,
)
_NO_ANSWER = re.compile(r"\W*(?:n/?a\b|not applicable\b)", re.I)
_SMALL = re.compile(
    r"\W{0,3}(?:(?:fewer|less) than|below|under) (?:\d{1,2}|three|five|ten)\b|\W{0,3}[<≤]\s?\d{1,2}\b"
    r"|\*{1,3}\.?$|x{2,3}\.?$",
    re.I,
)
_KEPT_SMALL = re.compile(
    r"(?:(?:fewer|less) than|[<≤])\s?(?:\d{1,2}|three|five|ten)\b(?! (?:hours|minutes|days|years))", re.I
)
_VALUE = re.compile(
    r"\W{0,2}(?:£ ?)?\d{1,3}(?:,\d{3})*(?:\.\d+)?(?![\d:/])|(?:yes|none|nil|zero|one|two|three|four|five|six"
    r"|seven|eight|nine|ten"
    r"|eleven|twelve|attached)\b|no(?:\.|,|$)",
    re.I,
)
_POINTS = re.compile(
    r"\b(?:tables?|grid|spreadsheet|sheet|attach\w*|enclosed|annex|appendix|workbook|charts?|graph|below|overleaf)\b",
    re.I,
)

_MORE = re.compile(
    r"\b(?:further|more|additional|greater|other|exact|precise) (?:\w+ )?(?:details?|information|specific\w*|figures?"
    r"|numbers?|breakdown|than)\b|\bthe (?:rest|remainder)\b|\b(?:redacted|removed|blanked)\b",
    re.I,
)
_ELSEWHERE = re.compile(r"\blinks?\b|\bweb ?(?:site|page)s?\b|\bpublished\b", re.I)


@dataclass(frozen=True)
class Relied:
    """The sentences in which an exemption is relied on, and of these those in which only `neither ... nor` ones are."""

    quotes: Collection[str] = ()
    ncnd: Collection[str] = ()


def starts_small(sentence: str) -> bool:
    """Whether the sentence opens with a marker that stands for a small number: `Fewer than 5`."""
    return bool(_SMALL.match(sentence))


def as_above(text: str) -> bool:
    """Whether the answer only points to another: `as above`, `see question 1`."""
    return bool(_AS_ABOVE.fullmatch(text.strip(" .")))


def of_answer(text: str, relied: Relied) -> set[str]:
    """What an answer says of its question; nothing where it points elsewhere or the question does not arise."""
    if as_above(text) or _NO_ANSWER.match(text):
        return set()
    found: set[str] = set()
    work = bool(relied.quotes) and reckons(text)
    for at, sentence in enumerate(statements(text)):
        first = at == 0
        if PART.search(sentence) and _POINTS.search(sentence):
            found.add(GIVEN)
        found |= of_sentence(sentence, relied, counts=first or not work)
        if (_KEPT_SMALL.search(sentence) and (first or REFUSED not in found)) or (first and _SMALL.match(sentence)):
            found.add(SMALL)
        elif first and _VALUE.match(sentence) and not decision.is_cost(sentence) and NOT_HELD not in found:
            found.add(GIVEN)
    if found & {REFUSED, NCND} and GIVEN not in found and _keeps_more(text, relied):
        found.add(GIVEN)
    return found or {GIVEN}


def _keeps_more(text: str, relied: Relied) -> bool:
    """Whether something is stated first, and then only more of it refused: `further detail is exempt`."""
    first, *rest = [(one, of_sentence(one, relied)) for one in statements(text)]
    return not first[1] and any(said & {REFUSED, NCND} and _keeps_rest(one) for one, said in rest)


def of_sentence(sentence: str, relied: Relied, *, counts: bool = True, points: bool = False) -> set[str]:
    """What a sentence says of the question that it speaks of.

    `counts`: a number in it may answer; `points`: so may the mention of a table, where a question is named too.
    """
    said = set(decision.says(sentence))
    if COUNTED in said and counts:
        said.add(GIVEN)
    if not counts:
        said.discard(NOUGHT)
    said.discard(COUNTED)
    if not said and points and _points(sentence):
        said.add(GIVEN)
    if NCND in said or REFUSED in said or not _among(sentence, relied.quotes):
        return said
    return said - {NOT_HELD} | {NCND if _among(sentence, relied.ncnd) else REFUSED}


def _points(sentence: str) -> bool:
    """Whether it points to a table or file that comes with the reply, and not to what is published elsewhere."""
    return bool(_POINTS.search(sentence)) and not _ELSEWHERE.search(sentence) and not decision.argues(sentence)


def _keeps_rest(sentence: str) -> bool:
    return bool(_MORE.search(sentence)) and not decision.is_cost(sentence)


def _among(sentence: str, quotes: Collection[str]) -> bool:
    return sentence in quotes or (len(quotes) < _MANY and any(quote.endswith(sentence) for quote in quotes))
