"""A data package (Frictionless, profile tabular-data-package): the record as CSV files and what describes them."""

import json
from collections.abc import Iterable
from contextlib import ExitStack
from hashlib import file_digest
from pathlib import Path
from typing import Any

from store.database import Store
from store.export.spreadsheet import Sheet
from store.export.tabular import TABLES, Column, Tabular

DESCRIPTION = "datapackage.json"
_ABOUT = (
    "What UK police forces have published in their freedom-of-information disclosure logs, as foiwatch read it. "
    "Fields are read by rules from web pages and letters: look at the page at `url` before you rely on one. "
    "Most documents are Crown or police copyright, many under the Open Government Licence: the publishing site says. "
    "A text that begins with = + - @ has an apostrophe before it, so that a spreadsheet does not run it."
)
_PATTERNS = {name: {"pattern": r"\d{4}(-\d{2}(-\d{2})?)?"} for name in ("received", "responded", "published")}


def to_package(store: Store, rows: Iterable[dict[str, Any]], folder: Path, created: str) -> int:
    """Write the package into `folder`, which is there and empty; gives how many disclosures. `created` is ISO 8601."""
    counts = dict.fromkeys((table.name for table in TABLES), 0)
    with ExitStack() as files:
        sheets = {table.name: Sheet(table, files.enter_context(_opened(folder, table))) for table in TABLES}
        for row in rows:
            for name, sheet in sheets.items():
                counts[name] += sheet.write(row)
    description = _description(store, folder, created, counts)
    (folder / DESCRIPTION).write_text(json.dumps(description, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    return counts["disclosures"]


def _opened(folder: Path, table: Tabular) -> Any:
    return (folder / f"{table.name}.csv").open("w", encoding="utf-8", newline="")


def _description(store: Store, folder: Path, created: str, counts: dict[str, int]) -> dict[str, Any]:
    sites = store.db.conn.execute("SELECT full_name, listing, site FROM sources ORDER BY name").fetchall()
    return {
        "profile": "tabular-data-package",
        "name": "foiwatch",
        "title": "Freedom-of-information disclosures of UK police forces",
        "description": _ABOUT,
        "created": created,
        "sources": [{"title": name, "path": listing or site} for name, listing, site in sites],
        "resources": [_resource(folder, table, counts[table.name]) for table in TABLES],
    }


def _resource(folder: Path, table: Tabular, count: int) -> dict[str, Any]:
    path = folder / f"{table.name}.csv"
    with path.open("rb") as file:
        digest = file_digest(file, "sha256").hexdigest()
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "title": table.title,
        "path": path.name,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "lineTerminator": "\n", "quoteChar": '"', "doubleQuote": True},
        "bytes": path.stat().st_size,
        "hash": f"sha256:{digest}",
        "rowcount": count,
        "schema": _schema(table),
    }


def _schema(table: Tabular) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "fields": [_field(column, required=n < table.keys) for n, column in enumerate(table.columns)],
        "missingValues": [""],
        "primaryKey": [column.name for column in table.columns[: table.keys]],
    }
    if table.columns[0].name == "disclosure":
        reference = {"resource": "disclosures", "fields": "id"}
        schema["foreignKeys"] = [{"fields": "disclosure", "reference": reference}]
    return schema


def _field(column: Column, *, required: bool) -> dict[str, Any]:
    limits = _PATTERNS.get(column.name, {}) | ({"required": True} if required else {})
    field = {"name": column.name, "type": column.kind, "description": column.description}
    return field | ({"constraints": limits} if limits else {})
