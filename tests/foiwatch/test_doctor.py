"""The doctor finds what is wrong, says what to do, and ends with 1 only for a fault."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from foiwatch.command import group
from foiwatch.commands import doctor
from foiwatch.lock import only_run
from store.database import open_store
from store.walks import register_sources

RUN = {
    "started": "2026-11-20T09:00:00+00:00", "ended": "2026-11-20T09:05:00+00:00", "whole": 1,
}  # fmt: skip


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("FOIWATCH_CONFIG", raising=False)
    monkeypatch.setenv("FOIWATCH_NOW", "2026-11-21T09:00:00+00:00")
    monkeypatch.setattr("foiwatch.known.sources", lambda: ("essex",))
    return tmp_path


def ask() -> Result:
    return CliRunner().invoke(group, ["doctor"])


def line(result: Result, what: str) -> str:
    return next(line for line in result.output.splitlines() if line.split()[1:2] == [what])


def test_a_new_folder_has_no_fault() -> None:
    result = ask()
    assert result.exit_code == 0, result.output
    assert not any(line.startswith("fault") for line in result.output.splitlines())
    assert "none yet" in line(result, "record")
    assert line(result, "contact").startswith("warning")


def test_looking_leaves_nothing_behind(here: Path) -> None:
    ask()
    assert list(here.iterdir()) == []


def test_a_wrong_configuration_is_a_fault(here: Path) -> None:
    (here / "foiwatch.toml").write_text("contact = 1")
    result = ask()
    assert result.exit_code == 1
    assert "foiwatch.toml:1: contact is 1" in line(result, "configuration")


def test_an_example_contact_is_not_one(here: Path) -> None:
    (here / "foiwatch.toml").write_text('contact = "name@example.org"')
    assert line(ask(), "contact").startswith("warning")
    (here / "foiwatch.toml").write_text('contact = "desk@paper.co.uk"')
    assert line(ask(), "contact").startswith("ok")


def test_a_store_that_is_a_file_is_a_fault(here: Path) -> None:
    (here / "data").write_text("")
    result = ask()
    assert result.exit_code == 1
    assert line(result, "store").startswith("fault")


def test_a_full_disk_is_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "TOO_LITTLE", 2**80)
    assert ask().exit_code == 1


def test_a_database_that_is_none_is_a_fault(here: Path) -> None:
    (here / "data").mkdir()
    (here / "data" / "foi.db").write_text("this is not a database, and long enough to be seen as none" * 100)
    result = ask()
    assert result.exit_code == 1
    assert line(result, "record").startswith("fault")


def test_damage_within_is_a_fault(here: Path) -> None:
    store = open_store(here / "data")
    store.db.conn.execute("PRAGMA foreign_keys = OFF")
    store.db["sightings"].insert({"disclosure": 99, "last_seen": ""})
    store.close()
    result = ask()
    assert result.exit_code == 1
    assert "sightings refers to no disclosures" in line(result, "record")


@pytest.mark.parametrize(
    ("changes", "level", "words"),
    [
        ({}, "ok", "last whole run 2026-11-20T09:05:00+00:00"),
        ({"ended": "2026-11-01T09:05:00+00:00"}, "warning", "does cron still call?"),
        ({"whole": 0, "problem": "bot wall"}, "warning", "not whole: bot wall; last whole run never"),
        (
            {"ended": "", "problem": "interrupted"},
            "warning",
            "interrupted: interrupted; last whole run never",
        ),
    ],
)
def test_the_last_run_of_a_source_is_told(here: Path, changes: dict, level: str, words: str) -> None:
    store = open_store(here / "data")
    register_sources(store, [("essex", "Essex Police", "Single Online Home", "https://www.essex.police.uk")])
    store.db["runs"].insert({"source": "essex"} | RUN | changes)
    store.close()
    told = line(ask(), "essex")
    assert told.startswith(level)
    assert words in told


def test_a_source_that_is_off_is_left_out(here: Path) -> None:
    open_store(here / "data").close()
    assert "essex" in ask().output
    (here / "foiwatch.toml").write_text("sources.essex.enabled = false")
    assert "essex" not in ask().output


def test_dead_letters_are_told(here: Path) -> None:
    store = open_store(here / "data")
    alert = {
        "id": 1,
        "subscription": "desk",
        "disclosure": 1,
        "event": "new",
        "version": 1,
        "queued": "",
        "body": "",
    }
    store.private["alerts"].insert(alert)
    store.private["deliveries"].insert({"alert": 1, "target": "t", "state": "dead", "next_attempt": ""})
    store.close()
    told = line(ask(), "alerts")
    assert told.startswith("warning")
    assert "1 dead" in told
    assert "foiwatch alerts retry" in told


def test_a_run_that_is_going_on_is_told(here: Path) -> None:
    (here / "data").mkdir()
    with only_run(here / "data"):
        assert "held" in line(ask(), "lock")
    assert "free" in line(ask(), "lock")
