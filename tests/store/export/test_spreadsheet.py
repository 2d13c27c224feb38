"""CSV: flat rows, lists joined, and nothing that a spreadsheet would run."""

import csv
import io
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.export.spreadsheet import Sheet, harmless, to_csv
from store.export.tabular import DISCLOSURES, TABLES


def written(row: dict[str, Any], name: str) -> list[dict[str, str]]:
    out = io.StringIO()
    (table,) = [table for table in TABLES if table.name == name]
    Sheet(table, out).write(row)
    return list(csv.DictReader(io.StringIO(out.getvalue())))


def test_a_disclosure_is_one_flat_row(exported: dict[str, Any]) -> None:
    out = io.StringIO()
    assert to_csv([exported, exported], DISCLOSURES, out) == 2
    row, _ = csv.DictReader(io.StringIO(out.getvalue()))
    assert row["title"] == "'=HYPERLINK(1)"
    assert (row["forces"], row["topics"]) == ("Essex Police; Kent Police", "misconduct")
    assert (row["id"], row["versions"], row["ref"], row["received"]) == ("7", "2", "", "")
    assert row["published"] == "2025-07"


def test_every_question_and_every_answer_has_a_row(exported: dict[str, Any]) -> None:
    rows = written(exported, "questions")
    assert [(row["number"], row["question"], row["answer"], row["outcome"]) for row in rows] == [
        ("1", "How many?", "Seven.", "disclosed"),
        ("1", "And then?", "None.", "disclosed"),
        ("2", "", "No.", "refused"),
    ]
    assert [row["position"] for row in rows] == ["1", "2", "3"]


def test_numbers_stay_numbers_in_cells(exported: dict[str, Any]) -> None:
    rows = written(exported, "cells")
    assert [row["value"] for row in rows] == ["Year", "Dismissed", "2024", "-3", "2025", ""]
    assert [(row["row"], row["column"]) for row in rows][-1] == ("3", "2")


def test_what_belongs_to_a_disclosure_names_it(exported: dict[str, Any]) -> None:
    for name in ("citations", "attachments", "versions", "topics"):
        assert {row["disclosure"] for row in written(exported, name)} == {"7"}
    (citation,) = written(exported, "citations")
    assert (citation["section"], citation["relied_on"], citation["place"]) == ("s40(2)", "true", "response")
    assert [row["changed"] for row in written(exported, "versions")] == ["", "title; dates"]


@pytest.mark.parametrize("cell", ["=1+1", "+44", "-2", "@SUM(A1)", "\t=1", " =1", "\r\n=1", "＝1"])
def test_a_formula_is_marked_as_text(cell: str) -> None:
    assert harmless(cell) == "'" + cell


@pytest.mark.parametrize("cell", ["", "Seven", "2025-07", "a = b", "<5", "* 3"])
def test_other_cells_stay(cell: str) -> None:
    assert harmless(cell) == cell


@given(st.text())
def test_no_cell_begins_with_the_sign_of_a_formula(cell: str) -> None:
    assert harmless(cell).lstrip()[:1] not in set("=+-@")
    assert harmless(cell).removeprefix("'") in (cell, cell.removeprefix("'"))
