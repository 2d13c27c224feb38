"""Which question each sentence of a reply speaks of, where it names none: by the words that they share and by order.

A reply in running prose takes the questions in turn, most of the time: a sentence goes on with the question of the one
before it, comes to the next one, or speaks of the whole. How likely each of these is, is weighed over the whole reply
(forward and backward, as in a hidden Markov chain), so that a sentence between two that are sure is known by them.
"""

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise
from math import exp, fsum
from operator import mul
from typing import NamedTuple

from crawler.reading.outcome.as_above import points_to_another
from crawler.reading.outcome.decision import says
from crawler.reading.outcome.stems import stems_of
from crawler.reading.pages.tables import split_row
from crawler.reading.questions.groups import group_of
from crawler.reading.questions.question_refs import named
from crawler.reading.sentences.statements import statements

_LETTER = re.compile(r"[^\W\d_]")
_CALLED = r"(?:q|questions?|requests?|parts?|points?|items?)\W{0,2}"
_ONE = rf"(?:{_CALLED})?\d{{1,2}}[a-z]?"
# A mark of a list, or a heading that only names questions.
_JOIN = r"(?:\s?[,&]\s?|\s(?:and|to)\s|[-–])"
_NAMES_ONLY = re.compile(rf"\W*(?:(?:\d{{1,2}}[a-z]?|[a-z])[.)\]]|{_CALLED}{_ONE}(?:{_JOIN}{_ONE})*)\W*", re.I)
_MOST = 80  # sentences that are looked at
_HALF = 12  # characters of a half sentence, at least
# How much each speaks for a question: a word that it alone has, its number, what was attributed to it; and the whole.
_WORDS, _MOST_WORDS, _NAMED, _ATTRIBUTED, _WHOLE = 1.6, 3.0, 4.5, 3.0, 0.5
# How likely one sentence stays with the question of the last, comes to the next, to another, to and from the whole.
_STAYS, _STAYS_BELOW, _NEXT, _JUMPS, _TO_WHOLE, _FROM_WHOLE = 1.0, 0.8, 1.2, 0.25, 0.35, 0.4
_LATER = 0.2  # how likely the first sentence speaks of a later question
Row = Sequence[float]


class Sentence(NamedTuple):
    """A sentence, the questions that it names, those that it was attributed to, its line, and the stems it has."""

    text: str
    named: frozenset[str] = frozenset()
    attributed: frozenset[str] = frozenset()
    line: int = 0
    stems: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Aligned:
    """For each sentence how likely it speaks of each question, and last of the whole; of several that it names alike.

    `shared`: how much of each question's own words it has, from 0 to 1. `asked`: the questions' texts, in order.
    """

    asked: Mapping[str, str]
    said: tuple[Sentence, ...]
    odds: tuple[Row, ...] = ()
    shared: tuple[Row, ...] = ()


def said_in_order(
    lines: Sequence[str], words: Mapping[str, Collection[str]], known: Sequence[str]
) -> tuple[Sentence, ...]:
    """The sentences of a reply. `words`: what is said to each question; `known`: the questions' names."""
    of: dict[str, set[str]] = {}
    for name, some in words.items():
        for one in some:
            of.setdefault(one, set()).add(name)
    every = list(islice(((at, one) for at, line in enumerate(lines) for one in _stated(line, of)), _MOST))
    halves = [one for one in set(of).difference(one for _, one in every) if len(one) > _HALF]
    return tuple(_sentence(one, at, of, halves, known) for at, one in every)


def _sentence(
    text: str, line: int, of: Mapping[str, set[str]], halves: Sequence[str], known: Sequence[str]
) -> Sentence:
    own = of.get(text) or {name for half in halves if half in text for name in of[half]}
    return Sentence(text, _members(named(text, known), known), _members(own, known), line, stems_of(text))


def _members(names: Collection[str], known: Sequence[str]) -> frozenset[str]:
    """The names among those known, and where one is of a group, as `REQUEST 1`, those of its questions."""
    if not names:
        return frozenset()  # as of most sentences
    return frozenset([one for one in known if one in names or (" " in one and group_of(one) in names)])


