"""Parquet, for pandas, Polars, DuckDB and R: one row a disclosure, lists as lists, every column with its meaning."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from store.errors import StoreError
from store.export.tabular import TABLES, Column

if TYPE_CHECKING:
    import pyarrow as pa

_AT_ONCE = 200  # disclosures: a file's text can be long, and a group of rows is held in memory
_NAMED = {table.name: table for table in TABLES}
_LISTS = ("questions", "citations", "attachments", "versions", "topics")
_STRINGS = ("forces", "alt_refs", "exemptions")


def to_parquet(rows: Iterable[dict[str, Any]], path: Path) -> int:
    """Write the exported objects to a file; gives how many. Raises StoreError where pyarrow is not installed."""
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError as error:
        raise StoreError("Parquet needs pyarrow, which is not installed: pip install 'foiwatch[parquet]'") from error
    schema, count = _schema(pa), 0
    with pq.ParquetWriter(path, schema, compression="zstd") as writer:
        for some in _in_groups(rows):
            writer.write_table(pa.Table.from_pylist(some, schema=schema))
            count += len(some)
    return count


def _in_groups(rows: Iterable[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    values = (_value(row) for row in rows)
    while some := list(islice(values, _AT_ONCE)):
        yield some


def _value(row: dict[str, Any]) -> dict[str, Any]:
    nested = {name: [_typed(name, line) for line in _NAMED[name].rows(row)] for name in _LISTS}
    (flat,) = _NAMED["disclosures"].rows(row)
    tables = [{"where": table["where"], "rows": _texts(table["rows"])} for table in row["tables"]]
    plain = {column.name: _moment(column, flat.get(column.name)) for column in _NAMED["disclosures"].columns}
    return plain | {name: row[name] for name in _STRINGS} | nested | {"tables": tables}


def _typed(name: str, line: dict[str, Any]) -> dict[str, Any]:
    return {column.name: _moment(column, line.get(column.name)) for column in _NAMED[name].columns[1:]}


def _moment(column: Column, value: Any) -> Any:
    return datetime.fromisoformat(value) if column.kind == "datetime" and value else value


def _texts(rows: Iterable[Iterable[Any]]) -> list[list[str]]:
    return [["" if cell is None else str(cell) for cell in cells] for cells in rows]


def _schema(pa: "pa") -> "pa.Schema":
    text = pa.string()
    nested = {name: pa.list_(pa.struct([_field(pa, column) for column in _NAMED[name].columns[1:]])) for name in _LISTS}
    nested["tables"] = pa.list_(pa.struct([("where", text), ("rows", pa.list_(pa.list_(text)))]))
    kinds = dict.fromkeys(_STRINGS, pa.list_(text)) | nested
    columns = [_field(pa, column, kinds.get(column.name)) for column in _NAMED["disclosures"].columns]
    named = {column.name for column in _NAMED["disclosures"].columns}
    more = [_field(pa, Column(name, _about(name)), kind) for name, kind in nested.items() if name not in named]
    return pa.schema([*columns, *more])


def _about(name: str) -> str:
    return _NAMED[name].title if name in _NAMED else "Tables in the page and in its files, their cells as text."


def _field(pa: "pa", column: Column, kind: Any = None) -> "pa.Field":
    kinds = {
        "string": pa.string(), "integer": pa.int64(), "number": pa.float64(), "boolean": pa.bool_(),
        "datetime": pa.timestamp("us", tz="UTC"),
    }  # fmt: skip
    return pa.field(column.name, kind or kinds[column.kind], metadata={"description": column.description})
