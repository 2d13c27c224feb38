"""Tables as rows of cells: those of the markup, and those that a letter writes with tabs or bars."""

import re
from collections.abc import Sequence

from lxml import html

Rows = tuple[tuple[str, ...], ...]

_RULE = re.compile(r"\|?[\s:|-]*-{3,}[\s:|-]*")
_LABEL = re.compile(
    r"(?:(?:our |your |foi |request |publication |enquiry |case )*(?:ref(?:erence)?|number|no)\b.{0,12}|subject|title"
    r"|category|period|(?:request )?type|status|department|directorate|keywords?|date\b.{0,24}|.{0,16}\bdate"
    r"|(?:the )?(?:request|response|outcome|decision|exemptions?|summary))\s*:?",
    re.I,
)
_MAX_SPAN = 50


def data_rows(table: html.HtmlElement) -> Rows:
    """The rows of a table that holds data; none for one that lays out the page (nested, or one column)."""
    if table.find(".//table") is not None or table.find(".//h1") is not None:
        return ()
    rows = [row for tr in table.iter("tr") if any(row := _cells(tr))]
    return tuple(rows) if rows and max(map(len, rows)) > 1 else ()


def is_form(rows: Rows) -> bool:
    """Whether the table is the head of a reply, a label and a value a row, and holds no data."""
    labels = [row[0] for row in rows if any(row)]
    return max(map(len, rows)) == 2 and sum(bool(_LABEL.fullmatch(label)) for label in labels) * 2 > len(labels)


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
