"""The weights of crawler/reading/boilerplate.toml, found from sentences that people have sorted.

usage: python bench/weigh_sentences.py [--write]

Prints how well sentences are told apart that the weights were not found from (each eighth in turn). With --write it
puts the weights found from all of them into the file instead. Logistic regression by plain gradient descent: both
kinds of sentence weigh the same together, and a weight costs, so that no word decides alone.
"""

import argparse
import math
import random
import tomllib
from collections.abc import Sequence
from pathlib import Path

from crawler.reading.wording import subjects

ROOT = Path(__file__).resolve().parents[1]
SENTENCES = ROOT / "tests/crawler/reading/sentences.toml"
WEIGHTS = ROOT / "crawler/reading/boilerplate.toml"
FOLDS, ROUNDS, STEP, COST = 8, 800, 0.7, 0.002
Case = tuple[frozenset[str], bool]


def cases() -> list[Case]:
    """Each sentence as what it speaks of, and whether any letter could carry it."""
    kinds = tomllib.loads(SENTENCES.read_text("utf-8"))
    found = [
        (frozenset({"always", *subjects(one)}), not kind.endswith("answers"))
        for kind, some in kinds.items()
        for one in some
    ]
    random.Random(1).shuffle(found)
    return found


def odds(weights: dict[str, float], case: frozenset[str]) -> float:
    return sum(weights.get(subject, 0.0) for subject in case)


def fit(some: Sequence[Case]) -> dict[str, float]:
    """The weights that tell the cases apart best."""
    carried = sum(is_carried for _, is_carried in some)
    share = {True: 0.5 / carried, False: 0.5 / (len(some) - carried)}
    weights = {subject: 0.0 for case, _ in some for subject in case}
    for _ in range(ROUNDS):
        slope = {subject: COST * weight * (subject != "always") for subject, weight in weights.items()}
        for case, is_carried in some:
            error = (1 / (1 + math.exp(-odds(weights, case))) - is_carried) * share[is_carried]
            for subject in case:
                slope[subject] += error
        for subject in weights:
            weights[subject] -= STEP * slope[subject]
    return weights


def held_out(some: Sequence[Case]) -> list[tuple[float, bool]]:
    """The odds of each case under the weights of those that are not in its fold."""
    found = []
    for fold in range(FOLDS):
        weights = fit([case for at, case in enumerate(some) if at % FOLDS != fold])
        found += [(odds(weights, case), is_carried) for case, is_carried in some[fold::FOLDS]]
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help="put the weights into boilerplate.toml")
    asked, some = parser.parse_args(), cases()
    if asked.write:
        return write(fit(some))
    judged = held_out(some)
    print(f"{len(some)} sentences; the share found of those that any letter carries, and of answers taken for them")
    for least in (-0.5, 0.0, 0.5, 1.0, 1.5, 2.0):
        shares = [
            sum(weight > least for weight, is_carried in judged if is_carried == kind)
            / sum(c == kind for _, c in judged)
            for kind in (True, False)
        ]
        print(f"  above {least:4.1f}  {shares[0]:.2f}  {shares[1]:.3f}")


def write(weights: dict[str, float]) -> None:
    head = WEIGHTS.read_text("utf-8").partition("\n[weights]\n")[0].rstrip("\n")
    lines = [f'"{subject}" = {weight:.2f}' for subject, weight in sorted(weights.items())]
    WEIGHTS.write_text("\n".join([head, "", "[weights]", *lines, ""]), "utf-8")


if __name__ == "__main__":
    main()
