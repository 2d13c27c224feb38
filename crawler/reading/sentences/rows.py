"""Weights as one text: a table of so many rows takes TOML a quarter of a second to read."""

from collections.abc import Iterator


def rows(text: str, columns: int) -> Iterator[tuple[str, tuple[float, ...]]]:
    """Each line of the text: a name, which may have spaces, and its weights, one for each column."""
    for line in text.splitlines():
        if line:
            name, *weights = line.rsplit(" ", columns)
            yield name, tuple(map(float, weights))
