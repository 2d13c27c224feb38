"""What became of a request, from the words of the reply; `unknown` rather than a guess.

Judged question by question where answers exist, then as a whole from these and from the sentences that decide.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from crawler.reading.fields import Citation
from crawler.reading.law.annex import annexed
from crawler.reading.law.law import number_of
from crawler.reading.law.relied_on import applies
from crawler.reading.outcome import decision
from crawler.reading.outcome.answer_signals import SMALL, Relied
from crawler.reading.outcome.decision import GIVEN, NCND, NOT_HELD, REFUSED
from crawler.reading.outcome.outcome_parts import Parts, by_question, one
from crawler.reading.outcome.pending import otherwise, undecided
from crawler.reading.outcome.running_text import deciding, is_goodwill, said_of_all
from crawler.reading.outcome.spread import spread
from crawler.reading.outcome.table_parts import alone
from crawler.reading.outcome.verdict_words import taken_back
from crawler.reading.outcome.weighing import Signs, by_part, signs_of, told_apart, weighed
from crawler.reading.questions.questions import Numbered
from crawler.reading.sentences.statements import statements

_LIKELY = 0.7
_POINTS_BACK = re.compile(r"(?:these|this|they|that|those|it|such)\b", re.I)


@dataclass(frozen=True)
class Decision:
    """`outcome`, one of fields.OUTCOMES; `parts` by question; whether any part is neither confirmed nor denied."""

    outcome: str
    parts: dict[str, str]
    ncnd_part: bool


def decide(
    lines: Sequence[str],
    citations: Sequence[Citation],
    *,
    asked: Sequence[Numbered] = (),
    given: Sequence[Numbered] = (),
    has_data: bool = False,
    small: bool = False,
    answered: bool = False,
    waits: bool = False,
    page: Sequence[str] = (),
) -> Decision:
    """The outcome of a reply. `has_data`: it carries a table or file of data; `small`: with small numbers kept back.

    `answered`: the words stand under a heading of answer, so that words with no refusal in them are one.
    `waits`: it reads like one that answers nothing yet. `page`: all lines; a receipt may stand
    outside of the answer, and a legal annex decides nothing.
    """
    lines = _own(lines, page)
    parts = by_question(deciding(lines), asked, given, _relied(citations), small=small)
    said = said_of_all(parts.loose, citations, parts.verdict) | parts.said
    said |= ({GIVEN} if has_data else set()) | ({SMALL} if small and has_data else set())
    favour = is_goodwill(lines, has_data=has_data)
    relied = [c for c in citations if c.relied_on]
    puts_off = waits and not (relied or parts.verdict or said & {NOT_HELD, NCND})
    whole = "pending" if puts_off else _whole(lines, parts, said, citations, favour)
    whole = otherwise(lines, page, answered) if whole == "unknown" else whole
    known = {"waits": float(waits), **told_apart(parts.outcomes, parts.known)}
    known |= {name: 1.0 for name, holds in (("goodwill", favour), ("data", has_data), ("small", small)) if holds}
    whole = _weighed(whole, lines, relied, known)
    outcomes = spread(
        whole,
        _by_words(whole, parts, citations, asked),
        parts.known,
        data=GIVEN in said or parts.verdict != "",
        goodwill=favour,
        numbered=all(question["number"] for question in asked),
        refused=_of_the_rest(parts, citations) if whole == "part_disclosed" else "",
    )
    return Decision(whole, _weighed_each(outcomes, parts, relied, whole), NCND in said or any(map(_ncnd, relied)))


def _own(lines: Sequence[str], page: Sequence[str]) -> list[str]:
    """The lines that count: neither of an answer that was taken back nor of a legal annex."""
    annex = annexed(page or lines)
    return [line for line in lines[len(taken_back(lines)) :] if line not in annex]


def _weighed(whole: str, lines: Sequence[str], relied: Sequence[Citation], known: Signs) -> str:
    """The outcome of the whole, its words once more beside what the rules made of them."""
    said = [one for line in lines for one in statements(line)]
    # A small number kept back makes a part, whatever else is said.
    if whole == "unknown" or not said or ("small" in known and whole == "part_disclosed"):
        return whole
    kinds = dict.fromkeys("ncnd" if _ncnd(c) else number_of(c.section) for c in relied)
    every = ["all ncnd"] if relied and all(map(_ncnd, relied)) else []
    signs = signs_of(said, whole, {c.quote for c in relied}, [*every, *(f"relied {one}" for one in kinds)])
    return weighed("whole", whole, signs | known)


def _weighed_each(outcomes: Mapping[str, str], parts: Parts, relied: Sequence[Citation], whole: str) -> dict[str, str]:
    signs = by_part(outcomes, parts.words, {c.quote for c in relied}, whole)
    return {name: weighed("part", one, signs[name]) if name in signs else one for name, one in outcomes.items()}


def _of_the_rest(parts: Parts, citations: Sequence[Citation]) -> str:
    """What a refusal makes of questions that it does not name: `refused` or `ncnd`; empty when there is none."""
    relied = {c.quote: c for c in citations if c.relied_on}
    loose = [sentence for line in parts.loose for sentence in line]
    if any(REFUSED in decision.says(one) or (one in relied and not _ncnd(relied[one])) for one in loose):
        return "refused"
    return "ncnd" if any(NCND in decision.says(one) or one in relied for one in loose) else ""


def _by_words(whole: str, parts: Parts, citations: Sequence[Citation], asked: Sequence[Numbered]) -> dict[str, str]:
    """The parts, and where none is kept back by name in a part-disclosure, the one whose words a refusal shares."""
    if whole != "part_disclosed" or set(parts.outcomes.values()) - {"disclosed", "not_held"}:
        return parts.outcomes
    texts = {question["number"]: question["text"] or "" for question in asked if question["number"]}
    relied = {c.quote for c in citations if c.relied_on}
    every = [pair for line in parts.loose for pair in zip(("", *line), line, strict=False)]
    kept_back = {
        alone(f"{before} {one}" if _POINTS_BACK.match(one) else one, texts)
        for before, one in every
        if one in relied or REFUSED in decision.says(one)
    } - {""}
    named = {name: "part_disclosed" if name in parts.outcomes else "refused" for name in kept_back}
    return parts.outcomes | named


def _relied(citations: Sequence[Citation]) -> Relied:
    """The sentences that rely on a section: also those that name only its number, where the exact one is relied on."""
    relied = [c for c in citations if c.relied_on]
    exact = {number_of(c.section) for c in relied}
    quotes = {c.quote for c in relied}
    quotes |= {c.quote for c in citations if c.place == "response" and c.section in exact and _applied(c.quote)}
    return Relied(
        frozenset(quotes), frozenset(quotes - {c.quote for c in citations if c.quote in quotes and not _ncnd(c)})
    )


def _applied(quote: str) -> bool:
    return applies(quote) or decision.lean(quote, _LIKELY) == {REFUSED}


def _ncnd(citation: Citation) -> bool:
    """Whether the section excuses from saying what is held; section 12(2) is of the cost of finding that out."""
    return citation.ncnd and number_of(citation.section) != "s12"


def _whole(lines: Sequence[str], parts: Parts, said: set[str], citations: Sequence[Citation], goodwill: bool) -> str:
    relied = [c for c in citations if c.relied_on]
    if not parts.verdict and undecided(lines, said):
        return "pending"
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
        return one(said | ({NCND} if all(map(_ncnd, relied)) and relied else {REFUSED}))
    return one(said if NOT_HELD not in said else said - {REFUSED})


def _without_data(parts: Parts, said: set[str], relied: Sequence[Citation]) -> str:
    """NCND beside a refusal of something else is a refusal; beside `nothing held`, when of the rest, not held."""
    kinds = set(parts.outcomes.values())
    if "refused" in kinds and len(kinds) > 1:
        return "refused"
    loose = [sentence for line in parts.loose for sentence in line]
    own = [s for s in loose if REFUSED in decision.says(s) and any(c.quote == s and not _ncnd(c) for c in relied)]
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
