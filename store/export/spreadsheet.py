"""CSV that a spreadsheet may open: nothing in it is run as a formula."""

import csv
from collections.abc import Iterable
from typing import Any, TextIO

from store.export.tabular import Tabular


class Sheet:
    """Writes one table as CSV (RFC 4180, but lines end in LF), its header first."""

    def __init__(self, table: Tabular, out: TextIO) -> None:
        self._table = table
        self._writer = csv.writer(out, lineterminator="\n")
        self._writer.writerow(column.name for column in table.columns)

    def write(self, row: dict[str, Any]) -> int:
        """Write what an exported object has for this table; gives how many rows that is."""
        lines = [[as_cell(line.get(column.name)) for column in self._table.columns] for line in self._table.rows(row)]
        self._writer.writerows(lines)
        return len(lines)


def to_csv(rows: Iterable[dict[str, Any]], table: Tabular, out: TextIO) -> int:
    """Write the table of these exported objects; gives how many objects there were."""
    sheet, count = Sheet(table, out), 0
    for row in rows:
        sheet.write(row)
        count += 1
    return count


def harmless(cell: str) -> str:
    """The cell, marked as text when a spreadsheet would run it as a formula (OWASP, CSV injection)."""
    # White space before the sign does not stop every spreadsheet.
    return f"'{cell}" if cell.startswith(("\t", "\r", "\n")) or cell.lstrip()[:1] in set("=+-@＝＋－＠") else cell


def as_cell(value: Any) -> Any:
    """What a value is in a CSV file: words that are no formula; a number, though it may begin with a minus."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return harmless(value) if isinstance(value, str) else value
