"""The signs of what became of each question: what is said where a reply speaks of it, elsewhere, and of the whole."""

from collections.abc import Collection, Mapping, Sequence
from itertools import repeat
from math import prod
from operator import add, mul, sub

from crawler.reading.outcome.alignment import Aligned, Row
from crawler.reading.outcome.verdict_words import costs
from crawler.reading.outcome.weighing import Signs
from crawler.reading.sentences.leaning import FACTS, KINDS, leanings
from crawler.reading.sentences.signals import signals, together

ANSWERS, RELIED, COST = "answers", "relied", "cost"
_KEPT = ("refused", "not_held", "ncnd")
# Of each kind: how much of it the likeliest sentence says, any at all, one on other questions, and the first by words.
_NAMES = {
    kind: tuple(f"{which} {kind}" for which in ("best", "any", "other", "top"))
    for kind in (*KINDS, FACTS, ANSWERS, RELIED, COST)
}
_WHOLE = {kind: f"whole {kind}" for kind in _NAMES}
_NEXT = {kind: f"next {kind}" for kind in (*_KEPT, ANSWERS)}
# What a question asks for: names are kept back more often than numbers.
_ASKS = {
    "count": signals(r"\bhow many\b|\bnumber\b|\btotal\b|\bhow much\b|\bcost|\bfigures?\b|\bhow often\b"),
    "names": signals(r"\bnames?\b|\bwho\b|\bidentit|\bnamed\b|\b(?-i:[A-Z])\. (?-i:[A-Z])\w+"),
    "details": signals(
        r"\bdetails?\b|\breasons?\b|\bwhy\b|\brank|\bstation|\bnature\b|\bbreakdown\b|\bby \w+|\beach\b|\bwhich\b"
        r"|\ballegation"
    ),
    "papers": signals(
        r"\bcop(?:y|ies)\b|\breports?\b|\be-?mails?\b|\bminutes\b|\bcorrespondence\b|\bnotes\b|\bdocuments?\b"
        r"|\bfile\b"
    ),
    "policy": signals(r"\bpolic(?:y|ies)\b|\bguidance\b|\bprocedures?\b|\btraining\b"),
    "yes or no": signals(r"^\W*(?:\w{1,2}\W+)?(?:do|does|did|is|are|was|were|has|have|had|can|will)\b"),
}
_ONES = repeat(1.0)
_ANY = together(**_ASKS)


def columns(aligned: Aligned, relied: Collection[str], answers: Row) -> dict[str, Row]:
    """How much each sentence says of each kind, from 0 to 1.

    `relied`: the sentences that rely on an exemption, where any does; `answers`: how likely each answers by what it
    states.
    """
    texts = [one.text for one in aligned.said]
    odds = list(map(leanings, texts))
    found: dict[str, Row] = {kind: [one[kind] for one in odds] for kind in (*KINDS, FACTS)}
    found |= {ANSWERS: answers}
    if any(dear := [float(costs(text)) for text in texts]):
        found[COST] = dear
    # A kind of which nothing is said would only be summed in vain.
    return found | {RELIED: [float(one in relied) for one in texts]} if relied else found


def part_signs(
    aligned: Aligned, said: Mapping[str, Row], known: Signs, of: Mapping[str, Collection[str]]
) -> dict[str, Signs]:
    """The signs of each question. `said`: of columns(); `known`: further signs of the whole, `of`: of a question."""
    kept = {kind: max(said[kind]) for kind in _KEPT}
    *odds, whole = zip(*aligned.odds, strict=True)
    shared = zip(*aligned.shared, strict=True)
    common = known | {"always": 1.0} | {_WHOLE[kind]: _most(whole, column) for kind, column in said.items()}
    found = {}
    for place, ((name, text), own, words) in enumerate(zip(aligned.asked.items(), odds, shared, strict=True)):
        top, sure = _likeliest(own, words)
        others = [1 - one - of_all for one, of_all in zip(own, whole, strict=True)]
        signs = common | _asked(text, kept)
        signs["shared"] = max(words)
        signs.update(_said_of(own, others, top, sure, said))
        signs.update(_said_next(place, top, aligned.odds, said))
        signs.update(dict.fromkeys((*of.get(name, ()), *_placed(place, len(odds))), 1.0))
        found[name] = signs
    return found


def _likeliest(odds: Row, shared: Row) -> tuple[int, float]:
    """The place of the sentence that most likely speaks of a question, and how likely it does."""
    both = list(map(add, odds, shared))
    top = both.index(max(both))
    return top, max(odds[top], shared[top])


def _asked(text: str, kept: Signs) -> Signs:
    asked = _ANY.found(text)
    kinds = [kind for kind in _ASKS if kind in asked]
    signs = {f"asks {kind}": 1.0 for kind in kinds}
    return signs | {f"asks {kind}, {one}": size for kind in kinds for one, size in kept.items()}


def _placed(place: int, many: int) -> list[str]:
    return ["first"] * (place == 0) + ["last"] * (place == many - 1)


def _said_of(odds: Row, others: Row, top: int, sure: float, said: Mapping[str, Row]) -> Signs:
    """What is said where the reply speaks of a question, in its likeliest sentence `top`, and of the others."""
    signs: Signs = {}
    for kind, column in said.items():
        best, some, other, first = _NAMES[kind]
        both = list(map(mul, odds, column))
        signs[best] = max(both)
        signs[some] = 1 - prod(map(sub, _ONES, both))
        signs[other] = max(map(mul, others, column))
        signs[first] = column[top] * sure
    return signs


def _said_next(place: int, top: int, odds: Sequence[Row], said: Mapping[str, Row]) -> Signs:
    """What the sentence says behind the likeliest one, as far as it speaks of no other question."""
    if top == len(odds) - 1:
        return {}
    free = 1 - max((one for at, one in enumerate(odds[top + 1][:-1]) if at != place), default=0.0)
    return {name: said[kind][top + 1] * free for kind, name in _NEXT.items()}


def _most(odds: Row, column: Row) -> float:
    return max(map(mul, odds, column))
