"""Questions and answers in the columns of a table."""

import re
from collections.abc import Sequence

from crawler.reading.letters.turn_marks import Turns, asks, number_of
from crawler.reading.pages.tables import split_row

_ASKS_HEAD = re.compile(r"(?:your )?(?:questions?|requests?|information requested|you asked)", re.I)
_GIVES_HEAD = re.compile(r"(?:our )?(?:answers?|responses?|repl(?:y|ies)|information (?:provided|disclosed))", re.I)


def in_table(lines: Sequence[str], answer: int) -> Turns | None:
    """The columns headed as question and as answer, unless the questions stand above, and the table in the answer."""
    for at, line in enumerate(lines):
        cells = split_row(line)
        ask = next((n for n, cell in enumerate(cells) if _ASKS_HEAD.fullmatch(cell)), -1)
        give = next((n for n, cell in enumerate(cells) if _GIVES_HEAD.fullmatch(cell)), -1)
        if ask < 0 or give < 0:
            continue
        rows = [row for later in lines[at + 1 :] if len(row := split_row(later)) > max(ask, give)]
        if 0 <= answer < at and (any(map(asks, lines[:answer])) or not any(len(row[ask]) > 8 for row in rows)):
            return None
        rest = [later for later in lines[at + 1 :] if len(split_row(later)) <= max(ask, give)]
        asked = [_with_number(row, ask) for row in rows]
        pairs = tuple((number, row[give]) for row, text in zip(rows, asked, strict=True) if (number := number_of(text)))
        return Turns(tuple(asked), (*(row[give] for row in rows), *rest), pairs)
    return None


def _with_number(row: Sequence[str], ask: int) -> str:
    """The question of a row, after its number when a column before it holds one."""
    before = " ".join(row[:ask])
    return (
        f"{before.rstrip('.)')}. {row[ask]}"
        if re.fullmatch(r"\d{1,2}[a-z]?[.)]?", before)
        else f"{before} {row[ask]}".strip()
    )
