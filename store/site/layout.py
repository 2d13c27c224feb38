"""Sets kept words, which come a line at a time, as the Markdown of a letter: lists and tables stand apart."""

import re
from collections.abc import Iterator
from itertools import groupby

_ITEM = re.compile(r"\s*[-*+•·]\s")
_NUMBER = re.compile(r"\s*\d{1,9}[.)]\s")
_HEADING = re.compile(r"#{1,6}\s")
_ROW = re.compile(r"\s*\|.*\|\s*$")
_RULE = re.compile(r"\s*\|[\s:|-]*-[\s:|-]*\|\s*")
_BULLET = re.compile(r"^(\s*)[•·](?=\s)", re.M)
_BETWEEN = re.compile(r"(?<!\\)\|")
_KINDS = (("row", _ROW), ("number", _NUMBER), ("item", _ITEM), ("heading", _HEADING))


def set_out(text: str) -> str:
    """The same words as Markdown. Lines of one kind stay together, whatever the next kind is begins anew.

    Rows between pipes, and lines with tabs as a sheet's text has them, become tables; no cell is lost.
    """
    groups = groupby(_kinds(text.splitlines()), key=lambda line: line[0])
    return "\n\n".join(_block(kind, [line for _, line in group]) for kind, group in groups)


def _kinds(lines: list[str]) -> Iterator[tuple[str, str]]:
    before = ""
    for line in lines:
        kind = _kind(line)
        # An indented line below an item of a list belongs to the item.
        if kind == "plain" and before in ("item", "number") and line.startswith("  "):
            kind = before
        yield kind, line
        before = kind


def _kind(line: str) -> str:
    if not line.strip():
        return "blank"
    if "\t" in line.strip():
        return "tabbed"
    return next((kind for kind, form in _KINDS if form.match(line)), "plain")


def _block(kind: str, lines: list[str]) -> str:
    if kind == "row":
        return _table([_cells(line) for line in lines if not _RULE.fullmatch(line)]) or "\n".join(lines)
    if kind == "tabbed" and len(lines) > 1:
        return _table([[cell.replace("|", r"\|") for cell in line.split("\t")] for line in lines])
    return _BULLET.sub(r"\1-", "\n".join(lines))


def _cells(line: str) -> list[str]:
    return _BETWEEN.split(line.strip()[1:-1])


def _table(rows: list[list[str]]) -> str:
    # A table is as wide as its widest row: Markdown drops the cells for which the first row has no column.
    width = max(map(len, rows), default=0)
    if width < 2:
        return ""
    full = [row + [""] * (width - len(row)) for row in rows]
    return "\n".join(f"| {' | '.join(row)} |" for row in [full[0], ["---"] * width, *full[1:]])
