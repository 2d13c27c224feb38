"""Tables that decide question by question: the number of each in the first cell, and beside it what became of it."""

import re
from collections.abc import Iterator, Sequence

from crawler.reading.pages.tables import Rows
from crawler.reading.questions.question_refs import named

_NUMBER = re.compile(r"(?:q(?:uestions?)?\s?)?[(\[]?(?:(?P<digits>\d{1,2})|[a-h]\b|[ivx]{1,4}\b)", re.I)
_BRACKETS = re.compile(r"[()\[\]]")
_HEAD = re.compile(r"(?:your |the )?(?:questions?|q|parts?|points?|requests?)(?: ?(?:no\.?|numbers?))?", re.I)
# A list of cases may be headed so as well, and its rows be as many as the questions only by chance.
_WEAK_HEAD = re.compile(r"(?:no\.?|numbers?|items?|#)?", re.I)
# What a review is about: `First decision` beside `On review`.
_EARLIER = re.compile(r"(?:first|original|initial|earlier|previous|before)\b", re.I)
_ROWS = 60  # at most: nobody asks as many questions
_LETTER = re.compile(r"[^\W\d_]")


def decided(rows: Rows, known: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The questions of a table's rows, by their names, and the words that stand beside each; its numbers are data.

    Only where each row bears the number of a question: headed as such, or those of all questions in order. A list of
    cases counts its rows as well, a ranking its places.
    """
    head, below = ((), rows) if not rows or _names(rows[0][0], known) else (rows[0], rows[1:])
    title = head[0] if head else ""
    headed = bool(_HEAD.fullmatch(title))
    if len(below) > _ROWS or not (headed or _WEAK_HEAD.fullmatch(title)):
        return
    numbered = [(_names(row[0], known), row) for row in below]
    names = [name for some, _ in numbered for name in some]
    each = len(set(names)) == len(names) > 1 if headed else names == list(known) != []
    if not (each and all(some for some, _ in numbered)):
        return
    past = {at for at, cell in enumerate(head[:-1]) if _EARLIER.match(cell)}
    for some, row in numbered:
        for cell in (cell for at, cell in enumerate(row) if at and at not in past and _LETTER.search(cell)):
            yield from ((name, cell) for name in some)


def _names(cell: str, known: Sequence[str]) -> list[str]:
    number = _NUMBER.match(cell)
    if not number:
        return []
    words = cell.lower().removeprefix("questions ")
    return named("questions " + (_BRACKETS.sub("", words) if number["digits"] else words), known)
