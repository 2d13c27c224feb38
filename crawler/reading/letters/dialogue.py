"""Tables that set questions in one column beside their answers in another: where these columns are."""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import takewhile

from crawler.reading.letters.turn_marks import number_of
from crawler.reading.pages.tables import Rows, split_row
from crawler.reading.questions.questions import is_question

Row = tuple[str, ...]
Place = tuple[int, int, int]  # the first row below the heads, the column that asks, the one that answers

NOWHERE: Place = (-1, -1, -1)
_ASKS_HEAD = re.compile(
    r"(?:(?:your|the|our|original|full|foi|individual) )*"
    r"(?:questions?|requests?|quer(?:y|ies)|enquir(?:y|ies)|cwestiwn|cais|q)"
    r"(?: (?:asked|received|made|raised|posed|submitted|for information|as (?:asked|received|submitted)))?"
    r"|(?:the )?information (?:that )?(?:you )?(?:have )?(?:requested|sought|wanted|asked for)"
    r"|(?:what |question |was |were |have |we |you(?:'ve|’ve)? |the applicant )*"
    r"(?:asked|requested|wanted)(?: us)?(?: for| to know)?"
    r"|(?:details|wording|text|words) of (?:your |the )?(?:questions?|request)",
    re.I,
)
_GIVES_HEAD = re.compile(
    r"(?:[\w&'’-]+ ){0,5}(?:answers?|responses?|repl(?:y|ies)|findings)"
    r"(?: (?:given|provided|to you|(?:from|by|of) (?:\w+ ){0,4}\w+))?"
    r"|(?:the )?information (?:provided|disclosed|released|supplied|given)"
    r"|(?:what )?(?:we|the (?:force|constabulary|police)) (?:have )?(?:answered|replied|said|say|found|holds?)"
    r"|answered|replied|answer given|disclosure|ateb|ymateb|a",
    re.I,
)
_FEW = 4  # words of a head that nobody knows
_LONGEST = 80  # characters of a head


def tables(lines: Sequence[str]) -> list[tuple[int, list[Row]]]:
    """The tables among the lines, each by its first line and its rows."""
    found: list[tuple[int, list[Row]]] = []
    within = False
    for at, line in enumerate(lines):
        cells = split_row(line)
        if len(cells) > 1 and not within:
            found.append((at, []))
        within = len(cells) > 1
        if within:
            found[-1][1].append(cells)
    return found


def place(rows: Sequence[Row]) -> Place:
    """Where questions and answers stand in a table: by its heads, or by questions in a column; NOWHERE if not both."""
    for at, row in enumerate(rows):
        ask, give = heads(row)
        if ask >= 0 and give >= 0 and any(_is_worded(row[ask]) for row in rows[at + 1 :] if len(row) > ask):
            return at + 1, ask, give
    asks = any("?" in cell for row in rows for cell in row)
    for first in (0, 1) if asks else ():
        if (ask := _unheaded(rows[first:])) >= 0:
            first = first or _is_head([row[ask] for row in rows])
            return first, ask, ask + 1
    return NOWHERE


def is_dialogue(rows: Rows) -> bool:
    """Whether the table sets questions in one column beside their answers, and holds no data of its own."""
    asks = [any(map(is_question, row[:-1])) for row in rows]
    return place(rows) != NOWHERE or (len(rows) > 1 and sum(asks) * 3 >= 2 * (len(rows) - (not asks[0])))


def is_headed(row: Row) -> bool:
    """Whether a row holds nothing but the heads of questions and of answers."""
    return len(row) > 1 and min(heads(row)) >= 0


@lru_cache(maxsize=256)  # the same rows are read in the letter and in its tables
def heads(row: Row) -> tuple[int, int]:
    """The columns headed as question and as answer: of `Q | Question | Answer` that next to the answer; -1 for none.

    Where no column is headed as answer, none is as question.
    """
    give = next((n for n, cell in enumerate(row) if _is(_GIVES_HEAD, cell)), -1)
    # Most rows head no answer, and what else they head is not asked for.
    asks = [n for n, cell in enumerate(row) if _is(_ASKS_HEAD, cell)] if give >= 0 else []
    return max((n for n in asks if n < give), default=asks[0] if asks else -1), give


def _is(head: re.Pattern[str], cell: str) -> bool:
    return len(cell) <= _LONGEST and bool(head.fullmatch(cell.rstrip(" :")))


def _is_worded(cell: str) -> bool:
    return is_question(cell) or len(cell.split()) > 2


def _is_head(column: Sequence[str]) -> bool:
    """Whether the first cell of a column of questions is its head, in words that are not known."""
    asks = [is_question(cell) or bool(number_of(cell)) for cell in column]
    return len(column[0].split()) <= _FEW and not asks[0] and all(asks[1:])


def _unheaded(rows: Sequence[Row]) -> int:
    """The column of questions of a table without heads, -1 for none: half of it asks at least, and nothing after it."""
    rows = list(takewhile(lambda row: len(row) > 1, rows))
    if len(rows) < 2 or len({len(row) for row in rows}) > 1:
        return -1
    asks_in = [sum(is_question(row[n]) for row in rows) for n in range(len(rows[0]))]
    asking = next((n for n, many in enumerate(asks_in[:-1]) if many > 1 and 2 * many >= len(rows)), -1)
    return -1 if any(asks_in[asking + 1 :]) or any(not cell for row in rows for cell in row[asking:]) else asking
