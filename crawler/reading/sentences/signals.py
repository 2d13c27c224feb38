"""Many ways to say one thing, each tried only where its words stand: most sentences need no pattern at all.

A sentence is cut into its words once, and each way is asked only where it needs one of them.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import NamedTuple

from crawler.reading.sentences.heads import Words, heads_of, remembered, words
from crawler.reading.sentences.needed import EDGE, alternatives, head, needed

_LONG = 2000  # characters: what is longer is no sentence, and is not cut into its words
_LETTER = 600  # characters: a longer text is most often a whole letter, of which one thing is asked, once
_TELLING = 6  # letters that are looked for in place of several words that begin with them
_CASED = "(?-i:"
_SIGN = re.compile(r"(\\.|\(\?P?)|(.)", re.S)  # behind a backslash or a question mark capitals mean something else


class _Tried(NamedTuple):
    """A pattern and a word without which it is not tried; `cased`: on the text as it is written."""

    word: str
    pattern: re.Pattern[str]
    cased: bool = False


@dataclass(frozen=True)
class Signals:
    """The ways to say a thing: each word with its pattern under its head, "" where it may stand in another word."""

    heads: frozenset[str]
    by_head: dict[str, tuple[_Tried, ...]]

    @cached_property
    def ways(self) -> tuple[_Tried, ...]:
        """All of them."""
        return tuple(each for some in self.by_head.values() for each in some)

    @cached_property
    def _words(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(each.word for each in self.ways))

    def search(self, text: str) -> bool:
        """Whether any of the patterns stands in the text, in any case of letters."""
        if len(text) > _LETTER:
            return self._in_long(text)
        low, known = remembered(text)
        for one in self.heads & known:
            for word, pattern, cased in self.by_head[one]:
                if word in low and pattern.search(text if cased else low):
                    return True
        return False

    def may(self, low: str) -> bool:
        """Whether any of the words stands in a text in lower case: without them no pattern does."""
        return any(map(low.__contains__, self._words))

    def _in_long(self, text: str) -> bool:
        low = text.lower()
        return any(word in low and pattern.search(text if cased else low) for word, pattern, cased in self.ways)


@dataclass(frozen=True)
class Together:
    """Several Signals of which most are asked of the same text: all are looked for at once."""

    heads: frozenset[str]
    by_head: dict[str, tuple[tuple[str, str, re.Pattern[str], bool], ...]]

    def found(self, text: str) -> frozenset[str]:
        """The names of those that stand in the text."""
        low, known = heads_of(text)
        found: set[str] = set()
        for one in self.heads & known:
            for name, word, pattern, cased in self.by_head[one]:
                if word in low and name not in found and pattern.search(text if cased else low):
                    found.add(name)
        return frozenset(found)


@dataclass(frozen=True)
class Guarded:
    """One pattern whose matches are wanted, tried only where one of its words stands."""

    pattern: re.Pattern[str]
    words: Words

    def search(self, text: str) -> re.Match[str] | None:
        """The first match in the text, as of a compiled pattern."""
        return self.pattern.search(text) if len(text) > _LONG or self.words.stand_in(text) else None

    def match(self, text: str) -> re.Match[str] | None:
        """The match at the beginning of the text, as of a compiled pattern."""
        return self.pattern.match(text) if len(text) > _LONG or self.words.stand_in(text) else None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Every match in the text, as of a compiled pattern."""
        return self.pattern.finditer(text) if len(text) > _LONG or self.words.stand_in(text) else iter(())


def signals(*patterns: str) -> Signals:
    """The alternatives of patterns, in any case but for what stands in `(?-i:...)`.

    Each is tried only where a word stands without which it cannot match.
    """
    tried = [one for pattern in patterns for way in alternatives(pattern) for one in _tried(_low(way), way)]
    by_head = {one: tuple(each for other, each in tried if other == one) for one, _ in tried}
    return Signals(frozenset(by_head), by_head)


def together(**several: Signals) -> Together:
    """Signals by their names."""
    heads = frozenset[str]().union(*(each.heads for each in several.values()))
    by_head = {
        one: tuple((name, *tried) for name, each in several.items() for tried in each.by_head.get(one, ()))
        for one in heads
    }
    return Together(heads, by_head)


def guarded(pattern: str, flags: int = 0) -> Guarded:
    """The pattern, tried only where a word stands without which it cannot match."""
    whole = re.compile(pattern, flags)
    tried = [one for way in alternatives(pattern) for one in _tried(whole, way)]
    return Guarded(whole, words((one, each.word) for one, each in tried))


def _low(way: str) -> re.Pattern[str]:
    if _CASED in way:
        return re.compile(way, re.I)
    return re.compile(_SIGN.sub(lambda found: found[1] or found[2].lower(), way))


def _tried(pattern: re.Pattern[str], way: str) -> Iterator[tuple[str, _Tried]]:
    """The pattern with each word of the way, under its head; words that begin alike as one."""
    cased = _CASED in way
    for one, some in groupby(sorted(needed(way) or [""], key=lambda word: (head(word), word)), head):
        own = list(some)
        begins = _shared([word[word.index(EDGE + one) + 1 :] for word in own]).replace(EDGE, "") if one else ""
        for word in [begins] if len(own) > 1 and len(begins.strip()) >= _TELLING else own:
            yield one, _Tried(word.replace(EDGE, ""), pattern, cased)


def _shared(words: Sequence[str]) -> str:
    """What all the words begin with."""
    first, last = min(words), max(words)
    return first[: next((at for at, sign in enumerate(first) if sign != last[at : at + 1]), len(first))]
