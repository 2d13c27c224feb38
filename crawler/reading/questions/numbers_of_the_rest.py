"""Bare numbers of the questions that are left, `3 Nine men`, beside a table or heading for the others."""

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from crawler.reading.questions.answers_in_tables import row_names
from crawler.reading.questions.question_refs import named

# No day, `3 May`, and no count, `3 officers`.
_BARE = re.compile(r"(?P<number>\d{1,2}) (?!(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))(?=[A-Z]|£ ?\d|\d)")
_POINTED = re.compile(r"(?P<number>\d{1,2})[.):](?!\d)")
_SEVERAL = re.compile(r"\d{1,2}(?:(?:, | and |, and | & | to | ?[-–] ?)\d{1,2})+")


def with_points(lines: Sequence[str], known: Sequence[str]) -> list[str]:
    """The lines, such numbers as a list's: `3. Nine men`. `known`: the numbers of the questions, in order.

    They go on with the number of a question that stands above, and the last is that of the last question; or they
    leave out those alone that lines of several numbers have, `2, 3 and 6`, which get a point as well.
    """
    bare = {
        at: mark["number"] for at, line in enumerate(lines) if (mark := _BARE.match(line)) and mark["number"] in known
    }
    places = [known.index(number) for number in bare.values()]
    if any(here >= there for here, there in pairwise(places)):
        return list(lines)
    several = {at: line for at, line in enumerate(lines) if line[:1].isdigit() and _SEVERAL.fullmatch(line)}
    if several and _are_all([*bare.values(), *_pointed(lines)], several.values(), known):
        return _marked(lines, bare | several)
    if not places or not places[0] or places[-1] != len(known) - 1:
        return list(lines)
    above = any(_names(line, known[places[0] - 1], known) for line in lines[: min(bare)])
    return _marked(lines, bare) if above else list(lines)


def _are_all(numbers: Sequence[str], several: Iterable[str], known: Sequence[str]) -> bool:
    """Whether the numbers and the lines of several name every question, and each in one place alone."""
    shared = [name for line in several for name in named(f"questions {line}", known)]
    return sorted({*numbers, *shared}) == sorted(known) and set(numbers).isdisjoint(shared)


def _pointed(lines: Sequence[str]) -> list[str]:
    return [mark["number"] for line in lines if (mark := _POINTED.match(line))]


def _marked(lines: Sequence[str], numbers: Mapping[int, str]) -> list[str]:
    found = list(lines)
    for at, number in numbers.items():
        found[at] = f"{number}. {lines[at][len(number) + 1 :]}".strip()
    return found


def _names(line: str, number: str, known: Sequence[str]) -> bool:
    """Whether a line names the question, as `Questions 1 and 2` does, or a row does before its words: `2. Staff`."""
    return number in (row_names(line) if line[:1] == "|" else named(line, known))
