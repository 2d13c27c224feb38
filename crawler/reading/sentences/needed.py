"""What a pattern cannot match without, read off the pattern itself: words of which one stands in every match.

To look for a few words takes a hundredth of the time of a long pattern, and most texts hold none of them.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import product
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

from crawler.reading.sentences.heads import HEAD

EDGE = "\0"  # where letters of the text begin or end
_MOST = 24  # words that are told apart; of more, the parts of a pattern are looked at one by one
_FEW = 4  # signs of a class that are spelt out
_LONG = 6  # letters: a longer word is no better
_EMPTY = frozenset(("",))
_NONE: frozenset[str] = frozenset()
_TOKEN = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|.", re.S)
_BETWEEN = re.compile(r"(?<=[^\W\d_])(?=[^\w\0]|[\d_])|(?<=[^\w\0])(?=[^\W\d_])|(?<=[\d_])(?=[^\W\d_])")
_ENDED = re.compile(r"(?:\0|[^\w\0]|[\d_])$")
_SURE = re.compile(r"(?<=\0)(?:[^\W\d_]{3,}|[^\W\d_]{1,2}(?=\0))")


@dataclass(frozen=True)
class _Known:
    """What is known of a part of a pattern: `whole`, all that it can match, None when that is too much to tell;
    `opens`, with one of which all that it matches begins; `one_of`, as needed() gives it."""

    whole: frozenset[str] | None = None
    opens: frozenset[str] = _EMPTY
    one_of: frozenset[str] = _NONE

    @property
    def best(self) -> frozenset[str]:
        return _best((self.one_of, self.whole or _NONE, self.opens))


def alternatives(pattern: str) -> list[str]:
    """The alternatives of a pattern, as they are written: `a|b(?:c|d)` has two."""
    found, depth = [""], 0
    for token in _TOKEN.findall(pattern):
        depth += (token == "(") - (token == ")")
        if token == "|" and not depth:
            found.append("")
        else:
            found[-1] += token
    return found


def needed(pattern: str) -> frozenset[str]:
    """Words in lower case, perhaps several or parts of one, of which one stands in every text that the pattern matches.

    EDGE stands in them where a run of letters is sure to begin or end. Empty when nothing is known.
    """
    return _sequence(parser.parse(pattern)).best


def head(word: str) -> str:
    """The head of the longest word of the text that `word` is sure to hold; "" when that is of none."""
    return max(_SURE.findall(word), key=len, default="")[:HEAD]


def _exactly(words: frozenset[str]) -> _Known:
    return _Known(words, words)


def _sequence(parts: Iterable[tuple[Any, Any]]) -> _Known:
    """Of parts that stand one after another: the best of what one of them, or several together, need."""
    run, opens, found = _EMPTY, None, [_NONE]
    for part in parts:
        known = _part(*part)
        if known.whole is not None and len(run) * len(known.whole) <= _MOST:
            run = _joined(run, known.whole)
            continue
        before = _joined(run, known.opens) if len(run) * len(known.opens) <= _MOST else run
        opens = before if opens is None else opens
        found += [before, known.one_of]
        run = _EMPTY if known.whole is None else _joined(_edge(run), known.whole)
    return _exactly(run) if opens is None else _Known(None, opens, _best((*found, run)))


def _edge(before: frozenset[str]) -> frozenset[str]:
    """The edge that is left of what stands before, where all of it ends with one."""
    return frozenset((EDGE,)) if all(_ENDED.search(word) for word in before) else _EMPTY


def _joined(first: frozenset[str], second: frozenset[str]) -> frozenset[str]:
    return frozenset(map("".join, product(first, second)))


def _part(kind: Any, what: Any) -> _Known:
    if kind is op.LITERAL:
        return _exactly(frozenset((chr(what).lower(),)))
    if kind is op.IN:
        return _exactly(signs) if (signs := _signs(what)) else _Known()
    if kind is op.AT:
        return _exactly(_EMPTY if what is op.AT_NON_BOUNDARY else frozenset((EDGE,)))
    if kind in (op.ASSERT, op.ASSERT_NOT):
        return _exactly(_EMPTY)
    if kind is op.SUBPATTERN:
        return _sequence(what[-1])
    if kind is op.BRANCH:
        return _either([_sequence(each) for each in what[1]])
    return _repeated(*what) if kind in (op.MAX_REPEAT, op.MIN_REPEAT) else _Known()


def _either(each: Sequence[_Known]) -> _Known:
    wholes = [one.whole for one in each if one.whole is not None]
    if len(wholes) == len(each) and sum(map(len, wholes)) <= _MOST:
        return _exactly(_NONE.union(*wholes))
    ways, opens = [one.best for one in each], _NONE.union(*(one.opens for one in each))
    return _Known(None, opens if len(opens) <= _MOST else _EMPTY, _NONE.union(*ways) if all(ways) else _NONE)


def _repeated(least: int, most: int, parts: Any) -> _Known:
    known = _sequence(parts)
    if most == 1 and known.whole is not None:
        return _exactly(known.whole if least else known.whole | _EMPTY)
    return _Known(None, known.opens, known.best) if least else _Known()


def _signs(members: Sequence[tuple[Any, Any]]) -> frozenset[str]:
    """The few signs of a class; none when it has many, a range, or is of all others."""
    if len(members) > _FEW or any(kind is not op.LITERAL for kind, _ in members):
        return _NONE
    return frozenset(chr(sign).lower() for _, sign in members)


def _best(some: Iterable[frozenset[str]]) -> frozenset[str]:
    """The set that the fewest texts will hold a word of; empty when each has one that stands anywhere."""
    return max(map(_shortest, some), key=_worth)


def _worth(words: frozenset[str]) -> tuple[int, int]:
    """Long words, and such as a text can be asked for by their beginning."""
    least = min((min(len(word.replace(EDGE, "")), _LONG) + 2 * bool(head(word)) for word in words), default=0)
    return least, -len(words)


def _shortest(words: frozenset[str]) -> frozenset[str]:
    """The words without those that hold another; none when one of them is empty."""
    if any(not word.replace(EDGE, "") for word in words):
        return _NONE
    words = frozenset(_BETWEEN.sub(EDGE, word) for word in words)
    return frozenset(word for word in words if not any(other in word for other in words - {word}))
