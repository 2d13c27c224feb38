"""What is seen in a sentence, for all that weigh its words: what it speaks of, its words, and how it begins.

Subjects and their words are in subjects.toml. The same marks tell boilerplate from answers, whose words a line is,
and what a reply decides: each weighs them in its own way (weighed.py).
"""

import re
import tomllib
from bisect import bisect_left
from collections.abc import Iterator
from importlib.resources import files
from itertools import pairwise, product
from sys import intern
from typing import NamedTuple

Mark = str | tuple[str, ...]
_DATA = tomllib.loads(files(__package__).joinpath("subjects.toml").read_text("utf-8"))
_FIRST, _SECOND = (frozenset(_DATA["together"][place].split()) for place in ("first", "second"))
_WORD = re.compile(r"[a-z0-9]\w*(?:['.-]+\w+)*|£[a-z0-9][\w'.-]*\w")
_SPLIT_NOT = (("’", "'"), ("cannot", "can not"), ("can't", "can not"), ("won't", "will not"), ("n't", " not"))
_NEAR = 4  # words: further apart two subjects have little to do with each other
_LENGTHS, _LENGTH_MARKS = (4, 9, 18), ("four-words", "nine-words", "eighteen-words", "long")
_LABEL_ENDS = re.compile("[:–—] ")
_LABEL = 42  # characters within which a label ends
_STEM = 6  # letters by which a word is known
_LONGEST = 600  # characters: the rest of a longer sentence adds nothing
_NUMBER = intern("=#")
_MOST = 50_000  # words that are remembered
# Days allowed, dates, and the laws and addresses of a letter's last paragraph are no figures of an answer.
_NO_FIGURE = re.compile(
    r"\b\d{1,2}(?:st|nd|rd|th)? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*(?: (?:19|20)\d\d)?"
    r"|\b\d\d (?:working )?days\b"
    r"|\b(?:19|20)\d\d act\b|\bact (?:19|20)\d\d|\bsection (?:45|50)\b|\b[a-z]{1,2}\d{1,2}[a-z]? \d[a-z]{2}\b"
    r"|\b0\d{3,4}[ \d]{5,9}|\b(?:foi|numbers?|ref(?:erence)?|no)\.? (?:[a-z]+/)?\d+[/-]\d+"
)
_DIGIT = re.compile(r"\d")
# Each way by its own sign first, which is quickly found.
_AMOUNT = re.compile(r"£|%(?<=\d%)|\(\d\)|,(?:(?<=\b\d,)|(?<=\b\d\d,)|(?<=\b\d\d\d,))\d{3}\b")


class _Word(NamedTuple):
    """The marks of a word alone and as the first of its sentence, its subjects as one of a pair, and its stem."""

    marks: tuple[Mark, ...]
    opening: tuple[Mark, ...]
    first: tuple[str, ...]
    second: tuple[str, ...]
    stem: str


class _Known(dict[str, _Word]):
    """Each word that was met; of words that letters are made of there are not so many."""

    def __missing__(self, word: str) -> _Word:
        if len(self) > _MOST:
            self.clear()
        found = self[word] = _read(word)
        return found


class _Paired(dict[tuple[tuple[str, ...], tuple[str, ...]], tuple[Mark, ...]]):
    """The marks of the subjects of two words that are near each other."""

    def __missing__(self, pair: tuple[tuple[str, ...], tuple[str, ...]]) -> tuple[Mark, ...]:
        found = self[pair] = tuple((first, second) for first, second in product(*pair) if first != second)
        return found


_KNOWN, _PAIRED = _Known(), _Paired()


def _by_word() -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    whole: dict[str, list[str]] = {}
    stems: dict[str, list[str]] = {}
    for subject, words in _DATA["words"].items():
        for word in words.split():
            (stems if word.endswith("*") else whole).setdefault(word.rstrip("*"), []).append(intern(subject))
    return whole, stems


_WHOLE, _STEMS = _by_word()
_SHORTEST, _LONGEST_STEM = min(map(len, _STEMS)), max(map(len, _STEMS))
_BEGINNINGS = frozenset(stem[:_SHORTEST] for stem in _STEMS)


def _read(word: str) -> _Word:
    number = word[0].isdigit()
    stem = _NUMBER if number else intern("=" + word[:_STEM])
    found = [*_WHOLE.get(word, ()), *(["digit"] if number else [])]
    if word[:_SHORTEST] in _BEGINNINGS:
        for end in range(_SHORTEST, min(len(word), _LONGEST_STEM) + 1):
            found += _STEMS.get(word[:end], ())
    every = (*sorted(set(found)), stem)
    first, second = (tuple(one for one in every if one in place) for place in (_FIRST, _SECOND))
    return _Word(every, tuple(("first", one) for one in every), first, second, stem)


def marks(sentence: str) -> set[Mark]:
    """The subjects of the words of a sentence, of its first word, and of two in turn; its stems (`=stem`), each two
    that stand together and those that it opens with; how long it is, and whether it holds figures of its own.
    """
    low = plain(sentence[:_LONGEST])
    words = list(map(_KNOWN.__getitem__, _WORD.findall(low)))
    stems = [word.stem for word in words]
    found: set[Mark] = set(pairwise(stems))
    found.update(("always", _LENGTH_MARKS[bisect_left(_LENGTHS, len(words))]), *[word.marks for word in words])
    for at, word in enumerate(words):
        if word.first:
            for near in words[at + 1 : at + _NEAR]:
                if near.second:
                    found.update(_PAIRED[word.first, near.second])
    if words:
        found.update(words[0].opening, [("first", *stems[:2])])
    if (label := _LABEL_ENDS.search(low, 0, _LABEL)) and "." not in low[: label.start()]:
        found.add("label")
    if _NUMBER in found:
        found.update(_figures(low))
    return found


def plain(text: str) -> str:
    """The text in lower case, and every `not` a word of its own."""
    low = text.lower()
    for joined, apart in _SPLIT_NOT:
        low = low.replace(joined, apart)
    return low


def _figures(low: str) -> Iterator[str]:
    if _DIGIT.search(_NO_FIGURE.sub("", low)):
        yield "(digits)"
    if _AMOUNT.search(low):
        yield "(amount)"


def named(mark: Mark) -> str:
    """A mark as the files of weights name it: two subjects or stems with a space between."""
    return mark if isinstance(mark, str) else " ".join(mark)
