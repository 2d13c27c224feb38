"""Parquet: what pandas and others read back is what was exported."""

import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from store.errors import StoreError
from store.export.parquet import to_parquet
from store.export.tabular import DISCLOSURES


def test_rows_come_back_with_their_lists(exported: dict[str, Any], tmp_path: Path) -> None:
    path = tmp_path / "foi.parquet"
    assert to_parquet([exported | {"id": number} for number in range(450)], path) == 450
    table = pq.read_table(path)
    assert table.column("id").to_pylist() == list(range(450))
    row = table.to_pylist()[0]
    assert row["forces"] == ["Essex Police", "Kent Police"]
    assert row["title"] == "=HYPERLINK(1)"
    assert row["first_seen"] == datetime(2026, 11, 21, 12, tzinfo=UTC)
    assert [one["answer"] for one in row["questions"]] == ["Seven.", "None.", "No."]
    assert row["citations"][0]["relied_on"] is True
    assert row["tables"] == [{"where": "1.csv, A1:B2", "rows": [["Year", "Dismissed"], ["2024", "-3"], ["2025", ""]]}]
    assert row["versions"][1]["changed"] == "title; dates"


def test_every_column_says_what_it_means(exported: dict[str, Any], tmp_path: Path) -> None:
    to_parquet([exported], tmp_path / "foi.parquet")
    schema = pq.read_schema(tmp_path / "foi.parquet")
    assert {column.name for column in DISCLOSURES.columns} <= set(schema.names)
    assert all(schema.field(name).metadata[b"description"] for name in schema.names)


def test_nothing_kept_gives_a_table_without_rows(tmp_path: Path) -> None:
    assert to_parquet([], tmp_path / "foi.parquet") == 0
    assert pq.read_table(tmp_path / "foi.parquet").num_rows == 0


def test_without_pyarrow_it_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(StoreError, match=r"pip install 'foiwatch\[parquet\]'"):
        to_parquet([], tmp_path / "foi.parquet")
