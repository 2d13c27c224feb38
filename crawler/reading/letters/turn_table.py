"""Questions and answers in the columns of a table."""

import re
from collections.abc import Sequence
from itertools import compress

from crawler.reading.letters.dialogue import NOWHERE, Place, Row, is_headed, place, tables
from crawler.reading.letters.repeated import end_of_asked
from crawler.reading.letters.turn_marks import Turns, asks, number_of
from crawler.reading.letters.voices import ASKER, FORCE, voices
from crawler.reading.questions.questions import is_question

_FEW = 8  # characters of a cell that is at most a number
_LABEL = re.compile(r"[(\[]?(?:q(?:uestion)?\s?)?(?P<n>\d{1,2}[a-z]?|[a-z])[.):\]]*", re.I)


def in_table(lines: Sequence[str], answer: int) -> Turns | None:
    """The columns headed as question and as answer, unless the questions stand above, and the table in the answer."""
    found = tables(lines)
    which, where = _first(found)
    if where == NOWHERE:
        return None
    (top, first), (start, ask, give) = found[which], where
    rows = first[start:]
    if not any(len(row[ask]) > _FEW for row in rows if len(row) > ask) and (
        0 <= answer < top or any(map(asks, lines[:top]))
    ):
        return None
    if 0 <= answer < top + start and any(map(asks, lines[:top])):
        return None
    taken = set(range(top, top + len(first)))
    for at, more in found[which + 1 :]:
        if _goes_on(more, ask, give):
            rows += more[is_headed(more[0]) :]
            taken.update(range(at, at + len(more)))
    rest = [line for at, line in enumerate(lines) if at >= top and at not in taken]
    turns = _turns(rows, ask, give)
    # A request that stands above as well is the requester's own; the table only repeats its questions.
    end = end_of_asked(lines[:top], turns.asked)
    own, said = _above(lines[end:top])
    asked = lines[:end] if end else (*own, *turns.asked)
    return Turns(tuple(asked), (*said, *turns.answered, *rest), turns.pairs)


def columns(lines: Sequence[str]) -> Place:
    """The first row of questions and answers, and their columns; NOWHERE where no table holds both."""
    found = tables(lines)
    which, (start, ask, give) = _first(found)
    return (found[which][0] + start, ask, give) if which >= 0 else NOWHERE


def _first(found: Sequence[tuple[int, Sequence[Row]]]) -> tuple[int, Place]:
    """The first table with questions and answers, -1 where there is none, and where they stand in it."""
    places = ((n, place(rows)) for n, (_, rows) in enumerate(found))
    return next(((n, where) for n, where in places if where != NOWHERE), (-1, NOWHERE))


def _goes_on(rows: Sequence[Row], ask: int, give: int) -> bool:
    """Whether a later table goes on with the questions of the first, as one does that was cut by a page."""
    return is_headed(rows[0]) or (len(rows[0]) > max(ask, give) and asks(rows[0][ask]))


def _above(lines: Sequence[str]) -> tuple[list[str], list[str]]:
    """Of the lines above the table what the requester says of all the questions, and what the force of its decision."""
    odds = list(zip(lines, voices(lines), strict=True))
    own = [line for line, each in odds if each[ASKER] == max(each)]
    return own, [line for line, each in odds if each[FORCE] > each[ASKER] and line not in own]


def _turns(rows: Sequence[Row], ask: int, give: int) -> Turns:
    """Each row as a turn; a row that neither asks nor has an answer beside it is the force's, across the columns."""
    is_turn = [len(row) > max(ask, give) and bool(row[give] or asks(row[ask])) for row in rows]
    full = list(compress(rows, is_turn))
    asked = [_with_number(row, ask) for row in full]
    numbers = list(map(number_of, asked))
    counted = any(numbers)
    pairs = tuple((number, row[give]) for row, number in zip(full, numbers, strict=True) if number or not counted)
    if not (counted or all(map(is_question, asked))):
        asked = [f"- {text}" for text in asked]  # each cell is a question, whatever its form
    sides = zip(rows, is_turn, strict=True)
    cells = [(row[give], *row[max(ask, give) + 1 :]) if turn else row for row, turn in sides]
    return Turns(tuple(asked), tuple(cell for row in cells for cell in row if cell), pairs)


def _with_number(row: Row, ask: int) -> str:
    """The question of a row, after its number when a column before it holds one."""
    before = " ".join(row[:ask])
    label = _LABEL.fullmatch(before)
    return f"{label['n']}. {row[ask]}" if label and not is_question(before) else f"{before} {row[ask]}".strip()
