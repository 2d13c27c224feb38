"""Replies in which questions and answers take turns, taken apart."""

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from functools import partial
from itertools import islice, takewhile

from crawler.reading.letters.edges import is_own, is_told, wishes
from crawler.reading.letters.own_headings import bare, label_of, own_headings, own_labels, unlabelled
from crawler.reading.letters.phrases import RESPONSE_START, is_title
from crawler.reading.letters.turn_groups import in_groups
from crawler.reading.letters.turn_marks import (
    ANSWER,
    ANSWER_HEADING,
    PART,
    QUESTION,
    QUESTION_HEADING,
    Turns,
    answers,
    asks,
    number_of,
)
from crawler.reading.letters.turn_places import one_by_one
from crawler.reading.letters.turn_table import in_table
from crawler.reading.letters.voices import ASKER, FORCE, voices
from crawler.reading.pages.tables import split_row, without_caption
from crawler.reading.questions.list_numbers import in_digits
from crawler.reading.questions.questions import is_question
from crawler.reading.sentences.boilerplate import is_boilerplate
from crawler.reading.sentences.statements import statements

_PART_B = re.compile(r"\(?b[.)]\s", re.I)
# Before a number that counts on from no question: an answer that opens with its figure, `14. A further 37 are open`.
_STRAY = "\u2063"
_LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"


def taken_apart(lines: Sequence[str], answer: int, head: Sequence[str] = ()) -> Turns | None:
    """Questions and answers that take turns under headings, labels, numbers or in a table; None when they do not.

    `answer` is the line with the first phrase of an answer, -1 when there is none; `head`: the lines above.
    """
    if turns := in_table(lines, answer) or in_groups(lines):
        return turns
    digits = in_digits(lines)
    if not (turns := _by_marks(_counted(digits), answer, head)):
        return None
    written = dict(zip(map(str.strip, digits), lines, strict=True))
    asked, answered = (tuple(written.get(line, line) for line in some) for some in (turns.asked, turns.answered))
    return replace(turns, asked=asked, answered=answered)


def _by_marks(lines: Sequence[str], answer: int, head: Sequence[str]) -> Turns | None:
    """By headings, labels or numbers, these in digits."""
    split = partial(_split, lines, head)
    if sum(map(bool, map(ANSWER_HEADING.fullmatch, lines))) > 1:
        return split(_heading_side)
    if heads := own_headings(lines):
        return split(partial(_own_side, heads))
    if _labelled(lines):
        return split(_label_side)
    if labels := own_labels(lines):
        turns = split(partial(_own_label_side, labels))
        return turns and replace(turns, pairs=tuple((name, unlabelled(text, labels)) for name, text in turns.pairs))
    if asked := one_by_one(lines, answer):
        return split(partial(_place_side, asked), asked)
    return None


def _counted(lines: Sequence[str]) -> list[str]:
    """The lines, those marked as stray whose number leaves others out: a list of questions leaves out none."""
    found, last = [], 0
    for line in lines:
        mark, heading = QUESTION.match(line), QUESTION_HEADING.fullmatch(line)
        named = heading["number"] if heading else (mark["q"] or mark["r"]) if mark else ""
        name = named or (mark["n"] if mark and not heading else "")
        number = int(name.rstrip(_LETTERS)) if name else 0
        stray = number > last + 1 and not named
        last = last if stray else max(last, number)
        found.append(f"{_STRAY}{line}" if stray else line)
    return found if last > 1 else list(lines)


def _heading_side(line: str, asking: bool) -> tuple[bool, str]:
    if ANSWER_HEADING.fullmatch(line):
        return False, ""
    # Where answers alone have a heading the next question is known by its number.
    return asking or bool(QUESTION_HEADING.fullmatch(line)) or (bool(number_of(line)) and is_question(line)), line


def _own_side(heads: Collection[str], line: str, asking: bool) -> tuple[bool, str]:
    return (False, "") if bare(line) in heads else _heading_side(line, asking)


def _own_label_side(labels: Collection[str], line: str, asking: bool) -> tuple[bool, str]:
    if label_of(line) in labels:
        return False, line
    return asking or asks(line) or bool(PART.match(line)), line


def _label_side(line: str, asking: bool) -> tuple[bool, str]:
    if answers(line):
        return False, line
    return (asking or asks(line)), line


