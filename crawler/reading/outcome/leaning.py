"""Which way the words of a sentence lean: given, refused, not held, and so on.

A sum of weights, each of a subject that it speaks of or of two in turn, of a word or of two that stand together;
subjects, their words and the weights are in leaning.toml, and bench/weigh_statements.py finds the weights from
sentences that people have sorted.
"""

import math
import re
import tomllib
from collections.abc import Mapping, Sequence
from functools import lru_cache
from importlib.resources import files
from itertools import pairwise
from typing import NamedTuple

from crawler.reading.sentences.rows import rows

KINDS = ("disclosed", "refused", "not_held", "ncnd", "pending")
FACTS = "facts"  # it answers by what it states
_DATA = tomllib.loads(files(__package__).joinpath("leaning.toml").read_text("utf-8"))
_FIRST, _SECOND = (frozenset(_DATA["together"][place].split()) for place in ("first", "second"))
_Key = str | tuple[str, ...]
Weights = dict[_Key, tuple[float, ...]]
_WORD = re.compile(r"[a-z£]?[a-z0-9][\w'.-]*\w|[a-z0-9]")
_SPLIT_NOT = (("’", "'"), ("cannot", "can not"), ("can't", "can not"), ("won't", "will not"), ("n't", " not"))
_NEAR = 4  # words: further apart two subjects have little to do with each other
_LENGTHS = ((4, "four-words"), (9, "nine-words"), (18, "eighteen-words"))
_LABEL = re.compile(r"[^.]{0,40}[:–—] ")
_NAMES, _MOST = ("", *KINDS, FACTS), 50.0
_NOTHING = (0.0,) * (len(_NAMES) - 1)
_STEM = 6  # letters by which a word is known
_LONGEST = 600  # characters: the rest of a longer sentence adds nothing


def by_key(weights: Mapping[str, Sequence[float]]) -> Weights:
    """Weights by the subjects that the file names: one, or two with a space between."""
    return {tuple(name.split()) if " " in name else name: tuple(row) for name, row in weights.items()}


_WEIGHTS = by_key(dict(rows(_DATA["weights"]["rows"], len(_NAMES) - 1)))


class _Subjects(NamedTuple):
    """The subjects of a word, those of them that come first or second in a pair, and the word by its stem."""

    all: tuple[str, ...]
    first: tuple[str, ...]
    second: tuple[str, ...]
    stem: str


def _by_word() -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    whole: dict[str, list[str]] = {}
    stems: dict[str, list[str]] = {}
    for subject, words in _DATA["words"].items():
        for word in words.split():
            (stems if word.endswith("*") else whole).setdefault(word.rstrip("*"), []).append(subject)
    return whole, stems


_WHOLE, _STEMS = _by_word()


@lru_cache(maxsize=8192)
def _of_word(word: str) -> _Subjects:
    found = set(_WHOLE.get(word, ()))
    for end in range(3, len(word) + 1):
        found.update(_STEMS.get(word[:end], ()))
    if word[0].isdigit():
        found.add("digit")
    every = tuple(sorted(found))
    first, second = (tuple(one for one in every if one in place) for place in (_FIRST, _SECOND))
    return _Subjects(every, first, second, "=#" if word[0].isdigit() else "=" + word[:_STEM])


def subjects(sentence: str) -> set[str]:
    """What a sentence speaks of: the subjects of its words, of its first word, two in turn, and how long it is.

    With its words by their stems (`=stem`), each two that stand together, and those that it opens with.
    """
    return {one if isinstance(one, str) else " ".join(one) for one in _spoken(sentence)}


def _spoken(sentence: str) -> set[_Key]:
    low = sentence[:_LONGEST].lower()
    for mark, plain in _SPLIT_NOT:
        low = low.replace(mark, plain)
    words = [_of_word(word) for word in _WORD.findall(low)]
    found: set[_Key] = {"always", next((name for most, name in _LENGTHS if len(words) <= most), "long")}
    for at, word in enumerate(words):
        found.update(word.all)
        if word.first:
            for near in words[at + 1 : at + _NEAR]:
                found.update((first, second) for first in word.first for second in near.second if first != second)
    stems = [word.stem for word in words]
    found.update(stems, pairwise(stems))
    if words:
        found.update(("first", one) for one in (*words[0].all, stems[0]))
        found.add(("first", *stems[:2]))
    if _LABEL.match(low):
        found.add("label")
    return found


@lru_cache(maxsize=2048)
def leanings(sentence: str) -> dict[str, float]:
    """How likely each of KINDS is, that it states a fact, and that it is none of these (the empty name); together 1."""
    rows = [row for one in _spoken(sentence) if (row := _WEIGHTS.get(one))]
    powers = [1.0, *(math.exp(min(math.fsum(column), _MOST)) for column in zip(_NOTHING, *rows, strict=True))]
    total = sum(powers)
    return {name: power / total for name, power in zip(_NAMES, powers, strict=True)}


def leaning(sentence: str) -> tuple[str, float]:
    """The likeliest of KINDS and how likely it is, from 0 to 1; the name is empty for a fact, or none of them."""
    chances = leanings(sentence)
    kind, none = max(KINDS, key=chances.__getitem__), chances[""] + chances[FACTS]
    return (kind, chances[kind]) if chances[kind] > none else ("", none)
