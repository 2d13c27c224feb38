"""What the scripts that find weights have in common: logistic regression by scikit-learn, and folds to judge it by."""

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from math import exp
from pathlib import Path
from typing import Any

from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

Signs = Mapping[str, float]


def seen(marks: Iterable[str]) -> dict[str, float]:
    """Marks that are there or not, as signs."""
    return dict.fromkeys(marks, 1.0)


def frequent(cases: Sequence[Iterable[str]], least: int) -> set[str]:
    """The marks that stand in so many cases at the least."""
    often = Counter(mark for case in cases for mark in case)
    return {mark for mark, times in often.items() if times >= least}


def fitted(
    cases: Sequence[Signs],
    wanted: Sequence[Hashable],
    *,
    strength: float,
    kinds: Sequence[Hashable],
    heavy: Sequence[float] | None = None,
    balanced: bool = False,
) -> dict[str, list[float]]:
    """The weight of each sign for each of `kinds`, sorted by sign; a kind that no case is of has none.

    `strength`: the higher, the less a weight costs; `heavy`: how much each case counts; `balanced`: the kinds count the
    same together.
    """
    vectors = DictVectorizer(sort=True)
    rows = vectors.fit_transform(cases)
    places = [kinds.index(one) for one in wanted]
    model: Any = LogisticRegression(
        C=strength, max_iter=1000, fit_intercept=False, class_weight="balanced" if balanced else None
    )
    model.fit(rows, places, sample_weight=heavy)
    names = vectors.get_feature_names_out()
    if len(model.classes_) == 2:
        low, high = (int(place) for place in model.classes_)
        found = {name: [0.0] * len(kinds) for name in names}
        for name, weight in zip(names, model.coef_[0], strict=True):
            found[name][low], found[name][high] = -float(weight) / 2, float(weight) / 2
        return found
    columns = {int(place): row for place, row in zip(model.classes_, model.coef_, strict=True)}
    return {
        name: [float(columns[place][at]) if place in columns else 0.0 for place in range(len(kinds))]
        for at, name in enumerate(names)
    }


def likely(weights: Mapping[str, Sequence[float]], signs: Signs, many: int) -> list[float]:
    """How likely each of so many kinds is by their weights; together 1."""
    rows = [(weights[sign], size) for sign, size in signs.items() if sign in weights]
    sums = [sum(row[kind] * size for row, size in rows) for kind in range(many)]
    powers = [exp(one - max(sums)) for one in sums]
    return [power / sum(powers) for power in powers]


def odds(
    cases: Sequence[Signs],
    wanted: Sequence[bool],
    *,
    strength: float,
    heavy: Sequence[float] | None = None,
    balanced: bool = False,
) -> dict[str, float]:
    """The weight of each sign for what is wanted and against what is not."""
    rows = fitted(cases, wanted, strength=strength, kinds=(False, True), heavy=heavy, balanced=balanced)
    return {name: high - low for name, (low, high) in rows.items()}


def put(file: Path, table: str, weights: Mapping[str, Sequence[float]]) -> None:
    """Write weights as the rows of a table of a file; what else is in the file stays."""
    before, head, rest = file.read_text("utf-8").partition(f"[{table}]\nrows = '''\n")
    after = rest.partition("'''\n")[2]
    rows = (f"{mark} {' '.join(f'{one:.2f}' for one in row)}\n" for mark, row in sorted(weights.items()))
    file.write_text("".join([before, head, *rows, "'''\n", after]), "utf-8")


def instead(own: dict[Any, Any], other: Mapping[Any, Any]) -> None:
    """Other weights in the place of those that a module has read."""
    own.clear()
    own.update(other)


def folds(groups: Iterable[str], many: int) -> dict[str, int]:
    """The fold of each group, in turn: what is of one group is left out together."""
    return {group: place % many for place, group in enumerate(dict.fromkeys(groups))}
