"""The doctor says which command a record made by an earlier foiwatch needs, until it was given."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from foiwatch.command import group
from store.database import open_store
from store.keeping import keep
from store.records import Sighting


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("FOIWATCH_CONFIG", raising=False)
    monkeypatch.setenv("FOIWATCH_NOW", "2026-11-21T09:00:00+00:00")
    monkeypatch.setattr("foiwatch.known.sources", lambda: ("essex",))
    return tmp_path


def ask(*arguments: str) -> Result:
    return CliRunner().invoke(group, list(arguments))


def test_what_was_never_compared_is_named_with_its_command(here: Path) -> None:
    store = open_store(here / "data")
    keep(store, Sighting("added", "letter", "Dogs", "How many dogs?"), seen="2026-11-20T09:00:00+00:00", run=None)
    assert "older record" not in ask("doctor").output
    store.db.conn.execute("DELETE FROM dossier_requests")
    store.db.conn.execute("DELETE FROM wordings")
    store.close()
    for command in ("dossiers rebuild", "merge find"):
        assert f"`foiwatch {command}`, once" in ask("doctor").output
        assert ask(*command.split()).exit_code == 0
    result = ask("doctor")
    assert (result.exit_code, "older record" in result.output) == (0, False)
