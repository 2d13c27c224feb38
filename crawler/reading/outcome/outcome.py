"""What became of a request, from the words of the reply; `unknown` rather than a guess.

What each sentence says is weighed for each question (part_signs.py), and for the whole (weighing.py).
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from crawler.reading.fields import Citation
from crawler.reading.law.annex import annexed
from crawler.reading.law.law import number_of
from crawler.reading.outcome.alignment import Aligned, Sentence, aligned, said_in_order
from crawler.reading.outcome.answering import answering
from crawler.reading.outcome.as_above import copied
from crawler.reading.outcome.consistent import agreed, consistent, in_groups
from crawler.reading.outcome.counted import has_number
from crawler.reading.outcome.decision import NCND, REFUSED, says
from crawler.reading.outcome.goodwill import is_goodwill
from crawler.reading.outcome.part_signs import columns, part_signs
from crawler.reading.outcome.pending import puts_off
from crawler.reading.outcome.pointers import only_points
from crawler.reading.outcome.stems import stems_of
from crawler.reading.outcome.told import Told, told
from crawler.reading.outcome.verdict_words import taken_back
from crawler.reading.outcome.weighing import ARTICLE, Signs, answer, of_each, weighed
from crawler.reading.outcome.whole_signs import whole_signs
from crawler.reading.questions.question_refs import texts_of
from crawler.reading.questions.questions import Numbered
from crawler.reading.sentences.leaning import leanings

_DENIALS = frozenset((REFUSED, NCND))
_NOTHING, _SURELY = 0.5, 0.9  # how likely a sentence says nothing, or neither confirms nor denies
_LEAST = 0.35  # likelihood below which nothing says what became of a question


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
    waits: bool = False,
    article: bool = False,
    page: Sequence[str] = (),
) -> Decision:
    """The outcome of a reply. `has_data`: it carries a table or file of data; `small`: with small numbers kept back.

    `waits`: it reads like one that answers nothing yet. `article`: a newspaper tells of it. `page`: all lines; a
    receipt may stand outside of the answer, and a legal annex decides nothing.
    """
    lines = _own(lines, page)
    relied = [c for c in citations if c.relied_on]
    if not (given or has_data or relied) and only_points(lines):
        return Decision("unknown", {}, ncnd_part=False)
    texts = texts_of(asked)
    on_each = told(lines, asked, given, texts, small=small)
    said = said_in_order(lines, on_each.words, on_each.known)
    if not said or not (given or relied or any(map(_tells, said))):
        unread = "pending" if waits or puts_off([*lines, *page]) else "unknown"
        return Decision("disclosed" if has_data else unread, {}, ncnd_part=False)
    known = {"data": has_data, "small": small, "waits": waits, ARTICLE: article}
    known["goodwill"] = is_goodwill(lines, has_data=has_data)
    signs = [*(name for name, holds in known.items() if holds), *_of_sections(relied)]
    heard = aligned(said, _named(texts, asked, on_each))
    whole, parts = _weighed(heard, relied, asked, on_each, dict.fromkeys(signs, 1.0))
    ncnd = any(map(is_ncnd, relied)) or any(leanings(one.text)[NCND] > _SURELY for one in said)
    return Decision(whole, in_groups(copied(parts, given), on_each.words), ncnd)


def _tells(one: Sentence) -> bool:
    """Whether a sentence is likely to say anything of the request: `thank you for your letter` is not."""
    return leanings(one.text)[""] < _NOTHING or has_number(one.text)


def is_ncnd(citation: Citation) -> bool:
    """Whether the section excuses from saying what is held; section 12(2) is of the cost of finding that out."""
    return citation.ncnd and number_of(citation.section) != "s12"


def _named(texts: dict[str, str], asked: Sequence[Numbered], on_each: Told) -> dict[str, str]:
    """The questions that are weighed, each with its text; those that bear no number only where a reply names them."""
    numbered = all(question["number"] for question in asked)
    return {name: texts.get(name, "") for name in on_each.known if numbered or name in on_each.words}


def _own(lines: Sequence[str], page: Sequence[str]) -> list[str]:
    """The lines that count: neither of an answer that was taken back nor of a legal annex."""
    annex = annexed(tuple(page or lines))
    return [line for line in lines[len(taken_back(tuple(lines))) :] if line not in annex]


def _weighed(
    heard: Aligned, relied: Sequence[Citation], asked: Sequence[Numbered], on_each: Told, known: Signs
) -> tuple[str, dict[str, str]]:
    """The outcome of the whole and of each question."""
    quotes = {c.quote for c in relied}
    said = [one.text for one in heard.said]
    denies = [one in quotes or not _DENIALS.isdisjoint(says(one)) for one in said]
    stems = frozenset[str]().union(*(stems_of(question["text"] or "") for question in asked))
    sentences = answering(heard.said, stems, quotes, denies)
    answers = list(map(answer, sentences))
    own = {name: _own_signs(name, on_each) for name in heard.asked}
    likely = of_each(part_signs(heard, columns(heard, quotes, answers), known, own) if heard.asked else {})
    signs = known | whole_signs(said, answers, denies, likely)
    whole = agreed(weighed(signs), likely, signs)
    return whole, consistent(whole, likely, on_each.small, _LEAST)


def _of_sections(relied: Sequence[Citation]) -> list[str]:
    """The signs of what the force relies on."""
    denies = [is_ncnd(c) or (c.ncnd and NCND in says(c.quote)) for c in relied]
    kinds = ["ncnd" if ncnd else number_of(c.section) for c, ncnd in zip(relied, denies, strict=True)]
    return [*(f"relied {kind}" for kind in kinds), *(["all ncnd"] if denies and all(denies) else [])]


def _own_signs(name: str, on_each: Told) -> Collection[str]:
    signs = (("table", on_each.tables), ("masked", on_each.masked))
    return [sign for sign, names in signs if name in names]
