"""Where in a letter the request begins and where the answer: the two cuts that fit the voices of its lines best."""

import re
from collections.abc import Sequence
from itertools import accumulate

from crawler.reading.letters.phrases import REQUEST_START
from crawler.reading.letters.voices import ASKER, FORCE, HEAD, marks, voices
from crawler.reading.questions.questions import ITEM
from crawler.reading.sentences.signals import signals

# On the scale of voices(): what the form of a line at a cut says beside its words.
_HEADED, _ASKED, _TITLED, _LIST = 4.5, 4.0, 1.5, -4.0
# A heading on the line of what it heads: `Response - none is held`.
_LABEL = re.compile(r"(?:(?:in |our |the |my |force )?(?:response|reply|answer|decision))\s*[:–-]\s+\w", re.I)
_LEADS = signals(
    r"\b(?:you|your|request\w*|ask\w*|wrote|sought|question\w*|follow\w*|below|wording|words?|repeated|copied|reproduced|reads?)\b"
)


def cut(lines: Sequence[str]) -> tuple[int, int]:
    """The first line of the request and the first of the answer; equal when no line is the requester's."""
    seen = list(marks(lines))
    odds = list(voices(lines, seen))
    asker, force = ([0.0, *accumulate(each[voice] for each in odds)] for voice in (ASKER, FORCE))
    # What leads up to the words of the request is the force's, in its voice or in that of a head.
    led = (
        max(each[HEAD], each[FORCE]) if "colon" in found else each[HEAD] for each, found in zip(odds, seen, strict=True)
    )
    head = [0.0, *accumulate(led)]
    decided = [0, *accumulate("answer phrase" in found for found in seen)]
    begin, best = 0, float("-inf")
    found, most = (0, 0), float("-inf")
    for at in range(len(lines) + 1):
        apart = _in_list(lines, seen, at) if 0 < at < len(lines) else 0.0
        # Nothing leads up to a request that is not there.
        empty = head[at] - asker[at] + apart
        start, starts = (begin, best) if best > empty else (at, empty)
        opens = _opens(lines, seen, at, headed=decided[at] == decided[start]) if at < len(lines) else 0.0
        whole = starts + asker[at] + force[-1] - force[at] + apart + opens
        if whole > most:
            found, most = (start, at), whole
        begins = empty + (_begins(lines, seen, at) if 0 < at < len(lines) else 0.0)
        if begins > best:
            begin, best = at, begins
    return found


def _in_list(lines: Sequence[str], seen: Sequence[set[str]], at: int) -> float:
    """A cut falls seldom within a list or a table, or above a foot-note."""
    rows = "row" in seen[at] and "row" in seen[at - 1]
    items = "item" in seen[at] and "item" in seen[at - 1]
    if rows or lines[at].startswith("*"):
        return _LIST
    return _LIST if items and _follows(ITEM.match(lines[at - 1]), ITEM.match(lines[at])) else 0.0


def _follows(before: re.Match[str] | None, item: re.Match[str] | None) -> bool:
    if before is None or item is None:
        return False
    if before["bullet"] or item["bullet"]:
        return before["bullet"] == item["bullet"]
    last, this = (re.sub(r"\W", "", one["number"] or one["bare"] or one["dashed"] or "") for one in (before, item))
    if last.isdecimal() and this.isdecimal():
        return int(this) == int(last) + 1
    return len(last) == len(this) == 1 and ord(this) == ord(last) + 1


def _begins(lines: Sequence[str], seen: Sequence[set[str]], at: int) -> float:
    if "request heading" in seen[at - 1]:
        return _ASKED
    if "colon" not in seen[at - 1]:
        return 0.0
    return _ASKED if REQUEST_START.search(lines[at - 1]) else _TITLED if _LEADS.search(lines[at - 1]) else 0.0


def _opens(lines: Sequence[str], seen: Sequence[set[str]], at: int, *, headed: bool) -> float:
    """`headed`: a heading may be that of the answer, since nothing above it has decided."""
    if "answer heading" in seen[at]:
        return _HEADED if headed else _TITLED
    titled = "title" in seen[at] and at + 1 < len(seen) and "asks" not in seen[at + 1]
    labelled = _HEADED if headed and _LABEL.match(lines[at]) else 0.0
    return labelled + _TITLED * (titled + ("answer phrase" in seen[at]))
