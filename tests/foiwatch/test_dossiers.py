"""`foiwatch dossiers`: lists, shows, writes a table, corrects and rebuilds, and refuses in one line what cannot be."""

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from stores import new_store

from foiwatch.command import group
from store.database import Store
from store.errors import NotKept
from store.keeping import keep
from store.records import Sighting

NOW = "2026-11-21T09:00:00+00:00"
ASKED = "How many drones does the force own? How many times were drones deployed in 2023?"
QUESTIONS = [
    {"number": "1", "text": "How many drones does the force own?", "parent": None},
    {"number": "2", "text": "How many times were drones deployed in 2023?", "parent": None},
]


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("FOIWATCH_CONFIG", raising=False)
    monkeypatch.setenv("FOIWATCH_NOW", NOW)
    opened = new_store(tmp_path / "data")
    for force, answer in (("Essex Police", "Nine."), ("Kent Police", "=1+1"), ("Surrey Police", "None.")):
        extra = {
            "questions": QUESTIONS,
            "answers": [{"number": "1", "text": answer}],
            "tables": [{"rows": [["Year", "Drones"], ["2023", answer]], "where": "table 1"}],
        }
        sighting = Sighting(
            "added", f"https://{force[:4]}.example/", "Drones", f"{ASKED} {answer}", forces=(force,), outcome="refused",
            received="2024-03-04", responded="2024-03-14", request_text=ASKED, response_text=answer, extra=extra,
        )  # fmt: skip
        keep(opened, sighting, seen=NOW, run=None)
    yield opened
    opened.close()


def run(*arguments: str) -> Result:
    return CliRunner().invoke(group, ["dossiers", *arguments], catch_exceptions=False)


def test_the_list(store: Store) -> None:
    assert run("list").stdout == "1  2024-03-04  Drones: 3 forces; 3 refused\n"
    (one,) = json.loads(run("list", "--json").stdout)
    assert one["forces"] == ["Essex Police", "Kent Police", "Surrey Police"]


def test_one_force_by_force_and_question_by_question(store: Store) -> None:
    shown = run("show", "1").stdout
    assert "Essex Police: refused, 10 days  [1]" in shown
    assert "1  How many drones does the force own?\n    Essex Police: Nine." in shown
    whole = json.loads(run("show", "1", "--json").stdout)
    assert [member["disclosure"] for member in whole["members"]] == [1, 2, 3]


def test_a_stacked_table_is_safe_in_a_spreadsheet(store: Store) -> None:
    rows = list(csv.reader(io.StringIO(run("show", "1", "--table", "1").stdout)))
    assert rows[0] == ["force", "disclosure", "where", "cells", "Year", "Drones"]
    assert rows[2] == ["Kent Police", "2", "table 1", "row 2", "2023", "'=1+1"]
    assert json.loads(run("show", "1", "--table", "1", "--format", "json").stdout)["disclosures"] == [1, 2, 3]
    assert run("show", "1", "--table", "2").exit_code == 2


def test_a_split_and_a_rebuild(store: Store) -> None:
    assert "2 are left" in run("split", "1", "3", "--reason", "toys").stderr
    assert run("rebuild").stderr == "1 dossiers\n"
    assert [one["disclosure"] for one in json.loads(run("show", "1", "--json").stdout)["members"]] == [1, 2]


def test_what_there_is_not_is_refused(store: Store) -> None:
    with pytest.raises(NotKept, match="no dossier 9"):
        run("show", "9")
