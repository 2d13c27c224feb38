"""Invented disclosures by the million: words as they are spread in prose, set phrases, boilerplate, planted copies.

Word n is as frequent as 1/(n + 2.7), so that the vocabulary grows with the collection; every fourth word or so
comes in a set phrase, as in real letters; 24 % is one of a few dozen forms of boilerplate.
"""

import random
from dataclasses import dataclass
from itertools import accumulate

LENGTH = 500  # words, boilerplate among them
SYLLABLES = [a + b for a in [*"bcdfghlmnprstv", "st", "tr", "pl"] for b in [*"aeiou", "ai", "ou", "er", "an", "in"]]
FORCES = [f"{side} {kind} Police" for side in ("North", "South", "East", "West") for kind in "ABCDEFGHIJ"]
_RANKS = 60_000
_WEIGHTS = list(accumulate(1 / (rank + 2.7) for rank in range(1, _RANKS)))
_RARE = 0.01  # of words are names and the like, new with every letter


def word(rank: int) -> str:
    """The invented word of a rank: the commoner, the shorter."""
    spelled = ""
    while rank >= 0:
        spelled += SYLLABLES[rank % len(SYLLABLES)]
        rank = rank // len(SYLLABLES) - 1
    return spelled


_VOCABULARY = [word(rank) for rank in range(_RANKS - 1)]
_of_phrases = random.Random(7)
_PHRASES = [
    " ".join(_of_phrases.choices(_VOCABULARY, cum_weights=_WEIGHTS, k=_of_phrases.randint(3, 9))) for _ in range(3000)
]
_PHRASE_WEIGHTS = list(accumulate(1 / (rank + 5) for rank in range(3000)))
_BOILERPLATE = [
    [" ".join(_of_phrases.choices(_VOCABULARY, cum_weights=_WEIGHTS, k=20)) + "." for _ in range(6)] for _ in range(40)
]


@dataclass(frozen=True)
class Invented:
    """One disclosure; `copy_of` is the number of that which it is a copy of, or -1."""

    number: int
    request: str
    response: str
    boilerplate: tuple[str, ...]
    copy_of: int = -1

    @property
    def words(self) -> str:
        return "\n".join((self.request, self.response, *self.boilerplate))


def invented(number: int, copies: float = 0.05) -> Invented:
    """Disclosure `number`, the same whenever asked. One in twenty is a copy of an earlier one, some words changed."""
    dice = random.Random(number * 2 + 1)
    if number and dice.random() < copies:
        return copied(number, dice.randrange(number), dice.choice((0.02, 0.05, 0.1, 0.2, 0.3)))
    return _own(number, LENGTH, dice)


def copied(number: int, of: int, edits: float) -> Invented:
    """A copy of disclosure `of` with that share of its words changed."""
    dice = random.Random(number * 2)
    first = invented(of, copies=0)
    request, response = (edited(text, edits, dice) for text in (first.request, first.response))
    return Invented(number, request, response, first.boilerplate, of)


def edited(text: str, share: float, dice: random.Random) -> str:
    words = text.split(" ")
    for place in range(len(words)):
        if dice.random() < share:
            words[place] = dice.choices(_VOCABULARY, cum_weights=_WEIGHTS)[0]
    return " ".join(words)


def _own(number: int, length: int, dice: random.Random) -> Invented:
    boilerplate = tuple(_BOILERPLATE[number % len(_BOILERPLATE)])
    said = sum(sentence.count(" ") + 1 for sentence in boilerplate)
    prose = _prose(length - said, dice)
    third = len(prose) // 3
    cut = prose.find(" ", third)
    return Invented(number, prose[:cut], prose[cut + 1 :], boilerplate)


def _prose(length: int, dice: random.Random) -> str:
    """Words, every fourth or so in a set phrase; now and then a figure, or a name that is new."""
    plain = int(length * 0.75)
    parts = dice.choices(_VOCABULARY, cum_weights=_WEIGHTS, k=plain)
    for _ in range(int(length * _RARE)):
        parts[dice.randrange(plain)] = word(dice.randrange(10**9))
    for _ in range(8):
        parts[dice.randrange(plain)] = str(dice.randrange(3000))
    for phrase in dice.choices(_PHRASES, cum_weights=_PHRASE_WEIGHTS, k=length // 24):
        parts[dice.randrange(plain)] += f" {phrase}"
    return " ".join(parts)