def _place_side(asked: Collection[str], line: str, asking: bool) -> tuple[bool, str]:
    return line in asked or (asking and bool(PART.match(line))), line


def _split(
    lines: Sequence[str],
    head: Sequence[str],
    side: Callable[[str, bool], tuple[bool, str]],
    listed: Collection[str] = (),
) -> Turns | None:
    asked: list[str] = []
    answered: list[str] = []
    pairs: list[tuple[str, str]] = []
    asking, turns, number, begun, starts, last = True, 0, "", False, -1, ""
    theirs, ours = _above_first(lines, head)
    for line in map(str.strip, lines):
        was, (asking, kept) = asking, side(line, asking)
        # What narrows all the questions, or leads up to them, stands above the first.
        asking = asking or (not begun and line in theirs)
        if asking and not was:
            turns, number = turns + 1, ""
            pairs += _pair(last, answered[starts:]) if starts >= 0 else []
        begun = begun or asks(line) or line in listed or bool(QUESTION_HEADING.fullmatch(line))
        if asking and (found := number_of(line)):
            number = found
        if was and not asking and begun:
            starts, last = len(answered), number
        if kept:
            own = asking and (begun or not (line in ours or _decides(line)))
            (asked if own else answered).append(kept.removeprefix(_STRAY))
    if not asking and starts >= 0:
        # Nobody marks the end of the last answer: what follows its first paragraph may be of the whole.
        pairs += _pair(last, _first(answered[starts:]))
    return Turns(tuple(asked), tuple(answered), tuple(pairs)) if turns else None


def _above_first(lines: Sequence[str], head: Sequence[str]) -> tuple[set[str], set[str]]:
    """Of the lines above the first question, those in the voice of the requester, and those in the force's.

    Above the heading of a question, `Request 1`, a force introduces its answer: only what has the form is the
    requester's there.
    """
    texts = list(map(str.strip, lines))
    above = list(takewhile(lambda line: not (asks(line) or QUESTION_HEADING.fullmatch(line)), texts))
    # Below the head of a letter a line sounds otherwise than at the top.
    odds = islice(voices([*head, *above] if above else ()), len(head), None)
    heard = [(line, each) for line, each in zip(above, odds, strict=True) if not is_title(line)]
    theirs, ours = ({line for line, each in heard if each[voice] == max(each)} for voice in (ASKER, FORCE))
    own = {line for line in ours if not is_told(line) and any(map(is_own, statements(line)))}
    theirs, ours = theirs | own, ours - own
    if len(above) < len(texts) and QUESTION_HEADING.fullmatch(texts[len(above)]):
        ours |= {line for line, _ in heard if not wishes(line)}
    return theirs - ours, ours


def _first(lines: Sequence[str]) -> Sequence[str]:
    """The first paragraph, with the row of a table when one follows at once: the paragraph may be its caption."""
    return lines[: 2 if len(lines) > 1 and len(split_row(lines[1])) > 1 else 1]


def _pair(number: str, lines: Sequence[str]) -> list[tuple[str, str]]:
    """The answer of one turn, up to a table, with the number of its question, "" when it bears none.

    Of an answer that is a table alone the first row.
    """
    words = list(takewhile(lambda line: len(split_row(line)) < 2, lines))
    words = without_caption(words) if len(words) < len(lines) else words
    rows = [line for line in lines if len(split_row(line)) > 1]
    text = " ".join(words or rows[:1])
    label = ANSWER.match(text) or (re.match(rf"a ?{number}\s+(?=\S)", text, re.I) if number else None)
    return [(number, text[label.end() if label else 0 :])] if text else []


def _decides(line: str) -> bool:
    return bool(RESPONSE_START.search(line)) or is_boilerplate(line) or is_told(line)


def _labelled(lines: Sequence[str]) -> bool:
    """Whether two answers or more carry a label of their own, each after a question; a), b) are parts."""
    sides = [answers(line) for line in lines if answers(line) or asks(line)]
    if sum(now and not before for before, now in zip([True, *sides], sides, strict=False)) < 2:
        return False
    if any(map(_PART_B.match, lines)):
        return False
    numbers = [number for line in lines if not answers(line) and (number := number_of(line))]
    return len(set(numbers)) == len(numbers)
