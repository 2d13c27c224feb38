"""Which of the sections that a reply speaks of it applies, when others did bring some of them up.

A long letter explains the law: it names what its writer weighed, what a supplier asked for, and what the Tribunal said.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from crawler.reading.fields import Citation
from crawler.reading.law import relied_on
from crawler.reading.law.citation_grammar import beside
from crawler.reading.law.law import number_of
from crawler.reading.outcome.decision import NCND, REFUSED
from crawler.reading.sentences.leaning import leanings

_HEADING = 9  # words beside the section of a line that heads its reasons, or lists it, at the most
_LABEL = 4  # and of a sentence that only names it
_SPEAKS = 0.1  # how likely the sentence refuses or neither confirms nor denies, below which it only speaks of a section


@dataclass(frozen=True)
class Cited:
    """A citation, and what its sentence says of it: one of the stances of relied_on."""

    citation: Citation
    stance: str


def without_asides(found: Sequence[Cited], said: Sequence[Citation]) -> list[Citation]:
    """The citations as `said`, none relied on of a section that is but spoken of where another is applied."""
    applied = {number_of(c.section) for one, c in zip(found, said, strict=True) if c.relied_on and _applies(one)}
    return [
        replace(c, relied_on=False) if applied and c.relied_on and number_of(c.section) not in applied else c
        for c in said
    ]


def _applies(one: Cited) -> bool:
    """Whether a section is applied where it is cited: in so many words, as a heading or in a list, or by a refusal."""
    if one.stance == relied_on.FOR:
        return True
    quote = one.citation.quote
    words = beside(quote)
    if words <= _LABEL or (words <= _HEADING and not quote.rstrip().endswith((".", "?"))):
        return True
    leans = leanings(quote)
    return leans[REFUSED] + leans[NCND] > _SPEAKS
