"""Exporting for the command: what is chosen, checked by name, and written where it was asked for."""

import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any, TextIO

from foiwatch.config import Config
from foiwatch.known import full_name, refuse_unknown, sources, topics
from store.database import Store
from store.export import placing
from store.export.jsonl import to_jsonl
from store.export.package import to_package
from store.export.parquet import to_parquet
from store.export.rows import Chosen, export_rows
from store.export.spreadsheet import to_csv
from store.export.tabular import DISCLOSURES
from store.export.written import Written, note


def chosen(config: Config, *, source: str, force: str, topic: str, since: datetime | None) -> Chosen:
    """The choice that the options make; "" and None leave a thing open. Raises ConfigError for an unknown name."""
    if source:
        refuse_unknown(source, {*sources(), "added"}, "source")
    if topic:
        refuse_unknown(topic, topics(config.topics), "topic")
    return Chosen(source, full_name(force) if force else "", topic, since.date().isoformat() if since else "")


def export(store: Store, shape: str, to: Path | None, which: Chosen, moment: str) -> int:
    """Write the export to standard output, or to a place that is then remembered; gives how many disclosures.

    Raises StoreError where the place cannot be written or is something else, OSError for standard output.
    """
    if to is None:
        count = _stream(shape, export_rows(store, which), sys.stdout)
        sys.stdout.flush()
        return count
    place = to.absolute()
    count = write(store, shape, place, which, moment)
    note(store, Written(place, shape, which, moment))
    return count


def write(store: Store, shape: str, place: Path, which: Chosen, moment: str) -> int:
    """Write an export to a file or folder, whole or not at all; gives how many disclosures. Raises StoreError."""
    rows = export_rows(store, which)
    if shape == "datapackage":
        return placing.write_folder(place, lambda folder: to_package(store, rows, folder, moment))
    if shape == "parquet":
        return placing.write_file(place, lambda path: to_parquet(rows, path))
    return placing.write_file(place, lambda path: _to_text(shape, rows, path))


def _to_text(shape: str, rows: Iterator[dict[str, Any]], path: Path) -> int:
    with path.open("w", encoding="utf-8", newline="") as out:
        return _stream(shape, rows, out)


def _stream(shape: str, rows: Iterator[dict[str, Any]], out: TextIO) -> int:
    return to_jsonl(rows, out) if shape == "jsonl" else to_csv(rows, DISCLOSURES, out)
