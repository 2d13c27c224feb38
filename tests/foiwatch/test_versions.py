"""`foiwatch versions`: the list, the words that differ, and what a terminal must not obey."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from foiwatch.command import group
from store.database import open_store
from store.errors import NotKept
from store.keeping import keep
from store.records import AttachmentSeen, Sighting

DAYS = [f"2026-11-{day:02}T12:00:00+00:00" for day in range(1, 9)]
ADDRESS = "https://essex.example/foi/1/"


@pytest.fixture
def ask(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Asks the command of a store with one disclosure of three versions."""
    monkeypatch.chdir(tmp_path)
    store = open_store(tmp_path / "data")
    answers = ("Seven were dismissed.", "Eight were dismissed.", "Eight were dismissed.\x1b[31m Red.")
    for day, answer in enumerate(answers):
        file = AttachmentSeen("https://essex.example/t.csv", "Table" if day < 2 else "The table", "a" * 64)
        seen = Sighting("essex", ADDRESS, "Dismissals", answer, ref="FOI 1", response_text=answer, attachments=(file,))
        keep(store, seen, seen=DAYS[day], run=None)
    store.close()

    def run(*arguments: str) -> Result:
        return CliRunner().invoke(group, ["versions", *arguments])

    return run


@pytest.mark.parametrize("id", ["1", ADDRESS, "foi1"])
def test_a_disclosure_is_found_by_number_address_and_reference(ask, id: str) -> None:
    done = ask(id)
    assert done.exit_code == 0, done.output
    assert "1  Dismissals" in done.output
    assert "2026-11-01 12:00  on the force's site: first seen" in done.output
    assert "2026-11-02 12:00  version 2: changed text, response" in done.output


def test_the_words_that_differ_are_marked_and_not_coloured(ask) -> None:
    done = ask("1", "--diff", "1", "2")
    assert "[-Seven-]{+Eight+} were dismissed." in done.output
    assert "\x1b" not in done.output


def test_a_published_text_cannot_command_the_terminal(ask) -> None:
    done = ask("1", "--diff", "2", "3")
    assert "Red" in done.output and "\x1b" not in done.output
    assert "The table (was: Table): renamed" in done.output


def test_for_machines(ask) -> None:
    kept = json.loads(ask("1", "--json").stdout)
    assert [one["version"] for one in kept["versions"]] == [1, 2, 3]
    assert kept["states"][0]["state"] == "present"
    two = json.loads(ask("1", "--diff", "1", "2", "--json").stdout)
    assert [field["name"] for field in two["fields"]] == ["response_text"]
    assert two["fields"][0]["runs"][0] == {"kind": "removed", "text": "Seven", "at": 0}


@pytest.mark.parametrize("arguments", [("9",), ("1", "--diff", "1", "7")])
def test_what_is_not_kept_is_refused(ask, arguments: tuple[str, ...]) -> None:
    done = ask(*arguments)
    assert isinstance(done.exception, NotKept)


def test_a_version_is_a_number_above_nought(ask) -> None:
    assert ask("1", "--diff", "0", "1").exit_code == 2