def _stated(line: str, known: Collection[str]) -> list[str]:
    """The sentences of a line that say anything of their own, and of a row of a table the cells that decide or are
    `known` to answer; not a mark or a heading alone, nor words that only say where another answer stands.
    """
    row = len(split_row(line)) > 1
    every = statements(line) if not row else (one for cell in statements(line) for one in statements(cell))
    own = (one for one in every if not row or one in known or (_LETTER.search(one) and says(one)))
    return [one for one in own if not (_NAMES_ONLY.fullmatch(one) or points_to_another(one))]


def aligned(said: tuple[Sentence, ...], asked: Mapping[str, str]) -> Aligned:
    """How likely each sentence speaks of each question. `asked`: the text of each by its name."""
    stems = [stems_of(text) for text in asked.values()]
    often = Counter(stem for some in stems for stem in some)
    sizes = [[_size(common, often) if (common := one.stems & own) else 0.0 for own in stems] for one in said]
    likely = [[*_likely(one, row, asked), exp(_WHOLE)] for one, row in zip(said, sizes, strict=True)]
    shared = tuple([size / (size + 1) for size in row] for row in sizes)
    odds = _both_ways(likely, [one.line for one in said])
    names = list(asked)
    return Aligned(
        asked, said, tuple(_of_several(one, row, names) for one, row in zip(said, odds, strict=True)), shared
    )


def _of_several(one: Sentence, row: Row, names: Sequence[str]) -> Row:
    """The odds of a sentence; `questions 2 and 3 are exempt` speaks of 2 as surely as of 3."""
    own = one.named or one.attributed
    if len(own) < 2:
        return row
    both = sum(row[at] for at, name in enumerate(names) if name in own)
    return [both if at < len(names) and names[at] in own else each for at, each in enumerate(row)]


def _size(common: Collection[str], often: Mapping[str, int]) -> float:
    return min(fsum([1 / often[stem] for stem in common]), _MOST_WORDS)


def _likely(one: Sentence, sizes: Row, asked: Collection[str]) -> list[float]:
    if not (one.named or one.attributed):
        return [exp(_WORDS * size) for size in sizes]  # as of most sentences
    return [exp(_WORDS * size + _attributed(one, name)) for size, name in zip(sizes, asked, strict=True)]


def _attributed(one: Sentence, name: str) -> float:
    return (_NAMED if name in one.named else 0.0) + (_ATTRIBUTED if name in one.attributed else 0.0)


def _both_ways(likely: Sequence[Row], lines: Sequence[int]) -> tuple[Row, ...]:
    """The odds of each sentence, by those before it and after it."""
    last = len(likely[0]) - 1 if likely else 0
    if not last:
        return ([1.0],) * len(likely)  # all speak of the whole
    start = [1.0] + [_LATER] * (last - 1) + [1.0]
    stays = [_STAYS if line == above else _STAYS_BELOW for above, line in pairwise(lines)]
    before = [list(map(mul, start, likely[0]))]
    for own, same in zip(likely[1:], stays, strict=True):
        before.append(_scaled(list(map(mul, _come(before[-1], same), own))))
    after = [[1.0] * (last + 1)]
    for own, same in zip(likely[:0:-1], stays[::-1], strict=True):
        after.append(_scaled(_go(list(map(mul, after[-1], own)), same)))
    return tuple(_scaled(list(map(mul, row, back))) for row, back in zip(before, after[::-1], strict=True))


def _come(odds: Row, stays: float) -> list[float]:
    """How likely a sentence speaks of each question, and of the whole, by the odds of the one before it."""
    return _stepped(odds, [0.0, *odds[:-2]], stays, (_FROM_WHOLE, _TO_WHOLE))


def _go(odds: Row, stays: float) -> list[float]:
    """The same of a sentence by the odds of the one after it."""
    return _stepped(odds, [*odds[1:-1], 0.0], stays, (_TO_WHOLE, _FROM_WHOLE))


def _stepped(odds: Row, nearest: Sequence[float], stays: float, of_whole: tuple[float, float]) -> list[float]:
    """The odds one step on; `nearest`: of the question next to each; `of_whole`: the steps out of the whole and in."""
    *each, whole = odds
    out, into = of_whole
    of_any = sum(each)
    rest, here, there = _JUMPS * of_any + out * whole, stays - _JUMPS, _NEXT - _JUMPS
    found = [rest + here * one + there * other for one, other in zip(each, nearest, strict=True)]
    found.append(into * of_any + stays * whole)
    return found


def _scaled(row: Sequence[float]) -> list[float]:
    total = sum(row)
    return [one / total for one in row]
