"""The weights of alerts/topics/topics_words.csv, found from labels that people have given.

usage: python bench/weigh_topics.py [--write] [--errors]

The labels are those of tests/alerts/labels and of the golden pages of the reader, and the examples of the topics.
Prints how right the rules alone are, and the rules with the words, each eighth of the labels in turn with weights that
were found from the others. With --errors it prints each label that comes out wrong so. With --write it puts the weights
found from all of them into the file.
Logistic regression by scikit-learn: both kinds of label weigh the same together, rare marks count for more, and a
weight costs, so that no word decides alone.
"""

import argparse
import json
import math
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import normalize

from alerts.topics.rules import ENOUGH
from alerts.topics.scoring import about, parts_of, shown
from alerts.topics.topics import ROOT_TOPIC, Topics, load, match
from alerts.topics.weights import ALWAYS, Weight, write_weights

TESTS = Path(__file__).resolve().parents[1] / "tests"
LABELS, PAGES = TESTS / "alerts/labels", TESTS / "crawler/reading/gold"
FOLDS, OFTEN, STRETCH = 8, 3, 16.0


@dataclass(frozen=True)
class Case:
    """A label with what is seen in it and what the rules alone score; `given` ones are always learnt from."""

    parts: tuple[tuple[str, str], ...]
    marks: frozenset[str]
    ruled: float
    wanted: bool
    given: bool = False
    hard: bool = False


def cases(topics: Topics) -> list[Case]:
    """The labels and the examples, shuffled always alike."""
    labels = rows_of(LABELS)
    texts = {row.get("text") or row["response"] for row in labels}
    rows = [*labels, *(row for row in _of_pages() if (row["text"] or row["response"]) not in texts)]
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


def _of_pages() -> Iterator[dict[str, Any]]:
    """What the golden pages say of themselves, as labels."""
    for path in sorted(PAGES.glob("*.json")):
        page = json.loads(path.read_text("utf-8"))
        if page.get("request_text") or page.get("response_text"):
            yield {
                "title": page["title"],
                "text": page.get("request_text"),
                "response": page.get("response_text"),
                "misconduct": bool(page["misconduct"]),
            }


def _case(topics: Topics, parts: list[tuple[str, str]], wanted: bool, given: bool = False, hard: bool = False) -> Case:
    ruled = next((one.score for one in match(topics, parts) if one.topic == ROOT_TOPIC), 0.0)
    marks = topics.words.marks(topics.heads(parts), topics.ruled(parts))
    return Case(tuple(parts), frozenset(marks), ruled, wanted, given, hard)


def weigh(learnt: Sequence[Case]) -> dict[str, Weight]:
    """The weight of each mark that stands in several labels; all rows are made STRETCH long."""
    often = Counter(mark for case in learnt for mark in case.marks)
    rarity = {mark: math.log(len(learnt) / times) for mark, times in sorted(often.items()) if times >= OFTEN}
    vectors = DictVectorizer()
    rows = vectors.fit_transform([{mark: rarity[mark] for mark in case.marks if mark in rarity} for case in learnt])
    model = LogisticRegression(class_weight="balanced", max_iter=1000)
    model.fit(normalize(rows) * STRETCH, [case.wanted for case in learnt])
    says = dict(zip(vectors.get_feature_names_out(), model.coef_[0] * STRETCH, strict=True))
    found = {mark: Weight(round(float(size), 2), round(rarity[mark], 2)) for mark, size in says.items()}
    return found | {ALWAYS: Weight(round(float(model.intercept_[0]), 2))}


def crossed(topics: Topics, whole: Sequence[Case]) -> list[tuple[Case, bool]]:
    """Each label but the examples, with what comes out by weights that were not found from it."""
    told = []
    for fold in range(FOLDS):
        weights = weigh([case for number, case in enumerate(whole) if number % FOLDS != fold or case.given])
        weighed = replace(topics, words=replace(topics.words, weights=weights))
        apart = [case for number, case in enumerate(whole) if number % FOLDS == fold and not case.given]
        told += [(case, about(weighed, ROOT_TOPIC, case.parts)) for case in apart]
    return told


def main() -> None:
    """Print what the weights are worth, and write them when asked to."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--errors", action="store_true")
    asked = parser.parse_args()
    topics = load(weights={})
    whole = cases(topics)
    told = crossed(topics, whole)
    for name, some in (("all", told), ("hard", [one for one in told if one[0].hard])):
        print(shown(f"{name}, rules alone", [(case.wanted, case.ruled >= ENOUGH) for case, _ in some]))
        print(shown(f"{name}, with the words", [(case.wanted, found) for case, found in some]))
    for case, found in told if asked.errors else ():
        if case.wanted != found:
            print("missed" if case.wanted else "false ", f"{case.ruled:.2f}", case.parts[0][1])
    if asked.write:
        write_weights(weigh(whole))


if __name__ == "__main__":
    main()
