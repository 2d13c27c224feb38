"""`foiwatch export`, `backup` and `restore` as a user calls them."""

import csv
import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner, Result
from stores import new_store

from foiwatch.command import group
from store.database import Store
from store.errors import StoreError
from store.export.written import written
from store.keeping import keep
from store.records import Sighting
from store.walks import register_sources

NOON = "2026-11-21T12:00:00+00:00"
Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("FOIWATCH_NOW", NOON)
    (tmp_path / "foiwatch.toml").write_text('store = "data"\n')
    return lambda *arguments: CliRunner().invoke(group, arguments)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = new_store(tmp_path / "data")
    register_sources(opened, [("met", "Metropolitan Police Service", "single_online_home", "https://met.example")])
    for number in (1, 2):
        keep(
            opened,
            Sighting(
                "met", f"https://met.example/{number}", f"=Title {number}", "words", published=f"2026-0{number}-01"
            ),
            seen=NOON,
            run=None,
        )
    yield opened
    opened.close()


@pytest.mark.parametrize("shape", ["jsonl", "csv", "parquet", "datapackage"])
def test_every_format_is_written_to_a_place_that_is_remembered(run: Run, store: Store, shape: str) -> None:
    done = run("export", "--format", shape, "--to", "out")
    assert (done.exit_code, done.stdout, done.stderr) == (0, "", "2 disclosures\n")
    assert [(one.path.name, one.shape) for one in written(store)] == [("out", shape)]
    titles = {
        "jsonl": lambda path: [json.loads(line)["title"] for line in path.read_text().splitlines()],
        "csv": lambda path: [row["title"].removeprefix("'") for row in csv.DictReader(path.open())],
        "parquet": lambda path: pq.read_table(path).column("title").to_pylist(),
        "datapackage": lambda path: [
            row["title"].removeprefix("'") for row in csv.DictReader((path / "disclosures.csv").open())
        ],
    }[shape](Path("out"))
    assert titles == ["=Title 1", "=Title 2"]


def test_standard_output_is_not_remembered(run: Run, store: Store) -> None:
    assert len(run("export").stdout.splitlines()) == 2
    assert written(store) == []


def test_what_is_chosen_is_exported(run: Run, store: Store) -> None:
    (line,) = run("export", "--since", "2026-01-15", "--source", "met").stdout.splitlines()
    assert json.loads(line)["title"] == "=Title 2"
    assert run("export", "--force", "met").stdout == ""  # the sightings name no force
    assert run("export", "--topic", "misconduct").stdout == ""


@pytest.mark.parametrize("option", ["--source", "--topic", "--force"])
def test_an_unknown_name_is_refused_with_the_nearest(run: Run, option: str) -> None:
    near = {"--source": "mett", "--topic": "misconductt", "--force": "Kent Polic"}[option]
    done = run("export", option, near)
    assert "did you mean" in str(done.exception)


@pytest.mark.parametrize("shape", ["parquet", "datapackage"])
def test_what_is_no_text_wants_a_place(run: Run, shape: str) -> None:
    done = run("export", "--format", shape)
    assert done.exit_code == 2
    assert "wants --to" in done.stderr


def test_a_backup_is_checked_and_restored(run: Run, store: Store) -> None:
    done = run("backup", "copy")
    assert (done.exit_code, done.stderr.split(",")[0]) == (0, "copy: 2 disclosures")
    assert run("restore", "copy", "--check").stderr == f"copy: whole; made {NOON}, 2 disclosures\n"
    refused = run("restore", "copy")
    assert isinstance(refused.exception, StoreError)
    assert "--replace" in str(refused.exception)
    store.close()
    done = run("restore", "copy", "--replace")
    assert done.exit_code == 0, done.output
    assert "data.before-20261121T120000" in done.stderr
    assert len(run("export").stdout.splitlines()) == 2
