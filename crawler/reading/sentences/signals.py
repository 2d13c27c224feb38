"""Many ways to say one thing, each tried only where its words stand: most sentences need no pattern at all.

A sentence is cut into its words once, and each way asks only whether it has one of its own among them.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

_WORD = re.compile(r"[^\W\d_]+")
_HEAD = 3  # letters that a word is known by
_NOT = ("n't", "n’t")


@dataclass(frozen=True)
class Way:
    """A pattern in lower case and the words of which one stands in every match; `heads` is None where one may stand
    within a longer word or is none, as a sign or a digit."""

    words: tuple[str, ...]
    heads: frozenset[str] | None
    pattern: re.Pattern[str]

    def stands(self, low: str) -> bool:
        """Whether the pattern stands in a text in lower case."""
        for word in self.words:
            if word in low:
                return self.pattern.search(low) is not None
        return False


@dataclass(frozen=True)
class Signals:
    """The ways: each under the heads of its words, and those that have none and are always tried."""

    ways: tuple[Way, ...]
    heads: frozenset[str]
    by_head: dict[str, tuple[Way, ...]]
    always: tuple[Way, ...]

    def search(self, text: str) -> bool:
        """Whether any of the patterns stands in the text, in any case of letters."""
        low, known = _heads_of(text)
        for way in self.always:
            if way.stands(low):
                return True
        if self.heads.isdisjoint(known):
            return False
        for head in self.heads & known:
            for way in self.by_head[head]:
                if way.stands(low):
                    return True
        return False


def signals(*ways: tuple[str, str]) -> Signals:
    """From pairs of needed words, separated by bars, and a pattern; both in lower case.

    A needed word is the beginning of a word of the text, by three letters at the least or with the blank behind it;
    one that may stand within a longer word has a `~` before it.
    """
    built = tuple(_way(words.split("|"), re.compile(pattern)) for words, pattern in ways)
    by_head: dict[str, tuple[Way, ...]] = {}
    for way in built:
        for head in way.heads or ():
            by_head[head] = (*by_head.get(head, ()), way)
    return Signals(built, frozenset(by_head), by_head, tuple(way for way in built if way.heads is None))


def _way(words: list[str], pattern: re.Pattern[str]) -> Way:
    heads = [_head(word) for word in words]
    return Way(tuple(word.lstrip("~") for word in words), None if "" in heads else frozenset(heads), pattern)


def _head(word: str) -> str:
    if word in _NOT:
        return _NOT[0]
    first = word.split()[0]
    whole = len(first) < len(word.lstrip())
    return first[:_HEAD] if first.isalpha() and (whole or len(first) >= _HEAD) else ""


@lru_cache(maxsize=256)
def _heads_of(text: str) -> tuple[str, frozenset[str]]:
    """The text in lower case and the heads of its words."""
    low = text.lower()
    heads = {word[:_HEAD] for word in _WORD.findall(low)}
    if any(mark in low for mark in _NOT):
        heads.add(_NOT[0])
    return low, frozenset(heads)
