"""The signs of what became of the whole request: what the sentences say, where they say it, and what became of each
question.
"""

from collections.abc import Mapping, Sequence

from crawler.reading.outcome.verdict_words import PART, costs, gives_all
from crawler.reading.outcome.weighing import OUTCOMES, Signs
from crawler.reading.sentences.leaning import FACTS, KINDS, leanings

_LONG = 20.0  # sentences of a long reply


def whole_signs(
    said: Sequence[str], answers: Sequence[float], denies: Sequence[bool], parts: Mapping[str, Mapping[str, float]]
) -> Signs:
    """The signs, each from 0 to 1.

    Of each sentence `answers` tells how likely it answers by what it states, `denies` whether it keeps something back;
    `parts`: how likely each outcome of each question is.
    """
    signs = {"always": 1.0, "length": min(len(said) / _LONG, 1.0)}
    odds = list(map(leanings, said))
    for kind in (*KINDS, FACTS):
        row = [one[kind] for one in odds]
        second, best = sorted([0.0, *row])[-2:]
        signs |= {f"best {kind}": best, f"second {kind}": second, f"share {kind}": sum(row) / len(row)}
    # What stands before a refusal answers; what stands behind it most often only gives the reasons.
    cut = denies.index(True) if True in denies else len(said)
    signs["answers before"] = max(answers[:cut], default=0.0)
    signs["share of answers"] = sum(answers) / len(answers)
    if any(map(costs, said)):
        signs |= {"cost": 1.0, "cost, not held": signs["best not_held"]}
    signs |= {"in part": float(any(map(PART.search, said))), "in full": float(any(map(gives_all, said)))}
    for one in OUTCOMES if parts else ():
        sizes = [chances[one] for chances in parts.values()]
        signs |= {f"most {one}": max(sizes), f"least {one}": min(sizes)}
    return signs
