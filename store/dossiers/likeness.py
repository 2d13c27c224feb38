"""How far two requests ask the same: named signs between 0 and 1, weighed into one score, and the reasons in words."""

import math
import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from store.dossiers.request import Request, Unit
from store.dossiers.words import LIGHT, USUAL, mass, people, weight

# Said elsewhere in the other request: in another question, or around the questions.
ELSEWHERE = 0.6
VERBATIM, PAIRED = 0.85, 0.5  # likeness of two questions that are the same words, or ask the same in others
_WHO = frozenset({"offic", "peopl", "staff", "public", "case", "record", "report", "member"})
ENOUGH_WORDS = 60  # the weight of shared words beyond which more of them is no surer


@dataclass(frozen=True)
class Pairing:
    """Two questions that ask the same: their places among the units, and how alike they are (0..1)."""

    left: int
    right: int
    alike: float


@dataclass(frozen=True)
class Likeness:
    """What comparing came to: the score (0..1), the signs it was weighed from, and the questions paired."""

    score: float
    signs: Mapping[str, float]
    pairs: tuple[Pairing, ...]


@cache
def weights() -> dict[str, float]:
    """The weight of each sign, and of `always`, fitted by bench/weigh_dossiers.py."""
    table = tomllib.loads((files("store.dossiers") / "weights.toml").read_text(encoding="utf-8"))
    return {name: float(value) for name, value in table["weights"].items()}


def likeness(left: Request, right: Request) -> Likeness:
    """Compare two requests; the order of the two does not matter for the score."""
    pairs = paired(left, right)
    found = signs(left, right, pairs)
    weighed = weights()
    worth = weighed["always"] + sum(weighed[name] * value for name, value in found.items())
    return Likeness(round(1 / (1 + math.exp(-max(-30.0, min(30.0, worth)))), 4), found, pairs)


def signs(left: Request, right: Request, pairs: tuple[Pairing, ...]) -> dict[str, float]:
    """What is compared, each between 0 and 1."""
    ours, theirs = _covered(left, right), _covered(right, left)
    shared = left.all & right.all
    asked = left.asked & right.asked
    small = min(len(left.units), len(right.units)) or 1
    return {
        "covered_most": max(ours, theirs),
        "specific_shared": min(1.0, mass(word for word in shared if weight(word) >= USUAL) / ENOUGH_WORDS),
        "subject_shared": _cosine(_said(left), _said(right)),
        "asked_shared": min(1.0, mass(asked) / ENOUGH_WORDS),
        "measures_shared": _overlap(_measures(left), _measures(right), 0.5),
        "each_says_more": _substituted(left, right),
        "same_questions": min(1.0, _verbatim(left, right, pairs) / ENOUGH_WORDS),
        "questions_paired": min(1.0, sum(pair.alike for pair in pairs) / small),
        "time_shared": _time(left, right),
        "other_people": float(bool(left.people and right.people) and not left.people & right.people),
        "other_things": 1.0 - _overlap(left.wanted, right.wanted, 1.0),
        "follow_up": float(left.follows_up != right.follows_up),
    }


def paired(left: Request, right: Request) -> tuple[Pairing, ...]:
    """The questions that ask the same, each in one pair at most, the most alike first."""
    every = [
        Pairing(i, j, alike)
        for i, one in enumerate(left.units)
        for j, other in enumerate(right.units)
        if (alike := _alike(one, other, left, right)) >= PAIRED
    ]
    every.sort(key=lambda pair: (-pair.alike, abs(pair.left - pair.right), pair.left + pair.right, pair.left))
    mine: set[int] = set()
    theirs: set[int] = set()
    found = []
    for pair in every:
        if pair.left not in mine and pair.right not in theirs:
            found.append(pair)
            mine.add(pair.left)
            theirs.add(pair.right)
    return tuple(sorted(found, key=lambda pair: (pair.left, pair.right)))


def _alike(one: Unit, other: Unit, left: Request, right: Request) -> float:
    """How alike two questions are; a word that one of them takes from its surroundings counts for it in part."""
    shared = one.words & other.words
    if not shared:
        return 0.0
    whole = mass(one.words) + mass(other.words)
    around = mass((one.words - shared) & right.all) + mass((other.words - shared) & left.all)
    return (2 * mass(shared) + ELSEWHERE * around) / whole


def _covered(left: Request, right: Request) -> float:
    """The share of what is asked on the left that the right asks as well, by weight of words."""
    got = whole = 0.0
    for unit in left.units:
        best = max((mass(unit.words & other.words) for other in right.units), default=0)
        inside = next((o.words for o in right.units if mass(unit.words & o.words) == best), frozenset())
        got += best + ELSEWHERE * mass((unit.words - inside) & right.all)
        whole += mass(unit.words)
    return min(1.0, got / whole) if whole else 0.0


def _verbatim(left: Request, right: Request, pairs: Iterable[Pairing]) -> int:
    """The weight of the words in questions that are put in the same words: a short one says little."""
    alike = (pair for pair in pairs if pair.alike >= VERBATIM)
    return sum(mass(left.units[pair.left].words & right.units[pair.right].words) for pair in alike)


def _measures(one: Request) -> frozenset[str]:
    """What is counted or wanted of the subject: arrests, costs, complaints."""
    return frozenset(word for word in one.asked if weight(word) == LIGHT and not people([word]) and word not in _WHO)


def _said(one: Request) -> Counter[str]:
    """How often each word is said: once for the title, once for each question that holds it."""
    return Counter(word for words in (one.title, *(unit.words for unit in one.units)) for word in words)


def _cosine(left: Counter[str], right: Counter[str]) -> float:
    dot = sum(weight(word) ** 2 * left[word] * right[word] for word in left.keys() & right.keys())
    norms = (sum((weight(word) * count) ** 2 for word, count in one.items()) for one in (left, right))
    whole = math.sqrt(math.prod(norms))
    return dot / whole if whole else 0.0


def _overlap(left: frozenset[str], right: frozenset[str], unknown: float) -> float:
    """The shared part of the smaller; `unknown` when one of them is empty."""
    return len(left & right) / min(len(left), len(right)) if left and right else unknown


def _substituted(left: Request, right: Request) -> float:
    """How much each asks that the other does not mention: more on one side alone is but a part left out."""
    ours, theirs = mass(left.asked - right.all), mass(right.asked - left.all)
    whole = min(mass(left.asked), mass(right.asked))
    return min(1.0, min(ours, theirs) / whole) if whole else 0.0


def _time(left: Request, right: Request) -> float:
    """How much of the time asked about is the same; half when one of them names none, or neither."""
    if not left.months or not right.months:
        return 0.5
    return len(left.months & right.months) / len(left.months | right.months)
