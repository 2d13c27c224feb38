"""Questions and answers in the columns of a table."""

import re
from collections.abc import Sequence
from itertools import takewhile

from crawler.reading.letters.turn_marks import Turns, asks, number_of
from crawler.reading.pages.tables import split_row
from crawler.reading.questions.list_numbers import counts_on
from crawler.reading.questions.questions import is_question

_ASKS_HEAD = re.compile(
    r"(?:your |the )?(?:questions?|requests?|quer(?:y|ies)|information requested|(?:what )?you asked(?: for)?"
    r"|(?:what was |question )?asked)",
    re.I,
)
_GIVES_HEAD = re.compile(
    r"(?:our |the |force |police )*(?:answers?|responses?|repl(?:y|ies)|information (?:provided|disclosed|released)"
    r"|(?:what )?we (?:answered|replied|said)|answered|answer given)",
    re.I,
)
_WISHES = re.compile(r"(?:please|provide|how|what|which|copies|a (?:copy|list)|(?:the )?(?:total )?number of)\b", re.I)
_FEW = 8  # characters of a cell that is at most a number


def in_table(lines: Sequence[str], answer: int) -> Turns | None:
    """The columns headed as question and as answer, unless the questions stand above, and the table in the answer."""
    at, ask, give = columns(lines)
    if at < 0:
        return None
    rows = [row for later in lines[at:] if len(row := split_row(later)) > max(ask, give)]
    if not any(len(row[ask]) > _FEW for row in rows) and (0 <= answer < at or any(map(asks, lines[:at]))):
        return None
    if 0 <= answer < at and any(map(asks, lines[:answer])):
        return None
    rest = [later for later in lines[at:] if len(split_row(later)) <= max(ask, give)]
    asked = [_with_number(row, ask) for row in rows]
    pairs = tuple((number, row[give]) for row, text in zip(rows, asked, strict=True) if (number := number_of(text)))
    return Turns(tuple(asked), (*(row[give] for row in rows), *rest), pairs)


def columns(lines: Sequence[str]) -> tuple[int, int, int]:
    """The first row of questions and answers, and their columns: by the heads, or by questions in a column.

    -1 three times where no table holds both.
    """
    if not any("|" in line or "\t" in line for line in lines):
        return -1, -1, -1
    for at, line in enumerate(lines):
        cells = split_row(line)
        ask = next((n for n, cell in enumerate(cells) if _ASKS_HEAD.fullmatch(cell)), -1)
        give = next((n for n, cell in enumerate(cells) if _GIVES_HEAD.fullmatch(cell)), -1)
        if ask >= 0 and give >= 0:
            return at + 1, ask, give
    within = False  # of each table only the first row needs a look
    for at, line in enumerate(lines):
        is_row = len(split_row(line)) > 1
        if is_row and not within and (asking := _unheaded(lines[at:])) >= 0:
            return at, asking, asking + 1
        within = is_row
    return -1, -1, -1


def _unheaded(lines: Sequence[str]) -> int:
    """The column of questions of a table without heads, -1 for none: half of it asks at least, and nothing after it."""
    rows = list(takewhile(lambda row: len(row) > 1, map(split_row, lines)))
    if len(rows) < 2 or len({len(row) for row in rows}) > 1:
        return -1
    asks_in = [sum(is_question(row[n]) for row in rows) for n in range(len(rows[0]))]
    asking = next((n for n, many in enumerate(asks_in[:-1]) if many > 1 and 2 * many >= len(rows)), -1)
    if len(rows[0]) == 3 and counts_on([row[0].strip(" .)Qq").lower() for row in rows]):
        asking = 1 if any(is_question(row[1]) or _WISHES.match(row[1]) for row in rows) else asking
    return -1 if any(asks_in[asking + 1 :]) or any(not cell for row in rows for cell in row[asking:]) else asking


def _with_number(row: Sequence[str], ask: int) -> str:
    """The question of a row, after its number when a column before it holds one."""
    before = " ".join(row[:ask])
    return (
        f"{before.rstrip('.)')}. {row[ask]}"
        if re.fullmatch(r"\d{1,2}[a-z]?[.)]?", before)
        else f"{before} {row[ask]}".strip()
    )
