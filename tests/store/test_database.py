"""Opening the store: made once, private to its owner where it must be, and refused with a reason."""

import sqlite3
import threading
from pathlib import Path

import pytest
from sqlite_utils import Database

from store.database import Store, open_store
from store.errors import StoreError
from store.migrations import public
from store.places import parts_of
from store.private_migrations import private
from store.quarantine import held


def test_a_new_store_is_durable_and_its_private_part_is_private(store: Store) -> None:
    ask = store.db.conn.execute
    assert ask("PRAGMA journal_mode").fetchone() == ("wal",)
    assert ask("PRAGMA synchronous").fetchone() == (2,)
    assert ask("PRAGMA foreign_keys").fetchone() == (1,)
    assert (store.folder / "private.db").stat().st_mode & 0o077 == 0


def test_opening_twice_finds_what_was_kept(store: Store) -> None:
    again = open_store(store.folder)
    assert again.db.conn.execute("SELECT name FROM sources").fetchall() == [("essex",)]
    again.close()


@pytest.mark.parametrize("attempt", range(5))
def test_several_may_open_a_new_store_at_once(tmp_path: Path, attempt: int) -> None:
    failures: list[StoreError] = []

    def open_once() -> None:
        try:
            open_store(tmp_path / "data").close()
        except StoreError as failure:
            failures.append(failure)

    openers = [threading.Thread(target=open_once) for _ in range(6)]
    for opener in openers:
        opener.start()
    for opener in openers:
        opener.join()
    assert failures == []


def test_a_folder_that_is_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("not a folder")
    with pytest.raises(StoreError, match="cannot open the store"):
        open_store(tmp_path / "data")


def test_a_file_that_is_no_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    (tmp_path / "foi.db").write_text("someone's notes, longer than a header of SQLite would be, " * 20)
    with pytest.raises(StoreError, match="not a database"):
        open_store(tmp_path)
    assert (tmp_path / "foi.db").read_text().startswith("someone's notes")


def test_a_transaction_that_fails_leaves_nothing_and_the_next_one_works(store: Store) -> None:
    with pytest.raises(sqlite3.IntegrityError), store.writing():
        store.db.conn.execute("INSERT INTO forces (name) VALUES ('Essex Police')")
        store.db.conn.execute("INSERT INTO forces (name) VALUES ('Essex Police')")
    assert store.db.conn.execute("SELECT 1 FROM forces").fetchall() == []
    with store.writing():
        store.db.conn.execute("INSERT INTO forces (name) VALUES ('Essex Police')")
    assert store.db.conn.execute("SELECT name FROM forces").fetchall() == [("Essex Police",)]


def test_a_part_that_fails_inside_a_transaction_takes_back_only_itself(store: Store) -> None:
    with store.writing():
        store.db.conn.execute("INSERT INTO forces (name) VALUES ('Essex Police')")
        with pytest.raises(sqlite3.IntegrityError), store.writing():
            store.db.conn.execute("INSERT INTO forces (name) VALUES ('Kent Police')")
            store.db.conn.execute("INSERT INTO forces (name) VALUES ('Kent Police')")
    assert store.db.conn.execute("SELECT name FROM forces").fetchall() == [("Essex Police",)]


def test_a_store_of_an_earlier_version_is_brought_up_to_date(tmp_path: Path) -> None:
    for name, migrations, second in (
        ("foi.db", public, "m002_what_files_hold"),
        ("private.db", private, "m002_the_quarantine"),
    ):
        db = Database(sqlite3.connect(tmp_path / name))
        migrations.apply(db, stop_before=second)
        db.close()
    with sqlite3.connect(tmp_path / "foi.db") as old:
        old.execute("INSERT INTO files (sha256, media_type, bytes, text) VALUES ('ab', 'text/plain', 2, 'words')")
    store = open_store(tmp_path)
    assert store.db.conn.execute("SELECT text FROM files").fetchall() == [("words",)]
    assert held(store) == []
    assert parts_of(store.db.conn, "ab") == ()
    store.close()
