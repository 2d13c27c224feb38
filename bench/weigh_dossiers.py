"""The weights of store/dossiers/weights.toml, found from the requests of asked_train.toml and no others.

usage: python bench/weigh_dossiers.py [--write]

Prints how well pairs of families are told apart that the weights were not found from (two families in turn). With
--write it puts the weights found from all of them into the file instead. Logistic regression by plain gradient
descent: both kinds of pair weigh the same together, a weight costs, and a sign that speaks for a link never speaks
against it, so that each weight can be explained.
"""

import argparse
import math
from collections.abc import Iterator, Sequence
from itertools import combinations

from dossier_pairs import Asked, Pair, comparable, families, pairs

from store.dossiers import likeness
from store.dossiers.judging import other_time
from store.dossiers.request import Request, request

WEIGHTS = likeness.__file__.replace("likeness.py", "weights.toml")
AGAINST = {"each_says_more", "other_people", "other_things", "follow_up"}
ROUNDS, STEP, PUSH, COST = 600, 0.5, 0.9, 0.001
AS_WRITTEN = 3  # times that a pair counts beside the parts made from it
NEAR = 0.25  # the least share of what is asked that pairs of two families have in common when they are learnt from
Case = tuple[str, dict[str, float], bool]


def case(family: str, left: Request, right: Request, same: bool) -> Case:
    """One pair to learn from. What asks about another time is told apart before any sign is weighed."""
    return family, likeness.signs(left, right, likeness.paired(left, right)), same


def weighed(pair: Pair) -> bool:
    return comparable(pair) and not other_time(pair.left.request, pair.right.request)


def clipped(asked: Asked, second: bool) -> Request:
    """A part of a request, as a log may quote it: its first questions, or its last ones without a title."""
    units = asked.request.units
    half = (len(units) + 1) // 2
    kept = units[-half:] if second else units[:half]
    numbered = [{"number": unit.number, "text": unit.text} for unit in kept if unit.number]
    title = "FOI request" if second else asked.title
    return request(title, "\n".join(u.text for u in kept), numbered, forces=[asked.force], asked=asked.on)


def written() -> Iterator[Case]:
    """The pairs of each family."""
    for pair in filter(weighed, pairs("train")):
        yield case(pair.left.family, pair.left.request, pair.right.request, pair.same)


def quoted_in_part() -> Iterator[Case]:
    """The same pairs with one of the two quoted in part."""
    for pair in filter(weighed, pairs("train")):
        for second in (False, True):
            if len(pair.left.request.units) > 1:
                yield case(pair.left.family, clipped(pair.left, second), pair.right.request, pair.same)
            if len(pair.right.request.units) > 1:
                yield case(pair.left.family, pair.left.request, clipped(pair.right, second), pair.same)


def of_two_families() -> Iterator[Case]:
    """Pairs about different subjects that share some words all the same."""
    for one, other in combinations(families("train"), 2):
        for left in one:
            for right in other:
                found = case(f"{left.family}/{right.family}", left.request, right.request, False)
                if found[1]["covered_most"] > NEAR:
                    yield found


def fitted(cases: Sequence[Case]) -> dict[str, float]:
    """The weight of each sign, and of `always`."""
    names = ["always", *cases[0][1]]
    rows = [([1.0, *signs.values()], same) for _, signs, same in cases]
    share = {True: 0.5 / sum(same for _, same in rows), False: 0.5 / sum(not same for _, same in rows)}
    found, speed = [0.0] * len(names), [0.0] * len(names)
    for _ in range(ROUNDS):
        slope = [COST * weight if place else 0.0 for place, weight in enumerate(found)]
        for row, same in rows:
            worth = sum(weight * value for weight, value in zip(found, row, strict=True))
            miss = (1 / (1 + math.exp(-worth)) - same) * share[same]
            for place, value in enumerate(row):
                slope[place] += miss * value
        for place, name in enumerate(names):
            speed[place] = PUSH * speed[place] + slope[place]
            found[place] -= STEP * speed[place]
            if name != "always":
                found[place] = min(0.0, found[place]) if name in AGAINST else max(0.0, found[place])
    return dict(zip(names, found, strict=True))


def chance(weights: dict[str, float], signs: dict[str, float]) -> float:
    return 1 / (1 + math.exp(-weights["always"] - sum(weights[name] * value for name, value in signs.items())))


def in_turn(own: Sequence[Case], cases: Sequence[Case]) -> list[tuple[float, bool]]:
    """The score of each written pair by weights that its family had no part in."""
    names = sorted({family for family, _, _ in own})
    found = []
    for start in range(0, len(names), 2):
        out = set(names[start : start + 2])
        weights = fitted([one for one in cases if not out & set(one[0].split("/"))])
        found += [(chance(weights, signs), same) for family, signs, same in own if family in out]
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true")
    write = parser.parse_args().write
    own = list(written())
    cases = [*own * AS_WRITTEN, *quoted_in_part(), *of_two_families()]
    if write:
        lines = [f"{name} = {value:.3f}" for name, value in fitted(cases).items()]
        head = "# Found by bench/weigh_dossiers.py from invented requests; see store/dossiers/likeness.py.\n[weights]\n"
        with open(WEIGHTS, "w", encoding="utf-8") as out:  # noqa: PTH123
            out.write(head + "\n".join(lines) + "\n")
        return
    scores = in_turn(own, cases)
    for least in (0.6, 0.7, 0.75, 0.8, 0.85):
        right = sum(same and score >= least for score, same in scores)
        got, wanted = sum(score >= least for score, _ in scores), sum(same for _, same in scores)
        print(f"from {least}: precision {right / max(1, got):.3f}, recall {right / wanted:.3f}, of {len(scores)} pairs")


if __name__ == "__main__":
    main()
