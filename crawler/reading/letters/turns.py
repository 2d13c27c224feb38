"""Replies in which questions and answers take turns, taken apart."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import takewhile

from crawler.reading.letters.edges import leads_up
from crawler.reading.letters.phrases import RESPONSE_HEADING, RESPONSE_START
from crawler.reading.pages.tables import split_row, without_caption
from crawler.reading.questions.questions import is_question
from crawler.reading.sentences.boilerplate import is_boilerplate

_ANSWER_HEADING = re.compile(r"(?:answer|response|reply|ymateb|a)(?: (?:to )?(?:question )?\d{1,2})?\s*[:.–-]?", re.I)
_QUESTION_HEADING = re.compile(r"(?:request|question|cais|q)\s?(?P<number>\d{1,2})?\s*[:.–-]?", re.I)
_QUESTION = re.compile(
    r"(?:q(?:uestion)?\s*\.?\s*(?P<q>\d{1,2}[a-z]?)?\b|(?P<n>\d{1,2})\s*[.):](?!\d)"
    r"|(?:request|part|point|item)\s(?P<r>\d{1,2})\s?[:–-](?=\s))\W*(?=\w)",
    re.I,
)
_ANSWER = re.compile(
    r"(?:a(?:ns(?:wer)?)?|response|reply)\s*(?:to )?(?:q(?:uestion)?\s*)?(?:\d{1,2}[a-z]?)?\s*[.):–-]\s*", re.I
)
_PART = re.compile(r"\(?(?:[a-z]|[ivx]{1,4})\s?[.):]\s", re.I)
_REQUESTS = re.compile(
    r"\W*(?:please|could|can|i would|i am (?:asking|requesting|looking|seeking|interested)|if (?:so|not"
    r"|possible|yes)|for (?:each|example|clarity))\b",
    re.I,
)
_OPENS_ANSWER = re.compile(
    r"\bdecided\b|refusal notice|been considered|\benquiries\b|\bsearches\b|^(?:please|i|we|our|your|in)\b", re.I
)
_ASKS_HEAD = re.compile(r"(?:your )?(?:questions?|requests?|information requested|you asked)", re.I)
_GIVES_HEAD = re.compile(r"(?:our )?(?:answers?|responses?|repl(?:y|ies)|information (?:provided|disclosed))", re.I)


@dataclass(frozen=True)
class Turns:
    """What was asked, what was answered, and each answer's first line with the number of its question."""

    asked: tuple[str, ...]
    answered: tuple[str, ...]
    pairs: tuple[tuple[str, str], ...]


def taken_apart(lines: Sequence[str], answer: int) -> Turns | None:
    """Questions and answers that take turns under headings, labels, numbers or in a table; None when they do not.

    `answer` is the line with the first phrase of an answer, -1 when there is none.
    """
    if turns := _in_table(lines, answer):
        return turns
    if sum(bool(_ANSWER_HEADING.fullmatch(line.strip())) for line in lines) > 1:
        return _split(lines, _heading_side)
    if _labelled(lines):
        return _split(lines, _label_side)
    return _split(lines, _place_side) if _one_by_one(lines, answer) else None


def _heading_side(line: str, asking: bool) -> tuple[bool, str]:
    if _ANSWER_HEADING.fullmatch(line):
        return False, ""
    return asking or bool(_QUESTION_HEADING.fullmatch(line)), line


def _label_side(line: str, asking: bool) -> tuple[bool, str]:
    if _answers(line):
        return False, line
    return (asking or _asks(line)), line


def _place_side(line: str, asking: bool) -> tuple[bool, str]:
    return _asks(line) or (asking and bool(_PART.match(line))), line


def _split(lines: Sequence[str], side: Callable[[str, bool], tuple[bool, str]]) -> Turns | None:
    asked: list[str] = []
    answered: list[str] = []
    pairs: list[tuple[str, str]] = []
    asking, turns, number, begun, starts, last = True, 0, "", False, -1, ""
    for line in map(str.strip, lines):
        was, (asking, kept) = asking, side(line, asking)
        # What narrows all the questions stands above the first.
        asking = asking or (not begun and line.endswith(":") and leads_up(line))
        if asking and not was:
            turns, number = turns + 1, ""
            pairs += _pair(last, answered[starts:]) if starts >= 0 else []
        begun = begun or _asks(line) or bool(_QUESTION_HEADING.fullmatch(line))
        if asking and (found := _number(line)):
            number = found
        if was and not asking and begun:
            starts, last = len(answered), number
        if kept:
            (asked if asking and (begun or not _decides(line)) else answered).append(kept)
    if not asking and starts >= 0:
        # Nobody marks the end of the last answer: what follows its first paragraph may be of the whole.
        pairs += _pair(last, _first(answered[starts:]))
    return Turns(tuple(asked), tuple(answered), tuple(pairs)) if turns else None


