"""What one answer, or one sentence that names a question, says of it.

Numbers among the reasons for a refusal answer nothing; an answer of which no word decides is one.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass

from crawler.reading.facts.suppressed import listed
from crawler.reading.outcome import decision
from crawler.reading.outcome.counted import has_number, reckons
from crawler.reading.outcome.decision import COUNTED, GIVEN, NCND, NOT_HELD, NOUGHT, REFUSED
from crawler.reading.outcome.leaning import FACTS
from crawler.reading.outcome.part_words import MORE, SAVE, denies_outright
from crawler.reading.outcome.verdict_words import PART
from crawler.reading.sentences.signals import signals
from crawler.reading.sentences.statements import statements

_MANY = 300  # sentences that cite: no letter has more, and each answer is held against all of them
_LIKELY, _DOUBTED = 0.6, 0.2  # how likely words mean what they lean to, or what a rule takes them for
_FACT = 0.6
SMALL = "small number kept back"
ASSUMED = "an answer"  # words of which none decides: given, unless a sentence elsewhere keeps it back
CANNOT = "cannot be provided"  # a refusal, unless nothing is held
_Q = r"(?:q(?:uestion)?s?\.? ?)?\d{1,2}\w{0,2}"
_AS_ABOVE = re.compile(
    r"(?:please )?(?:(?:as (?:per|for|in)|see|refer to|same as)\b.{0,20}(?:\babove|\bq(?:uestion)?s?\.? ?\d+\w?"
    r"|\banswer|\bresponse"
    r"|\bpart|\d\w?).{0,25}|as (?:\w+ )?above|the same"
    r"|as q(?:uestion)?s?\.? ?\d{1,2}\w{0,2}(?: above)?"
    r"|(?:(?:(?:this|it) (?:is|has been) )?(?:already )?(?:answered|covered|included|dealt with|addressed)"
    r"|as (?:answered|stated|explained|given)"
    r"|(?:(?:our|the) (?:answer|response|reply) (?:here )?is )?(?:the )?same(?: answer)? (?:as|applies))"
    rf" (?:in|at|by the|under|with|to|for|as|our|the|answer|response|reply|question|q| ){{1,40}}{_Q}(?: above)?"
    rf"|(?:question|q|part|answer|response)\.? ?\d{{1,2}}\w? (?:above )?refers)",
    re.I,
)
_NO_ANSWER = re.compile(r"\W*(?:n/?a\b|not applicable\b)", re.I)
_SMALL = re.compile(
    r"\W{0,3}(?:(?:fewer|less) than|below|under) (?:\d{1,2}|three|four|five|six|ten)\b|\W{0,3}[<≤]\s?\d{1,2}\b"
    r"|\*{1,3}\.?$|x{2,3}\.?$",
    re.I,
)
_KEPT_SMALL = signals(
    r"(?:(?:fewer|less) than|\bbelow|[<≤])\s?(?:\d{1,2}|three|four|five|six|ten)\b"
    r"(?! (?:hours|minutes|(?:working )?days|weeks|months|years|miles|per cent|%))"
)
_VALUE = re.compile(
    r"\W{0,2}(?:£ ?)?\d{1,3}(?:,\d{3})*(?:\.\d+)?(?![\d:/])|(?:yes|none|nil|zero|one|two|three|four|five|six"
    r"|seven|eight|nine|ten"
    r"|eleven|twelve|attached)\b|no(?:\.|,|$)",
    re.I,
)
_POINTS = signals(
    r"\b(?:tables?|grid|spreadsheet|sheet|attach\w*|enclosed|annex|appendix|workbook|charts?|graph|below|overleaf)\b"
)

_REST = re.compile(r"(?:as (?:to|for|regards)|with regard to|beyond (?:that|this)|on the (?:second|other))\b", re.I)
_ELSEWHERE = signals(r"\blinks?\b|\bweb ?(?:site|page)s?\b|\bpublished\b")


@dataclass(frozen=True)
class Relied:
    """The sentences in which an exemption is relied on, and of these those in which only `neither ... nor` ones are."""

    quotes: Collection[str] = ()
    ncnd: Collection[str] = ()


def starts_small(sentence: str) -> bool:
    """Whether the sentence opens with a marker that stands for a small number: `Fewer than 5`."""
    return bool(_SMALL.match(sentence))


def keeps_small(sentence: str) -> bool:
    """Whether it keeps back a small number: `Fewer than 5`, `the others were below five`."""
    return bool(_KEPT_SMALL.search(sentence) or _SMALL.match(sentence))


def as_above(text: str) -> bool:
    """Whether the answer only points to another: `as above`, `see question 1`."""
    return bool(_AS_ABOVE.fullmatch(text.strip(" .")))


def of_answer(text: str, relied: Relied) -> set[str]:
    """What an answer says of its question; nothing where it points elsewhere or the question does not arise."""
    if as_above(text) or _NO_ANSWER.match(text):
        return set()
    found: set[str] = set()
    work, outright = bool(relied.quotes) and reckons(text), False
    for at, sentence in enumerate(statements(text)):
        first = at == 0
        # What follows gives the reasons, and a number among them is no answer.
        outright = outright or (first and denies_outright(sentence))
        work = work or outright
        if not outright and _POINTS.search(sentence) and (PART.search(sentence) or SAVE.search(sentence)):
            found.add(GIVEN)
        before = found & {REFUSED, CANNOT}
        said = of_sentence(sentence, relied, counts=first or not work)
        found |= said if first or not work else of_reasons(sentence, said, _LIKELY if outright else _DOUBTED)
        if (
            listed(sentence)
            or (_KEPT_SMALL.search(sentence) and (first or not before))
            or (first and _SMALL.match(sentence))
        ):
            found.add(SMALL)
        elif first and _VALUE.match(sentence) and not decision.is_cost(sentence) and NOT_HELD not in found:
            found.add(GIVEN)
    if found & {REFUSED, CANNOT, NCND} and GIVEN not in found and _keeps_more(text, relied):
        found.add(GIVEN)
    return found or _of_reasons(text, relied) or {ASSUMED}


def of_reasons(sentence: str, said: set[str], least: float = _LIKELY) -> set[str]:
    """What remains of what a reason says: `Not held. Training is given on the job` gives nothing."""
    return said - {GIVEN} if decision.chances(sentence)[GIVEN] < least else said


def _leans(sentence: str, relied: Relied) -> set[str]:
    """What the words lean to; without an exemption in the whole reply nothing is refused."""
    return decision.lean(sentence, _LIKELY) - (set() if relied.quotes else {REFUSED, NCND})


def _of_reasons(text: str, relied: Relied) -> set[str]:
    """What an answer of which no rule knows a word leans to; two sentences at most, for the rest are reasons."""
    leant: set[str] = set().union(*(_leans(one, relied) for one in statements(text)[:2]))
    return leant - {GIVEN} if len(leant) == 1 else set()


def _keeps_more(text: str, relied: Relied) -> bool:
    """Whether something is stated first, and then only more of it refused: `further detail is exempt`."""
    first, *rest = [(one, of_sentence(one, relied)) for one in statements(text)]
    return not first[1] and any(said & {REFUSED, CANNOT, NCND} and _keeps_rest(one) for one, said in rest)


def of_sentence(
    sentence: str, relied: Relied, *, counts: bool = True, points: bool = False, alone: bool = False
) -> set[str]:
    """What a sentence says of the question that it speaks of.

    `counts`: a number in it may answer; `points`: so may the mention of a table, where a question is named too.
    `alone`: nothing else was said of that question, so that the leaning of its words counts.
    """
    said = set(decision.says(sentence))
    if _among(sentence, relied.ncnd):
        return said - {REFUSED, NOT_HELD, NOUGHT, COUNTED} | {NCND}
    if COUNTED in said and counts:
        said.add(GIVEN)
    if not counts:
        said.discard(NOUGHT)
    said.discard(COUNTED)
    if not said and points:
        said = {GIVEN} if _points(sentence) else _leans(sentence, relied) if alone else said
        said = {GIVEN} if not said and alone and counts and _states(sentence) else said
    if not _among(sentence, relied.quotes):
        return _softened(sentence, said)
    return said if NCND in said else said - {NOT_HELD} | {REFUSED}


def _states(sentence: str) -> bool:
    """Whether a sentence on one question alone answers it by a number or a fact."""
    if not has_number(sentence) or decision.no_decision(sentence):
        return False
    chances = decision.chances(sentence)
    return chances[FACTS] + chances[GIVEN] > _FACT


def _softened(sentence: str, said: set[str]) -> set[str]:
    """What `cannot be answered` without a reason is no refusal when nothing is held."""
    return said - {REFUSED} | {CANNOT} if REFUSED in said and not decision.is_firm(sentence) else said


def _points(sentence: str) -> bool:
    """Whether it points to a table or file that comes with the reply, and not to what is published elsewhere."""
    return bool(_POINTS.search(sentence)) and not _ELSEWHERE.search(sentence) and not decision.argues(sentence)


def _keeps_rest(sentence: str) -> bool:
    return bool(MORE.search(sentence) or _REST.match(sentence.strip())) and not decision.is_cost(sentence)


def _among(sentence: str, quotes: Collection[str]) -> bool:
    return sentence in quotes or (len(quotes) < _MANY and any(quote.endswith(sentence) for quote in quotes))
