"""How right the topics are on labels, with what chance allows, and whether the words make the rules better.

usage: python bench/topics_accuracy.py [LABELS.jsonl...]

On tests/alerts/labels the weights of the words are found anew for each eighth from the other labels, so that no label
is known before; then come the files named, or those of ../shared/labels where they are, as the topics stand. Of each
kind of misconduct it says how many labels were found at all, and how many under that topic.
"""

import sys
from collections import Counter
from pathlib import Path

from weigh_topics import LABELS, cases, crossed, rows_of

from alerts.topics.rules import ENOUGH
from alerts.topics.scoring import measure, parts_of, shown
from alerts.topics.topics import ROOT_TOPIC, Topics, load, match

SHARED = Path(__file__).resolve().parents[2] / "shared/labels"


def unseen() -> None:
    """Print the rules alone and the rules with the words, on labels that were not learnt from."""
    rules = load(weights={})
    told = crossed(rules, cases(rules))
    for name, some in (("labels", told), ("hard labels", [one for one in told if one[0].hard])):
        print(shown(f"{name}, rules alone", [(case.wanted, case.ruled >= ENOUGH) for case, _ in some]))
        print(shown(f"{name}, with the words", [(case.wanted, found) for case, found in some]))


def by_kind(topics: Topics) -> None:
    """Print how many labels of each topic are found, and how many by that topic's own rules."""
    wanted, found, exact = Counter[str](), Counter[str](), Counter[str]()
    for row in rows_of(LABELS):
        if kind := row.get("topic"):
            names = {one.topic for one in match(topics, parts_of(row))}
            wanted[kind] += 1
            found[kind] += ROOT_TOPIC in names
            exact[kind] += kind in names
    for kind, count in wanted.most_common():
        print(f"{kind:24} {count:4} labels, {found[kind]:4} found, {exact[kind]:4} under this topic")


def main() -> None:
    """Print all of it."""
    files = [Path(one) for one in sys.argv[1:]] or sorted(SHARED.glob("*.jsonl"))
    topics = load()
    unseen()
    for file in files:
        for line in measure(topics, file.read_text("utf-8")):
            print(f"{file.name}, {line}")
    by_kind(topics)


if __name__ == "__main__":
    main()
