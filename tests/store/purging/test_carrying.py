"""A backup that was made before does not bring back what was taken down since."""

from pathlib import Path
from typing import Any

import pytest

from store.backup.making import back_up
from store.backup.restoring import restore
from store.database import PUBLIC_NAME, Store, open_store
from store.errors import StoreError
from store.keeping import keep
from store.lookup import disclosure
from store.purging import removal
from store.purging.bars import addresses_down, tombstones
from store.purging.errors import Unfinished
from store.purging.purge import purge_file, unfinished
from store.records import Sighting

AGAIN = "2026-11-24T12:00:00+00:00"
ADDRESS = "https://essex.example/foi/quollslug/"


def restored(world: Any, backup: Path) -> Store:
    folder = world.store.folder
    world.store.close()
    restore(backup, folder, AGAIN)
    world.store = open_store(folder)
    return world.store


def test_it_stays_down(world: Any, tmp_path: Path) -> None:
    back_up(world.store, tmp_path / "copy", AGAIN)
    world.purge()
    store = restored(world, tmp_path / "copy")
    assert world.told() == {}
    (tombstone,) = tombstones(store.db.conn)
    assert (tombstone.disclosure, tombstone.reason, bool(tombstone.finished)) == (world.marked, "names a person", True)
    assert addresses_down(store.db.conn, [ADDRESS])
    assert disclosure(store, world.other)
    assert not list(tmp_path.glob("*.restoring"))


def test_it_stays_down_also_in_a_backup_that_knows(world: Any, tmp_path: Path) -> None:
    world.purge()
    back_up(world.store, tmp_path / "copy", AGAIN)
    store = restored(world, tmp_path / "copy")
    assert len(tombstones(store.db.conn)) == 1
    assert addresses_down(store.db.conn, [ADDRESS])


def test_a_backup_made_while_it_went_on_is_ended(world: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken_off(*_: object) -> None:
        raise Unfinished("broken off")

    with monkeypatch.context() as patched:
        patched.setattr(removal, "take_out", broken_off)
        with pytest.raises(Unfinished):
            world.purge()
    assert unfinished(world.store)
    back_up(world.store, tmp_path / "copy", AGAIN)
    store = restored(world, tmp_path / "copy")
    assert unfinished(store) == []
    assert world.told() == {}


def test_a_number_of_another_record_is_left_alone(world: Any, tmp_path: Path) -> None:
    other = open_store(tmp_path / "other")
    for number in range(1, world.marked + 1):
        keep(other, Sighting("met", f"https://met.example/{number}/", "Dogs", f"Dogs {number}"), seen=AGAIN, run=None)
    back_up(other, tmp_path / "copy", AGAIN)
    other.close()
    world.purge()
    store = restored(world, tmp_path / "copy")
    assert disclosure(store, world.marked).source == "met"
    assert [one.disclosure for one in tombstones(store.db.conn)] == [0]
    assert addresses_down(store.db.conn, [ADDRESS])


def test_a_store_that_cannot_be_read_is_not_replaced(world: Any, tmp_path: Path) -> None:
    back_up(world.store, tmp_path / "copy", AGAIN)
    folder = world.store.folder
    world.store.close()
    (folder / PUBLIC_NAME).write_bytes(b"no database, but long enough to be one" * 99)
    with pytest.raises(StoreError, match="move it away"):
        restore(tmp_path / "copy", folder, AGAIN)
    folder.rename(tmp_path / "away")
    restore(tmp_path / "copy", folder, AGAIN)
    world.store = open_store(folder)
    assert disclosure(world.store, world.marked)


def test_a_single_file_stays_down_too(world: Any, tmp_path: Path) -> None:
    again = world.repeat()
    back_up(world.store, tmp_path / "copy", AGAIN)
    sha256 = disclosure(world.store, again).attachments[0].sha256
    purge_file(world.store, sha256, "names a person", AGAIN, world.rewrite)
    store = restored(world, tmp_path / "copy")
    assert [(one.file, bool(one.finished)) for one in tombstones(store.db.conn)] == [(sha256[:12], True)]
    assert world.told(("bilbyfile workbook", "bilbyfile 7")) == {}
    assert disclosure(store, again).attachments[0].problem == "this file was taken down here"
