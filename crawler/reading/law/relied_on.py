"""Which of the sections that a reply names it relies on: all that its sentences say of a section, added up."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from crawler.reading.fields import Citation
from crawler.reading.law.citation_grammar import beside
from crawler.reading.law.law import number_of, subsection_of
from crawler.reading.law.stances import NEVER

_BRIEF, _HEADING = 200, 9  # characters of a line that heads what is said of a section, and words beside it, at most
_HEADED = -1.0  # what a heading counts for at the most: the words below it may put the section aside
_FADES = 0.8  # what was said before counts the less the more is said after it
_WHOLE = 0.6  # what is said of the section as a whole counts less for its subsection
_APPLIED = -1.0  # the sum below which a section is clearly applied
# The sum above which a section is not relied on: beside one that is clearly applied, and where there is none.
_BESIDE, _ALONE = -0.5, 1.0


@dataclass(frozen=True)
class Cited:
    """A citation, and the log odds that its sentence does not apply the section."""

    citation: Citation
    against: float


def settled(found: Sequence[Cited]) -> list[Citation]:
    """The citations, relied on only where the reply applies the section by all that it says of it."""
    sums = _sums([one for one in found if one.citation.relied_on])
    limits = {section: _limit(section, sums) for section in sums}
    return [replace(one.citation, relied_on=_is_relied_on(one, sums, limits)) for one in found]


def _is_relied_on(one: Cited, sums: Mapping[str, float], limits: Mapping[str, float]) -> bool:
    section = subsection_of(one.citation.section)
    return one.citation.relied_on and sums[section] <= limits[section] and one.against <= max(limits[section], 0)


def _sums(found: Sequence[Cited]) -> dict[str, float]:
    sections = {subsection_of(one.citation.section) for one in found}
    own = {section: _sum(section, found) for section in sections}
    # A section named without its subsection stands for the one that is applied most.
    return {section: total + min(_within(section, own), default=0) for section, total in own.items()}


def _within(section: str, own: Mapping[str, float]) -> list[float]:
    return [total for other, total in own.items() if other != section and number_of(other) == section]


def _sum(section: str, found: Sequence[Cited]) -> float:
    """What is said of a section, and of it as a whole, one after the other."""
    number = number_of(section)
    some = [one for one in found if subsection_of(one.citation.section) in (section, number)]
    heads = [is_heading(one.citation.quote) for one in some]
    total = 0.0
    for one, head in zip(some, heads, strict=True):
        # No sentence says more than that it surely applies the section, or surely not.
        least = _HEADED if head and not all(heads) else -NEVER
        share = 1 if subsection_of(one.citation.section) == section else _WHOLE
        total = _FADES * total + share * max(least, min(NEVER, one.against))
    return total


def is_heading(quote: str) -> bool:
    """Whether a sentence that names sections is but their heading, or an item of a list of them."""
    return len(quote) < _BRIEF and not quote.rstrip().endswith((".", "?")) and beside(quote) <= _HEADING


def _limit(section: str, sums: Mapping[str, float]) -> float:
    others = [total for other, total in sums.items() if number_of(other) != number_of(section)]
    return _BESIDE if min(others, default=0) < _APPLIED else _ALONE
