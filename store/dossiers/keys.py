"""The keys under which a request is found again: its rarest words, and words that it says in one question."""

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from hashlib import blake2b
from itertools import combinations

from store.dossiers.request import Request
from store.dossiers.words import USUAL, weight

WIDTH = 4  # bytes of a key
SINGLE, DOUBLE = 8, 16  # keys at most of one word, and of two
MOST_KEYS = SINGLE + DOUBLE
PAIRED = 10  # words of a question that are put into pairs: a page without a full stop is one question


def keys(request: Request) -> tuple[bytes, ...]:
    """At most MOST_KEYS keys, a selection that two requests of many words make alike."""
    said = Counter(word for words in (request.title, *(unit.words for unit in request.units)) for word in words)
    rare = sorted((w for w in said if weight(w) >= USUAL), key=lambda w: (-weight(w), -said[w], _key(w)))
    doubles = list(
        dict.fromkeys(_in_turn([_doubles(unit.words) for unit in request.units] + [_doubles(request.title)]))
    )
    return tuple(dict.fromkeys([*map(_key, rare[:SINGLE]), *map(_key, doubles[:DOUBLE])]))


def _doubles(words: frozenset[str]) -> list[str]:
    """Pairs of the weightiest words of a question, the weightiest first; a short request has room for light ones."""
    chosen = sorted(words, key=lambda word: (-weight(word), _key(word)))[:PAIRED]
    pairs = [(-weight(one) - weight(other), f"{one} {other}") for one, other in combinations(sorted(chosen), 2)]
    return [pair for _, pair in sorted(pairs, key=lambda one: (one[0], _key(one[1])))]


def _in_turn(rows: list[list[str]]) -> Iterator[str]:
    """One of each question, then the next of each: a part of a request shares keys with the whole."""
    for place in range(max(map(len, rows), default=0)):
        yield from (row[place] for row in rows if place < len(row))


@lru_cache(maxsize=50_000)
def _key(word: str) -> bytes:
    return blake2b(word.encode("utf-8", "replace"), digest_size=WIDTH).digest()
