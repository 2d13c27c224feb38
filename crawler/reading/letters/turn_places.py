"""Questions that each have their answer right below, without a label or a heading: known by their place alone."""

import re
from collections.abc import Collection, Sequence
from string import ascii_lowercase

from crawler.reading.letters.phrases import heads_response, is_title
from crawler.reading.letters.turn_marks import PART, QUESTION, asks, heads_question, number_of
from crawler.reading.letters.voices import ASKER, FORCE, voices
from crawler.reading.questions.list_numbers import counts_on
from crawler.reading.questions.numbering import ROMAN
from crawler.reading.questions.questions import is_question
from crawler.reading.questions.wishes import asks_for
from crawler.reading.sentences.sentences import sentences

_REQUESTS = re.compile(
    r"\W*(?:please|could|can|i would|i am (?:asking|requesting|looking|seeking|interested)|if (?:so|not"
    r"|possible|yes)|for (?:each|example|clarity))\b",
    re.I,
)
_OPENS_ANSWER = re.compile(
    r"\bdecided\b|refusal notice|been considered|\benquiries\b|\bsearches\b|^(?:please|i|we|our|your|in)\b", re.I
)
_SIGNS = re.compile(r"\W")
_STOPS = (".", "?", ":", ";")


def one_by_one(lines: Sequence[str], answer: int) -> frozenset[str]:
    """The questions, if each, numbered once and in order, is followed by lines that are not its own; else none."""
    lines = list(map(str.strip, lines))
    asked = _asked(lines)
    if sum(map(asked.__contains__, lines)) < 2:
        return frozenset()
    asked -= _told_again(lines)
    starts = [at for at, line in enumerate(lines) if line in asked and not (at and heads_question(lines[at - 1], line))]
    return asked if _answered(lines, starts, answer) else frozenset()


def _told_again(lines: Sequence[str]) -> set[str]:
    """The lines that bear the number of a question above and ask nothing: `Question 7 - the exemption`."""
    numbers: set[str] = set()
    again: set[str] = set()
    for line in lines:
        number = number_of(line)
        if number in numbers and not is_question(line):
            again.add(line)
        elif number:
            numbers.add(number)
    return again


def _asked(lines: Sequence[str]) -> frozenset[str]:
    """The lines that ask; of the requester's also those that go on after it, `How many? By rank too.`, and those that
    wish: above questions with numbers a wish only leads up to them.
    """
    sure = frozenset(filter(asks, lines))
    wish = bool(sure) and not any(map(QUESTION.match, sure))
    sure = sure.union(_listed(lines, sure)) if wish else sure
    perhaps = [at for at, line in enumerate(lines) if line not in sure and _may_ask(line, wish=wish)]
    odds = list(voices(lines)) if perhaps else []
    return sure.union(lines[at] for at in perhaps if odds[at][ASKER] == max(odds[at]))


def _listed(lines: Sequence[str], asked: Collection[str]) -> Sequence[str]:
    """The items of the one list that counts by letters or Roman numbers, if most of them ask: the others wish."""
    for numbers in (ROMAN, ascii_lowercase):
        items: list[str] = []
        for line in lines:
            mark = PART.match(line)
            if mark and len(items) < len(numbers) and _SIGNS.sub("", mark[0]).lower() == numbers[len(items)]:
                items.append(line)
        if sum(item in asked for item in items) > max(1, len(items) // 2):
            return items
    return ()


def _may_ask(line: str, *, wish: bool) -> bool:
    if not (wish or "? " in line):
        return False
    first = sentences(line)[0]
    return is_question(first) or (wish and asks_for(first))


def _answered(lines: Sequence[str], starts: Sequence[int], answer: int) -> bool:
    """Whether what stands below each question, which begins at one of the places, answers it."""
    named = [found["n"] or found["r"] for at in starts if (found := QUESTION.match(lines[at]))]
    if len(starts) < 2 or not counts_on([number.lower() for number in named if number]):
        return False
    after = [
        _first_plain(lines, start + 1 + _headed(lines[start : start + 2]), end)
        for start, end in zip(starts, [*starts[1:], len(lines)], strict=True)
    ]
    # What stands above the first question heads the whole page, and the last line may be the department that signs.
    heads = [at for at in range(starts[0], len(lines) - 1) if heads_response(lines[at].strip(" |"))]
    if any(at <= after[-1] for at in heads):
        return False
    # `Please see the table` answers, `please give the rank as well` asks on.
    polite = [at for at in after if _REQUESTS.match(lines[at])]
    if min(after) < 0 or (polite and not said_by_force(lines, polite)):
        return False
    # A heading or numbers below the last answer may be those of the answers to all.
    more = heads or any(number_of(line) in named and not is_question(line) for line in lines[after[-1] :])
    if more and not said_by_force(lines, after):
        return False
    # An answer that opens as whole letters do, after the last question, answers them all.
    whole = answer > starts[-1] and (answer > starts[-1] + 1 or _OPENS_ANSWER.search(lines[answer]))
    return not whole or said_by_force(lines, after[:-1])


def said_by_force(lines: Sequence[str], places: Sequence[int]) -> bool:
    """Whether the force says what stands at each of the places, and no line above them was cut at a margin."""
    odds = list(voices(lines))
    return all(odds[at][FORCE] == max(odds[at]) and _is_whole(lines[at - 1], lines[at]) for at in places)


def _is_whole(line: str, below: str) -> bool:
    """Whether a line does not go on in the one below it."""
    return not below[:1].islower() and (line[-1:] in _STOPS or is_title(line))


def _headed(two: Sequence[str]) -> bool:
    return len(two) > 1 and heads_question(two[0], two[1])


def _first_plain(lines: Sequence[str], start: int, end: int) -> int:
    """The place of the first line from the start that is no part of a question, -1 for none before the end."""
    return next((at for at in range(start, end) if not PART.match(lines[at])), -1)
