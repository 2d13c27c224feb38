"""What a reply says to each question: its answer, the sentences that name it, and the tables that stand under it."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from crawler.reading.outcome.as_above import points_to_another
from crawler.reading.outcome.attributed import Block, attributed
from crawler.reading.outcome.decided_rows import decided
from crawler.reading.outcome.small_numbers import keeps_small
from crawler.reading.outcome.table_parts import masked
from crawler.reading.questions.question_refs import keys, named
from crawler.reading.questions.questions import Numbered, words_of
from crawler.reading.sentences.statements import statements

_AND_MORE = re.compile(
    r"\W*(?:and|&|to|[–-])\s\(?(?:q\s?)?(?:\d{1,2}|[a-h])[).:]", re.I
)  # the rest of `2) and 3) Both`


_ROWS = 40  # of a table whose heads are read


@dataclass(frozen=True)
class Told:
    """The names of the questions, and the sentences on each; those that a table answers, of which it keeps a figure
    back, and whose answer is a small number kept back.
    """

    known: tuple[str, ...]
    words: Mapping[str, Sequence[str]]
    tables: frozenset[str]
    masked: frozenset[str]
    small: frozenset[str]


def told(
    lines: Sequence[str],
    asked: Sequence[Numbered],
    given: Sequence[Numbered],
    texts: Mapping[str, str],
    *,
    small: bool,
) -> Told:
    """What the lines of a reply say to each question. `texts`: those of the questions; `small`: a figure is masked."""
    known = keys(asked, given)
    if not known:
        return Told((), {}, frozenset(), frozenset(), frozenset())
    own = [answer for answer in given if answer["number"] and not _of_others(answer, known)]
    blocks = list(attributed(lines, known, {answer["number"] or "": answer["text"] or "" for answer in own}))
    tables = {name for block in blocks for name in (*block.under, *_headed(block, known)) if name in known}
    words = _words([*own, *_in_rows(blocks, known, texts)], blocks)
    kept_small = {name for name in words if any(map(keeps_small, words[name]))} if small else ()
    kept_back = _masked(blocks, texts) if small else ()
    return Told(known, words, frozenset(tables), frozenset(kept_back), frozenset(kept_small))


def _in_rows(blocks: Iterable[Block], known: Sequence[str], texts: Mapping[str, str]) -> Iterator[Numbered]:
    """What tables say beside the number of each question, but the question itself."""
    beside = [one for block in blocks if block.rows for one in decided(block.rows, known)]
    asked = set(map(words_of, texts.values())) if beside else ()
    return ({"number": name, "text": cell} for name, cell in beside if words_of(cell) not in asked)


def _headed(block: Block, known: Sequence[str]) -> Iterator[str]:
    """The questions that the heads of the columns and rows of a table name."""
    heads = (*block.rows[0], *(row[0] for row in block.rows[1:_ROWS])) if block.rows and known else ()
    return (name for head in dict.fromkeys(heads) for name in named(head, known))


def _masked(blocks: Iterable[Block], texts: Mapping[str, str]) -> set[str]:
    found: set[str] = set()
    for block in blocks:
        if block.rows:
            under = {name: texts.get(name, "") for name in block.under if name != "*"}
            found |= masked(block.rows, under or texts)
    return found


def _words(own: Sequence[Numbered], blocks: Iterable[Block]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for answer in own:
        of = found.setdefault(answer["number"] or "", [])
        of += [one for one in statements(answer["text"] or "") if one not in of]
    for one in (one for block in blocks for one in block.told if not one.but):
        for name in one.names:
            found.setdefault(name, []).append(one.sentence)
    return found


def _of_others(answer: Numbered, known: Sequence[str]) -> bool:
    """Whether what was taken for the answer to a question speaks of several: `2. Questions 2 and 3 are exempt`."""
    text = answer["text"] or ""
    if _AND_MORE.match(text):
        return True
    others = set(named(text[:60], known)) - {answer["number"]}
    return bool(others) and not points_to_another(text)
