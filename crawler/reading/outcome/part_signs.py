"""The signs of what became of each question: what is said where a reply speaks of it, elsewhere, and of the whole."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import prod
from operator import mul

from crawler.reading.outcome.alignment import Aligned, Row
from crawler.reading.outcome.answer_signals import keeps_small
from crawler.reading.outcome.leaning import FACTS, KINDS
from crawler.reading.outcome.part_words import names_a_part

Signs = dict[str, float]
ANSWERS, RELIED = "answers", "relied"
_MARKS = ("says disclosed", "says refused", "says not_held", "says ncnd", "relied", "number")
_KEPT = ("refused", "not_held", "ncnd")
_MASS = 2.0  # sentences of one question that are much
# What a question asks for: names are kept back more often than numbers.
_ASKS = (
    ("count", re.compile(r"\bhow many\b|\bnumber\b|\btotal\b|\bhow much\b|\bcost|\bfigures?\b|\bhow often\b", re.I)),
    ("names", re.compile(r"\bnames?\b|\bwho\b|\bidentit|\bnamed\b|\b(?-i:[A-Z])\. (?-i:[A-Z])\w+", re.I)),
    (
        "details",
        re.compile(
            r"\bdetails?\b|\breasons?\b|\bwhy\b|\brank|\bstation|\bnature\b|\bbreakdown\b|\bby \w+|\beach\b|\bwhich\b"
            r"|\ballegation",
            re.I,
        ),
    ),
    (
        "papers",
        re.compile(
            r"\bcop(?:y|ies)\b|\breports?\b|\be-?mails?\b|\bminutes\b|\bcorrespondence\b|\bnotes\b|\bdocuments?\b"
            r"|\bfile\b",
            re.I,
        ),
    ),
    ("policy", re.compile(r"\bpolic(?:y|ies)\b|\bguidance\b|\bprocedures?\b|\btraining\b", re.I)),
    ("yes or no", re.compile(r"^\W*(?:\w{1,2}\W+)?(?:do|does|did|is|are|was|were|has|have|had|can|will)\b", re.I)),
)


@dataclass(frozen=True)
class Ruled:
    """What rules made of the whole, of each question in the end, and of each by its own words."""

    whole: str
    parts: Mapping[str, str]
    own: Mapping[str, str]


def columns(aligned: Aligned, answering: Sequence[Signs], answers: Row) -> dict[str, Row]:
    """How much each sentence says of each kind, from 0 to 1; what none says is left out.

    `answering`: the signs of each sentence as answering.py gives them; `answers`: how likely each answers.
    """
    texts = [one.text for one in aligned.said]
    found: dict[str, Row] = {kind: [one[kind] for one in answering] for kind in (*KINDS, FACTS)}
    found[ANSWERS] = answers
    marks = {name: [one.get(name, 0.0) for one in answering] for name in _MARKS}
    marks |= {"small": list(map(keeps_small, texts)), "part": list(map(names_a_part, texts))}
    return found | {name: marked for name, marked in marks.items() if any(marked)}


def part_signs(aligned: Aligned, said: Mapping[str, Row], ruled: Ruled, known: Signs) -> dict[str, Signs]:
    """The signs of each question. `said`: of columns(); `known`: further signs, of the whole reply."""
    every = {f"at all {kind}": max(column, default=0.0) for kind, column in said.items()}
    whole = [row[-1] for row in aligned.odds]
    of_whole = {f"whole {kind}": _most(whole, column) for kind, column in said.items()}
    common = every | of_whole | known
    found = {}
    for place, (name, text) in enumerate(aligned.asked.items()):
        signs = common | _asked(text, every) | dict.fromkeys(_ruled(name, ruled, "small" in known), 1.0)
        signs |= _placed(place, len(aligned.asked)) | _said_of(place, aligned, said)
        found[name] = signs
    return found


def _ruled(name: str, ruled: Ruled, small: bool) -> Iterator[str]:
    rule, own = ruled.parts.get(name, "none"), ruled.own.get(name, "none")
    yield from (f"rule {rule}", f"ruled {ruled.whole}", f"{rule} in {ruled.whole}", f"own {own}")
    if small:
        yield f"own {own}, small"


def _asked(text: str, every: Signs) -> Signs:
    kinds = [name for name, pattern in _ASKS if pattern.search(text)]
    signs = {f"asks {kind}": 1.0 for kind in kinds}
    return signs | {f"asks {kind}, {kept}": every[f"at all {kept}"] for kind in kinds for kept in _KEPT}


def _placed(place: int, many: int) -> Signs:
    return dict.fromkeys(("always", *(["first"] if place == 0 else []), *(["last"] if place == many - 1 else [])), 1.0)


def _said_of(place: int, aligned: Aligned, said: Mapping[str, Row]) -> Signs:
    """What is said where the reply speaks of a question, by its own words, in its likeliest sentence, and of others."""
    odds = [row[place] for row in aligned.odds]
    others = [1 - row[place] - row[-1] for row in aligned.odds]
    shared = [row[place] for row in aligned.shared]
    signs = {"spoken of": min(sum(odds) / _MASS, 1.0), "shared": max(shared, default=0.0)}
    top = max(range(len(odds)), key=lambda at: odds[at] + shared[at], default=-1)
    for kind, column in said.items():
        signs[f"best {kind}"], signs[f"any {kind}"] = _best_and_any(odds, column)
        signs[f"other {kind}"], signs[f"word {kind}"] = _most(others, column), _most(shared, column)
        if top >= 0:
            signs[f"top {kind}"] = column[top] * max(odds[top], shared[top])
    if 0 <= top < len(odds) - 1:
        free = 1 - max((one for at, one in enumerate(aligned.odds[top + 1][:-1]) if at != place), default=0.0)
        signs |= {f"next {kind}": said[kind][top + 1] * free for kind in (*_KEPT, ANSWERS)}
    kept = max(signs["best refused"], signs.get(f"best {RELIED}", 0.0))
    signs["answers and kept"] = min(signs[f"best {ANSWERS}"], kept)
    signs["not held and kept"] = min(signs["best not_held"], kept)
    return signs


def _most(odds: Row, column: Row) -> float:
    return max(map(mul, odds, column), default=0.0)


def _best_and_any(odds: Row, column: Row) -> tuple[float, float]:
    both = list(map(mul, odds, column))
    return max(both, default=0.0), 1 - prod([1 - one for one in both])
