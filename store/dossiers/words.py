"""The words of a request that tell its subject, each by its stem, words of one meaning as one; and what each weighs."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from snowballstemmer import stemmer

# In tenths: whole numbers add up to the same in any order.
LIGHT, NUMBER, USUAL, FULL = 3, 5, 7, 10
_TOKEN = re.compile(r"[^\W_]+")
_APOSTROPHE = re.compile(r"(?<=\w)['’](?=\w)")
_ENGLISH = stemmer("english")
# Longer requests are rare, and a document in the wrong field is longer still.
LONGEST = 30_000  # characters


@cache
def _rules() -> Mapping[str, Any]:
    return tomllib.loads((files("store.dossiers") / "words.toml").read_text(encoding="utf-8"))


@lru_cache(maxsize=50_000)
def _stem(word: str) -> str:
    return str(_ENGLISH.stemWord(word))


def stems(text: str) -> list[str]:
    """All words in order, each by its stem, in small letters: "The officers' dogs" as the, offic, dog."""
    return [_stem(token) for token in _TOKEN.findall(_APOSTROPHE.sub("", text[:LONGEST].lower()))]


@cache
def _empty() -> frozenset[str]:
    return frozenset(stems(_rules()["empty"]))


@cache
def _weights() -> dict[str, int]:
    """Of the words that weigh less than the others."""
    tables = {"usual": USUAL, "light": LIGHT}
    return {stem: value for name, value in tables.items() for w in _rules()[name].split() for stem in meanings(w)}


@cache
def _meanings() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """By the first stem of a way to say it: all its stems, and what stands for the meaning; the longest first."""
    found: dict[str, dict[tuple[str, ...], str]] = {}
    for line in _rules()["same"].strip().splitlines():
        ways = [tuple(stems(way)) for way in line.split(",")]
        for way in ways:
            if len(way) == 1 and way[0] in _empty():
                continue
            found.setdefault(way[0], {}).setdefault(way, "_".join(ways[0]))
    return {first: sorted(ways.items(), key=lambda one: -len(one[0])) for first, ways in found.items()}


def meanings(text: str) -> Iterator[str]:
    """The words of a text, those of one meaning alike, without the words that tell nothing."""
    row, at, ways = stems(text), 0, _meanings()
    while at < len(row):
        for way, meaning in ways.get(row[at], ()):
            if tuple(row[at : at + len(way)]) == way:
                yield meaning
                at += len(way)
                break
        else:
            word = row[at]
            at += 1
            if word not in _empty() and len(word) > 1:
                yield word


@lru_cache(maxsize=100_000)
def weight(word: str) -> int:
    """How much a word tells: 10 for one that names a subject, less for what is in every third request."""
    if word.isdigit():
        return NUMBER
    return _weights().get(word, FULL)


def mass(words: Iterable[str]) -> int:
    """The weight of all the words."""
    return sum(map(weight, words))


@cache
def _kinds(table: str) -> dict[str, list[tuple[str, ...]]]:
    return {name: [tuple(stems(way)) for way in line.split(",")] for name, line in _rules()[table].items()}


def wanted(text: str) -> frozenset[str]:
    """What is asked for: some of count, money, paper, duration, people."""
    row = f" {' '.join(stems(text))} "
    return frozenset(
        name for name, ways in _kinds("wanted").items() if any(f" {' '.join(way)} " in row for way in ways)
    )


@cache
def _people() -> dict[str, str]:
    ways = [(name, list(meanings(way))) for name, line in _rules()["people"].items() for way in line.split(",")]
    return {words[0]: name for name, words in ways if len(words) == 1}


def people(words: Iterable[str]) -> frozenset[str]:
    """The kinds of people that are among the words."""
    return frozenset(_people()[word] for word in words if word in _people())
