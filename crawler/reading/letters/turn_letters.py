"""Questions under letters or Roman numbers, each with its answer below it."""

import re
from collections.abc import Sequence
from itertools import pairwise

from crawler.reading.letters.phrases import RESPONSE_HEADING
from crawler.reading.letters.turn_marks import asks
from crawler.reading.letters.turn_places import said_by_force
from crawler.reading.letters.voices import ASKER, marks, voices
from crawler.reading.questions.numbering import ROMAN
from crawler.reading.questions.questions import is_question

_LETTERED = re.compile(r"\s*\(?(?P<l>[a-h]|[ivx]{1,4})\s?[.):]\s+(?=\S)", re.I)
_LETTERS = "abcdefgh"


def in_letters(lines: Sequence[str], answer: int) -> dict[str, str]:
    """The questions of a list in letters or Roman numbers, each with its number, if each has lines below it."""
    named = [(at, line, item["l"].lower()) for at, line in enumerate(lines) if (item := _LETTERED.match(line))]
    names, places = [name for _, _, name in named], [at for at, _, _ in named]
    if len(named) < 3 or names not in (list(_LETTERS[: len(names)]), list(ROMAN[: len(names)])):
        return {}
    below = [later - at > 1 and not is_question(lines[at + 1]) for at, later in pairwise([*places, len(lines)])]
    headed = any(RESPONSE_HEADING.fullmatch(line.strip(" |")) for line in lines[places[0] :])
    asking = is_question(named[0][1]) and sum(is_question(line) for _, line, _ in named) * 2 > len(named)
    if headed or not all(below) or ((answer > places[-1] + 1 or not asking) and not _take_turns(lines, places)):
        return {}
    return {line.strip(): name for _, line, name in named}


def _take_turns(lines: Sequence[str], places: Sequence[int]) -> bool:
    """Whether most items are the requester's, nothing asks above them, and the force says what stands below each."""
    odds = list(voices(lines, list(marks(lines))))
    own = sum(odds[at][ASKER] == max(odds[at]) for at in places)
    first = own * 2 > len(places) and not any(map(asks, lines[: places[0]]))
    return first and said_by_force(lines, [at + 1 for at in places])
