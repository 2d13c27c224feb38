"""What `foiwatch init` writes must load, and must cost nobody the file they had."""

import re
import tomllib
from importlib import resources
from pathlib import Path

import pytest
from click.testing import CliRunner

from foiwatch.command import group
from foiwatch.config import Config, ConfigError, load_config
from foiwatch.keys import SOURCE, SUBSCRIPTION, TOP


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("FOIWATCH_CONFIG", raising=False)
    return tmp_path


def test_it_writes_a_file_that_loads(here: Path) -> None:
    done = CliRunner().invoke(group, ["init"])
    assert done.exit_code == 0, done.output
    config = load_config(None)
    assert config == Config(store=Path("data"), path=Path("foiwatch.toml"))


def test_it_keeps_what_is_there(here: Path) -> None:
    (here / "foiwatch.toml").write_text('contact = "mine@example.org"\n')
    done = CliRunner().invoke(group, ["init"])
    assert isinstance(done.exception, ConfigError)
    assert "--force" in str(done.exception)
    assert load_config(None).contact == "mine@example.org"


def test_force_overwrites(here: Path) -> None:
    (here / "foiwatch.toml").write_text("nonsense")
    assert CliRunner().invoke(group, ["init", "--force"]).exit_code == 0
    assert load_config(None).contact == ""


def test_it_goes_where_config_says(here: Path) -> None:
    assert CliRunner().invoke(group, ["--config", "other.toml", "init"]).exit_code == 0
    assert load_config(here / "other.toml").path == here / "other.toml"
    assert not (here / "foiwatch.toml").exists()


def test_others_cannot_read_it(here: Path) -> None:
    CliRunner().invoke(group, ["init"])
    assert (here / "foiwatch.toml").stat().st_mode & 0o077 == 0


def test_a_folder_that_is_not_there_is_refused(here: Path) -> None:
    done = CliRunner().invoke(group, ["--config", "no/such/foiwatch.toml", "init"])
    assert isinstance(done.exception, ConfigError)


def uncommented() -> str:
    """The starter file with every example switched on."""
    starter = resources.files("foiwatch").joinpath("starter.toml").read_text(encoding="utf-8")
    return re.sub(r"^# (?=\[|[a-z_]+ = )", "", starter, flags=re.MULTILINE)


def test_its_examples_show_every_key() -> None:
    data = tomllib.loads(uncommented())
    assert set(data) == set(TOP)
    assert set(data["sources"]["met"]) == set(SOURCE)
    assert set(data["subscription"][0]) == set(SUBSCRIPTION)


def test_its_examples_are_right(here: Path) -> None:
    (here / "topics.toml").write_text("")
    text = re.sub(r"^(operator|to|login)_env.*$", "", uncommented(), flags=re.MULTILINE)
    (here / "foiwatch.toml").write_text(text)
    config = load_config(None, ["met", "herts"])
    assert config.sources["met"]["since"] == "2024-01-01"
    assert [subscription.name for subscription in config.subscriptions] == ["desk"]
