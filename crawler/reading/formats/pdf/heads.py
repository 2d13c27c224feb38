"""Which column of a table without lines the words of a row stand in, and which columns a heading stands over."""

from collections.abc import Sequence

from crawler.reading.formats.pdf.lines import Stretch

Column = tuple[float, float]  # what its cells cover from left to right
Cells = Sequence[Stretch]


def columns_of(rows: Sequence[Cells]) -> list[Column]:
    """What the cells cover from left to right, parted where no row has a letter."""
    columns: list[Column] = []
    for cell in sorted((cell for row in rows for cell in row), key=lambda cell: cell.x0):
        if columns and cell.x0 <= columns[-1][1]:
            columns[-1] = columns[-1][0], max(columns[-1][1], cell.x1)
        else:
            columns.append((cell.x0, cell.x1))
    return columns


def as_headed(columns: list[Column], rows: Sequence[Cells], head: Cells) -> list[Column]:
    """The columns, those put together that share one heading: `*` stands left where the figures stand right.

    Only where no row fills both, and where there are as many then as headings.
    """
    if not head:
        return columns
    groups, texts = [[0]], [by_column(row, columns) or () for row in rows]
    for at in range(1, len(columns)):
        shared = any(row[at] and any(row[other] for other in groups[-1]) for row in texts if row)
        groups.append([at]) if shared else groups[-1].append(at)
    if len(groups) != len(head) + _first(head, columns):
        return columns
    return [(columns[group[0]][0], columns[group[-1]][1]) for group in groups]


def over_columns(cells: Cells, columns: Sequence[Column]) -> tuple[str, ...] | None:
    """The headings by column; None when one is over none, and they do not fit the columns in their order either."""
    return by_column(cells, columns) or _one_each(cells, columns) or _some_each(cells, columns)


def _one_each(cells: Cells, columns: Sequence[Column]) -> tuple[str, ...] | None:
    """As many headings as columns: words begin on the left of a column whose figures end on its right."""
    first = _first(cells, columns)
    fits = all(set(_over(cell, columns)) <= {at} for at, cell in enumerate(cells, first))
    return ("",) * first + tuple(cell.text for cell in cells) if fits and len(cells) + first == len(columns) else None


def _some_each(cells: Cells, columns: Sequence[Column]) -> tuple[str, ...] | None:
    """Each heading over as many columns as the next, such as a year over men and women: it stands between them."""
    each, rest = divmod(len(columns) - 1, len(cells))
    lasts = range(each, len(columns), max(each, 1))
    if (
        rest
        or each < 2
        or not all(
            columns[last - each + 1][0] <= (cell.x0 + cell.x1) / 2 <= columns[last][1]
            for cell, last in zip(cells, lasts, strict=True)
        )
    ):
        return None
    return ("", *(cell.text for cell in cells for _ in range(each)))


def _first(cells: Cells, columns: Sequence[Column]) -> int:
    """The column that the first heading may stand over: names of rows often have none."""
    return int(cells[0].x0 > columns[0][1])


def by_column(cells: Cells, columns: Sequence[Column]) -> tuple[str, ...] | None:
    """The cells by column, one that stands over several in each; None when one is over none."""
    row: list[list[str]] = [[] for _ in columns]
    for cell in (part for whole in cells for part in _headings(whole, columns)):
        over = _over(cell, columns)
        if not over:
            return None
        for at in over:
            row[at].append(cell.text)
    return tuple(" ".join(texts) for texts in row)


def _headings(cell: Stretch, columns: Sequence[Column]) -> list[Stretch]:
    """The single words when each stands over a column of its own: headings of narrow columns all but touch."""
    parts = [Stretch((word,)) for word in cell.words]
    places = [_over(part, columns) for part in parts]
    alone = all(len(place) == 1 for place in places) and len({place[0] for place in places}) == len(parts)
    return parts if alone else [cell]


def _over(cell: Stretch, columns: Sequence[Column]) -> list[int]:
    return [at for at, (left, right) in enumerate(columns) if cell.x0 <= right and cell.x1 >= left]
