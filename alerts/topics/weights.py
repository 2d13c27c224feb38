"""How much the marks of a title and a request say, as topics_words.csv has it: one row a mark, the strongest first.

A mark is a word by its first six letters, or two neighbours of that kind; {name} is any phrase of that list of
topics.toml, {one}+{two} both of them, {name}-{person} that one and nobody of the force, and (rule 0.5) a score of the
rules of at least so much. The sum begins with (always). bench/weigh_topics.py finds the weights from the labels in
tests/alerts/labels and writes the file.
"""

import csv
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

ALWAYS = "(always)"
FILE = Path(__file__).with_name("topics_words.csv")


class Weight(NamedTuple):
    """`says`: above nought of misconduct, below of something else. `rarity`: ln(labels / labels that have the mark)."""

    says: float
    rarity: float = 0.0


def read_weights(path: Path = FILE) -> dict[str, Weight]:
    """Each mark with its weight."""
    with path.open(encoding="utf-8", newline="") as file:
        return {row["mark"]: Weight(float(row["says"]), float(row["rarity"])) for row in csv.DictReader(file)}


def write_weights(weights: Mapping[str, Weight], path: Path = FILE) -> None:
    """Write them, the strongest first."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("mark", *Weight._fields))
        for mark, one in sorted(weights.items(), key=lambda pair: (-pair[1].says, pair[0])):
            writer.writerow((mark, one.says, one.rarity))
