"""What became of a request, from the words of the reply; `unknown` rather than a guess.

Judged question by question where answers exist, then as a whole from these and from the sentences that decide.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from crawler.reading.fields import Citation
from crawler.reading.law.annex import annexed
from crawler.reading.law.law import number_of
from crawler.reading.law.relied_on import applies
from crawler.reading.outcome import decision
from crawler.reading.outcome.alignment import Aligned, aligned, said_in_order
from crawler.reading.outcome.answer_signals import SMALL, Relied
from crawler.reading.outcome.answering import answering
from crawler.reading.outcome.consistent import agreed, consistent
from crawler.reading.outcome.decision import GIVEN, NCND, NOT_HELD, REFUSED
from crawler.reading.outcome.doubt import in_doubt
from crawler.reading.outcome.outcome_parts import Parts, by_question
from crawler.reading.outcome.part_signs import Ruled, columns, part_signs
from crawler.reading.outcome.pending import otherwise
from crawler.reading.outcome.pointers import only_points
from crawler.reading.outcome.running_text import deciding, is_goodwill, said_of_all
from crawler.reading.outcome.spread import spread
from crawler.reading.outcome.stems import stems_of
from crawler.reading.outcome.table_parts import alone
from crawler.reading.outcome.verdict_words import taken_back
from crawler.reading.outcome.weighing import Signs, answer, of_answers, of_each, of_parts, signs_of, told_apart, weighed
from crawler.reading.outcome.whole import by_rules, is_ncnd
from crawler.reading.questions.question_refs import texts_of
from crawler.reading.questions.questions import Numbered
from crawler.reading.sentences.statements import statements

_LIKELY, _DENIES = 0.7, 0.6  # how likely a sentence refuses
_LEAST = 0.35  # likelihood below which nothing says what became of a question
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
    if not (given or has_data or _relied(citations).quotes) and only_points(lines):
        return Decision("unknown", {}, ncnd_part=False)
    counted = deciding(lines)
    parts = by_question(counted, asked, given, _relied(citations), small=small)
    said = said_of_all(parts.loose, citations, parts.verdict) | parts.said
    said |= ({GIVEN} if has_data else set()) | ({SMALL} if small and has_data else set())
    favour = is_goodwill(lines, has_data=has_data)
    relied = [c for c in citations if c.relied_on]
    puts_off = waits and not (relied or parts.verdict or said & {NOT_HELD, NCND})
    whole = by_rules(lines, parts, said, citations, goodwill=favour, has_data=has_data) if not puts_off else "pending"
    whole = otherwise(lines, page, answered) if whole == "unknown" else whole
    outcomes = _spread(whole, parts, citations, asked, data=GIVEN in said or parts.verdict != "", goodwill=favour)
    ruled, texts = Ruled(whole, outcomes, parts.outcomes), _texts(asked, parts, outcomes)
    denied = bool(said & {REFUSED, NOT_HELD, NCND})
    doubted = whole != "unknown" and in_doubt(ruled, texts, relied=bool(relied), data=has_data, denied=denied)
    if doubted and (every := [one for line in lines for one in statements(line)]):
        known = {name: 1.0 for name, holds in (("goodwill", favour), ("data", has_data), ("small", small)) if holds}
        known |= {"waits": float(waits), **told_apart(parts.outcomes, parts.known)}
        heard = aligned(said_in_order(counted, parts.words, parts.known), texts)
        whole, outcomes = _weighed(ruled, every, heard, relied, asked, known)
    return Decision(whole, outcomes, NCND in said or any(map(is_ncnd, relied)))


def _spread(
    whole: str, parts: Parts, citations: Sequence[Citation], asked: Sequence[Numbered], *, data: bool, goodwill: bool
) -> dict[str, str]:
    return spread(
        whole,
        _by_words(whole, parts, citations, asked),
        parts.known,
        data=data,
        goodwill=goodwill,
        numbered=_all_numbered(asked),
        refused=_of_the_rest(parts, citations) if whole == "part_disclosed" else "",
    )


def _all_numbered(asked: Sequence[Numbered]) -> bool:
    return all(question["number"] for question in asked)


def _texts(asked: Sequence[Numbered], parts: Parts, outcomes: Collection[str]) -> dict[str, str]:
    """The questions that are weighed, each with its text; those that bear no number only where a reply names them.

    Nor are those weighed of which the reply speaks as a group.
    """
    texts = texts_of(asked)
    single = [name for name in parts.known if name.partition(" Q")[0] not in outcomes]
    names = [*(single if _all_numbered(asked) else ()), *outcomes]
    return {name: texts.get(name, "") for name in names}


def _own(lines: Sequence[str], page: Sequence[str]) -> list[str]:
    """The lines that count: neither of an answer that was taken back nor of a legal annex."""
    annex = annexed(page or lines)
    return [line for line in lines[len(taken_back(lines)) :] if line not in annex]


def _weighed(
    ruled: Ruled,
    every: Sequence[str],
    heard: Aligned,
    relied: Sequence[Citation],
    asked: Sequence[Numbered],
    known: Signs,
) -> tuple[str, dict[str, str]]:
    """The outcome of the whole and of each question: the words once more beside what the rules made of them."""
    quotes = {c.quote for c in relied}
    kinds = dict.fromkeys(f"relied {'ncnd' if is_ncnd(c) else number_of(c.section)}" for c in relied)
    stems = frozenset[str]().union(*(stems_of(question["text"] or "") for question in asked))
    sentences = answering(heard.said, stems, quotes)
    answers = list(map(answer, sentences))
    likely = of_each(
        part_signs(heard, columns(heard, sentences, answers), ruled, {**known, **dict.fromkeys(kinds, 1.0)})
        if heard.asked
        else {}
    )
    # A small number kept back makes a part, whatever else is said.
    if "small" in known and ruled.whole == "part_disclosed":
        return ruled.whole, consistent(ruled.whole, likely, ruled.parts, _LEAST)
    denies = [one.text in quotes or decision.chances(one.text)[REFUSED] > _DENIES for one in heard.said]
    signs = signs_of(
        every, ruled.whole, quotes, [*kinds, *(["all ncnd"] if relied and all(map(is_ncnd, relied)) else [])]
    )
    signs |= known | of_answers(answers, denies, ruled.whole, quotes) | of_parts(likely)
    whole = agreed(weighed(ruled.whole, signs), likely)
    return whole, consistent(whole, likely, ruled.parts, _LEAST)


def _of_the_rest(parts: Parts, citations: Sequence[Citation]) -> str:
    """What a refusal makes of questions that it does not name: `refused` or `ncnd`; empty when there is none."""
    relied = {c.quote: c for c in citations if c.relied_on}
    loose = [sentence for line in parts.loose for sentence in line]
    if any(REFUSED in decision.says(one) or (one in relied and not is_ncnd(relied[one])) for one in loose):
        return "refused"
    return "ncnd" if any(NCND in decision.says(one) or one in relied for one in loose) else ""


def _by_words(whole: str, parts: Parts, citations: Sequence[Citation], asked: Sequence[Numbered]) -> dict[str, str]:
    """The parts, and where none is kept back by name in a part-disclosure, the one whose words a refusal shares."""
    if whole != "part_disclosed" or set(parts.outcomes.values()) - {"disclosed", "not_held"}:
        return parts.outcomes
    texts = texts_of(asked)
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
        frozenset(quotes), frozenset(quotes - {c.quote for c in citations if c.quote in quotes and not is_ncnd(c)})
    )


def _applied(quote: str) -> bool:
    return applies(quote) or decision.lean(quote, _LIKELY) == {REFUSED}
