"""Which question a masked cell of a table is about, by the words that they share.

A cell belongs to the question whose words its row and column bear: `<5` under `Dismissed` to the question how
many were dismissed.
"""

import re
from collections.abc import Mapping, Sequence

from crawler.reading.facts.suppressed import suppressed
from crawler.reading.outcome.stems import stems_of
from crawler.reading.pages.tables import Rows

_PLACE = re.compile(r"row (?P<row>\d+), column (?P<column>\d+)")


def masked(rows: Rows, asked: Mapping[str, str]) -> set[str]:
    """The questions, by number, whose figures in the table are masked; none when no figure is.

    Of several questions those with most words of the masked cell's row and column; when no words tell, those that no
    other column speaks of; else all.
    """
    marks = [_PLACE.search(one["where"]) for one in suppressed([rows], ())]
    cells = [(int(mark["row"]) - 1, int(mark["column"]) - 1) for mark in marks if mark]
    if not cells or len(asked) < 2:
        return set(asked) if cells else set()
    stems = {number: stems_of(text) for number, text in asked.items()}
    found: set[str] = set()
    for row, column in cells:
        found |= _nearest(stems_of(" ".join(_labels(rows, row, column))), stems) - _elsewhere(rows, row, column, stems)
    return found or _by_place(rows, cells, list(asked)) or _unheaded(rows, stems) or set(asked)


def _elsewhere(rows: Rows, row: int, column: int, stems: Mapping[str, frozenset[str]]) -> set[str]:
    """The questions of which another column says more, and this one no more: a heading over both is of neither."""
    labels = [stems_of(" ".join(_labels(rows, row, at)[1:])) for at in range(1, len(rows[row]))]
    own = labels[column - 1] if column else frozenset[str]()
    return {
        number
        for number, words in stems.items()
        if any(words & (one - own) and not words & (own - one) for one in labels)
    }


def _by_place(rows: Rows, cells: Sequence[tuple[int, int]], asked: Sequence[str]) -> set[str]:
    """The questions whose columns hold the cells where there is one kind of column for each, in their order."""
    for head in rows[: min(cells)[0]][::-1]:
        kinds = list(dict.fromkeys(cell for cell in head[1:] if cell))
        if len(kinds) == len(asked) and not any(map(str.isdigit, "".join(kinds))):
            return {asked[kinds.index(head[at])] for _, at in cells if at < len(head) and head[at] in kinds}
    return set()


def _unheaded(rows: Rows, stems: Mapping[str, frozenset[str]]) -> set[str]:
    """The questions whose words no column bears: what no words tell is theirs, as how each case ended is by columns."""
    return set(stems).difference(*(_nearest(stems_of(cell), stems) for cell in rows[0][1:]))


def _nearest(labels: frozenset[str], stems: Mapping[str, frozenset[str]]) -> set[str]:
    scores = {number: len(labels & words) for number, words in stems.items()}
    best = max(scores.values())
    return {number for number, score in scores.items() if score == best} if best else set()


def _labels(rows: Rows, row: int, column: int) -> Sequence[str]:
    heads = [_over(head, column) for head in rows[:row] if column < len(head)]
    return [*rows[row][:column], *[head for head in heads if not any(map(str.isdigit, head))][:2]]


def _over(head: Sequence[str], column: int) -> str:
    """The heading above a column: one that spans several stands in the first of them."""
    return next(filter(None, head[column:0:-1]), head[column])
