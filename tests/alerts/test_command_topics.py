"""`foiwatch topics`: lines in, lines out, without a configuration or a record."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from foiwatch.command import group
from store.database import open_store
from store.keeping import keep
from store.records import Sighting
from store.walks import register_sources

ROWS = [
    {"id": "b", "title": "Police dogs", "text": "How many?"},
    {"id": "a", "title": "Misconduct hearings", "text": None},
    {"id": 3, "title": "", "text": "How many officers failed re-vetting?"},
]


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("FOIWATCH_CONFIG", raising=False)


def run(*words: str, lines: str = "") -> Result:
    return CliRunner().invoke(group, ["topics", *words], input=lines)


def test_lines_in_lines_out() -> None:
    result = run("match", lines="\n".join(map(json.dumps, ROWS)) + "\n\n")
    assert result.exit_code == 0, result.output
    answers = [json.loads(line) for line in result.stdout.splitlines()]
    assert [answer["id"] for answer in answers] == ["b", "a", 3]
    assert answers[0]["topics"] == []
    assert {one["topic"] for one in answers[2]["topics"]} == {"misconduct", "vetting"}
    assert all(one["evidence"] and isinstance(one["evidence"][0], str) for one in answers[1]["topics"])
    assert list(Path().iterdir()) == []


@pytest.mark.parametrize("wrong", ["{", "[1]"])
def test_a_line_that_is_no_object_is_refused_by_number(wrong: str) -> None:
    result = run("match", lines=f"{json.dumps(ROWS[0])}\n{wrong}\n")
    assert result.exit_code == 1
    assert "line 2" in result.output


def test_the_list() -> None:
    result = run("list")
    assert "vetting (part of misconduct)" in result.stdout


def test_the_score() -> None:
    labels = [{"title": "Misconduct hearings", "gist": "", "misconduct": True, "label_hard": True}]
    Path("labels.jsonl").write_text("\n".join(map(json.dumps, labels)))
    result = run("score", "labels.jsonl")
    assert result.exit_code == 0, result.output
    assert "hard: 1 labels, precision 1.000 (0.21 to 1.00), recall 1.000" in result.stdout
    assert not Path("data").exists()


def test_an_example_that_fails_is_said() -> None:
    Path("own.toml").write_text("[topic.dogs]\nyes = ['Cats']\n[[topic.dogs.rule]]\nname = 'dogs'\nany = ['dogs']\n")
    Path("foiwatch.toml").write_text('topics = "own.toml"\n')
    result = run("score")
    assert result.exit_code == 1
    assert "dogs: should match: Cats" in result.stdout


def test_a_topics_file_that_cannot_be_read_ends_with_2() -> None:
    Path("own.toml").write_text("[topic.dogs]\nwrong = 1\n")
    Path("foiwatch.toml").write_text('topics = "own.toml"\n')
    result = run("list")
    assert result.exit_code == 2
    assert "own.toml:2: " in result.output


@pytest.mark.parametrize("wrong", ["[" * 100_000, b'{"title": "caf\xe9"}'])
def test_a_line_that_cannot_be_decoded_is_named(wrong: str | bytes) -> None:
    result = CliRunner().invoke(group, ["topics", "match"], input=wrong)
    assert result.exit_code == 1
    assert "line 1 is not JSON" in result.output


def test_half_a_surrogate_pair_is_no_stop() -> None:
    result = run("match", lines='{"id": "\\ud800", "title": "Gross misconduct of officers", "text": ""}\n')
    assert result.exit_code == 0
    assert json.loads(result.output)["topics"]


@pytest.fixture
def record(monkeypatch):
    """A record of two disclosures: 1 about vetting, 2 about dogs."""
    monkeypatch.setenv("FOIWATCH_NOW", "2026-11-21T10:00:00+00:00")
    store = open_store(Path("data"))
    register_sources(store, [("essex", "Essex Police", "single_online_home", "https://essex.example")])
    asked = {"Vetting": "How many officers failed re-vetting?", "Police dogs": "How many dogs are there in the force?"}
    for number, (title, request) in enumerate(asked.items(), 1):
        seen = Sighting(
            "essex",
            f"https://essex.example/{number}",
            title=title,
            request_text=request,
            words=request,
            ref=f"F{number}",
        )
        keep(store, seen, seen="2026-11-20T10:00:00+00:00", run=None, baseline=False)
    store.close()


def test_a_mark_is_kept_counted_and_a_test_case(record) -> None:
    assert run("mark", "1", "yes", "--topic", "vetting").stdout == "marked 1 vetting: yes: Vetting\n"
    assert run("mark", "F2", "yes").exit_code == 0
    result = run("score")
    assert result.exit_code == 1
    assert "marked 2 misconduct: yes, it does not match: Police dogs" in result.stdout
    assert "marks: 2 labels, precision 1.000 (0.21 to 1.00), recall 0.500" in result.stdout
    run("mark", "2", "no")
    result = run("score")
    assert result.exit_code == 0, result.output
    assert "marks: 2 labels, precision 1.000" in result.stdout
    assert run("marks").stdout.splitlines() == [
        "1 vetting: yes, as marked: Vetting",
        "2 misconduct: no, as marked: Police dogs",
    ]
    cases = run("marks", "--json").stdout
    first, second = map(json.loads, cases.splitlines())
    assert (first["topic"], first["wanted"], first["misconduct"]) == ("vetting", True, True)
    assert (second["title"], second["misconduct"]) == ("Police dogs", False)
    Path("marks.jsonl").write_text(cases)
    assert "all: 2 labels, precision 1.000" in run("score", "marks.jsonl").stdout


def test_a_mark_that_cannot_be_is_refused(record) -> None:
    assert run("mark", "99", "yes").exit_code == 2
    assert run("mark", "1", "maybe").exit_code == 2
    result = run("mark", "1", "yes", "--topic", "cats")
    assert result.exit_code == 2
    assert "there are: misconduct" in result.output
    assert run("marks").stdout == ""
