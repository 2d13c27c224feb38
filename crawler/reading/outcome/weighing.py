"""What became of the whole request and of each question, weighed by all that a reply says.

Rules foresee only so many wordings. So signs are weighed: how likely each sentence gives, refuses and so on
(leaning.py) or answers by what it states (answering.py), what is said of each question (part_signs.py) and of the
whole (whole_signs.py), and on what the force relies. The weights are in weighing.toml;
bench/weigh_outcomes.py finds them from replies of which people have said what became of them.
"""

import math
import tomllib
from collections.abc import Mapping, Sequence
from importlib.resources import files

OUTCOMES = ("disclosed", "part_disclosed", "refused", "not_held", "ncnd", "pending")
ARTICLE = "article"  # the sign that a newspaper tells of the reply
Signs = dict[str, float]
Table = Mapping[str, Sequence[float]]
_DATA: dict[str, Table] = {"answer": {}, "part": {}, "whole": {}, "article": {}} | tomllib.loads(
    files(__package__).joinpath("weighing.toml").read_text("utf-8")
)


def weighed(signs: Signs) -> dict[str, float]:
    """How likely each outcome of the whole is; `signs`: of whole_signs.py.

    An article has weights of its own: a newspaper that prints figures was given them.
    """
    return chances(_DATA[ARTICLE if ARTICLE in signs else "whole"], signs)


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
    given = part = refused = not_held = ncnd = pending = 0.0
    for sign, size in signs.items():
        if row := table.get(sign):
            given += row[0] * size
            part += row[1] * size
            refused += row[2] * size
            not_held += row[3] * size
            ncnd += row[4] * size
            pending += row[5] * size
    sums = (given, part, refused, not_held, ncnd, pending)
    most = max(sums)
    powers = [math.exp(one - most) for one in sums]
    whole = sum(powers)
    return {name: power / whole for name, power in zip(OUTCOMES, powers, strict=True)}
