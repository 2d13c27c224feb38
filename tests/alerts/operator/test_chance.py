"""The bounds hold what their formulas promise; the promise for a whole source is played in test_habits."""

from random import Random

import pytest

from alerts.operator.chance import likely_counts, quiet_limit, still_empty, upper, went_empty


def test_of_a_short_history_nothing_is_said() -> None:
    assert quiet_limit(range(0, 100, 10)) is None
    assert quiet_limit(range(0, 110, 10)) is not None
    assert likely_counts(range(19), 400, 5) is None
    assert likely_counts(range(40), 41, 5) is None
    assert went_empty([False] * 29, [True] * 20) == (0, 0)


def test_silence_is_allowed_for_longer_than_the_longest_gap() -> None:
    busy = [*range(100), *range(160, 260)]
    assert (quiet_limit(busy) or 0) >= 61


def test_the_chance_of_a_longer_gap_is_as_promised() -> None:
    """Gaps as of a Poisson process: the next is longer than the limit in no more than the share that is borne."""
    dice, longer, played = Random(7), 0, 4000
    for _ in range(played):
        gaps = [1 + int(dice.expovariate(1 / 12)) for _ in range(31)]
        days = [sum(gaps[:n]) for n in range(31)]
        longer += gaps[30] > (quiet_limit(days) or 0)
    assert longer <= 0.012 * played


def test_many_days_with_one_number_are_one_day() -> None:
    assert quiet_limit([*range(0, 200, 10), *range(0, 200, 10)]) == quiet_limit(range(0, 200, 10))


def test_counts_are_as_wide_as_history_was() -> None:
    steady = likely_counts(range(400), 400, 20)
    burst = likely_counts(sorted([*range(400), *([200] * 150)]), 400, 20)
    assert steady is not None
    assert burst is not None
    assert 0 < steady.least <= 20 <= steady.most < 100
    assert burst.most >= 170


def test_a_field_that_goes_empty_is_seen_at_the_fourth_in_five() -> None:
    before = [False] * 60
    assert went_empty(before, [False] * 17 + [True] * 3) == (0, 0)
    assert went_empty(before, [False] * 16 + [True] * 4) == (4, 5)


def test_a_field_that_is_often_empty_may_stay_so() -> None:
    often = [number % 3 != 0 for number in range(120)]
    assert went_empty(often, [True] * 5) == (0, 0)
    assert went_empty([True] * 100, [True] * 20) == (0, 0)


def test_what_happened_before_in_a_row_is_no_news() -> None:
    assert went_empty([False] * 40 + [True] * 10 + [False] * 70, [False] * 10 + [True] * 10) == (0, 0)


@pytest.mark.parametrize("share", [0.02, 0.2, 0.6, 0.9])
def test_a_field_that_goes_on_as_it_did_is_hardly_ever_told(share: float) -> None:
    """A source with five disclosures a week and seven fields: less than 1 alarm in 500 source-weeks for all."""
    dice, alarms, weeks = Random(f"{share}"), 0, 3000
    for _ in range(weeks):
        flags = [dice.random() < share for _ in range(225)]
        alarms += went_empty(flags[:200], flags[205:]) != (0, 0)
    assert 7 * alarms <= weeks / 500


def test_an_empty_field_lasts_until_it_is_there_again() -> None:
    before = [False] * 60
    assert still_empty(before, [True] * 18 + [False, True])
    assert not still_empty(before, [True] * 15 + [False] * 5)


def test_the_upper_value_is_not_exceeded_by_its_share() -> None:
    assert upper(range(100), 0.95) == 94
    assert upper([7], 0.95) == 7
    with pytest.raises(ValueError, match="no upper one"):
        upper([], 0.95)
