"""The words of a text by their first letters, cut once for all who look for words in it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter

HEAD = 3  # letters that a word is known by
_LONG = 4000  # characters: what is longer is not remembered
_FIRST = itemgetter(slice(HEAD))
_WORD = re.compile(r"[^\W\d_]+")
# By bytes: a text in ASCII is turned so in a fifth of the time.
_BLANKS = bytes(code if chr(code).isalpha() else ord(" ") for code in range(128)).ljust(256)
_USUAL = "’‘“”–—£•…"  # signs that letters are full of


def heads_of(text: str) -> tuple[str, frozenset[str]]:
    """The text in lower case, and the heads of its runs of letters, "" among them for what may stand anywhere."""
    return remembered(text) if len(text) < _LONG else _heads_of(text)


def _heads_of(text: str) -> tuple[str, frozenset[str]]:
    low = plain = text.lower()
    for sign in () if low.isascii() else _USUAL:
        plain = plain.replace(sign, " ")
    words = plain.encode().translate(_BLANKS).decode().split() if plain.isascii() else _WORD.findall(plain)
    words.append("")
    return low, frozenset(map(_FIRST, words))


# Several readers ask of the same lines and sentences; of no longer ones.
remembered = lru_cache(maxsize=256)(_heads_of)


@dataclass(frozen=True)
class Words:
    """Words in lower case, or parts of them: each under the head of a word of the text, or "" where it may be any."""

    heads: frozenset[str]
    by_head: dict[str, tuple[str, ...]]

    def stand_in(self, text: str) -> bool:
        """Whether one of them stands in the text, in any case of letters."""
        low, known = heads_of(text)
        for one in self.heads & known:
            for word in self.by_head[one]:
                if word in low:
                    return True
        return False


def beginnings(some: Iterable[str]) -> Words:
    """Words with each of which a word of the text must begin; of less than three letters it is the whole of it."""
    return words((_WORD.findall(word)[0][:HEAD], word) for word in some)


def words(pairs: Iterable[tuple[str, str]]) -> Words:
    """From pairs of a head and a word."""
    by_head: dict[str, tuple[str, ...]] = {}
    for one, word in pairs:
        by_head[one] = (*by_head.get(one, ()), word)
    return Words(frozenset(by_head), by_head)
