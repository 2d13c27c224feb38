"""Questions under headings that only number them, `Question 1`, as items of a list: `1. How many?`"""

import re
from collections.abc import Sequence

from crawler.reading.letters.own_headings import own_headings
from crawler.reading.letters.turn_marks import ANSWER_HEADING, QUESTION_HEADING
from crawler.reading.questions.list_numbers import counts_on, put_before

_ITEM = re.compile(r"[(\[]?(?P<number>\d{1,2})\s?[.):\]](?!\d)")


def headed_questions(lines: Sequence[str]) -> list[str]:
    """The lines, each such heading put before the paragraph below it.

    Only where the headings count from 1, no number comes again, the answers have no headings of their own, and none
    heads a list of several.
    """
    numbers = {at: mark["number"] for at, line in enumerate(lines[:-1]) if (mark := _heading(line))}
    if len(numbers) < 2:
        return list(lines)
    answers = sum(bool(ANSWER_HEADING.fullmatch(line.strip())) for line in lines)
    alone = any(at + 1 in numbers or _groups(lines, at) for at in numbers)
    if answers > 1 or alone or not counts_on(list(numbers.values())) or own_headings(lines):
        return list(lines)
    return put_before(lines, numbers)


def _groups(lines: Sequence[str], at: int) -> bool:
    """Whether a heading only groups questions: below it a list begins, or goes on from the line above it."""
    below = _ITEM.match(lines[at + 1].strip())
    above = _ITEM.match(lines[at - 1].strip()) if at else None
    return below is not None and int(below["number"]) in (1, int(above["number"]) + 1 if above else 1)


def _heading(line: str) -> re.Match[str] | None:
    found = QUESTION_HEADING.fullmatch(line.strip())
    return found if found and found["number"] else None
