"""Letters that are receipts by their place: they come at once, and the body's next letters answer."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from crawler.reading.letters.interim import surely_answers
from crawler.reading.letters.messages import Message

_AT_ONCE = 7  # days
_DAY = len("2025-03-04")


def early_receipts(found: Sequence[Message]) -> list[Message]:
    """The letters, an early one taken for a receipt where it answers nothing for sure."""
    kept: list[Message] = []
    answered = False
    for message, asked in reversed(list(zip(found, _asked(found), strict=True))):
        answers = message.incoming and message.kind == "answer"
        if answers and answered and 0 <= _days(asked, message.date) <= _AT_ONCE and not surely_answers(message.lines):
            message = replace(message, kind="receipt")
        answered = message.incoming and (answered or answers)
        kept.append(message)
    return kept[::-1]


def _asked(found: Sequence[Message]) -> list[str]:
    """For each letter the day of the requester's last one, "" above the first."""
    days = [""]
    for message in found:
        days.append(days[-1] if message.incoming else message.date)
    return days[1:]


def _days(before: str, after: str) -> int:
    """The days from one date to the other, -1 where one of them is no day."""
    if len(before) != _DAY or len(after) != _DAY:
        return -1
    return (date.fromisoformat(after) - date.fromisoformat(before)).days
