"""An answer that a spreadsheet opens, in which no cell is run as a formula."""

import csv
from collections.abc import Iterable, Sequence
from io import StringIO
from typing import Any

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
