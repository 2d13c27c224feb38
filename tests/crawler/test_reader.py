"""The fingerprint of the reader: the same as long as nothing that reads is another."""

from pathlib import Path

import pytest

from crawler import reader, reading


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the reader with one rule in it."""
    (tmp_path / "__init__.py").write_text('"""Invented."""')
    (tmp_path / "formats").mkdir()
    (tmp_path / "formats" / "rule.toml").write_text("short = 3")
    monkeypatch.setattr(reading, "__file__", str(tmp_path / "__init__.py"))
    return tmp_path


def fresh() -> str:
    reader.fingerprint.cache_clear()
    try:
        return reader.fingerprint()
    finally:
        reader.fingerprint.cache_clear()


def test_it_is_the_same_as_long_as_nothing_changes(folder: Path) -> None:
    assert fresh() == fresh()
    assert len(fresh()) == 16
    int(fresh(), 16)


def test_another_rule_is_another_reader(folder: Path) -> None:
    before = fresh()
    (folder / "formats" / "rule.toml").write_text("short = 4")
    changed = fresh()
    (folder / "formats" / "more.py").write_text("")
    assert len({before, changed, fresh()}) == 3


def test_another_library_is_another_reader(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = fresh()
    monkeypatch.setattr(reader, "version", lambda name: f"{name} of tomorrow")
    assert fresh() != before


def test_what_is_no_part_of_it_does_not_count(folder: Path) -> None:
    before = fresh()
    (folder / "notes.txt").write_text("anything")
    assert fresh() == before
