"""Bare numbers of the questions that are left, `3 Nine men`, below a table or heading for those before them."""

import re
from collections.abc import Sequence
from itertools import pairwise

from crawler.reading.questions.answers_in_tables import row_names
from crawler.reading.questions.question_refs import named

# No day, `3 May`, and no count, `3 officers`.
_BARE = re.compile(
    r"(?P<number>\d{1,2}) (?!(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))(?=[A-Z][a-z]|[A-Z] |£ ?\d|\d)"
)


def with_points(lines: Sequence[str], known: Sequence[str]) -> list[str]:
    """The lines, such numbers as a list's: `3. Nine men`. `known`: the numbers of the questions, in order.

    They go on with the number of a question that stands above, and the last is that of the last question.
    """
    found = list(lines)
    bare = [
        (at, mark["number"]) for at, line in enumerate(lines) if (mark := _BARE.match(line)) and mark["number"] in known
    ]
    places = [known.index(number) for _, number in bare]
    rises = all(here < there for here, there in pairwise(places))
    if not places or not places[0] or places[-1] != len(known) - 1 or not rises:
        return found
    if any(_names(line, known[places[0] - 1], known) for line in lines[: bare[0][0]]):
        for at, number in bare:
            found[at] = f"{number}. {lines[at][len(number) + 1 :]}"
    return found


def _names(line: str, number: str, known: Sequence[str]) -> bool:
    """Whether a line names the question, as `Questions 1 and 2` does, or a row does before its words: `2. Staff`."""
    return number in (row_names(line) if line[:1] == "|" else named(line, known))
