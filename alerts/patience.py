"""How long a delivery that failed waits, and when it is given up."""

import random
from datetime import datetime, timedelta

PATIENCE = timedelta(days=7)
MOST_ATTEMPTS = 12
# Who runs once a week has tried once when the days of patience are over.
FEWEST_ATTEMPTS = 4
# Apprise tells the status of an answer but not its headers, so a Retry-After cannot be read; the steps (in
# seconds) are longer than what services usually ask for.
STEPS = (60, 300, 1_800, 7_200, 43_200, 86_400)
JITTER = 0.2


def given_up(attempts: int, queued: str, now: str) -> bool:
    """Whether one more failure makes a dead letter of what was queued then and has failed so often."""
    age = datetime.fromisoformat(now) - datetime.fromisoformat(queued)
    return attempts + 1 >= MOST_ATTEMPTS or (age >= PATIENCE and attempts + 1 >= FEWEST_ATTEMPTS)


def next_attempt(attempts: int, now: str) -> str:
    """When to try again after so many failures before this one."""
    return (datetime.fromisoformat(now) + pause(attempts)).isoformat()


def pause(attempts: int) -> timedelta:
    """How long to wait, give or take a fifth: targets must not come all at once."""
    step = STEPS[min(attempts, len(STEPS) - 1)]
    return timedelta(seconds=round(step * random.uniform(1 - JITTER, 1 + JITTER)))
