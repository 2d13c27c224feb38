"""Questions under headings that only number them, `Question 1`, as items of a list: `1. How many?`"""

import re
from collections.abc import Sequence

from crawler.reading.letters.own_headings import own_headings
from crawler.reading.letters.turn_marks import ANSWER_HEADING, QUESTION_HEADING
from crawler.reading.questions.list_numbers import counts_on, put_before

# The item of a list that such a heading only groups, and its number.
_ITEM = re.compile(r"(?:q(?:uestion)?\s?)?[(\[]?(?P<n>\d{1,2})\s?[.):\]](?!\d)", re.I)


def headed_questions(lines: Sequence[str]) -> list[str]:
    """The lines, each such heading put before the paragraph below it.

    Only where the headings count from 1, no number comes again, the answers have no headings of their own, and none
    heads a list of several.
    """
    numbers = {at: mark["number"] for at, line in enumerate(lines[:-1]) if (mark := _heading(line))}
    if len(numbers) < 2:
        return list(lines)
    answers = sum(bool(ANSWER_HEADING.fullmatch(line.strip())) for line in lines)
    alone = any(at + 1 in numbers for at in numbers) or _groups(lines, list(numbers))
    if answers > 1 or alone or not counts_on(list(numbers.values())) or own_headings(lines):
        return list(lines)
    return put_before(lines, numbers)


def _groups(lines: Sequence[str], places: Sequence[int]) -> bool:
    """Whether the headings, by their places, group lists: whose numbers begin again below one, or run on through all.

    Above its list a heading may have what leads up to it: `For each of the last three years:`.
    """
    numbers = [_first_below(lines, at) for at in places]
    return 1 in numbers or (0 not in numbers and numbers == sorted(set(numbers)))


def _first_below(lines: Sequence[str], at: int) -> int:
    """The number of the first item of the list below a heading, 0 for no list."""
    below = [line.strip() for line in lines[at + 1 : at + 3]]
    mark = _ITEM.match(below[-1] if below[0].endswith(":") else below[0])
    return int(mark["n"]) if mark else 0


def _heading(line: str) -> re.Match[str] | None:
    found = QUESTION_HEADING.fullmatch(line.strip())
    return found if found and found["number"] else None
