"""Finds the line of a TOML file that sets a key, by asking the TOML parser itself and guessing nothing."""

import tomllib
from bisect import bisect_left
from typing import Any


def line_of(text: str, keys: tuple[str | int, ...]) -> int:
    """The first line (from 1) of the statement in a valid `text` that brings `keys` into being, or the last.

    An int in `keys` counts the tables of an array: ("subscription", 1) is the second `[[subscription]]`.
    """
    lines = text.split("\n")

    def whole(end: int) -> int:
        """The last line up to `end` with which a statement ends: half a list or string does not parse."""
        while _parsed(lines[:end]) is None:
            end -= 1
        return end

    ends = range(1, len(lines) + 1)
    found = bisect_left(ends, True, key=lambda end: _holds(_parsed(lines[: whole(end)]), keys))
    return min(whole(found) + 1, len(lines))


def _parsed(lines: list[str]) -> Any:
    try:
        return tomllib.loads("\n".join(lines))
    except tomllib.TOMLDecodeError:
        return None


def _holds(data: Any, keys: tuple[str | int, ...]) -> bool:
    for key in keys:
        try:
            data = data[key]
        except (KeyError, IndexError, TypeError):
            return False
    return True
