"""What there is to see of a section in its sentence: the words before and behind it, by stem, by class and by subject.

A word counts for more in the clause of the section than beyond it; the sentence below is heard too, since it may take
back what this one says. The classes are in stances.toml, the subjects in subjects.toml.
"""

import re
import tomllib
from collections.abc import Sequence
from importlib.resources import files
from itertools import pairwise

from crawler.reading.law.citation_grammar import Mention
from crawler.reading.sentences.marks import marks, named, plain

DATA = tomllib.loads(files(__package__).joinpath("stances.toml").read_text("utf-8"))
_CLASSES = {word: name for name, words in DATA["words"].items() for word in words.split()}
_TOKEN = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*|\d[\w/.-]*|[.?!;,:()–—|-]")
_STEM = 6  # letters by which a word is known
# On either side of a section: what is further off says nothing of it.
_MOST, _LONGEST = 60, 300  # words, characters
_BOUNDS = frozenset([",", ";", ":", "(", ")", "–", "—", "-", "|", "but", "howeve", "althou", "while", "wherea"])
_SKIPPED = frozenset(("the", "a", "an", "of", "at", "that", "this"))
_SCOPE = frozenset(("not", "suppose", "past", "others", "weigh", "drop"))  # what these say is said of words behind them
_REACH = 5  # words
_RUN = 3  # classes in turn
_BELOW = 20  # words of the sentence below
_LENGTHS = ((3, "alone"), (9, "brief"), (18, "middling"))


_Word = tuple[str, str]  # its stem, and the class that it is of: empty for most
_SECTION: _Word = ("@", "")


def signs(sentence: str, found: Sequence[Mention], below: str) -> list[set[str]]:
    """The signs of each of the mentions `found` in the sentence; `below` is the next sentence, or empty."""
    starts, ends = [one.start for one in found], [one.end for one in found]
    between = [_words(sentence[end:start]) for end, start in zip([0, *ends], [*starts, len(sentence)], strict=True)]
    shared = {"always", *_of_below(below)}
    return [
        shared.union(
            _of_words(_before(between[: at + 1]), _behind(between[at + 1 :])),
            _subjects("l", sentence[max(0, own.start - _LONGEST) : own.start]),
            _subjects("r", sentence[own.end : own.end + _LONGEST]),
        )
        for at, own in enumerate(found)
    ]


def _before(between: Sequence[list[_Word]]) -> list[_Word]:
    """The words before a section, nearest first, with the other sections as `@`."""
    return _behind([words[::-1] for words in reversed(between)])


def _behind(between: Sequence[list[_Word]]) -> list[_Word]:
    found = list(between[0])
    for words in between[1:]:
        if len(found) >= _MOST:
            break
        found += [_SECTION, *words]
    return found[:_MOST]


def _of_words(before: Sequence[_Word], behind: Sequence[_Word]) -> list[str]:
    found = _of_side("l", before) + _of_side("r", behind)
    many = len(before) + len(behind)
    found.append(next((name for most, name in _LENGTHS if many < most), "long"))
    if not before:
        found.append("opens")
    if not behind or behind == [(".", "")]:
        found.append("ends")
    return found


def _of_side(side: str, words: Sequence[_Word]) -> list[str]:
    """The signs of the words on one side of a section, nearest first."""
    stems = [stem for stem, _ in words if stem not in _SKIPPED]
    end = next((at for at, stem in enumerate(stems) if stem in _BOUNDS), len(stems))
    names = [name for _, name in words if name]
    found = _in_turn(f"{side} ", stems[:end]) + _in_turn(f"{side}~ ", stems[end:]) + _in_turn(f"{side}: ", names)
    found += [f"{side}{many} {' '.join(names[:many])}" for many in range(1, min(_RUN, len(names)) + 1)]
    if not _SCOPE.isdisjoint(names):
        forth = [name for _, name in (words if side == "r" else reversed(words))]
        for at, name in enumerate(forth):
            if name in _SCOPE:
                found += [f"{side}> {name} {one}" for one in forth[at + 1 : at + 1 + _REACH] if one]
    return found


def _of_below(below: str) -> list[str]:
    words = _words(below[:_LONGEST])[:_BELOW]
    opening = [f"n {' '.join(stem for stem, _ in words[:2])}"] if words else []
    return _in_turn("n: ", [name for _, name in words if name]) + opening


def _in_turn(kind: str, names: Sequence[str]) -> list[str]:
    return [kind + name for name in (*names, *map(" ".join, pairwise(names)))]


def _subjects(side: str, text: str) -> list[str]:
    """The subjects of a side of a section, and those of two words near each other: the marks that are no stems."""
    # A stem begins with `=`, alone and as the first of two.
    return [f"{side}+{named(mark)}" for mark in marks(text) if mark[0][0] != "=" and mark[0] != "first"]


def _words(text: str) -> list[_Word]:
    found = _TOKEN.findall(plain(text))
    return [("#" if word[0].isdigit() else word[:_STEM], _CLASSES.get(word, "")) for word in found]
