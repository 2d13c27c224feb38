"""The weights of crawler/reading/outcome/leaning.toml, found from sentences of replies that people have sorted.

usage: python bench/weigh_statements.py [--write] [--worst]

Prints how well sentences are told apart that the weights were not found from (each fifth in turn). With --write it
puts the weights found from all of them into the file instead. Logistic regression of several kinds: every weight
costs, so that no word decides alone.
"""

import argparse
import random
import tomllib
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import fitting

from crawler.reading.outcome.decision import known
from crawler.reading.outcome.leaning import FACTS, KINDS, subjects

ROOT = Path(__file__).resolve().parents[1]
SENTENCES = ROOT / "tests/crawler/reading/statements.toml"
WEIGHTS = ROOT / "crawler/reading/outcome/leaning.toml"
NAMES = ("", *KINDS, FACTS)
FOLDS, STRENGTH, FEWEST = 5, 0.6, 3
Case = tuple[tuple[str, ...], int]
Weights = dict[str, list[float]]


def cases(sentences: Path = SENTENCES) -> list[tuple[str, Case]]:
    """Each sentence with what it speaks of and the place of its kind in NAMES."""
    kinds = tomllib.loads(sentences.read_text("utf-8"))
    found = [
        (one, (tuple(sorted(subjects(one).union(known(one)))), NAMES.index(kind) if kind in NAMES else 0))
        for kind, some in kinds.items()
        for one in some
    ]
    random.Random(1).shuffle(found)
    return found


def fit(some: Sequence[Case]) -> Weights:
    """The weights that tell the cases apart best, each beside those of none of the kinds."""
    known = fitting.frequent([case for case, _ in some], FEWEST)
    rows = fitting.fitted(
        [fitting.seen(known.intersection(case)) for case, _ in some],
        [NAMES[kind] for _, kind in some],
        strength=STRENGTH,
        kinds=NAMES,
    )
    return {subject: [one - row[0] for one in row] for subject, row in rows.items()}


def held_out(some: Sequence[Case]) -> list[list[float]]:
    """How likely each kind of each case is under the weights of those that are not in its fold."""
    found: list[list[float]] = [[]] * len(some)
    for fold in range(FOLDS):
        weights = fit([case for at, case in enumerate(some) if at % FOLDS != fold])
        for at in range(fold, len(some), FOLDS):
            found[at] = fitting.likely(weights, fitting.seen(some[at][0]), len(NAMES))
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help="put the weights into leaning.toml")
    parser.add_argument("--worst", action="store_true", help="print the sentences that are taken for another kind")
    asked, some = parser.parse_args(), cases()
    if asked.write:
        return write(fit([case for _, case in some]))
    judged = held_out([case for _, case in some])
    report(some, judged)
    if asked.worst:
        for (sentence, (_, kind)), chances in zip(some, judged, strict=True):
            best = max(range(len(NAMES)), key=chances.__getitem__)
            if best != kind:
                print(f"{NAMES[kind] or '-'} -> {NAMES[best] or '-'} {chances[best]:.2f}  {sentence}")


def report(some: Sequence[tuple[str, Case]], judged: Sequence[Sequence[float]]) -> None:
    print(f"{len(some)} sentences; the share of each kind that is found, and of the others that are taken for any")
    for least in (0.5, 0.6, 0.7, 0.8):
        found: Counter[tuple[int, int]] = Counter()
        for (_, (_, kind)), chances in zip(some, judged, strict=True):
            best = max(range(len(NAMES)), key=chances.__getitem__)
            found[kind, best if chances[best] > least else 0] += 1
        total = Counter(kind for _, (_, kind) in some)
        shares = [f"{name} {found[at, at] / total[at]:.2f}" for at, name in enumerate(NAMES) if at and total[at]]
        print(f"  above {least}  {'  '.join(shares)}  of others {1 - found[0, 0] / total[0]:.3f}")


def write(weights: Weights) -> None:
    head = WEIGHTS.read_text("utf-8").partition("\n[weights]\n")[0].rstrip("\n")
    lines = [
        f'"{subject}" = [{", ".join(f"{one:.2f}" for one in row[1:])}]' for subject, row in sorted(weights.items())
    ]
    WEIGHTS.write_text("\n".join([head, "", "[weights]", *lines, ""]), "utf-8")


if __name__ == "__main__":
    main()
