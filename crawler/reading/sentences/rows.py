"""Weights as one text: a table of so many rows takes TOML a quarter of a second to read."""

from collections.abc import Iterable, Iterator, Sequence
from math import exp, fsum


def rows(text: str, columns: int) -> Iterator[tuple[str, tuple[float, ...]]]:
    """Each line of the text: a name, which may have spaces, and its weights, one for each column."""
    for line in text.splitlines():
        if line:
            name, *weights = line.rsplit(" ", columns)
            yield name, tuple(map(float, weights))


def chances(found: Iterable[Sequence[float]], columns: int) -> tuple[float, ...]:
    """How likely each column is by the sums of these rows; together 1."""
    # Exact sums: the order of a set of marks differs from one process to the next.
    sums = [*map(fsum, zip((0.0,) * columns, *found, strict=True))]
    most = max(sums)
    powers = [exp(one - most) for one in sums]
    total = fsum(powers)
    return tuple([power / total for power in powers])
