"""Files by SHA-256: kept once, complete, readable by the site, and never outside their folder."""

import hashlib
from pathlib import Path

import pytest

from store.database import Store
from store.errors import StoreError
from store.files import file_path, put_file

PDF = b"%PDF-1.7 invented"
SHA256 = hashlib.sha256(PDF).hexdigest()


def test_bytes_are_kept_under_their_digest(store: Store, rows) -> None:
    assert put_file(store, PDF, "application/pdf", "some words", "") == SHA256
    path = file_path(store, SHA256)
    assert path == store.folder / "files" / SHA256[:2] / SHA256
    assert path.read_bytes() == PDF
    assert path.stat().st_mode & 0o777 == 0o644
    assert rows("SELECT sha256, media_type, bytes, text FROM files") == [
        (SHA256, "application/pdf", len(PDF), "some words")
    ]
    assert [p.name for p in path.parent.iterdir()] == [SHA256]


def test_the_same_bytes_again_change_nothing(store: Store, rows) -> None:
    put_file(store, PDF, "application/pdf", "some words", "")
    written = file_path(store, SHA256).stat().st_mtime_ns
    put_file(store, PDF, "text/plain", "", "cannot be opened")
    assert file_path(store, SHA256).stat().st_mtime_ns == written
    assert rows("SELECT media_type, text, problem FROM files") == [("application/pdf", "some words", "")]


def test_a_file_that_could_not_be_read_before_gets_its_words(store: Store, rows) -> None:
    put_file(store, PDF, "application/pdf", "", "a scan without words")
    put_file(store, PDF, "application/pdf", "words at last", "")
    assert rows("SELECT text, problem FROM files") == [("words at last", "")]


def test_a_file_cut_short_by_a_crash_is_written_again(store: Store) -> None:
    put_file(store, PDF, "application/pdf", "", "")
    file_path(store, SHA256).write_bytes(PDF[:3])
    put_file(store, PDF, "application/pdf", "", "")
    assert file_path(store, SHA256).read_bytes() == PDF


@pytest.mark.parametrize("name", ["", "../../etc/passwd", "A" * 64, "a" * 63, "a" * 64 + "/x"])
def test_a_name_that_is_no_digest_has_no_path(store: Store, name: str) -> None:
    with pytest.raises(StoreError, match="not a SHA-256"):
        file_path(store, name)


def test_a_disk_that_refuses_is_named_and_leaves_no_row(store: Store, rows) -> None:
    Path(store.folder / "files").write_text("in the way")
    with pytest.raises(StoreError, match="cannot keep the file"):
        put_file(store, PDF, "application/pdf", "", "")
    assert rows("SELECT 1 FROM files") == []
