"""The estimators, by simulation: numbers are given out, some are published, and the truth is known."""

from math import comb
from random import Random
from statistics import mean

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.references.serial import Interval, between, chance_of_none, from_one

DRAWS = 400
# Of 400 draws with 95 in 100 covered, fewer than 368 are in one of 200 cases by chance; the draws are seeded.
FEWEST_COVERED = 368


def draws(total: int, share: float) -> list[list[int]]:
    dice = Random(f"{total}/{share}")
    found = []
    while len(found) < DRAWS:
        seen = [number for number in range(1, total + 1) if dice.random() < share]
        if len(seen) >= 10:
            found.append(seen)
    return found


@pytest.mark.parametrize(("total", "share"), [(120, 0.3), (600, 0.05), (2000, 0.02), (2000, 0.5), (1500, 0.9)])
class TestSimulation:
    def test_from_one(self, total: int, share: float) -> None:
        found = [from_one(seen[-1], len(seen)) for seen in draws(total, share)]
        assert sum(one.low <= total <= one.high for one in found) >= FEWEST_COVERED
        assert mean(one.estimate for one in found) == pytest.approx(total, rel=0.02)

    def test_from_anywhere(self, total: int, share: float) -> None:
        found = [between(5000 + seen[0], 5000 + seen[-1], len(seen)) for seen in draws(total, share)]
        assert sum(one.low <= total <= one.high for one in found) >= FEWEST_COVERED
        assert mean(one.estimate for one in found) == pytest.approx(total, rel=0.02)


def test_what_is_published_unevenly_is_underestimated_by_little() -> None:
    """Of the last quarter half as much is published: the truth is above the estimate, by less than one in fifty."""
    dice, total = Random(7), 1000
    found = []
    for _ in range(DRAWS):
        seen = [n for n in range(1, total + 1) if dice.random() < (0.1 if n > 750 else 0.2)]
        found.append(from_one(seen[-1], len(seen)).estimate)
    assert 0.98 * total < mean(found) < total


def test_worked_by_hand() -> None:
    assert from_one(188, 12) == Interval(203, 188, 239), "as in docs/holes.md"
    assert comb(188, 12) / comb(239, 12) >= 0.05 > comb(188, 12) / comb(240, 12)
    assert from_one(60, 4).estimate == 74
    assert between(19, 60, 4).estimate == round(41 * 5 / 3 - 1)


@given(highest=st.integers(1, 50_000), seen=st.integers(1, 3000))
def test_the_bounds_hold_the_estimate(highest: int, seen: int) -> None:
    found = from_one(highest, min(seen, highest))
    assert highest == found.low <= found.estimate <= found.high


@given(lowest=st.integers(1, 50_000), span=st.integers(1, 20_000), seen=st.integers(2, 3000))
def test_the_bounds_hold_the_estimate_of_a_range(lowest: int, span: int, seen: int) -> None:
    found = between(lowest, lowest + span, min(seen, span + 1))
    assert span + 1 == found.low <= found.estimate + 1 and found.estimate <= found.high


@given(span=st.integers(10, 2000), seen=st.integers(10, 100), room=st.integers(1, 4000))
def test_the_years_around_it_leave_so_much_room(span: int, seen: int, room: int) -> None:
    found = between(100, 100 + span, min(seen, span + 1), room)
    assert found.high <= max(room, span + 1) and found.estimate <= found.high


def test_the_chance_of_a_gap() -> None:
    assert chance_of_none(5, 5, 10) == pytest.approx(1 / 252)
    assert chance_of_none(6, 5, 10) == 0
    assert chance_of_none(0, 3, 10) == pytest.approx(1)
