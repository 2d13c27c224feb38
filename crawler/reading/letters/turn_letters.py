"""Questions under letters or Roman numbers, each with its answer below it."""

import re
from collections.abc import Sequence
from itertools import pairwise

from crawler.reading.letters.phrases import RESPONSE_HEADING
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
    if not is_question(named[0][1]) or sum(is_question(line) for _, line, _ in named) * 2 <= len(named):
        return {}
    below = [later - at > 1 and not is_question(lines[at + 1]) for at, later in pairwise([*places, len(lines)])]
    whole = answer > places[-1] + 1 or any(RESPONSE_HEADING.fullmatch(line.strip(" |")) for line in lines[places[0] :])
    return {line.strip(): name for _, line, name in named} if all(below) and not whole else {}
