"""The weights of crawler/reading/outcome/weighing.toml, found from replies whose outcome people have written down.

usage: python bench/weigh_outcomes.py [--write]

Prints how many outcomes of replies, and of their questions, are right by the rules alone and by the weights, where the
weights were not found from the reply (each eighth in turn). With --write it puts the weights found from all of them
into the file instead. The replies are those of tests/crawler/reading/decisions.jsonl and the pages of the golden
folder; the rules were made with most of them at hand, so that those of FRESH, worked on least, count more.
Multinomial logistic regression by gradient descent; a weight costs. Run weigh_statements.py before it.
"""

import argparse
import json
import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from crawler.reading.disclosure import read_page, read_text
from crawler.reading.outcome import outcome, weighing
from crawler.reading.outcome.weighing import OUTCOMES, Signs, chances

ROOT = Path(__file__).resolve().parents[1]
CASES = ROOT / "tests/crawler/reading"
GOLD = CASES / "gold"
WEIGHTS = ROOT / "crawler/reading/outcome/weighing.toml"
FRESH, HEAVY = ("rooms", "counters", "shires", "g", "j"), 2.0
FOLDS, ROUNDS, STEP, COST = 8, 200, 0.3, 0.0015
Case = tuple[Signs, int, float, str]  # the signs, the place of the outcome in OUTCOMES, the weight, what the rules say
Weights = dict[str, list[float]]


def cases() -> dict[str, list[list[Case]]]:
    """For "whole" and "part" the cases of each reply."""
    found: dict[str, list[list[Case]]] = {"whole": [], "part": []}
    for name, read, wanted in _replies():
        seen: dict[str, Any] = {}
        _watch(seen)
        read()
        heavy = HEAVY if name in FRESH else 1.0
        whole = [("whole", seen["whole"], wanted["outcome"])] if "whole" in seen else []
        parts = [
            ("part", seen["part"][key], one.split()[0])
            for key, one in wanted["parts"].items()
            if key in seen.get("part", {})
        ]
        for kind, some in (("whole", whole), ("part", parts)):
            found[kind].append(
                [(signs, OUTCOMES.index(one), heavy, _ruled(signs)) for _, signs, one in some if one in OUTCOMES]
            )
    return found


def _ruled(signs: Signs) -> str:
    return next(sign.removeprefix("rule ") for sign in signs if sign.startswith("rule "))


def _watch(seen: dict[str, Any]) -> None:
    """Keeps the signs that the next reading weighs; nothing is overruled while they are kept."""

    def by_part(*args: Any) -> dict[str, Signs]:
        seen["part"] = weighing.by_part(*args)
        return seen["part"]  # type: ignore[no-any-return]

    def weighed(kind: str, ruled: str, signs: Signs) -> str:
        if kind == "whole":
            seen["whole"] = signs
        return ruled

    outcome.by_part, outcome.weighed = by_part, weighed  # type: ignore[assignment]


def _replies() -> Iterator[tuple[str, Any, dict[str, Any]]]:
    """The name of the set, how to read the reply, and its outcomes."""
    for line in (CASES / "decisions.jsonl").read_text("utf-8").splitlines():
        case = json.loads(line)
        text = [
            "Freedom of Information request reference 1234/25",
            "Request",
            *case["request"],
            "Response",
            *case["reply"],
        ]
        yield case["set"], lambda text=text: read_text("\n".join(text)), case
    for answers in sorted(GOLD.glob("*.json")):
        wanted = json.loads(answers.read_text("utf-8"))
        page, url = answers.with_suffix(".html").read_bytes(), wanted.get("url") or ""
        case = {"outcome": wanted["outcome"], "parts": wanted.get("outcome_parts") or {}}
        yield answers.name[0], lambda page=page, url=url: read_page(page, url), case


def fit(some: Sequence[Case]) -> Weights:
    """The weights that tell the outcomes apart best."""
    weights: Weights = {sign: [0.0] * len(OUTCOMES) for signs, *_ in some for sign in signs}
    speed = {sign: [1e-6] * len(OUTCOMES) for sign in weights}
    total = sum(heavy for _, _, heavy, _ in some)
    for _ in range(ROUNDS):
        slopes: Mapping[str, list[float]] = defaultdict(lambda: [0.0] * len(OUTCOMES))
        for signs, wanted, heavy, _ in some:
            likely = chances(weights, signs)
            errors = [(likely[one] - (at == wanted)) * heavy / total for at, one in enumerate(OUTCOMES)]
            for sign, size in signs.items():
                row = slopes[sign]
                for at, error in enumerate(errors):
                    row[at] += error * size
        for sign, row in weights.items():
            for at, down in enumerate(slopes[sign]):
                slope = down + COST * row[at]
                speed[sign][at] += slope * slope
                row[at] -= STEP * slope / math.sqrt(speed[sign][at])
    return weights


def held_out(replies: Sequence[Sequence[Case]]) -> Iterator[tuple[Case, str]]:
    """Each case, and its outcome under the weights of the replies that are not in its fold."""
    for fold in range(FOLDS):
        weights = fit([case for at, reply in enumerate(replies) if at % FOLDS != fold for case in reply])
        for case in (case for reply in replies[fold::FOLDS] for case in reply):
            likely = chances(weights, case[0])
            yield case, max(likely, key=likely.__getitem__)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help="put the weights into weighing.toml")
    asked, found = parser.parse_args(), cases()
    if asked.write:
        return write({kind: fit([case for reply in replies for case in reply]) for kind, replies in found.items()})
    for kind, replies in found.items():
        judged = list(held_out(replies))
        for name, least in (("all", 0.0), ("of those that were worked on least", HEAVY)):
            some = [(case, said) for case, said in judged if case[2] >= least]
            rules, weights = (
                sum(OUTCOMES[case[1]] == one for case, one in pairs) / max(1, len(some))
                for pairs in ([(case, case[3]) for case, _ in some], some)
            )
            print(f"{kind}, {len(some)} {name}: right by rules {rules:.3f}, by weights {weights:.3f}")


def write(tables: Mapping[str, Weights]) -> None:
    head = WEIGHTS.read_text("utf-8").partition("\n[whole]\n")[0].rstrip("\n")
    blocks = [line for kind, weights in tables.items() for line in (f"\n[{kind}]", *_rows(weights))]
    WEIGHTS.write_text("\n".join([head, *blocks, ""]), "utf-8")


def _rows(weights: Weights) -> Iterator[str]:
    for sign, row in sorted(weights.items()):
        yield f'"{sign}" = [{", ".join(f"{one:.2f}" for one in row)}]'


if __name__ == "__main__":
    main()
