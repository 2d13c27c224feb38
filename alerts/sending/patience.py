"""How long what failed waits, when who fails is left in peace, and when a delivery is given up."""

import random
from datetime import datetime, timedelta

from store.hindrances import Hindrance

# Who runs once a week has tried once when the days of patience are over.
FEWEST_ATTEMPTS = 4
STEPS = (60, 300, 1_800, 7_200, 43_200, 86_400)  # seconds
JITTER = 0.2
# So many failures in a row, of whichever targets, and a host is asked nothing for a while.
BREAK_AFTER = 3
# From this attempt on, a message that fails for no clear reason is taken for the reason.
SUSPECT_AFTER = 2
# The same of one that may have come already: its halves would not be known for a repeat, so they are the last resort.
SUSPECT_UNSURE_AFTER = 5
# Halving 4,096 alerts down to the one that is refused meets 13 refusals; more mean that the target refuses all.
REFUSALS = 16


def pause(attempts: int) -> timedelta:
    """How long to wait after so many failures before this one, give or take a fifth: not all must come at once."""
    step = STEPS[min(attempts, len(STEPS) - 1)]
    return timedelta(seconds=round(step * random.uniform(1 - JITTER, 1 + JITTER)))


def next_attempt(attempts: int, now: str, retry_after: float, dead_after: timedelta) -> str:
    """When to try again: never before the service allows it, unless that is later than anyone would care."""
    asked = min(timedelta(seconds=retry_after * random.uniform(1, 1 + JITTER / 2)), dead_after)
    return (datetime.fromisoformat(now) + max(pause(attempts), asked)).isoformat()


def given_up_before(now: str, dead_after: timedelta) -> str:
    """What was queued until then has waited long enough."""
    return (datetime.fromisoformat(now) - dead_after).isoformat()


def failing(before: Hindrance | None, who: str, error: str, now: str, until: str) -> Hindrance:
    """One more failure of a target or a host in a row."""
    return Hindrance(who, before.failures + 1 if before else 1, before.since if before else now, until, error)


def closed_until(before: Hindrance | None, now: str) -> str:
    """The circuit breaker of a host that failed once more: open from the third time on, then one try at a time."""
    failures = before.failures + 1 if before else 1
    if failures < BREAK_AFTER:
        return now
    return (datetime.fromisoformat(now) + pause(failures - BREAK_AFTER)).isoformat()


def in_peace(one: Hindrance | None, now: str) -> bool:
    """Whether nothing is to be sent there yet."""
    return one is not None and one.until > now
