"""Small numbers that a force kept back: the marker it wrote in their place, and where."""

import re
from collections.abc import Sequence

from crawler.reading.tables import Rows, split_row

_MARKER = re.compile(
    r"(?:fewer|less) than (?:5|five|10|ten|3|three)\b|below (?:5|five)\b|[<≤]\s?(?:5|10|3)\b"
    r"|\bunder (?:5|five)\b",
    re.I,
)
_LEGEND = re.compile(
    r"^\*|\b(?:shown|given|displayed|represented|recorded|expressed|replaced|marked) (?:as|by|with)\b"
    r"|\bdenote[sd]?\b|\b(?:not (?:been )?(?:shown|given)|(?:have|has) been (?:suppressed|redacted|replaced"
    r"|withheld))\b",
    re.I,
)
_CELL = re.compile(r"\*{1,3}|x{1,3}|[<≤]\s?\d{1,2}|redacted|suppressed|s\.?40\(2\)(?: applies)?|-?\[?c\]?", re.I)


def suppressed(tables: Sequence[Rows], lines: Sequence[str]) -> tuple[dict[str, str], ...]:
    """Each as {"marker", "where"}: a cell by table, row and column (from 1), or the sentence."""
    found = []
    cells = {cell.strip() for rows in tables for row in rows for cell in row}
    for number, rows in enumerate(tables, 1):
        for down, row in enumerate(rows, 1):
            for across, cell in enumerate(row, 1):
                if _CELL.fullmatch(cell.strip()) or _MARKER.fullmatch(cell.strip()):
                    found.append({"marker": cell.strip(), "where": f"table {number}, row {down}, column {across}"})
    for line in lines:
        # A line that explains the marks of a table keeps back nothing itself.
        if len(split_row(line)) < 2 and line.strip() not in cells and not (found and _LEGEND.search(line)):
            found += [{"marker": hit.group(), "where": line} for hit in _MARKER.finditer(line)]
    return tuple(found)
