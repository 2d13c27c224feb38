"""Whether a reply says that it gives all, or that it has applied no exemption so far: then a section is hardly one."""

from collections.abc import Sequence

from crawler.reading.outcome.decision import NCND, REFUSED
from crawler.reading.outcome.verdict_words import gives_all
from crawler.reading.questions.question_refs import named
from crawler.reading.sentences.leaning import leanings
from crawler.reading.sentences.signals import signals
from crawler.reading.sentences.statements import statements

_LIKELY = 0.5  # what decision.says() tells may be less
_NONE_YET = signals(
    r"\bno exemptions? (?:has|have) (?:yet|so far) been (?:applied|relied (?:up)?on|claimed|cited|engaged)\b"
    r"|\bno exemptions? (?:has|have) been (?:applied|relied (?:up)?on|claimed|cited|engaged) "
    r"(?:as )?(?:so far|yet|at (?:this|the) (?:stage|moment)|at present)\b"
)
_OF_SOME = signals(
    r"\b(?:those|these|both|the (?:other|remaining)) (?:\w+ )?(?:elements?|parts?|points?|items?|matters|limbs?|two)\b"
    r"|\b(?:first|second|third|fourth|fifth|last|final) (?:\w+ )?(?:elements?|parts?|points?|items?|questions?"
    r"|limbs?)\b"
)


def gives_all_or_waits(response: Sequence[str]) -> bool:
    """Whether the reply ends by giving all that was asked for, or has applied no exemption so far."""
    return any(map(_NONE_YET.search, response)) or _ends_with_all(response)


def _ends_with_all(response: Sequence[str]) -> bool:
    """Whether the answer gives all, and refuses nothing below: `all of it` may be said of one question."""
    last = max((at for at, line in enumerate(response) if _says_all(line)), default=-1)
    return last >= 0 and not any(kept_back(one) > _LIKELY for line in response[last + 1 :] for one in statements(line))


def _says_all(line: str) -> bool:
    return any(gives_all(one) and not (named(one, ()) or _OF_SOME.search(one)) for one in statements(line))


def kept_back(sentence: str) -> float:
    """How likely a sentence refuses, or neither confirms nor denies."""
    leans = leanings(sentence)
    return leans[REFUSED] + leans[NCND]
