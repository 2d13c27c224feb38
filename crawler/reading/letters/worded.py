"""The lines of a request or an answer as one text, without the numbers that only head what stands below them."""

import re
from collections.abc import Sequence
from itertools import pairwise

from crawler.reading.questions.groups import heads_group
from crawler.reading.questions.items import item_of
from crawler.reading.questions.list_numbers import counts_on

_ANSWER = r"(?:(?:our |the )?(?:response|answer|reply|ateb|ymateb)s?(?: to)?)"
_QUESTION = r"(?:(?:your |the )?(?:q(?:uestion)?|request|point|part|item|cais|cwestiwn)s?\.?)"
_NUMBERS = re.compile(
    rf"(?:{_ANSWER} ?\d{{1,2}}[a-z]?(?:\s?(?:,|&|and|to|-|–)\s?\d{{1,2}}[a-z]?)*"
    rf"|(?:{_ANSWER} )?{_QUESTION} ?\d{{1,2}}[a-z]?)(?: (?:response|answer|reply))?\s*[:.–-]?",
    re.I,
)
_BARE = re.compile(r"[(\[]?(?P<n>\d{1,2}[a-h]?)[.):\]]+", re.I)


def worded(lines: Sequence[str]) -> str:
    """The lines as one text, without those that only number what stands below them: `Question 3`, `Response to Q1`.

    `REQUEST 2` above a list stays, since it tells that list's numbers from another's. `1.`, `2.` and `3.` go where they
    count; one such number alone may be an answer.
    """
    kept = [line for line, below in pairwise([*lines, ""]) if not _only_numbers(line) or _heads_list(line, below)]
    bare = [mark["n"].lower() for line in kept if (mark := _BARE.fullmatch(line.strip()))]
    return "\n".join(line for line in kept if not (bare and counts_on(bare) and _BARE.fullmatch(line.strip())))


def _only_numbers(line: str) -> bool:
    return bool(_NUMBERS.fullmatch(line.strip(" |")))


def _heads_list(line: str, below: str) -> bool:
    item = item_of(below)
    return bool(heads_group(line)) and item is not None and not item["bullet"]
