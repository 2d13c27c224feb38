"""What the rules decided, weighed once more against all the words: of the whole reply, and of each question.

Rules foresee only so many wordings. So what they decided is one sign among others: how likely each sentence gives,
refuses and so on (leaning.py), where the likeliest stand, and whether an exemption is relied on. The weights are in
weighing.toml; bench/weigh_outcomes.py finds them from replies of which people have said what became of them.
"""

import math
import tomllib
from collections.abc import Collection, Mapping, Sequence
from importlib.resources import files

from crawler.reading.outcome import decision
from crawler.reading.outcome.leaning import FACTS, KINDS

OUTCOMES = ("disclosed", "part_disclosed", "refused", "not_held", "ncnd", "pending")
Signs = dict[str, float]
Table = Mapping[str, Sequence[float]]
_DATA: dict[str, Table] = tomllib.loads(files(__package__).joinpath("weighing.toml").read_text("utf-8"))
_MOST, _FIRST = 80, 3  # sentences that are looked at, and those at the beginning
_LIKELY, _TOGETHER, _LONG = 0.3, 3.0, 20.0
_SURE = {"whole": 0.55, "part": 0.55}  # beyond which the rules give way


def weighed(kind: str, ruled: str, signs: Signs) -> str:
    """The outcome: `ruled`, unless another is likelier than not. `kind`: "whole" or "part"."""
    likely = chances(_DATA[kind], signs)
    best = max(likely, key=likely.__getitem__)
    return best if likely[best] > _SURE[kind] else ruled


def chances(table: Table, signs: Signs) -> dict[str, float]:
    """How likely each of OUTCOMES is; together 1."""
    sums = [0.0] * len(OUTCOMES)
    for sign, size in signs.items():
        if size and sign in table:
            sums = [one + weight * size for one, weight in zip(sums, table[sign], strict=True)]
    powers = [math.exp(one - max(sums)) for one in sums]
    return {name: power / sum(powers) for name, power in zip(OUTCOMES, powers, strict=True)}


def signs_of(said: Sequence[str], ruled: str, relied: Collection[str], known: Collection[str] = ()) -> Signs:
    """The signs of sentences, each from 0 to 1. `relied`: those that rely on an exemption; `known`: further signs."""
    said = said[:_MOST]
    signs = dict.fromkeys((f"rule {ruled}", "always", *known, *(("one",) if len(said) == 1 else ())), 1.0)
    signs["length"] = min(len(said) / _LONG, 1.0)
    likely = [decision.chances(one) for one in said]
    end = "relied" if relied else "free"
    for kind in (*KINDS, FACTS):
        row = [one[kind] for one in likely]
        best = sorted(row, reverse=True)[:2]
        signs |= {f"{name} {kind}": size for name, size in zip(("best", "second"), best, strict=False)}
        signs[f"sum {kind}"] = min(sum(one for one in row if one > _LIKELY) / _TOGETHER, 1.0)
        signs[f"share {kind}"] = sum(row) / max(1, len(row))
        signs[f"first {kind}"] = max(row[:_FIRST], default=0.0)
        signs |= {f"{name} {kind} {end}": signs.get(f"{name} {kind}", 0.0) for name in ("best", "first")}
    return signs | _of_numbers(said, likely, relied, end)


def told_apart(parts: Mapping[str, str], known: Sequence[str]) -> Signs:
    """The signs of what became of the single questions, for the whole: each outcome, and which stand together."""
    kinds = sorted(set(parts.values()))
    signs = {f"part {kind}": list(parts.values()).count(kind) / len(parts) for kind in kinds}
    if len(known) > 1 and len(parts) == len(known):
        signs[f"parts {'+'.join(kinds)}"] = 1.0
    return signs


def by_part(
    ruled: Mapping[str, str], words: Mapping[str, Sequence[str]], relied: frozenset[str] | set[str], whole: str
) -> dict[str, Signs]:
    """The signs of each question of which something is said; `ruled`: what the rules made of each."""
    return {
        name: signs_of(words[name], outcome, relied & set(words[name]), [f"whole {whole}", f"{outcome} in {whole}"])
        for name, outcome in ruled.items()
        if words.get(name)
    }


def _of_numbers(said: Sequence[str], likely: Sequence[Mapping[str, float]], relied: Collection[str], end: str) -> Signs:
    """What stands as an answer before the first refusal, and after it."""
    told = [decision.says(one) for one in said]
    denies = (at for at, one in enumerate(said) if one in relied or told[at] & {decision.REFUSED, decision.NCND})
    cut = next(denies, len(said))
    before, after = (sum(decision.COUNTED in one for one in some) / 2 for some in (told[:cut], told[cut:]))
    facts = max((one[FACTS] for one in likely[:cut]), default=0.0)
    sizes = {"numbers before": min(before, 1.0), "numbers after": min(after, 1.0), "facts before": facts}
    return sizes | {f"{name} {end}": size for name, size in sizes.items()}
