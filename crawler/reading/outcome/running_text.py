"""What the sentences of a reply say that speak of no question by its number."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from crawler.reading.fields import Citation
from crawler.reading.outcome import decision
from crawler.reading.outcome.answer_signals import SMALL, starts_small
from crawler.reading.outcome.counted import has_number, of_search, reckons
from crawler.reading.outcome.decision import COUNTED, GIVEN, NCND, NOT_HELD, NOUGHT, REFUSED
from crawler.reading.outcome.leaning import FACTS
from crawler.reading.outcome.verdict import verdict
from crawler.reading.sentences.signals import signals
from crawler.reading.sentences.statements import statements

_TEST_HEADING = re.compile(
    r"\b(?:public interest|prejudice test|harm|balanc(?:e|ing) test|balanc(?:e|ing)$|factors|considerations"
    r"|favou?ring (?:non-?)?(?:disclos|releas|confirm|neither))",
    re.I,
)
_GOODWILL = signals(
    r"\bgood ?will\b",
    r"\boutside (?:of )?(?:the )?(?:foia?\b|(?:freedom|provisions|scope|act)\b)",
    r"\bbefore (?:it|this|that) was reali[sz]ed",
    r"\b(?:as|by way of) an? (?:act of )?(?:courtesy|favour)\b",
    (
        r"\b(?:provided|given|offered|supplied|disclosed) (?:\w+ ){0,3}?(?:voluntarily|outside|as a courtesy"
        r"|without prejudice)\b"
    ),
    r"\bspirit of (?:being )?(?:help|openness|assist)\w*",
    r"\b(?:sets?|create) no precedent|\bat our discretion\b",
    r"\balready (?:been )?(?:retriev|collat|extract|gather)\w+",
    r"\bplus information\b|\bto be (?:helpful|of (?:help|assistance))\b",
    r"\b(?:advice|assist\w*|section 16|s\.?16)\b.{0,60}\bcan (?:tell|provide|offer|give|confirm) (?:you )?that\b",
)
_SOMETHING = re.compile(
    r"\battach|\benclos|\bbelow\b|\btables?\b|\bspreadsheet\b|\bthe following\b|\b(?:given|provided|set out"
    r"|shown|supplied|released|offered) (?:\w+ )?here\b",
    re.I,
)
_ELSEWHERE = re.compile(
    r"\b(?:point|direct|refer|redirect) you (?:to|towards)\b|\bweb ?sites?\b|\blinks?\b|\bpublish\w*"
    r"|\byou (?:may|might|could) (?:like|wish|want|care|find|ask|try|contact)\b|\bcontact\b",
    re.I,
)
_SURE, _FACT = 0.8, 0.6
_SCOPED = signals(
    r"\bthe names?\b|\bnames? (?:of|and|or|are|is|will|have|has|remain|cannot)\b|^names?\b|\bnamed\b"
    r"|\b(?:details?|identit\w+|questions?"
    r"|parts?|rest|remainder|split|break\w*|figures?|redact\w*|some|other|further|numbers?|second|third|fourth"
    r"|list|else"
    r"|(?:taken|blanked|blacked) out|individuals?|extracts?)\b|\benw\w*\b",
)


def deciding(lines: Sequence[str]) -> list[str]:
    """The lines but those under headings of the public interest test."""
    kept, testing = [], False
    for line in lines:
        if len(line.split()) <= 12 and not line.rstrip().endswith((".", ";")):
            testing = bool(_TEST_HEADING.search(line))
        if not testing or NCND in decision.says(line):
            kept.append(line)
    return kept


def said_of_all(loose: Sequence[Sequence[str]], citations: Sequence[Citation], decided: str = "") -> set[str]:
    """What the sentences say that speak of no question; numbers after a refusal of everything answer nothing.

    `decided`: the outcome that a sentence of them gives the whole. Where all is given nothing is refused.
    """
    relied = {c.quote for c in citations if c.relied_on}
    burden = any(c.relied_on and c.section.startswith("s14") for c in citations)
    dear = any(c.relied_on and c.section.startswith("s12") for c in citations)
    every = [sentence for line in loose for sentence in line]
    told = _Told(part=any(_refuses(sentence, relied) and _scoped(sentence) for sentence in every))
    told = replace(told, any=any(_denies(sentence, relied) for sentence in every), denied=bool(relied))
    found: set[str] = set()
    for line in loose:
        work = bool(relied) and reckons(" ".join(line))
        for sentence in line:
            said = _of_goodwill(sentence) or decision.says(sentence) or decision.lean(sentence, _SURE)
            told = told.after(sentence, said, relied)
            of_work = work or burden or (dear and of_search(sentence))
            if GIVEN not in found and not of_work and told.answers(sentence, said):
                found.add(GIVEN)
            found |= (said - {COUNTED}) | ({SMALL} if starts_small(sentence) else set())
    if NOUGHT in found and (NOT_HELD in found or told.any):
        found.discard(NOUGHT)
    if decided == GIVEN:
        found = found - ({REFUSED} if not relied else set()) | {GIVEN}
    return found - {NOUGHT} | ({GIVEN} if NOUGHT in found else set())


def _refuses(sentence: str, relied: Collection[str]) -> bool:
    return sentence in relied or bool(decision.says(sentence) & {REFUSED, NCND})


def _denies(sentence: str, relied: Collection[str]) -> bool:
    return _refuses(sentence, relied) or NOT_HELD in decision.says(sentence)


def _scoped(sentence: str) -> bool:
    """Whether the refusal is of a part: of names, of a breakdown, of the rest."""
    return _SCOPED.search(sentence)


def is_goodwill(lines: Sequence[str], *, has_data: bool = False) -> bool:
    """Whether something is given outside of the Act, beside a refusal. `has_data`: a table or file comes with it."""
    likely = [line for line in lines if _GOODWILL.search(line)]
    every = [sentence for line in likely for sentence in statements(line) if _GOODWILL.search(sentence)]
    return any(_gives(sentence) or (has_data and not _ELSEWHERE.search(sentence)) for sentence in every)


def _gives(sentence: str) -> bool:
    """Whether it tells or hands over something, and does not only say where else to look."""
    return (has_number(sentence) or bool(_SOMETHING.search(sentence))) and not _ELSEWHERE.search(sentence)


@dataclass(frozen=True)
class _Told:
    """What was refused: anything at all, a part, and by now everything or something not said to be a part.

    After a refusal of everything a number answers nothing. Where something is refused, and no part named, a number
    answers only before the refusal, and only when it stands as an answer does.
    """

    any: bool = False
    part: bool = False
    all: bool = False
    some: bool = False
    denied: bool = False  # by an exemption: a fact without a number answers nothing beside `not held`

    def after(self, sentence: str, said: Collection[str], relied: Collection[str]) -> "_Told":
        if not said and sentence not in relied:
            return self
        whole = verdict([sentence]) in (REFUSED, NOT_HELD, NCND)
        some = _refuses(sentence, relied) and not _scoped(sentence)
        return replace(self, all=self.all or whole, some=self.some or some)

    def answers(self, sentence: str, said: Collection[str]) -> bool:
        """Whether the sentence has a number that is an answer."""
        if self.all:
            return False
        if COUNTED in said or (self.denied and not said and decision.chances(sentence)[FACTS] > _FACT):
            return self.part or not self.some
        return GIVEN not in said and (self.part or not self.any) and has_number(sentence)


def _of_goodwill(sentence: str) -> frozenset[str]:
    given = _GOODWILL.search(sentence) and _gives(sentence)
    return decision.says(sentence) | {GIVEN} if given else frozenset()
