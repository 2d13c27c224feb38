"""Invented sources, played for two years each: how often is one that goes on as it did called unusual?

`python bench/alarms.py [SEEDS [STEP]]` looks at each every STEP working days and prints, for each kind of source, the
false alarms in a hundred source-weeks, and after how many working days it is noticed that nothing comes any more.
A small part of it is in the tests.
"""

import sys
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from math import exp
from random import Random
from statistics import median

from alerts.operator import habits
from alerts.operator.chance import upper
from alerts.operator.habits import Days, counts
from alerts.operator.trouble import FEW, QUIET

BEFORE, PLAYED = 480, 500  # working days: of history when the log is first read, and of watching after that
KINDS = ("steady", "seasonal", "slowing", "growing", "bursts", "weekly", "monthly", "late")
RATES = (0.05, 0.2, 1.0, 4.0)  # disclosures a working day: from one a month to four a day


def poisson(dice: Random, mean: float) -> int:
    """A number with that mean: Knuth's way."""
    bound, number, product = exp(-mean), 0, dice.random()
    while product > bound:
        number, product = number + 1, product * dice.random()
    return number


def items(kind: str, rate: float, dice: Random) -> list[tuple[int, int]]:
    """The disclosures as (day of publication, day on which it stands in the log)."""
    return [
        (day, _shown(kind, day, dice)) for day in range(BEFORE + PLAYED) for _ in range(_number(kind, rate, day, dice))
    ]


def _number(kind: str, rate: float, day: int, dice: Random) -> int:
    done = day / (BEFORE + PLAYED)
    mean = rate * {
        "seasonal": 0.3 if 150 < day % 252 < 175 else 1.0,
        "slowing": max(0.25, 1 - 0.75 * done),
        "growing": 0.3 + 1.2 * done,
    }.get(kind, 1.0)
    if kind == "bursts":
        return sum(1 + poisson(dice, 3) for _ in range(poisson(dice, mean / 4)))
    if kind == "weekly":
        return poisson(dice, mean * 5) if day % 5 == 2 else 0
    return poisson(dice, mean)


def _shown(kind: str, day: int, dice: Random) -> int:
    """All of a month at its end; up to two months late; or at once, now and then a day later."""
    if kind == "monthly":
        return (day // 21 + 1) * 21
    return day + (min(40, int(dice.expovariate(1 / 8))) if kind == "late" else dice.random() < 0.2)


def seen(found: list[tuple[int, int]], now: int, stops: int | None = None) -> Days:
    """What the record holds on a day of a log that was first read at BEFORE; with `stops` nothing comes after it."""
    arrived = [(a, p) for p, a in found if BEFORE < a <= now and (stops is None or a <= stops)]
    there = [p for p, a in found if a <= BEFORE]
    enough = len({a for a, _ in arrived}) >= habits.FEW_ARRIVALS
    late = max(0, upper([a - p for a, p in arrived], 0.95)) if enough else habits.A_MONTH
    return Days(tuple(sorted(there + [p for _, p in arrived])), tuple(sorted(a for a, _ in arrived)), late, now)


def opened(kind: str, rate: float, seed: int, step: int = 1, stops: int | None = None) -> Iterator[tuple[int, str]]:
    """The day and the kind of each trouble that begins while the source is watched, every `step` days."""
    found, before = items(kind, rate, Random(f"{kind} {rate} {seed}")), set[str]()
    for now in range(stops or BEFORE + 1, BEFORE + PLAYED, step):
        open_now = {one.kind for one in counts("essex", "Essex Police", seen(found, now, stops))}
        yield from ((now, trouble) for trouble in sorted(open_now - before))
        before = open_now


def alarms(kind: str, rate: float, seeds: int, step: int = 1) -> Counter[str]:
    """How many troubles of each kind begin in `seeds` sources, of PLAYED days each."""
    return Counter(trouble for seed in range(seeds) for _, trouble in opened(kind, rate, seed, step))


def noticed(kind: str, rate: float, seeds: int, stops: int = BEFORE + 250) -> list[int]:
    """After how many working days without anything new the silence of a source is told; those that were not lack."""
    found = []
    for seed in range(seeds):
        told = (day for day, what in opened(kind, rate, seed, stops=stops) if what in (QUIET, FEW) and day > stops)
        found += islice(told, 1)
    return [day - stops for day in found]


def main(seeds: int = 10, step: int = 1) -> None:
    """Print the table; exit 1 when a kind of source has more than one false alarm in a hundred weeks."""
    weeks, worst = seeds * PLAYED / 5, 0.0
    print(f"{'source':10}{'a day':>7}  {'alarms in 100 source-weeks':36}silence noticed after (working days)")
    for kind in KINDS:
        for rate in RATES:
            begun = alarms(kind, rate, seeds, step)
            worst = max(worst, sum(begun.values()) / weeks)
            shown = ", ".join(f"{what} {100 * number / weeks:.2f}" for what, number in sorted(begun.items()))
            days = noticed(kind, rate, seeds)
            after = f"{median(days):.0f} (in {len(days)} of {seeds})" if days else "not within a year"
            print(f"{kind:10}{rate:7} {shown or '0':37} {after}")
    print(f"at most {100 * worst:.2f} in 100 source-weeks")
    sys.exit(worst > 0.01)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
