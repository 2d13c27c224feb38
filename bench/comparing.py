"""How long two versions take to compare, word by word: a letter with three edits, and tables of two megabytes."""

import random
import resource
import time
from collections.abc import Callable

from store.comparing.wordruns import word_runs

ROWS = 36_000
dice = random.Random(1)


def letter() -> tuple[str, str]:
    words = ["".join(dice.choices("abcdefghijklmnop", k=dice.randint(2, 9))) for _ in range(500)]
    edited = words.copy()
    edited[50], edited[200:203] = "other", ["two", "words"]
    edited.insert(400, "three new words")
    return " ".join(words), " ".join(edited)


def table() -> list[list[str]]:
    return [[str(dice.randint(1, 99_999)) for _ in range(10)] for _ in range(ROWS)]


def written(rows: list[list[str]]) -> str:
    return "\n".join("\t".join(row) for row in rows)


def few_cells() -> tuple[str, str]:
    rows = table()
    other = [row.copy() for row in rows]
    for row in dice.sample(range(ROWS), 20):
        other[row][3] = "changed"
    return written(rows), written(other)


def a_column() -> tuple[str, str]:
    rows = table()
    return written(rows), written([[*row[:4], str(dice.randint(1, 9)), *row[5:]] for row in rows])


def another_order() -> tuple[str, str]:
    rows = table()
    return written(rows), written(dice.sample(rows, ROWS))


def another_table() -> tuple[str, str]:
    return written(table()), written(table())


CASES: dict[str, Callable[[], tuple[str, str]]] = {
    "letter of 500 words, 3 edits": letter,
    "2 MB table, 20 cells": few_cells,
    "2 MB table, a column": a_column,
    "2 MB table, another order": another_order,
    "2 MB table, all other": another_table,
}


def main() -> None:
    print(f"{'':30} {'seconds':>8} {'runs':>7} {'peak MB':>8}")
    for name, make in CASES.items():
        before, after = make()
        began = time.perf_counter()
        runs = word_runs(before, after)
        took = time.perf_counter() - began
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(f"{name:30} {took:8.3f} {len(runs):7,} {peak:8,}")


if __name__ == "__main__":
    main()
