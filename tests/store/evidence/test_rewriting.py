"""A disclosure taken out of the archive leaves no byte there, and nothing else loses one."""

import gzip
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from store.database import Store
from store.errors import StoreError
from store.evidence import captures, rewriting
from store.evidence.archive import Archive, folder_of, settle
from store.evidence.checking import check
from store.evidence.members import opened
from store.evidence.rewriting import without


def bytes_of(store: Store) -> bytes:
    return b"".join(gzip.decompress(path.read_bytes()) for path in folder_of(store).glob("*.warc.gz"))


def test_its_records_are_gone_and_the_others_are_as_they_were(
    store: Store, archived: Callable[..., Any], archive: Archive, talk: Any, warcio_check: Callable[[Path], str]
) -> None:
    staying = [archived(1, talk(b"stays one")), archived(3, talk(b"stays three"))]
    going = archived(2, talk(b"quokkaname lives at 9 Wattle Row"))
    archive.close()
    assert b"quokkaname" in bytes_of(store)
    assert without(store, going.disclosure) == 1
    assert b"quokkaname" not in bytes_of(store)
    assert captures.of_disclosure(store.db.conn, going.disclosure) == []
    for came_to, words in zip(staying, (b"stays one", b"stays three"), strict=True):
        (capture,) = captures.of_disclosure(store.db.conn, came_to.disclosure)
        assert opened(store, capture).payload == words
    (path,) = folder_of(store).glob("*.warc.gz")
    warcio_check(path)
    assert path.stat().st_mode & 0o777 == 0o600
    assert check(store, everything=True).faults == ()


def test_a_file_with_nothing_else_in_it_goes_as_a_whole(
    store: Store, archived: Callable[..., Any], archive: Archive, talk: Any
) -> None:
    came_to = archived(1, talk())
    archive.close()
    without(store, came_to.disclosure)
    assert list(folder_of(store).iterdir()) == []
    assert store.db.conn.execute("SELECT count(*) FROM archives").fetchone() == (0,)


def test_what_another_repeats_stays_as_that_other_s(
    store: Store, archived: Callable[..., Any], archive: Archive, talk: Any
) -> None:
    first = archived(1, talk(b"a form that both link to"), talk(b"first's own"))
    second = archived(2, talk(b"a form that both link to"))
    archive.close()
    without(store, first.disclosure)
    original, again = captures.of_disclosure(store.db.conn, second.disclosure)
    assert again.refers_to == original.id
    assert opened(store, again).payload == b"a form that both link to"
    assert b"first's own" not in bytes_of(store)
    assert check(store, everything=True).faults == ()


def test_the_rows_of_the_disclosure_can_be_deleted_afterwards(
    store: Store, archived: Callable[..., Any], archive: Archive, talk: Any
) -> None:
    came_to = archived(1, talk(b"twice"), talk(b"twice"))
    archived(2, talk(b"other"))
    archive.close()
    without(store, came_to.disclosure)
    store.db.conn.execute("DELETE FROM disclosures WHERE id = ?", (came_to.disclosure,))
    assert store.db.conn.execute("PRAGMA foreign_key_check").fetchall() == []


def test_a_disk_that_refuses_leaves_all_as_it_was(
    store: Store, archived: Callable[..., Any], archive: Archive, talk: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    came_to = archived(1, talk(b"one"))
    archived(2, talk(b"two"))
    archive.close()

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(rewriting.os, "fsync", full)
        with pytest.raises(StoreError, match="No space left"):
            without(store, came_to.disclosure)
    assert check(store, everything=True).faults == ()
    assert len(captures.of_disclosure(store.db.conn, came_to.disclosure)) == 1


def test_what_a_crash_leaves_on_either_side_is_taken_away(
    store: Store, archived: Callable[..., Any], archive: Archive, talk: Any
) -> None:
    archived(1, talk(b"one"))
    archive.close()
    (path,) = folder_of(store).glob("*.warc.gz")
    left = path.with_name(path.name.replace(".warc.gz", "-r1.warc.gz"))
    left.write_bytes(path.read_bytes())
    settle(store, "essex")
    assert [each.name for each in folder_of(store).iterdir()] == [path.name]
