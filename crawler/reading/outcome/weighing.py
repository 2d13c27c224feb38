"""What the rules decided, weighed once more against all the words: of the whole reply, and of each question.

Rules foresee only so many wordings. So what they decided is one sign among others: how likely each sentence gives,
refuses and so on (leaning.py) or answers by what it states (answering.py), where the likeliest stand, what is said of
each question (part_signs.py), and whether an exemption is relied on. The weights are in weighing.toml;
bench/weigh_outcomes.py finds them from replies of which people have said what became of them.
"""

import math
import tomllib
from collections.abc import Collection, Mapping, Sequence
from importlib.resources import files
from operator import mul

from crawler.reading.outcome import decision
from crawler.reading.outcome.leaning import FACTS, KINDS

OUTCOMES = ("disclosed", "part_disclosed", "refused", "not_held", "ncnd", "pending")
Signs = dict[str, float]
Table = Mapping[str, Sequence[float]]
_DATA: dict[str, Table] = {"answer": {}, "part": {}, "whole": {}} | tomllib.loads(
    files(__package__).joinpath("weighing.toml").read_text("utf-8")
)
_MOST, _FIRST = 80, 3  # sentences that are looked at, and those at the beginning
_LIKELY, _TOGETHER, _LONG = 0.3, 3.0, 20.0
_NOTHING = (0.0,) * len(OUTCOMES)
_SURE = 0.45  # beyond which the rules give way


def weighed(ruled: str, signs: Signs) -> str:
    """The outcome of the whole: `ruled`, unless another is likelier than not."""
    odds = chances(_DATA["whole"], signs)
    best = max(odds, key=odds.__getitem__)
    return best if odds[best] > _SURE else ruled


def of_each(signs: Mapping[str, Signs]) -> dict[str, dict[str, float]]:
    """How likely each outcome of each question is; `signs`: of part_signs.py."""
    return {name: chances(_DATA["part"], own) for name, own in signs.items()}


def answer(signs: Signs) -> float:
    """How likely a sentence answers by what it states; `signs`: of answering.py."""
    return likely(_DATA["answer"], signs)


def likely(table: Table, signs: Signs) -> float:
    """How likely what the only column of the table is of."""
    total = sum([table[sign][0] * size for sign, size in signs.items() if sign in table])
    return 1 / (1 + math.exp(-total))


def chances(table: Table, signs: Signs) -> dict[str, float]:
    """How likely each of OUTCOMES is; together 1."""
    known = [(table[sign], size) for sign, size in signs.items() if size and sign in table]
    sizes = [0.0, *(size for _, size in known)]
    sums = [sum(map(mul, column, sizes)) for column in zip(_NOTHING, *(row for row, _ in known), strict=True)]
    most = max(sums)
    powers = [math.exp(one - most) for one in sums]
    whole = sum(powers)
    return {name: power / whole for name, power in zip(OUTCOMES, powers, strict=True)}


def signs_of(said: Sequence[str], ruled: str, relied: Collection[str], known: Collection[str] = ()) -> Signs:
    """The signs of sentences, each from 0 to 1. `relied`: those that rely on an exemption; `known`: further signs."""
    said = said[:_MOST]
    signs = dict.fromkeys((f"rule {ruled}", "always", *known, *(("one",) if len(said) == 1 else ())), 1.0)
    signs["length"] = min(len(said) / _LONG, 1.0)
    odds = [decision.chances(one) for one in said]
    end = "relied" if relied else "free"
    for kind in (*KINDS, FACTS):
        row = [one[kind] for one in odds]
        best = sorted(row, reverse=True)[:2]
        signs |= {f"{name} {kind}": size for name, size in zip(("best", "second"), best, strict=False)}
        signs[f"sum {kind}"] = min(sum(one for one in row if one > _LIKELY) / _TOGETHER, 1.0)
        signs[f"share {kind}"] = sum(row) / max(1, len(row))
        signs[f"first {kind}"] = max(row[:_FIRST], default=0.0)
        signs |= {f"{name} {kind} {end}": signs.get(f"{name} {kind}", 0.0) for name in ("best", "first")}
    return signs | _of_numbers(said, odds, relied, end)


def told_apart(parts: Mapping[str, str], known: Sequence[str]) -> Signs:
    """The signs of what became of the single questions, for the whole: each outcome, and which stand together."""
    kinds = sorted(set(parts.values()))
    signs = {f"part {kind}": list(parts.values()).count(kind) / len(parts) for kind in kinds}
    if len(known) > 1 and len(parts) == len(known):
        signs[f"parts {'+'.join(kinds)}"] = 1.0
    return signs


def of_answers(answers: Sequence[float], denies: Sequence[bool], ruled: str, relied: Collection[str]) -> Signs:
    """The signs of what is stated: `answers`, how likely each sentence answers; `denies`, whether it refuses."""
    cut = denies.index(True) if True in denies else len(denies)
    best = sorted([*answers, 0.0, 0.0], reverse=True)
    signs = {"answers": best[0], "answers twice": best[1], "answers together": min(sum(answers) / _TOGETHER, 1.0)}
    signs |= {"answers before": max(answers[:cut], default=0.0), "answers after": max(answers[cut:], default=0.0)}
    signs["share of answers"] = sum(answers) / max(1, len(answers))
    end = "relied" if relied else "free"
    return signs | {f"{name} {end}": size for name, size in signs.items()} | {f"answers, rule {ruled}": best[0]}


def of_parts(odds: Mapping[str, Mapping[str, float]]) -> Signs:
    """The signs of the whole from how likely each outcome of each question is."""
    signs: Signs = {}
    for one in OUTCOMES if odds else ():
        sizes = [chances[one] for chances in odds.values()]
        signs |= {f"most {one}": max(sizes), f"least {one}": min(sizes), f"mean {one}": sum(sizes) / len(sizes)}
    return signs


def _of_numbers(said: Sequence[str], odds: Sequence[Mapping[str, float]], relied: Collection[str], end: str) -> Signs:
    """What stands as an answer before the first refusal, and after it."""
    told = [decision.says(one) for one in said]
    denies = (at for at, one in enumerate(said) if one in relied or told[at] & {decision.REFUSED, decision.NCND})
    cut = next(denies, len(said))
    before, after = (sum(decision.COUNTED in one for one in some) / 2 for some in (told[:cut], told[cut:]))
    facts = max((one[FACTS] for one in odds[:cut]), default=0.0)
    sizes = {"numbers before": min(before, 1.0), "numbers after": min(after, 1.0), "facts before": facts}
    return sizes | {f"{name} {end}": size for name, size in sizes.items()}
