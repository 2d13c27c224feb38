"""The commands `evidence` and `doctor` on an archive, as a person uses them."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from stores import new_store

from foiwatch.command import group
from foiwatch.config import ConfigError, load_config
from foiwatch.findings import evidence
from store.database import Store
from store.errors import NotKept, StoreError
from store.evidence.archive import Archive, folder_of
from store.evidence.exchanges import Body, Exchange
from store.keeping import keep
from store.records import Sighting

NOON, PAGE = "2026-11-03T12:00:00+00:00", "https://essex.example/foi/1/"


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("FOIWATCH_CONFIG", raising=False)
    monkeypatch.setenv("FOIWATCH_NOW", NOON)
    opened = new_store(tmp_path / "data")
    archive = Archive(opened, "essex", None, NOON, {})
    with opened.writing():
        came_to = keep(opened, Sighting("essex", PAGE, "Dogs", "Seven.", ref="FOI 7/26"), seen=NOON, run=None)
        said = Exchange(PAGE, NOON, 200, b"HTTP/1.1 200 OK\r\n\r\n", Body(b"<p>Seven.</p>"), b"GET / HTTP/1.1\r\n\r\n")
        archive.write(came_to.disclosure, 1, [said])
    archive.close()
    return opened


def ask(*arguments: str) -> Result:
    return CliRunner().invoke(group, ["evidence", *arguments])


@pytest.mark.parametrize("id", ["1", PAGE, "foi 7/26"])
def test_a_disclosure_goes_by_number_address_or_reference(store: Store, tmp_path: Path, id: str) -> None:
    result = ask(id)
    assert result.exit_code == 0, result.output
    assert result.stdout == "evidence-1\t1 versions, 1 responses, 0 files\n"
    assert json.loads((tmp_path / "evidence-1" / "manifest.json").read_text())["disclosure"]["address"] == PAGE


def test_what_cannot_be_is_refused(store: Store, tmp_path: Path) -> None:
    assert isinstance(ask("99").exception, NotKept)
    ask("1", "--to", "here")
    again = ask("1", "--to", "here")
    assert isinstance(again.exception, StoreError)
    assert "is there already" in str(again.exception)
    unsigned = ask("1", "--to", "there", "--timestamp")
    assert isinstance(unsigned.exception, ConfigError)
    assert not (tmp_path / "there").exists()


def test_an_authority_that_is_silent_leaves_the_folder(store: Store, tmp_path: Path) -> None:
    (tmp_path / "foiwatch.toml").write_text('timestamps = "http://127.0.0.1:1/tsr"')
    result = ask("1", "--timestamp")
    assert result.exit_code == 1
    assert "no time stamp: http://127.0.0.1:1/tsr" in result.stderr
    assert (tmp_path / "evidence-1" / "SHA256SUMS").is_file()


def test_an_authority_has_an_address(tmp_path: Path) -> None:
    path = tmp_path / "foiwatch.toml"
    path.write_text('timestamps = "somebody"')
    with pytest.raises(ConfigError, match="expected the address of a time-stamping authority"):
        load_config(path, ())


def test_the_doctor_looks_at_the_archive(store: Store) -> None:
    well = evidence(store, everything=True)
    assert (well.level, well.found) == ("ok", "1 responses, 1 of them read")
    (path,) = folder_of(store).iterdir()
    path.unlink()
    ill = evidence(store, everything=True)
    assert ill.level == "fault"
    assert "not there" in ill.found
