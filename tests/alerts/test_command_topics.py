"""`foiwatch topics`: lines in, lines out, without a configuration or a record."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from foiwatch.command import group

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
    assert "hard: 1 labels, precision 1.000, recall 1.000, F1 1.000" in result.stdout


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
