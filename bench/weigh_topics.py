"""The weights of alerts/topics/topics_words.toml, found from labels that people have given.

usage: python bench/weigh_topics.py [--write] [--errors]

The labels are those of tests/alerts/labels and the examples of the topics. Prints how right the rules alone are, and
the rules with the words, each eighth of the labels in turn with weights that were found from the others. With --errors
it prints each label that comes out wrong so. With --write it puts the weights found from all of them into the file.
Logistic regression by gradient descent: both kinds of label weigh the same together, and a weight costs, so that no
word decides alone.
"""

import argparse
import json
import math
import random
import textwrap
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from alerts.topics.rules import ENOUGH
from alerts.topics.scoring import parts_of, shown
from alerts.topics.topics import ROOT_TOPIC, Topics, load, match
from alerts.topics.topics_words import SURE, WEIGHTS

LABELS = Path(__file__).resolve().parents[1] / "tests/alerts/labels"
FOLDS, ROUNDS, STEP, COST, OFTEN, LEAST = 8, 300, 6.0, 0.001, 2, 0.15
HEAD = """\
# How much a word of a title or a request says that it is about misconduct of the police (above nought) or is not
# (below): the marks that weigh so much, by their weight. A word stands by its first six letters, two words are
# neighbours; {name} is any phrase of that list of topics.toml, {one}+{two} both of them, {name}-{person} that one and
# nobody of the force, (rule 0.5) a score of the rules of at least so much, (always) where the sum begins. From a
# sum of 0.2 on (55 in a hundred) the words make a match that no rule makes.
# `python bench/weigh_topics.py --write` finds the weights from the labels in tests/alerts/labels and writes this file.

[misconduct]
"""


@dataclass(frozen=True)
class Case:
    """A label with what is seen in it and what the rules alone score; `given` ones are always learnt from."""

    title: str
    marks: frozenset[str]
    ruled: float
    wanted: bool
    given: bool = False
    hard: bool = False

    def found(self, weights: Mapping[str, float]) -> bool:
        return self.ruled >= ENOUGH or _likely(weights, self.marks) >= SURE


def cases(topics: Topics) -> list[Case]:
    """The labels and the examples, shuffled always alike."""
    rows = [row for row in rows_of(LABELS) if "misconduct" in row]
    found = [_case(topics, parts_of(row), row["misconduct"], hard=row.get("label_hard", False)) for row in rows]
    examples = [(one.parts, one.wanted) for topic in topics.topics for one in topic.examples]
    found += [_case(topics, list(parts), wanted, given=True) for parts, wanted in examples]
    random.Random(1).shuffle(found)
    return found


def rows_of(folder: Path) -> list[dict[str, Any]]:
    """All labels of a folder."""
    return [
        json.loads(line) for path in sorted(folder.glob("*.jsonl")) for line in path.read_text("utf-8").splitlines()
    ]


def _case(topics: Topics, parts: list[tuple[str, str]], wanted: bool, given: bool = False, hard: bool = False) -> Case:
    ruled = next((one.score for one in match(topics, parts) if one.topic == ROOT_TOPIC), 0.0)
    marks = topics.words.marks(topics.heads(parts), ruled)
    return Case(parts[0][1], frozenset(marks), ruled, wanted, given, hard)


def weigh(learnt: Sequence[Case]) -> dict[str, float]:
    """The weight of each mark that stands in several labels."""
    often = Counter(mark for case in learnt for mark in case.marks)
    rows = [([mark for mark in case.marks if often[mark] >= OFTEN], case.wanted) for case in learnt]
    kinds = Counter(case.wanted for case in learnt)
    weights: defaultdict[str, float] = defaultdict(float)
    for _ in range(ROUNDS):
        slope: defaultdict[str, float] = defaultdict(float)
        for marks, wanted in rows:
            error = (wanted - _likely(weights, marks)) / kinds[wanted] / 2
            for mark in marks:
                slope[mark] += error
        for mark, value in slope.items():
            weights[mark] += STEP * (value - COST * weights[mark])
    return {mark: round(weight, 1) for mark, weight in weights.items() if abs(weight) >= LEAST}


def _likely(weights: Mapping[str, float], marks: Iterable[str]) -> float:
    return 1 / (1 + math.exp(-sum(weights.get(mark, 0.0) for mark in marks)))


def crossed(whole: Sequence[Case]) -> list[tuple[Case, bool]]:
    """Each label but the examples, with what comes out by weights that were not found from it."""
    told = []
    for fold in range(FOLDS):
        weights = weigh([case for number, case in enumerate(whole) if number % FOLDS != fold or case.given])
        apart = [case for number, case in enumerate(whole) if number % FOLDS == fold and not case.given]
        told += [(case, case.found(weights)) for case in apart]
    return told


def _write(weights: Mapping[str, float]) -> None:
    by_weight: dict[float, list[str]] = {}
    for mark, weight in sorted(weights.items()):
        by_weight.setdefault(weight, []).append(mark)
    fill = textwrap.TextWrapper(118, break_on_hyphens=False, break_long_words=False).fill
    blocks = [
        f'"{weight}" = """\n{fill(", ".join(marks))}\n"""\n'
        for weight, marks in sorted(by_weight.items(), reverse=True)
    ]
    WEIGHTS.write_text(HEAD + "".join(blocks), encoding="utf-8")


def main() -> None:
    """Print what the weights are worth, and write them when asked to."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--errors", action="store_true")
    asked = parser.parse_args()
    topics = load(weights={})
    whole = cases(topics)
    told = crossed(whole)
    for name, some in (("all", told), ("hard", [one for one in told if one[0].hard])):
        print(shown(f"{name}, rules alone", [(case.wanted, case.ruled >= ENOUGH) for case, _ in some]))
        print(shown(f"{name}, with the words", [(case.wanted, found) for case, found in some]))
    for case, found in told if asked.errors else ():
        if case.wanted != found:
            print("missed" if case.wanted else "false ", f"{case.ruled:.2f}", case.title)
    if asked.write:
        _write(weigh(whole))


if __name__ == "__main__":
    main()
