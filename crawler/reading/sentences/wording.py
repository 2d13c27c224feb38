"""How much the words of a sentence say of it: sums of weights, in boilerplate.toml.

That any letter could carry it, and that it stands in a letter that answers nothing yet.
"""

import re
import tomllib
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files
from itertools import combinations, pairwise
from math import fsum

_DATA = tomllib.loads(files(__package__).joinpath("boilerplate.toml").read_text("utf-8"))
_CARRIED, _INTERIM = (
    {mark: float(size) for size, some in _DATA[name].items() for mark in some.split()}
    for name in ("carried", "interim")
)
_SENSES = {begins: f"<{sense}>" for sense, some in _DATA["senses"].items() for begins in some.split()}
_LENGTHS = sorted({len(begins) for begins in _SENSES}, reverse=True)
_WORD = re.compile(r"[a-z][a-z'-]*|\d+")
_ENDING = re.compile(r"(?:ing|ed|ly|s|e)$")
_STEM = 5  # letters of a word that is left whole, at most
_NUMBER = "#"
_SHORT = 5  # words
_BEGINS = 4  # letters at least of what may go on
_SENSES_MOST = 8  # that are seen together
# Days allowed, dates, and the laws and addresses of a letter's last paragraph are no figures of an answer.
_NO_FIGURE = re.compile(
    r"\b\d{1,2}(?:st|nd|rd|th)? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*(?: (?:19|20)\d\d)?"
    r"|\b\d\d (?:working )?days\b"
    r"|\b(?:19|20)\d\d act\b|\bact (?:19|20)\d\d|\bsection (?:45|50)\b|\b[a-z]{1,2}\d{1,2}[a-z]? \d[a-z]{2}\b"
    r"|\b0\d{3,4}[ \d]{5,9}|\b(?:foi|numbers?|ref(?:erence)?|no)\.? (?:[a-z]+/)?\d+[/-]\d+"
)
_DIGIT = re.compile(r"\d")
_AMOUNT = re.compile(r"£|\d%|\b\d{1,3},\d{3}\b|\(\d\)")


@lru_cache(maxsize=256)  # several readers weigh the same sentences
def marks(sentence: str) -> frozenset[str]:
    """The stems of a sentence, each two that stand together, its senses, and whether it holds figures of its own."""
    low = sentence.lower().replace("’", "'")
    known = [_of_word(word) for word in _WORD.findall(low)]
    stems = [stem for stem, _ in known]
    senses = sorted({sense for _, sense in known if sense})
    found = [*stems, *map("_".join, pairwise(stems)), *senses]
    found += map("".join, combinations(senses[:_SENSES_MOST], 2))
    if len(stems) < _SHORT:
        found.append("(short)")
    if _NUMBER in stems:
        found += _of_figures(low)
    return frozenset(found)


def _of_figures(low: str) -> Iterator[str]:
    if _DIGIT.search(_NO_FIGURE.sub("", low)):
        yield "(digits)"
    if _AMOUNT.search(low):
        yield "(amount)"


@lru_cache(maxsize=4096)
def _of_word(word: str) -> tuple[str, str]:
    return _stem(word), _sense(word)


def _stem(word: str) -> str:
    if word.isdigit():
        return _NUMBER
    return _ENDING.sub("", word) if len(word) > _STEM else word


def _sense(word: str) -> str:
    """The sense of a word, by the longest beginning that is known; a short one must be the whole word."""
    if word in _SENSES:
        return _SENSES[word]
    begins = (word[:size] for size in _LENGTHS if _BEGINS <= size < len(word))
    return next((_SENSES[one] for one in begins if one in _SENSES), "")


def weight(sentence: str) -> float:
    """Above nought: more likely in any letter than an answer to this one; the natural logarithm of the odds."""
    return _sum(_CARRIED, marks(sentence))


def interim(sentence: str, *known: str) -> float:
    """Above nought: it acknowledges, puts off or asks back rather than answers; `known`: what rules know of it."""
    return _sum(_INTERIM, marks(sentence).union(known))


def _sum(weights: dict[str, float], found: frozenset[str]) -> float:
    # An exact sum: marks come in an order that differs from one process to the next, and so would a rounded one.
    return weights.get("(always)", 0.0) + fsum([weights[mark] for mark in found if mark in weights])
