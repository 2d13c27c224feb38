"""The words of a disclosure as one is compared with another: without boilerplate, markup, case and punctuation.

What is drawn from them (a digest, a few keys) is stored; the words themselves are read again when two are compared.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b
from heapq import nsmallest
from zlib import crc32

from store.digest import plain

KEYS = 12  # of a disclosure at the most; see docs/duplicates.md for what fewer or more would find
LONGEST = 60_000  # characters of a page, and of its files, whose sequences of words are compared
_WORD = re.compile(r"[^\W_]+")
# A figure with its sign, "£1,200", "<5", "12.5%", "03/06/2025", "40(2)"; commas are dropped.
_FIGURE = re.compile(r"[<>]?\d(?:[\d,./:-]*\d)?%?")
_IN_WORDS = frozenset(
    ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "nil", "zero", "none")
)
_MASK = (1 << 64) - 1


@dataclass(frozen=True)
class Wording:
    """`told` are the words of request and response, `whole` all the words of page and files.

    Both are as written, boilerplate left out; `told` is empty where the page could not be taken apart.
    `asked` is the request alone.
    """

    told: str
    whole: str
    asked: str = ""

    @cached_property
    def words(self) -> list[str]:
        return words(self.told or self.whole)

    @cached_property
    def digest(self) -> bytes:
        """16 bytes of BLAKE2b over the words: the same for two ways to publish the same words."""
        return blake2b(" ".join(self.words).encode("utf-8", "replace"), digest_size=16).digest()

    @cached_property
    def views(self) -> tuple[Counter[int], Counter[int]]:
        """The three-word sequences of what was told, and of the whole."""
        told = self.told or self.whole
        return Counter(shingles(words(told[:LONGEST]))), Counter(shingles(words(self.whole[:LONGEST])))

    @cached_property
    def figures(self) -> tuple[Counter[str], Counter[str]]:
        return figures(self.told or self.whole), figures(self.whole)

    @cached_property
    def keys(self) -> list[bytes]:
        """The keys of the sequences that a fixed order brings first, three times as many as are to be kept."""
        chosen = nsmallest(3 * KEYS, set(shingles(words(self.whole[:LONGEST]))))
        return list(dict.fromkeys((one & 0xFFFFFFFF).to_bytes(4, "big") for one in chosen))


def words(text: str) -> list[str]:
    """The words of a text, in small letters."""
    return _WORD.findall(text.lower())


def figures(text: str) -> Counter[str]:
    """The figures of a text and how often each stands there, those in words among them."""
    found = Counter(hit.replace(",", "") for hit in _FIGURE.findall(text))
    found.update(word for word in words(text) if word in _IN_WORDS)
    return found


def shingles(of: Sequence[str]) -> list[int]:
    """A number of 64 bits for each three words in a row, that stands for them in a fixed random order."""
    hashed = [crc32(word.encode("utf-8", "replace")) + 1 for word in of]
    if len(hashed) < 3:
        hashed += [0] * (3 - len(hashed)) if hashed else []
    return [_mixed(a, b, c) for a, b, c in zip(hashed, hashed[1:], hashed[2:], strict=False)]


def alike(ours: Counter[int], theirs: Counter[int]) -> float:
    """The share of all sequences that both have (Jaccard, 0..1)."""
    either = (ours | theirs).total()
    return (ours & theirs).total() / either if either else 0.0


def without(text: str, boilerplate: Iterable[str]) -> str:
    """The plain words of a Markdown text, the sentences of boilerplate left out."""
    text = plain(text)
    for sentence in boilerplate:
        if said := plain(sentence):
            text = text.replace(said, " ")
    return text


def _mixed(a: int, b: int, c: int) -> int:
    mixed = (a * 0x9E3779B97F4A7C15 + b * 0xC2B2AE3D27D4EB4F + c * 0x165667B19E3779F9) & _MASK
    mixed = ((mixed ^ (mixed >> 31)) * 0xBF58476D1CE4E5B9) & _MASK
    return mixed ^ (mixed >> 30)
