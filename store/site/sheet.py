"""What a spreadsheet opens, the project's own tables and Datasette's: in it no cell is run as a formula."""

import csv
from collections.abc import Iterable, Sequence
from io import StringIO
from types import SimpleNamespace
from typing import Any

import datasette.views.base as datasette_views
from datasette import Response

from store.export.spreadsheet import as_cell


def sheet(name: str, rows: Iterable[Sequence[Any]]) -> Response:
    """The rows, the head among them, as a CSV file to be saved as `name`, which is of ASCII letters."""
    out = StringIO()
    csv.writer(out, lineterminator="\r\n").writerows(map(as_cell, row) for row in rows)
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    # Half a surrogate pair, as broken files have them, is in no encoding.
    body = out.getvalue().encode("utf-8", "replace").decode()
    return Response(body, headers=headers, content_type="text/csv; charset=utf-8")


def guard_datasette() -> None:
    """Let Datasette write its CSV of tables, rows, queries and streams with the same care.

    It hands every cell, of whatever type it is in the record, to `csv.writer` of this one module; in its answer there
    would be no telling a negative number from words.
    """
    datasette_views.csv = SimpleNamespace(writer=_Guarded)


class _Guarded:
    """A `csv.writer` in whose rows no cell is a formula; it gives what the file gives that it writes to."""

    def __init__(self, out: Any) -> None:
        self._writer = csv.writer(out)

    def writerow(self, row: Iterable[Any]) -> Any:
        return self._writer.writerow(map(as_cell, row))
