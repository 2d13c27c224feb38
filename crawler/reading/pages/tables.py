"""Tables as rows of cells: those of the markup, and those that a letter writes with tabs or bars."""

import re
from collections.abc import Sequence
from functools import lru_cache

from lxml import html

Rows = tuple[tuple[str, ...], ...]

_RULE = re.compile(r"\|?[\s:|-]*-{3,}[\s:|-]*")
_GAP = re.compile(r"(?<=[^\s.?!:]) {2,}(?=\S)")
FIGURE = re.compile(r"[<≤£]?\s?\d[\d,.]*%?|\*{1,3}|x{1,3}|nil|none|n/a", re.I)
_DAY = re.compile(r"\d\d?[./]\d\d?[./](?:\d\d){1,2}")
_MAX_SPAN = 50
_MAX_ROWS = 1000


def data_rows(table: html.HtmlElement, *, spread: bool = True) -> Rows:
    """The rows of a table that holds data; none for one that lays out the page (nested, one column, a letterhead).

    A cell that spans several rows or columns stands in each of them; with `spread` off in the first alone, and the
    others are empty, as on the page.
    """
    if table.find(".//table") is not None or table.find(".//h1") is not None:
        return ()
    rows = [row for row in _grid(table, spread) if any(row)]
    if len(rows) == 1 and _lays_out(table, rows[0]):
        return ()
    return tuple(rows) if rows and max(map(len, rows)) > 1 else ()


def _lays_out(table: html.HtmlElement, cells: Sequence[str]) -> bool:
    """Whether a table of one row sets blocks of lines side by side, as an address and the date of a letter."""
    if next(table.iter("br"), None) is None or next(table.iter("th"), None) is not None:
        return False
    return not any("?" in cell or _is_figures(cell) for cell in cells)


def _is_figures(cell: str) -> bool:
    """Whether a cell holds figures one below the other and nothing else; a date is none."""
    return bool(cell) and all(FIGURE.fullmatch(word) and not _DAY.fullmatch(word) for word in cell.split())


def text_tables(lines: Sequence[str]) -> list[Rows]:
    """The tables written as text: two or more lines in a row with tabs or with bars, of two cells or more."""
    found: list[Rows] = []
    rows: list[tuple[str, ...]] = []
    for line in [*lines, ""]:
        if len(cells := split_row(line)) > 1:
            rows.append(cells)
        elif not _RULE.fullmatch(line.strip() or "x"):
            found += [tuple(rows)] if len(rows) > 1 else []
            rows = []
    return found


def aligned(lines: Sequence[str]) -> list[str]:
    """The lines of a text with its tables, whose columns are set apart by spaces, set apart by tabs instead.

    Such a table is two lines or more, one below the other, of the same number of cells, with figures below the first.
    """
    found: list[str] = []
    rows: list[tuple[str, list[str]]] = []
    for line in [*lines, ""]:
        cells = _GAP.split(line.strip()) if _GAP.search(line.strip()) and "\t" not in line else []
        if rows and len(cells) != len(rows[0][1]):
            found += _set_with_tabs(rows)
            rows = []
        if len(cells) > 1:
            rows.append((line, cells))
        else:
            found.append(line)
    return found[:-1]


def _set_with_tabs(rows: Sequence[tuple[str, list[str]]]) -> list[str]:
    figures = any(FIGURE.fullmatch(cell) for _, cells in rows[1:] for cell in cells[1:])
    return ["\t".join(cells) if figures else line for line, cells in rows]


@lru_cache(maxsize=256)  # each line is asked about by several readers
def split_row(line: str) -> tuple[str, ...]:
    """The cells of a line of a table; one or none for any other line."""
    if "\t" not in line and "|" not in line:
        return ()
    text = line.strip(" ")
    if "\t" in text:
        return tuple([cell.strip() for cell in text.split("\t")])
    if text.startswith("|") and text.endswith("|") and not _RULE.fullmatch(text):
        return tuple([cell.strip() for cell in text.strip("|").split(" |")])
    return ()


def without_caption(lines: Sequence[str]) -> list[str]:
    """The lines above a table without the last when that is its caption: words that end no sentence."""
    return list(lines[:-1] if lines and lines[-1][-1:] not in (".", "?", "!") else lines)


def _grid(table: html.HtmlElement, spread: bool) -> list[tuple[str, ...]]:
    """The cells row by row, spans counted as HTML does (WHATWG HTML 4.9.12)."""
    grid: list[tuple[str, ...]] = []
    hanging: dict[int, tuple[str, int]] = {}  # by column: what comes down into it from above, and for how many rows
    for tr in table.iter("tr"):
        row: list[str] = []
        below: dict[int, tuple[str, int]] = {}
        for cell in tr.iterchildren("td", "th"):
            _let_down(row, hanging)
            text = " ".join(" ".join(cell.itertext()).split())
            for shown in [text, *[text if spread else ""] * (_span(cell, "colspan", _MAX_SPAN) - 1)]:
                below[len(row)] = (shown if spread else "", _span(cell, "rowspan", _MAX_ROWS) - 1)
                row.append(shown)
        _let_down(row, hanging)
        left = {at: (text, rows - 1) for at, (text, rows) in hanging.items()} | below
        hanging = {at: (text, rows) for at, (text, rows) in left.items() if rows}
        grid.append(tuple(row))
    return grid


def _let_down(row: list[str], hanging: dict[int, tuple[str, int]]) -> None:
    while len(row) in hanging:
        row.append(hanging[len(row)][0])


def _span(cell: html.HtmlElement, name: str, most: int) -> int:
    said = cell.get(name, "1").strip()
    return min(max(int(said), 1), most) if said.isdecimal() and len(said) < 5 else 1
