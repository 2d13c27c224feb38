"""What became of each question: from its own answer, its table, and from the sentences that name it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from crawler.reading.outcome.answer_signals import Relied, as_above, of_answer
from crawler.reading.outcome.attributed import Block, attributed
from crawler.reading.outcome.decision import NCND, NOT_HELD, REFUSED
from crawler.reading.outcome.line_parts import of_lines, of_tables
from crawler.reading.outcome.settled import one, settled, unexplained
from crawler.reading.outcome.verdict import verdict
from crawler.reading.outcome.worded_parts import add_worded
from crawler.reading.questions.question_refs import keys, named, texts_of
from crawler.reading.questions.questions import Numbered
from crawler.reading.sentences.statements import statements

_AND_MORE = re.compile(
    r"\W*(?:and|&|to|[–-])\s\(?(?:q\s?)?(?:\d{1,2}|[a-h])[).:]", re.I
)  # the rest of `2) and 3) Both`

# `For the reason given under question 6` is said of the question that it stands under.
_FOR_REASONS = re.compile(r"\bfor (?:the|that) (?:\w+ )?reasons?\b", re.I)
# `The exemption for this part, and for the names in question 2` is said of the part that it stands under too.
_THIS = re.compile(r"\b(?:this|the present) (?:part|question|point|item|one|limb|element)\b", re.I)
_NOTHING = Relied()


@dataclass(frozen=True)
class Parts:
    """The outcome by question, what each was told, the sentences of the whole line by line, and the verdict there.

    `words`: the sentences that are said of each question.
    """

    outcomes: dict[str, str]
    said: frozenset[str]
    loose: tuple[tuple[str, ...], ...]
    verdict: str
    known: tuple[str, ...]
    words: dict[str, list[str]]


def by_question(
    lines: Sequence[str],
    asked: Sequence[Numbered],
    given: Sequence[Numbered],
    relied: Relied = _NOTHING,
    *,
    small: bool = True,
) -> Parts:
    """Judge each question of a reply; the keys are the numbers that questions and answers bear.

    A small number kept back makes a part; `small`: whether there is any. Numbers among the reasons for a refusal
    answer no question.
    """
    known = keys(asked, given)
    own = [answer for answer in given if answer["number"] and not _of_others(answer, known)]
    blocks = list(attributed(lines, known, {answer["number"] or "": answer["text"] or "" for answer in own}))
    loose = [_of_the_whole(block, known) for block in blocks if block.told]
    decided = verdict(sentence for line in loose for sentence in line)
    told: dict[str, set[str]] = {}
    for answer in own:
        told.setdefault(answer["number"] or "", set()).update(of_answer(_own_words(answer, known), relied))
    kept_back = of_tables(blocks, texts_of(asked), told, small=small)
    of_lines(blocks, known, told, relied, kept_back, denied=decided in (REFUSED, NOT_HELD, NCND))
    words = _words(own, blocks)
    if decided not in (REFUSED, NOT_HELD, NCND):
        add_worded(loose, asked, told, words, relied)
    _copy(given, told, known)
    told = told if relied.quotes else unexplained(told, decided)
    outcomes = {name: one(signals) for name, signals in told.items()}
    ordered = [name for name in known if name in outcomes]
    ordered += [name for name in outcomes if name not in ordered]
    return Parts(
        {name: outcomes[name] for name in ordered if outcomes[name] != "unknown"},
        frozenset().union(*map(settled, told.values())) if told else frozenset(),
        tuple(loose),
        decided,
        known,
        words,
    )


def _own_words(answer: Numbered, known: Sequence[str]) -> str:
    """The text of an answer without the later sentences that speak of other questions alone."""
    first, *rest = statements(answer["text"] or "") or ("",)
    named_in = ((one, named(_FOR_REASONS.split(one, 1)[0], known)) for one in rest)
    kept = [
        one
        for one, others in named_in
        if not others or answer["number"] in others or "*" in others or _THIS.search(one)
    ]
    return " ".join((first, *kept)) if len(kept) < len(rest) else answer["text"] or ""


def _words(own: Sequence[Numbered], blocks: Iterable[Block]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for answer in own:
        found.setdefault(answer["number"] or "", []).extend(statements(answer["text"] or ""))
    for told in (told for block in blocks for told in block.told if not told.but):
        for name in told.names:
            found.setdefault(name, []).append(told.sentence)
    return found


def _of_the_whole(block: Block, known: Sequence[str]) -> tuple[str, ...]:
    """The sentences of a line that name no question, or every one of several."""
    every = set(known) if len(known) > 1 else {""}
    return tuple(told.sentence for told in block.told if not told.names or set(told.names) == every or told.but)


def _copy(given: Sequence[Numbered], told: dict[str, set[str]], known: Sequence[str]) -> None:
    """`As above` and `see question 1` are what was said there."""
    before = ""
    for answer in given:
        number, text = answer["number"] or "", (answer["text"] or "").strip(" .")
        if as_above(text):
            names = [name for name in named(text, known) if name in told and name != number] or [before]
            told[number] = set().union(*(told.get(name, set()) for name in names))
        before = number


def _of_others(answer: Numbered, known: Sequence[str]) -> bool:
    """Whether what was taken for the answer to a question speaks of several: `2. Questions 2 and 3 are exempt`."""
    if _AND_MORE.match(answer["text"] or ""):
        return True
    others = set(named((answer["text"] or "")[:60], known)) - {answer["number"]}
    return bool(others) and not as_above(answer["text"] or "")
