"""Plain text and delimited text (CSV, TSV): its rows as tab-separated lines, and as one table."""

import csv
import re
from collections import Counter
from collections.abc import Iterator
from io import StringIO
from itertools import islice
from typing import Literal

from crawler.reading.formats.decode import decode, utf_16
from crawler.reading.formats.filetext import Contents, Limits, Part, first
from crawler.reading.formats.workbook.blocks import one_table
from crawler.reading.formats.workbook.cell_values import folded
from crawler.reading.formats.workbook.cells import named
from crawler.reading.formats.workbook.grid import Grid, held

__all__ = ["decode", "read_rows", "read_text", "utf_16"]

DELIMITERS = ",;\t|"
WIDEST = 1 << 14  # cells of a row, as in any workbook
TRIED = 60  # rows on which delimiters are tried
HEAD = 1 << 16  # characters of them
TOLD = re.compile(r"sep=(.)\r?\n", re.I)  # a first line by which Excel is told the delimiter, and does not show
AS_TEXT = re.compile(r'="([^"]*)"')  # ="00123": how exports keep Excel from taking a text for a number


def read_text(data: bytes, limits: Limits) -> Contents:
    """One part: the text with \\n for every line end."""
    text = decode(data).replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
    return Contents((Part("", text.strip()),))


def read_rows(data: bytes, kind: str, limits: Limits) -> Contents:
    """One part and one table: the rows of a CSV or TSV; the bare text when it is not well formed."""
    text = decode(data).replace("\0", "")
    told = TOLD.match(text)
    delimiter = told.group(1) if told else _delimiter(text, kind)
    notes: list[str] = []
    try:
        rows = _rows(text[told.end() if told else 0 :], delimiter, limits, notes)
    except (csv.Error, TypeError) as error:
        return Contents(read_text(data, limits).parts, (f"not well formed, kept as plain text: {error}",))
    lines = ["\t".join(row).rstrip("\t") for row in rows]
    top = next((number for number, line in enumerate(lines) if line), 0)
    part = Part("", "\n".join(lines[top:]).rstrip("\n"), named(top, 0))
    grid = Grid(rows, masks := [held(row) for row in rows], full=masks)
    area = one_table(grid)
    return Contents((part,), tuple(notes), (grid.table(area, ""),) if area else ())


def _rows(text: str, delimiter: str, limits: Limits, notes: list[str]) -> list[list[str]]:
    rows = list(first(_parsed(text, delimiter, csv.QUOTE_MINIMAL), limits.rows, "rows", notes))
    if rows and any("\n" in cell for cell in rows[-1]) and text.count('"') % 2:
        # A quote that is never closed swallows the rest: then quotes are no more than letters.
        notes.clear()
        rows = list(first(_parsed(text, delimiter, csv.QUOTE_NONE), limits.rows, "rows", notes))
    if any(len(row) > WIDEST for row in rows):
        notes.append(f"columns after {WIDEST:,} not read")
    return [[_shown(cell) for cell in row[:WIDEST]] for row in rows]


def _shown(cell: str) -> str:
    as_text = AS_TEXT.fullmatch(cell)
    return folded(as_text[1] if as_text else cell)


def _parsed(text: str, delimiter: str, quoting: Literal[0, 3]) -> Iterator[list[str]]:
    return csv.reader(StringIO(text, newline=""), delimiter=delimiter, quoting=quoting)


def _delimiter(text: str, kind: str) -> str:
    """The mark that cuts most rows into the same number of cells, more than one; of equals, into more cells."""
    scores = {mark: _evenness(text[:HEAD], mark) for mark in DELIMITERS}
    return "\t" if kind == "tsv" else max(scores, key=lambda mark: scores[mark])


def _evenness(head: str, delimiter: str) -> tuple[float, int]:
    try:
        rows = [len(row) for row in islice(_parsed(head, delimiter, csv.QUOTE_MINIMAL), TRIED) if row]
    except csv.Error:
        return 0.0, 0
    wide = Counter(cells for cells in rows if cells > 1).most_common(1)
    return (wide[0][1] / len(rows), wide[0][0]) if wide else (0.0, 0)
