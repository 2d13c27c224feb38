"""Where in a letter the request begins and where the answer: the two cuts that fit the voices of its lines best."""

import re
from collections.abc import Sequence
from itertools import accumulate

from crawler.reading.letters.voices import ASKER, FORCE, HEAD, Odds, forms, voices
from crawler.reading.questions.items import item_of

# On the scale of voices(): what the form of a line at a cut says beside its words.
_HEADED, _TITLED = 4.5, 1.5
# A sentence of the force above the request that does not lead up to it by a colon.
_UNLED = 1.0
_BROKEN = -4.5  # a list that goes on
_GOES_ON = re.compile(r"[;,](?: and| or)?$", re.I)
# A heading on the line of what it heads: `Response - none is held`.
_LABEL = re.compile(r"(?:(?:in |our |the |my |force )?(?:response|reply|answer|decision))\s*[:–-]\s+\w", re.I)


def cut(
    lines: Sequence[str], seen: Sequence[set[str]] | None = None, odds: Sequence[Odds] | None = None
) -> tuple[int, int]:
    """The first line of the request and the first of the answer; equal when no line is the requester's.

    `seen` and `odds`: forms() and voices() of the lines where known.
    """
    seen = list(forms(lines)) if seen is None else seen
    odds = list(voices(lines, seen)) if odds is None else odds
    asker, force = ([0.0, *accumulate([each[voice] for each in odds])] for voice in (ASKER, FORCE))
    # What leads up to the words of the request is the force's, in its voice or in that of a head.
    led = [
        max(each[HEAD], each[FORCE] - (0.0 if "colon" in found else _UNLED))
        for each, found in zip(odds, seen, strict=True)
    ]
    head = [0.0, *accumulate(led)]
    decided = [0, *accumulate(["answer phrase" in found for found in seen])]
    begin, best = 0, float("-inf")
    found, most = (0, 0), float("-inf")
    for at in range(len(lines) + 1):
        # Nothing leads up to a request that is not there.
        empty = head[at] - asker[at]
        if empty >= best:
            begin, best = at, empty
        opens = _opens(lines, seen, at, headed=decided[at] == decided[begin]) if at < len(lines) else 0.0
        whole = best + asker[at] + force[-1] - force[at] + opens
        if whole > most:
            found, most = (begin, at), whole
    return found


def _opens(lines: Sequence[str], seen: Sequence[set[str]], at: int, *, headed: bool) -> float:
    """`headed`: a heading may be that of the answer, since nothing above it has decided."""
    if at and "item" in seen[at] and "item" in seen[at - 1] and _goes_on(lines[at - 1], lines[at]):
        return _BROKEN
    if "answer heading" in seen[at]:
        return _HEADED if headed else _TITLED
    titled = "title" in seen[at] and at + 1 < len(seen) and "asks" not in seen[at + 1]
    labelled = _HEADED if headed and _LABEL.match(lines[at]) else 0.0
    return labelled + _TITLED * (titled + ("answer phrase" in seen[at]))


def _goes_on(above: str, line: str) -> bool:
    """Whether an item is of one list with that above it: which ends so, or whose number it counts on from."""
    if _GOES_ON.search(above):
        return True
    here, there = (found["number"] or "" if (found := item_of(text)) else "" for text in (above, line))
    return here.isdigit() and there.isdigit() and int(there) == int(here) + 1
