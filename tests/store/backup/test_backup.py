"""Backup and restore: whole, checked byte by byte, taken while others write, and never over a store."""

import sqlite3
import threading
from pathlib import Path

import pytest

from store.backup import making
from store.backup.making import back_up
from store.backup.manifest import NAME
from store.backup.restoring import restore, verify
from store.database import Store, open_store
from store.errors import StoreError
from store.filekeeping import keep_file
from store.fileread import Concealed, FileRead
from store.holding import hold_by_hand
from store.keeping import keep
from store.lookup import disclosure

NOON = "2026-11-21T12:00:00+00:00"
LATER = "2026-11-22T12:00:00+00:00"


@pytest.fixture
def filled(store: Store, sighting) -> Store:
    file = keep_file(
        store, b"Year,Dismissed", FileRead("text/csv", "Year Dismissed"), "https://essex.example/a.csv", "A"
    )
    hidden = FileRead("text/csv", "names", hidden=(Concealed("hidden sheet", "sheet 'Names'"),))
    secret = keep_file(store, b"hidden names", hidden, "https://essex.example/b.csv", "B")
    keep(store, sighting(1, attachments=(file, secret)), seen=NOON, run=None)
    (store.folder / "evidence").mkdir()
    (store.folder / "evidence" / "run-1.warc.gz").write_bytes(b"archived")
    return store


def contents(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file() and path.suffix not in (".db-wal", ".db-shm"))
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files if path.suffix != ".db"}


def test_a_restored_store_is_the_store(filled: Store, tmp_path: Path) -> None:
    back_up(filled, tmp_path / "backup", NOON)
    manifest, before = restore(tmp_path / "backup", tmp_path / "other", LATER)
    assert (manifest.disclosures, manifest.made, before) == (1, NOON, None)
    again = open_store(tmp_path / "other")
    assert disclosure(again, 1) == disclosure(filled, 1)
    assert contents(again.folder) == contents(filled.folder)
    assert (again.folder / "private.db").stat().st_mode & 0o077 == 0
    assert (again.folder / "quarantine").stat().st_mode & 0o077 == 0
    again.close()


def test_a_second_backup_copies_what_changed_and_drops_what_is_gone(filled: Store, sighting, tmp_path: Path) -> None:
    folder = tmp_path / "backup"
    first = back_up(filled, folder, NOON)
    kept = next(path for path in (folder / "files").rglob("*") if path.is_file())
    inode = kept.stat().st_ino
    more = keep_file(filled, b"more", FileRead("text/csv", "more"), "https://essex.example/c.csv", "C")
    keep(filled, sighting(2, attachments=(more,)), seen=LATER, run=None)
    (filled.folder / "evidence" / "run-1.warc.gz").unlink()
    second = back_up(filled, folder, LATER)
    assert kept.stat().st_ino == inode
    assert set(second.files) - set(first.files) == {f"files/{more.sha256[:2]}/{more.sha256}"}
    assert set(first.files) - set(second.files) == {"evidence/run-1.warc.gz"}
    assert not (folder / "evidence" / "run-1.warc.gz").exists()
    assert verify(folder).disclosures == 2


def test_it_is_one_moment_while_another_connection_writes(filled: Store, sighting, tmp_path: Path) -> None:
    stop = threading.Event()

    def write() -> None:
        other = open_store(filled.folder)
        number = 100
        while not stop.is_set():
            number += 1
            keep(other, sighting(number), seen=LATER, run=None)
        other.close()

    thread = threading.Thread(target=write)
    thread.start()
    try:
        made = [back_up(filled, tmp_path / f"backup{n}", NOON).disclosures for n in range(3)]
    finally:
        stop.set()
        thread.join()
    assert made == sorted(made)
    for number in range(3):
        restore(tmp_path / f"backup{number}", tmp_path / f"store{number}", LATER)
        copy = sqlite3.connect(tmp_path / f"store{number}" / "foi.db")
        assert copy.execute("SELECT count(*) FROM versions").fetchone()[0] == made[number]
        copy.close()


@pytest.mark.parametrize("victim", ["foi.db", "files", "quarantine", "evidence/run-1.warc.gz", NAME])
@pytest.mark.parametrize("harm", ["altered", "cut", "gone"])
def test_a_damaged_backup_is_refused_and_the_store_stays(filled: Store, tmp_path: Path, victim: str, harm: str) -> None:
    folder = tmp_path / "backup"
    back_up(filled, folder, NOON)
    path = folder / victim
    path = path if path.is_file() else next(p for p in path.rglob("*") if p.is_file())
    data = path.read_bytes()
    if harm == "altered" and victim == "evidence/run-1.warc.gz":
        harm = "cut"  # the archive has digests of its own, which `foiwatch doctor` compares
    path.write_bytes({"altered": bytes([data[0] ^ 1]) + data[1:], "cut": data[:-1], "gone": b""}[harm])
    if harm == "gone":
        path.unlink()
    before = contents(filled.folder)
    with pytest.raises(StoreError, match=r"not what was backed up|do not agree|cannot be read|no finished backup"):
        restore(folder, filled.folder, LATER)
    assert contents(filled.folder) == before


def test_what_was_there_is_kept_beside(filled: Store, sighting, tmp_path: Path) -> None:
    back_up(filled, tmp_path / "backup", NOON)
    keep(filled, sighting(2), seen=LATER, run=None)
    filled.close()
    _, before = restore(tmp_path / "backup", filled.folder, LATER)
    assert before == filled.folder.with_name("data.before-20261122T120000")
    for folder, count in ((filled.folder, 1), (before, 2)):
        copy = sqlite3.connect(folder / "foi.db")
        assert copy.execute("SELECT count(*) FROM disclosures").fetchone() == (count,)
        copy.close()


def test_an_unfinished_backup_is_none(filled: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    folder = tmp_path / "backup"
    back_up(filled, folder, NOON)
    monkeypatch.setattr("store.backup.making.write_manifest", full)
    with pytest.raises(StoreError, match="not whole"):
        back_up(filled, folder, LATER)
    with pytest.raises(StoreError, match="no finished backup"):
        restore(folder, tmp_path / "other", LATER)
    monkeypatch.undo()
    assert back_up(filled, folder, LATER).made == LATER


@pytest.mark.parametrize("place", ["files", "..", "."])
def test_a_backup_is_not_made_in_the_store(filled: Store, place: str) -> None:
    with pytest.raises(StoreError, match="outside the store"):
        back_up(filled, filled.folder / place, NOON)


def test_a_folder_with_other_things_is_left_alone(filled: Store, tmp_path: Path) -> None:
    (tmp_path / "thesis").mkdir()
    (tmp_path / "thesis" / "chapter.txt").write_text("mine")
    with pytest.raises(StoreError, match="no finished backup"):
        back_up(filled, tmp_path / "thesis", NOON)
    assert [path.name for path in (tmp_path / "thesis").iterdir()] == ["chapter.txt"]


def test_a_file_held_back_meanwhile_is_not_public_in_the_backup(
    filled: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (sha256,) = filled.db.conn.execute("SELECT sha256 FROM files WHERE text <> ''").fetchone()
    copied = making._copy_databases

    def hold_first(store: Store, folder: Path) -> object:
        hold_by_hand(store, sha256, "a name in it", LATER)
        return copied(store, folder)

    monkeypatch.setattr(making, "_copy_databases", hold_first)
    back_up(filled, tmp_path / "backup", NOON)
    assert not (tmp_path / "backup" / "files" / sha256[:2] / sha256).exists()
    assert (tmp_path / "backup" / "quarantine" / sha256[:2] / sha256).exists()
