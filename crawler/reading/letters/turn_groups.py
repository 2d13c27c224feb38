"""Several requests, each with a list of its own, that take turns with the answers to their lists."""

import re
from collections.abc import Sequence
from itertools import pairwise

from crawler.reading.letters.turn_marks import ANSWER_HEADING, Turns
from crawler.reading.questions.groups import answers_group, heads_group

_BEGINS = re.compile(r"[(\[]?(?:1|a|i)\s?[.):\]]\s*(?=\S)", re.I)


def in_groups(lines: Sequence[str]) -> Turns | None:
    """Such requests and answers; each list of answers stands below the name of its request. None where they are not.

    Only where every request heads a list, and is followed by one heading of an answer.
    """
    texts = [line.strip() for line in lines]
    names = {at: name for at, text in enumerate(texts) if (name := heads_group(text))}
    if len(names) < 2 or not all(_BEGINS.match(below) for at in names for below in [*texts, ""][at + 1 : at + 2]):
        return None
    first = min(names)
    heads = {at for at, text in enumerate(texts) if ANSWER_HEADING.fullmatch(text) or answers_group(text)}
    order = sorted([*names, *heads])
    if len(order) % 2 or any((one in names) != (place % 2 == 0) for place, one in enumerate(order)):
        return None
    asked: list[str] = []
    answered = list(lines[:first])
    for place, (begin, end) in enumerate(pairwise([*order, len(lines)])):
        if place % 2:
            answered += [lines[order[place - 1]], *lines[begin + 1 : end]]
        else:
            asked += lines[begin:end]
    return Turns(tuple(asked), tuple(answered), ())
