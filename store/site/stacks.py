"""Chooses what of a stacked table can be drawn: one column of figures, by the words of a row, a colour a force."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from store.dossiers.shape import Stacked
from store.dossiers.stacking import BESIDE
from store.site.drawing import Series

MOST_LABELS = 24
_HUES = tuple(f"h{number}" for number in range(8))
# A figure as a table has it; one that a force kept back, such as <5, is none.
_FIGURE = re.compile(r"[£$€]?\s*(-?\d[\d,]*(?:\.\d+)?)\s*%?")
_YEAR = re.compile(r"(19|20)\d\d")
_UNREAD = "Force not read"
_SAID = "As published in {replies} replies. A figure that is missing or kept back is not drawn."
_Values = dict[str, dict[str, float]]  # by force and label


@dataclass(frozen=True)
class Drawing:
    """What is drawn of a table, and as which kind of chart. `columns` are all columns that could be."""

    kind: str
    title: str
    description: str
    column: str
    columns: tuple[str, ...]
    labels: tuple[str, ...]
    series: tuple[Series, ...]


def stack(table: Stacked, column: str) -> Drawing | None:
    """The chart of a column, or of the first that holds figures; None where there is nothing that can be compared.

    Rows of one force and one label are added up, where no more than one disclosure says them; else the first counts.
    """
    places = range(len(BESIDE), len(table.columns))
    figures = [at for at in places if _mostly_figures([row[at] for row in table.rows])]
    by = next((at for at in places if at not in figures), None)
    if by is None or not figures:
        return None
    names = tuple(table.columns[at] for at in figures)
    chosen = figures[names.index(column)] if column in names else figures[0]
    values = _values(table.rows, by, chosen)
    if len(values) < 2:
        return None
    said, rows = table.columns[chosen], table.columns[by]
    described = (said, names, len(table.disclosures))
    return _compared(values, rows, *described) if len(values) <= len(_HUES) else _of_one(values, rows, *described)


def _compared(values: _Values, by: str, said: str, names: tuple[str, ...], replies: int) -> Drawing:
    """A colour a force."""
    labels = _labels(values)
    series = tuple(
        Series(force or _UNREAD, hue, tuple(values[force].get(label, 0.0) for label in labels))
        for force, hue in zip(values, _HUES, strict=False)
    )
    return Drawing("groups", f"{said} by {by}, by force", _SAID.format(replies=replies), said, names, labels, series)


def _of_one(values: _Values, by: str, said: str, names: tuple[str, ...], replies: int) -> Drawing:
    """More forces than colours: a bar a force, of the label that most forces have; of years, the last of these."""
    often = Counter(label for one in values.values() for label in one)
    label = max(often, key=lambda one: (often[one], one))
    told = {force or _UNREAD: one[label] for force, one in values.items() if label in one}
    series = (Series("", "h0", tuple(told.values())),)
    title = f"{said}, {by} {label}, by force"
    return Drawing("bars", title, _SAID.format(replies=replies), said, names, tuple(told), series)


def figure(cell: Any) -> float | None:
    """The number that a cell holds; None for words, and for what was kept back."""
    if isinstance(cell, int | float):
        return float(cell)
    found = _FIGURE.fullmatch(str(cell).strip())
    return float(found[1].replace(",", "")) if found else None


def _mostly_figures(cells: Sequence[Any]) -> bool:
    """Years are labels, though they are numbers."""
    said = [cell for cell in cells if str(cell).strip()]
    numbers = [cell for cell in said if figure(cell) is not None]
    years = [cell for cell in numbers if _YEAR.fullmatch(str(cell).strip())]
    return 2 * len(numbers) > len(said) and 2 * len(years) < len(numbers)


def _values(rows: Sequence[Sequence[Any]], by: int, chosen: int) -> _Values:
    """By force and label, the figure; of several disclosures of a force that say one, that which comes first."""
    found: dict[str, dict[str, float]] = defaultdict(dict)
    said_by: dict[tuple[str, str], Any] = {}
    for row in rows:
        force, disclosure, label, number = str(row[0]), row[1], str(row[by]).strip(), figure(row[chosen])
        if number is None or number < 0 or not label:
            continue
        if said_by.setdefault((force, label), disclosure) == disclosure:
            found[force][label] = found[force].get(label, 0.0) + number
    return dict(found)


def _labels(values: _Values) -> tuple[str, ...]:
    """Those of most forces, in their order; years in theirs."""
    often = Counter(label for one in values.values() for label in one)
    chosen = {label for label, _ in often.most_common(MOST_LABELS)}
    order = [label for label in often if label in chosen]
    return tuple(sorted(order) if all(re.match(r"(19|20)\d\d", label) for label in order) else order)
