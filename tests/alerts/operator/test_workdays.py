"""Days of rest have the number of the working day before them, so that no weekend is a silence."""

from datetime import date, timedelta
from itertools import pairwise

from alerts.operator.workdays import workday


def test_a_week_has_five() -> None:
    friday = workday(date(2026, 11, 20))
    assert [workday(date(2026, 11, 20) + timedelta(days=more)) - friday for more in range(8)] == [
        0, 0, 0, 1, 2, 3, 4, 5,
    ]  # fmt: skip


def test_the_days_around_christmas_are_days_of_rest() -> None:
    assert workday(date(2027, 1, 2)) == workday(date(2026, 12, 23))
    assert workday(date(2027, 1, 4)) == workday(date(2026, 12, 23)) + 1


def test_no_day_has_a_lower_number_than_the_one_before() -> None:
    numbers = [workday(date(2025, 1, 1) + timedelta(days=more)) for more in range(1100)]
    assert all(0 <= b - a <= 1 for a, b in pairwise(numbers))
