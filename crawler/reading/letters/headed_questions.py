"""Questions under headings that only number them, `Question 1`, as items of a list: `1. How many?`"""

import re
from collections.abc import Sequence

from crawler.reading.letters.own_headings import own_headings
from crawler.reading.letters.turn_marks import ANSWER_HEADING, QUESTION_HEADING
from crawler.reading.questions.list_numbers import counts_on, put_before

# Below such a heading stands a list of its own, which the heading only groups.
_OWN_LIST = re.compile(r"[(\[]?1\s?[.):\]](?!\d)")


def headed_questions(lines: Sequence[str]) -> list[str]:
    """The lines, each such heading put before the paragraph below it.

    Only where the headings count from 1, no number comes again, the answers have no headings of their own, and none
    heads a list of several.
    """
    numbers = {at: mark["number"] for at, line in enumerate(lines[:-1]) if (mark := _heading(line))}
    if len(numbers) < 2:
        return list(lines)
    answers = sum(bool(ANSWER_HEADING.fullmatch(line.strip())) for line in lines)
    alone = any(at + 1 in numbers or _OWN_LIST.match(lines[at + 1].strip()) for at in numbers)
    if answers > 1 or alone or not counts_on(list(numbers.values())) or own_headings(lines):
        return list(lines)
    return put_before(lines, numbers)


def _heading(line: str) -> re.Match[str] | None:
    found = QUESTION_HEADING.fullmatch(line.strip())
    return found if found and found["number"] else None
