"""What the tables and sentences of a reply say of the questions that they are attributed to."""

import re
from collections.abc import Iterable, Mapping, Sequence

from crawler.reading.outcome.answer_signals import CANNOT, SMALL, Relied, of_reasons, of_sentence
from crawler.reading.outcome.attributed import Block, Told
from crawler.reading.outcome.counted import reckons
from crawler.reading.outcome.decision import GIVEN, NCND, NOT_HELD, REFUSED
from crawler.reading.outcome.part_words import denies_outright
from crawler.reading.outcome.table_parts import masked
from crawler.reading.questions.question_refs import named

# A heading that only names a question says nothing of it.
_HEADING = re.compile(r"\W*(?:q(?:uestion)?|point|part|item|request|limb)s?\W*\w{1,3}\W*", re.I)
_KEPT = frozenset((REFUSED, NCND, NOT_HELD))
_Masked = dict[tuple[str, ...], set[str]]


def of_tables(blocks: Iterable[Block], texts: Mapping[str, str], told: dict[str, set[str]], *, small: bool) -> _Masked:
    """Add what tables give of the questions that the words above them name; what is masked is kept back from one.

    `texts`: the questions by number. Returned are the questions of which a table that answers several keeps a figure
    back, by the questions that it answers.
    """
    found: _Masked = {}
    # Nothing more is kept back of what was refused whole.
    free = {name: text for name, text in texts.items() if not told.get(name) or not told[name] <= _KEPT}
    for block in blocks:
        if not block.rows:
            continue
        under = {name: texts.get(name, "") for name in block.under if name != "*"}
        for name in under:
            told.setdefault(name, set()).add(GIVEN)
        kept_back = masked(block.rows, under or free) if small else set()
        if kept_back and len(under) > 1:
            found[tuple(under)] = kept_back
        for name in kept_back if under or len(kept_back) < max(len(free), 2) <= len(texts) else ():
            told.setdefault(name, set()).update((GIVEN, SMALL))
    return found


def of_lines(
    blocks: Iterable[Block],
    known: Sequence[str],
    told: dict[str, set[str]],
    relied: Relied,
    kept_back: _Masked,
    *,
    denied: bool,
) -> None:
    """Add what sentences say of the questions that they are attributed to. `kept_back`: what of_tables() returned."""
    outright: tuple[str, ...] = ()
    for block in blocks:
        work = bool(relied.quotes) and reckons(" ".join(one.sentence for one in block.told))
        for at in block.told:
            outright = outright if at.names == outright else ()
            if not at.names or _HEADING.fullmatch(at.sentence):
                continue
            own = bool(named(at.sentence, known))
            alone = not work and own and not any(told.get(name) for name in at.names)
            counts = not (work or denied or outright)
            signals = of_sentence(at.sentence, relied, counts=counts, points=True, alone=alone)
            if outright and not own:
                signals = of_reasons(at.sentence, signals)
            elif signals and signals <= _KEPT and denies_outright(at.sentence):
                outright = at.names
            if at.but:
                _all_but(at.names, known, told, signals or {GIVEN})
                continue
            every = len(at.names) > 1 and set(at.names) == set(known)
            for name in _names(at, known, told, kept_back, signals, own=own) if signals else ():
                # `Each question stands beside its answer` says nothing of one that has its own.
                told[name] = told.get(name, set()) | (signals - {GIVEN} if every and told.get(name) else signals)


def _names(
    at: Told,
    known: Sequence[str],
    told: Mapping[str, set[str]],
    kept_back: _Masked,
    signals: set[str],
    *,
    own: bool,
) -> Iterable[str]:
    """The questions that a sentence speaks of; `the other questions` are those that nothing was said of yet.

    What refuses below a table that answers several is said of those of which it keeps a figure back.
    """
    if "*" in at.names:
        return [key for key in known if key not in told]
    return kept_back.get(at.names, at.names) if not own and signals & {REFUSED, CANNOT} else at.names


def _all_but(names: Sequence[str], known: Sequence[str], told: dict[str, set[str]], signals: set[str]) -> None:
    """`All is given but question 5` says nothing yet of 5; `all is exempt but question 5` gives that."""
    for name in known:
        if name not in names:
            told.setdefault(name, set()).update(signals & {GIVEN} or signals)
    if GIVEN not in signals:
        for name in names:
            told.setdefault(name, set()).add(GIVEN)
