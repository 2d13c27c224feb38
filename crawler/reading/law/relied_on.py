"""Which of the sections that a reply names it relies on: all that its sentences say of a section, added up."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from crawler.reading.fields import Citation
from crawler.reading.law.citation_grammar import Mention, beside
from crawler.reading.law.law import number_of, subsection_of
from crawler.reading.law.stances import NEVER

_BRIEF, _HEADING = 200, 9  # characters of a line that heads what is said of a section, and words beside it, at most
_HEADED = -1.0  # what a heading counts for at the most: the words below it may put the section aside
_FADES = 0.8  # what was said before counts the less the more is said after it
_WHOLE = 0.6  # what is said of the section as a whole counts less for its subsection
_APPLIED = -1.0  # the sum below which a section is clearly applied
# The sum above which a section is not relied on: beside one that is clearly applied, and where there is none.
_BESIDE, _ALONE = -0.5, 1.0


class Cited(NamedTuple):
    """A citation, the log odds that its sentence does not apply the section, and whether that is but a heading."""

    citation: Citation
    against: float
    heading: bool


def settled(found: Sequence[Cited]) -> list[Citation]:
    """The citations, relied on only where the reply applies the section by all that it says of it."""
    relied = [one for one in found if one.citation.relied_on]
    sums = _sums([(subsection_of(one.citation.section), one) for one in relied])
    limits = {section: _limit(section, sums) for section in sums}
    return [one.citation if _stands(one, sums, limits) else replace(one.citation, relied_on=False) for one in found]


def _stands(one: Cited, sums: Mapping[str, float], limits: Mapping[str, float]) -> bool:
    """Whether the section is relied on as its sentence says, or was not even there."""
    if not one.citation.relied_on:
        return True
    section = subsection_of(one.citation.section)
    return sums[section] <= limits[section] and one.against <= max(limits[section], 0)


def _sums(found: Sequence[tuple[str, Cited]]) -> dict[str, float]:
    own = {section: _sum(section, found) for section in {section for section, _ in found}}
    # A section named without its subsection stands for the one that is applied most.
    return {section: total + min(_within(section, own), default=0) for section, total in own.items()}


def _within(section: str, own: Mapping[str, float]) -> list[float]:
    return [total for other, total in own.items() if other != section and number_of(other) == section]


def _sum(section: str, found: Sequence[tuple[str, Cited]]) -> float:
    """What is said of a section, and of it as a whole, one after the other."""
    number = number_of(section)
    some = [(of, one) for of, one in found if of in (section, number)]
    all_headings = all(one.heading for _, one in some)
    total = 0.0
    for of, one in some:
        # No sentence says more than that it surely applies the section, or surely not.
        least = _HEADED if one.heading and not all_headings else -NEVER
        share = 1 if of == section else _WHOLE
        total = _FADES * total + share * max(least, min(NEVER, one.against))
    return total


def is_heading(quote: str, named: Sequence[Mention]) -> bool:
    """Whether a sentence that names these sections is but their heading, or an item of a list of them."""
    return len(quote) < _BRIEF and not quote.rstrip().endswith((".", "?")) and beside(quote, named) <= _HEADING


def _limit(section: str, sums: Mapping[str, float]) -> float:
    others = [total for other, total in sums.items() if number_of(other) != number_of(section)]
    return _BESIDE if min(others, default=0) < _APPLIED else _ALONE