def _first(lines: Sequence[str]) -> Sequence[str]:
    """The first paragraph, with the row of a table when one follows at once: the paragraph may be its caption."""
    return lines[: 2 if len(lines) > 1 and len(split_row(lines[1])) > 1 else 1]


def _pair(number: str, lines: Sequence[str]) -> list[tuple[str, str]]:
    """The answer of one turn, up to a table, with the number of its question, "" when it bears none."""
    words = list(takewhile(lambda line: len(split_row(line)) < 2, lines))
    words = without_caption(words) if len(words) < len(lines) else words
    text = " ".join(words)
    label = _ANSWER.match(text)
    return [(number, text[label.end() if label else 0 :])] if words else []


def _decides(line: str) -> bool:
    return bool(RESPONSE_START.search(line)) or is_boilerplate(line)


def _asks(line: str) -> bool:
    return bool(_QUESTION.match(line)) or is_question(line)


def _answers(line: str) -> bool:
    return bool(_ANSWER.match(line)) and not is_question(line)


def _number(line: str) -> str:
    if heading := _QUESTION_HEADING.fullmatch(line):
        return heading["number"] or ""
    found = _QUESTION.match(line)
    return (found["q"] or found["n"] or found["r"] or "").lower() if found else ""


def _labelled(lines: Sequence[str]) -> bool:
    """Whether two answers or more carry a label of their own, each after a question; a), b) are parts."""
    if any(re.match(r"\(?b[.)]\s", line, re.I) for line in lines):
        return False
    numbers = [number for line in lines if not _answers(line) and (number := _number(line))]
    sides = [_answers(line) for line in lines if _answers(line) or _asks(line)]
    starts = sum(now and not before for before, now in zip([True, *sides], sides, strict=False))
    return starts > 1 and len(set(numbers)) == len(numbers)


def _one_by_one(lines: Sequence[str], answer: int) -> bool:
    """Whether each question, numbered once and in order, is followed by lines that are not its own."""
    marks = [at for at, line in enumerate(lines) if _asks(line) and not (at and _heads_question(lines[at - 1], line))]
    named = [found["n"] or found["r"] for at in marks if (found := _QUESTION.match(lines[at]))]
    numbers = [int(number) for number in named if number]
    if len(marks) < 2 or numbers != list(range(1, len(numbers) + 1)):
        return False
    # An answer that opens as whole letters do, after the last question, answers them all.
    if answer > marks[-1] and (answer > marks[-1] + 1 or _OPENS_ANSWER.search(lines[answer])):
        return False
    if any(RESPONSE_HEADING.fullmatch(line.strip(" |")) for line in lines) or marks[-1] == len(lines) - 1:
        return False
    after = [
        _first_plain(lines[start + 1 + _headed(lines[start : start + 2]) : end])
        for start, end in zip(marks, [*marks[1:], len(lines)], strict=True)
    ]
    return all(text and not _REQUESTS.match(text) for text in after)


def _heads_question(heading: str, line: str) -> bool:
    return bool(_QUESTION_HEADING.fullmatch(heading.strip())) and is_question(line)


def _headed(two: Sequence[str]) -> bool:
    return len(two) > 1 and _heads_question(two[0], two[1])


def _first_plain(lines: Sequence[str]) -> str:
    return next((line for line in lines if not _PART.match(line)), "")


def _in_table(lines: Sequence[str], answer: int) -> Turns | None:
    """The columns headed as question and as answer, unless the questions stand above, and the table in the answer."""
    for at, line in enumerate(lines):
        cells = split_row(line)
        ask = next((n for n, cell in enumerate(cells) if _ASKS_HEAD.fullmatch(cell)), -1)
        give = next((n for n, cell in enumerate(cells) if _GIVES_HEAD.fullmatch(cell)), -1)
        if ask < 0 or give < 0:
            continue
        rows = [row for later in lines[at + 1 :] if len(row := split_row(later)) > max(ask, give)]
        if 0 <= answer < at and (any(map(_asks, lines[:answer])) or not any(len(row[ask]) > 8 for row in rows)):
            return None
        rest = [later for later in lines[at + 1 :] if len(split_row(later)) <= max(ask, give)]
        asked = [_numbered(row, ask) for row in rows]
        pairs = tuple((number, row[give]) for row, text in zip(rows, asked, strict=True) if (number := _number(text)))
        return Turns(tuple(asked), (*(row[give] for row in rows), *rest), pairs)
    return None


def _numbered(row: Sequence[str], ask: int) -> str:
    """The question of a row, after its number when a column before it holds one."""
    before = " ".join(row[:ask])
    return (
        f"{before.rstrip('.)')}. {row[ask]}"
        if re.fullmatch(r"\d{1,2}[a-z]?[.)]?", before)
        else f"{before} {row[ask]}".strip()
    )
