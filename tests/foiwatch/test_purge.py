"""`foiwatch purge`: asks first, says what it did and what it cannot reach, and ends what was broken off."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from stores import new_store

from foiwatch.command import group
from store.database import Store
from store.errors import NotKept
from store.export.rows import ALL
from store.export.written import Written, note
from store.filekeeping import keep_file
from store.fileread import FileRead
from store.keeping import keep
from store.lookup import disclosure
from store.purging import wiping
from store.purging.bars import tombstones
from store.purging.errors import Unfinished
from store.purging.purge import unfinished
from store.records import Sighting

NOW = "2026-11-21T09:00:00+00:00"
ADDRESS = "https://essex.example/foi/quokkaname/"


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("FOIWATCH_CONFIG", raising=False)
    monkeypatch.setenv("FOIWATCH_NOW", NOW)
    opened = new_store(tmp_path / "data")
    for address, title in (("https://essex.example/foi/1/", "Dogs"), (ADDRESS, "Quokkaname")):
        keep(opened, Sighting("essex", address, title, f"Words of {title}"), seen=NOW, run=None)
    yield opened
    opened.close()


def command(*arguments: str, **more: Any) -> Result:
    return CliRunner().invoke(group, list(arguments), **more)


def purged(*arguments: str) -> Result:
    return command("purge", *arguments, "--reason", "names a person", "--yes")


def test_it_shows_what_would_go_and_asks(store: Store) -> None:
    done = command("purge", "2", "--reason", "names a person", input="n\n")
    assert done.exit_code == 1
    assert "2  Quokkaname  [essex]  https://essex.example/foi/quokkaname/" in done.stderr
    assert "1 version, 0 archived responses" in done.stderr
    assert disclosure(store, 2).title == "Quokkaname"
    assert tombstones(store.db.conn) == []
    assert command("purge", "2", "--reason", "names a person", input="y\n").exit_code == 0
    with pytest.raises(NotKept):
        disclosure(store, 2)


@pytest.mark.parametrize("id", ["2", " 2 ", ADDRESS])
def test_by_number_or_address(store: Store, id: str) -> None:
    done = purged(id)
    assert (done.exit_code, done.stdout.splitlines()[0]) == (0, "taken down: disclosure 2 (tombstone 1)")
    assert disclosure(store, 1).title == "Dogs"


@pytest.mark.parametrize("id", ["3", "FOI 2", "https://essex.example/", "0", "²"])
def test_what_is_not_there_is_refused(store: Store, id: str) -> None:
    done = purged(id)
    assert isinstance(done.exception, NotKept)
    assert disclosure(store, 2)


def test_a_reason_is_needed(store: Store) -> None:
    done = command("purge", "2", "--yes", "--reason", " ")
    assert (done.exit_code, "without the name of the person" in done.stderr) == (2, True)
    assert disclosure(store, 2)


def test_again_says_that_it_was(store: Store) -> None:
    purged("2")
    assert str(purged("2").exception) == "disclosure 2 was taken down on 2026-11-21: names a person"
    assert str(purged(ADDRESS).exception) == "disclosure 2 was taken down on 2026-11-21: names a person"
    listed = command("purge", "--list")
    assert listed.stdout == "1  disclosure 2 was taken down on 2026-11-21: names a person\n"
    (one,) = json.loads(command("purge", "--list", "--json").stdout)
    assert (one["disclosure"], one["first_seen"], one["finished"], "salt" in one) == (2, NOW, NOW, False)


@pytest.mark.parametrize("ended_by", ["purge", "purge 2", "crawl"])
def test_what_was_broken_off_is_ended(store: Store, monkeypatch: pytest.MonkeyPatch, ended_by: str) -> None:
    def in_use(_: Store) -> None:
        raise Unfinished("foi.db: its log cannot be emptied while it is read")

    with monkeypatch.context() as patched:
        patched.setattr(wiping, "wipe", in_use)
        done = purged("2")
        assert (done.exit_code, "not finished: foi.db" in done.stderr) == (1, True)
        doctor = command("doctor")
        assert (doctor.exit_code, "unfinished: disclosure 2 was taken down" in doctor.stdout) == (1, True)
        assert command("purge").exit_code == 1
    if ended_by == "crawl":
        (Path.cwd() / "foiwatch.toml").write_text('contact = "a@example.org"\n[sources.met]\nallow_private = true\n')
        monkeypatch.setattr("foiwatch.crawling.crawl", lambda *_, **__: [])
        assert "taken down: disclosure 2" in command("crawl", "met").stderr
    else:
        done = command(*ended_by.split()) if ended_by == "purge" else purged("2")
        assert (done.exit_code, done.stdout.splitlines()[0]) == (0, "taken down: disclosure 2 (tombstone 1)")
    assert unfinished(store) == []
    assert "nothing was broken off" in command("purge").stderr


def test_exports_are_written_anew_where_they_still_are(store: Store, tmp_path: Path) -> None:
    shapes = {"jsonl": "a.jsonl", "csv": "a.csv", "parquet": "a.parquet", "datapackage": "package"}
    for shape, name in shapes.items():
        assert command("export", "--format", shape, "--to", name).exit_code == 0
    moved, replaced = tmp_path / "moved.jsonl", tmp_path / "replaced.csv"
    replaced.write_text("my own notes")
    for path, shape in ((moved, "jsonl"), (replaced, "csv")):
        note(store, Written(path, shape, ALL, NOW))
    said = purged("2").stdout
    assert all(f"export {tmp_path / name} written anew" in said for name in shapes.values())
    assert all(f"export {path} is no longer there" in said for path in (moved, replaced))
    assert replaced.read_text() == "my own notes"
    assert [json.loads(line)["title"] for line in (tmp_path / "a.jsonl").read_text().splitlines()] == ["Dogs"]
    assert b"uokkaname" not in b"".join(path.read_bytes() for path in (tmp_path / "package").iterdir())


def test_copies_beside_the_store_are_named(store: Store, tmp_path: Path) -> None:
    assert command("backup", "copy").exit_code == 0
    (tmp_path / "data.before-20261120T090000").mkdir()
    said = purged("2").stdout
    assert f"{tmp_path / 'copy'} is a backup and may have it" in said
    assert f"{tmp_path / 'data.before-20261120T090000'} is an earlier store and may have it" in said
    assert command("backup", "copy").exit_code == 0
    assert b"uokkaname" not in (tmp_path / "copy" / "foi.db").read_bytes()


def test_adding_it_again_is_refused_and_the_others_are_kept(store: Store, tmp_path: Path) -> None:
    words = "How many officers were dismissed for misconduct in each year from 2020 to 2025? " * 4
    for name, title in (("letter", "Quokkaname"), ("other", "Dogs")):
        (tmp_path / f"{name}.html").write_text(f"<h1>{title}</h1><p>{title}: {words}</p>")
    assert command("add", "letter.html").stdout.startswith("new\t3\t")
    assert purged("3").exit_code == 0
    done = command("add", "letter.html", "other.html")
    assert (done.exit_code, done.stdout.split("\t")[:2]) == (1, ["new", "4"])
    assert "letter.html: taken down here: disclosure 3 was taken down on 2026-11-21: names a person" in done.stderr


def test_a_single_file(store: Store) -> None:
    read = FileRead("text/csv", "Year\tquokkacell")
    file = keep_file(store, b"a workbook", read, "https://essex.example/a.xlsx", "Figures")
    seen = Sighting("essex", "https://essex.example/foi/9/", "Nine", "Words of nine", attachments=(file,))
    number = keep(store, seen, seen=NOW, run=None).disclosure
    assert command("purge", "9", "--file", file.sha256[:8], "--reason", "r").exit_code == 2
    done = command("purge", "--file", file.sha256[:8], "--reason", "names a person", input="y\n")
    assert (done.exit_code, done.stdout.splitlines()[0]) == (0, f"taken down: file {file.sha256[:12]} (tombstone 1)")
    assert f"{number}  Nine  https://essex.example/foi/9/: stays, without the file" in done.stderr
    assert disclosure(store, number).attachments[0].problem == "this file was taken down here"
    assert command("purge", "--list").stdout == "1  a file was taken down on 2026-11-21: names a person\n"
    assert isinstance(command("purge", "--file", file.sha256, "--reason", "r", "--yes").exception, NotKept)
