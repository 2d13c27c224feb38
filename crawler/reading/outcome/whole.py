"""The outcome of the whole by rules: from what its questions were told and from the sentences that decide."""

from collections.abc import Sequence

from crawler.reading.fields import Citation
from crawler.reading.law.law import number_of
from crawler.reading.outcome import decision
from crawler.reading.outcome.decision import GIVEN, NCND, NOT_HELD, REFUSED
from crawler.reading.outcome.outcome_parts import Parts
from crawler.reading.outcome.pending import postpones, takes_time
from crawler.reading.outcome.settled import one
from crawler.reading.sentences.statements import statements


def is_ncnd(citation: Citation) -> bool:
    """Whether the section excuses from saying what is held; section 12(2) is of the cost of finding that out."""
    return citation.ncnd and number_of(citation.section) != "s12"


def by_rules(
    lines: Sequence[str],
    parts: Parts,
    said: set[str],
    citations: Sequence[Citation],
    *,
    goodwill: bool,
    has_data: bool,
) -> str:
    """One of fields.OUTCOMES. `said`: what the sentences say; `goodwill`: something is given outside of the Act."""
    relied = [c for c in citations if c.relied_on]
    if not parts.verdict and takes_time(lines) and not (GIVEN in said and (has_data or _gives(lines, parts))):
        return "pending"
    if not goodwill and _none_given(parts):
        said = said - {GIVEN}
    if parts.verdict == "refused":
        gave = goodwill or {"disclosed", "part_disclosed"} & set(parts.outcomes.values())
        return "part_disclosed" if gave else "refused"
    if parts.verdict == "part_disclosed":
        return "part_disclosed"
    if parts.verdict == "disclosed" and not relied and NCND not in said:
        return "disclosed"
    if NCND in said and GIVEN not in said:
        return _without_data(parts, said, relied)
    if relied or (REFUSED in said and _is_firm(parts, said)):
        return one(said | ({NCND} if all(map(is_ncnd, relied)) and relied else {REFUSED}))
    told = one(said if NOT_HELD not in said else said - {REFUSED})
    return "pending" if told == "disclosed" and not parts.outcomes and postpones(lines) else told


def _none_given(parts: Parts) -> bool:
    """Whether each question was told apart, and nothing given of any: a table of them is no data then."""
    kinds = set(parts.outcomes.values())
    return bool(parts.known) and parts.outcomes.keys() >= set(parts.known) and kinds <= {"refused", "not_held", "ncnd"}


def _gives(lines: Sequence[str], parts: Parts) -> bool:
    """Whether something is given in so many words: `we expect to write by 19 May` is no figure."""
    answered = {"disclosed", "part_disclosed"} & set(parts.outcomes.values())
    return bool(answered) or any(GIVEN in decision.says(one) for line in lines for one in statements(line))


def _without_data(parts: Parts, said: set[str], relied: Sequence[Citation]) -> str:
    """NCND beside a refusal of something else is a refusal; beside `nothing held`, when of the rest, not held."""
    kinds = set(parts.outcomes.values())
    if "refused" in kinds and len(kinds) > 1:
        return "refused"
    loose = [sentence for line in parts.loose for sentence in line]
    own = [s for s in loose if REFUSED in decision.says(s) and any(c.quote == s and not is_ncnd(c) for c in relied)]
    if own:
        return "refused"
    rest = [s for s in loose if NCND in decision.says(s)]
    return "not_held" if NOT_HELD in said and rest and all(map(decision.of_the_rest, rest)) else "ncnd"


def _is_firm(parts: Parts, said: set[str]) -> bool:
    """Whether something is refused, and not only `cannot be provided`, which nothing that is not held can."""
    if NOT_HELD not in said or "refused" in parts.outcomes.values() or "part_disclosed" in parts.outcomes.values():
        return True
    refusals = [s for line in parts.loose for s in line if REFUSED in decision.says(s)]
    return any(map(decision.is_firm, refusals))
