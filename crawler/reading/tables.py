"""Tables as rows of cells: those of the markup, and those that a letter writes with tabs or bars."""

import re
from collections.abc import Sequence

from lxml import html

Rows = tuple[tuple[str, ...], ...]

_RULE = re.compile(r"\|?[\s:|-]*-{3,}[\s:|-]*")
_MAX_SPAN = 50


def data_rows(table: html.HtmlElement) -> Rows:
    """The rows of a table that holds data; none for one that lays out the page (nested, or one column)."""
    if table.find(".//table") is not None or table.find(".//h1") is not None:
        return ()
    rows = [row for tr in table.iter("tr") if any(row := _cells(tr))]
    return tuple(rows) if rows and max(map(len, rows)) > 1 else ()


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


def split_row(line: str) -> tuple[str, ...]:
    """The cells of a line of a table; one or none for any other line."""
    text = line.strip(" ")
    if "\t" in text:
        return tuple(cell.strip() for cell in text.split("\t"))
    if text.startswith("|") and text.endswith("|") and not _RULE.fullmatch(text):
        return tuple(cell.strip() for cell in text.strip("|").split(" |"))
    return ()


def _cells(tr: html.HtmlElement) -> tuple[str, ...]:
    cells: list[str] = []
    for cell in tr:
        if cell.tag in ("td", "th"):
            cells.append(" ".join(" ".join(cell.itertext()).split()))
            span = cell.get("colspan", "1")
            cells += [""] * (min(int(span), _MAX_SPAN) - 1 if span.isdecimal() and len(span) < 4 else 0)
    return tuple(cells)
