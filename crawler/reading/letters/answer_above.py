"""A letter that answers first and shows the request below its answer, before it closes: known by its voices."""

import re
from collections.abc import Sequence
from itertools import accumulate, dropwhile

from crawler.reading.letters.furniture import is_furniture
from crawler.reading.letters.letter_parts import response_part, sifted
from crawler.reading.letters.phrases import REQUEST_HEADING, SALUTATION, SIGN_OFF, is_title
from crawler.reading.letters.turn_marks import asks
from crawler.reading.letters.voices import ASKER, FORCE, HEAD, Odds
from crawler.reading.pages.tables import split_row
from crawler.reading.questions.questions import is_question

_CLEARLY = 1.0  # on the scale of voices(): by how much the other order must fit better
_LEADS = 3  # lines at most that may lead up to the request: it may have such of its own
_SAYS = 10  # words at least of a line that may tell something below the request

# A short line that may be all of an answer: `None.`, `| 2023 | 14 |`, and no reference or date: `12/25`.
_ANSWERS = re.compile(
    r"\W*(?:£ ?)?\d(?!\d*/\d)|\||.*\b(?:no|none|nil|not|nothing|yes|zero|held|refused|exempt)\b", re.I
)


def answer_above(lines: Sequence[str], usual: tuple[int, int], odds: Sequence[Odds]) -> tuple[int, int, int] | None:
    """The first line of the answer, the one that leads up to the request, and the first below it; or None.

    `usual`: the first line of the request and of the answer where the answer stands below; `odds`: voices() of the
    lines.
    """
    asked, answered = usual
    best = _sum(odds[:asked], HEAD) + _sum(odds[asked:answered], ASKER) + _sum(odds[answered:], FORCE) + _CLEARLY
    if _at_most(odds, 1) <= best:
        return None  # as of most letters
    leads = [at for at in range(1, len(lines) - 1) if _leads_up(lines, at)][-_LEADS:]
    if not leads or any(map(is_question, lines[: leads[0]])):
        return None
    leads = [lead for lead in leads if _at_most(odds, lead) > best]
    if not leads:
        return None
    closes = _closes(lines)
    signs = next((at for at in range(closes, len(lines)) if SIGN_OFF.fullmatch(lines[at].strip())), len(lines))
    found = None
    for lead in leads:
        begin = _begin(lines[:lead], odds)
        end = lead + 1 + _last(odds[lead + 1 : signs], max(closes - lead - 1, 0))
        told = _sum(odds[:begin], HEAD) + _sum(odds[begin:lead], FORCE) + _sum(odds[lead + 1 : end], ASKER)
        # What leads up to the request, and what stands below it, fits either order.
        whole = told + sum(max(each[HEAD], each[FORCE]) for each in (odds[lead], *odds[end:]))
        if end > lead + 1 and whole > best and any(map(_says, response_part(lines[begin:lead]).kept)):
            found, best = (begin, lead, end), whole
    return found


def _leads_up(lines: Sequence[str], at: int) -> bool:
    text = lines[at].strip()
    if REQUEST_HEADING.fullmatch(text) or (text.endswith(":") and not asks(text)):
        return True
    below = lines[at + 1]
    asked = is_question(below) or "? " in below
    return is_title(text) and not asks(text) and asked and len(split_row(text)) < 2


def _at_most(odds: Sequence[Odds], lead: int) -> float:
    """What all lines can fit at the most where one of them leads up to the request, above which nobody asks."""
    return sum(max(each[HEAD], each[FORCE]) for each in odds[:lead]) + sum(map(max, odds[lead:]))


def _closes(lines: Sequence[str]) -> int:
    """The first line from which on nothing is told: a greeting, names, labels, and what any letter carries."""
    at = len(lines)
    while at and not _says(lines[at - 1]):
        at -= 1
    return at


def _says(line: str) -> bool:
    text = line.strip()
    if len(text.split()) < _SAYS and not asks(text):
        return bool(_ANSWERS.match(text)) and not is_furniture(text)
    return not SIGN_OFF.fullmatch(text) and bool(sifted([text]).kept)


def _tells(line: str) -> bool:
    return len(line.split()) >= _SAYS and _says(line)


def _begin(lines: Sequence[str], odds: Sequence[Odds]) -> int:
    """Where the force's words begin below those of the head, the salutation and titles."""
    top = max((at + 1 for at, line in enumerate(lines) if SALUTATION.fullmatch(line.strip())), default=0)
    # A head tells nothing.
    told = next((at for at in range(top, len(lines)) if _tells(lines[at])), len(lines))
    fits = [0.0, *accumulate(each[HEAD] - each[FORCE] for each in odds[top:told])]
    top += fits.index(max(fits))
    return len(lines) - len(list(dropwhile(is_title, lines[top:])))


def _last(odds: Sequence[Odds], least: int) -> int:
    """Where the requester's words end, at `least` or below it."""
    fits = [0.0, *accumulate(each[ASKER] - max(each[HEAD], each[FORCE]) for each in odds)]
    return fits.index(max(fits[least:]), least)


def _sum(odds: Sequence[Odds], voice: int) -> float:
    return sum(each[voice] for each in odds)
