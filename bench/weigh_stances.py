"""The weights of crawler/reading/law/stances.toml, found from passages and pages of which people said what they apply.

usage: python bench/weigh_stances.py [--write]

Prints how many sections of the passages of each hand are told to be applied or not as their writer said, by weights
that were not found from them, and how well the exemptions of the golden pages are found, a third of their writers left
out in turn. With --write it puts the weights found from all into the file instead. The passages are in stances.txt
(bench/passages.py). Of pages and letters (bench/replies.py) it is only known which sections they rely on, not what
each sentence says, and so their sentences count for less. Logistic regression; a weight costs. Signs that are rare, or
tell next to nothing, are left out.
"""

import argparse
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from statistics import fmean
from typing import NamedTuple
from unittest.mock import patch

import accuracy
import fitting
import passages
import replies

from crawler.reading.law import exemptions, stances
from crawler.reading.law.law import exempts, number_of, subsection_of
from crawler.reading.law.stance_signs import signs

ROOT = Path(__file__).resolve().parents[1]
GOLD = replies.GOLD
WEIGHTS = ROOT / "crawler/reading/law/stances.toml"
STRENGTH = 0.3
OFTEN, LIGHT = 3, 0.05  # mentions that a sign stands at, at the least, and the weight below which it is left out
LESS = 0.3  # how much a sentence of a page counts beside one of a passage
FOLDS = 3


class Case(NamedTuple):
    """The signs of a section in a sentence, whether it is not applied, and how much this counts."""

    writer: str
    signs: set[str]
    denied: bool
    weight: float


def of_passages() -> list[Case]:
    return [
        Case(one.hand, signs(one.sentence, one.found, one.below)[one.at], one.mark == "-", 1.0)
        for one in passages.marked()
    ]


def of_replies() -> list[Case]:
    return [case for reply in replies.told(GOLD) for case in _of(reply)]


def _of(reply: replies.Told) -> Iterator[Case]:
    """The sections that a reply names, relied on or not as people said."""
    with patch.object(exemptions, "against", wraps=exemptions.against) as asked:
        cited = reply.read().citations
    told = {(one.quote, one.section) for one in cited if one.place == "response" and exempts(one.section, one.law)}
    relied = set(map(subsection_of, reply.exemptions))
    relied.update(map(number_of, reply.exemptions))
    for call in asked.call_args_list:
        sentence, found, below = call.args
        for mention, seen in zip(found, signs(sentence, found, below), strict=True):
            named = [section for section in mention.sections() if (sentence, section) in told]
            if named:
                denied = relied.isdisjoint(map(subsection_of, named))
                yield Case(reply.group, seen, denied, LESS)


def fit(some: Sequence[Case]) -> dict[str, float]:
    """The weights that tell best what is not applied."""
    often = fitting.frequent([case.signs for case in some], OFTEN)
    seen = [fitting.seen(sign for sign in case.signs if sign in often) for case in some]
    heavy = [case.weight for case in some]
    found = fitting.odds(seen, [case.denied for case in some], strength=STRENGTH, heavy=heavy)
    return {sign: weight for sign, weight in found.items() if abs(weight) >= LIGHT}


def right(weights: Mapping[str, float], some: Sequence[Case]) -> list[bool]:
    """Of each section whether these weights say of it what people said."""
    fitting.instead(stances._WEIGHTS, weights)
    return [(stances.weighed(case.signs) > 0) == case.denied for case in some]


def left_out(marked: Sequence[Case], replied: Sequence[Case]) -> list[float]:
    """How well the exemptions of each golden page are found by weights that nothing of its writer was in."""
    pages = [reply for reply in replies.told(GOLD) if reply.group.startswith("gold ")]
    folds = fitting.folds((page.group for page in pages), FOLDS)
    scores = []
    for fold in range(FOLDS):
        weights = fit([*marked, *(case for case in replied if folds.get(case.writer) != fold)])
        fitting.instead(stances._WEIGHTS, weights)
        own = (page for page in pages if folds[page.group] == fold)
        scores += [accuracy.sections(page.read().exemptions, page.exemptions) for page in own]
    return scores


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help="put the weights into stances.toml")
    asked, marked, replied = parser.parse_args(), of_passages(), of_replies()
    if asked.write:
        return fitting.put(WEIGHTS, "weights", {sign: [one] for sign, one in fit([*marked, *replied]).items()})
    told: list[bool] = []
    for hand in dict.fromkeys(case.writer for case in marked):
        weights = fit([*(case for case in marked if case.writer != hand), *replied])
        told += (own := right(weights, [case for case in marked if case.writer == hand]))
        print(f"{hand}: {fmean(own):.3f}")
    print(f"{len(told)} sections of passages, their hands left out: {fmean(told):.4f}")
    scores = left_out(marked, replied)
    print(f"exemptions of {len(scores)} pages, their writers left out: {fmean(scores):.4f}")


if __name__ == "__main__":
    main()
