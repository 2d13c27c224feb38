"""The folder of evidence: all that is needed to check a disclosure, checked as an outsider would."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from warcio.archiveiterator import ArchiveIterator

from store.database import Store
from store.errors import StoreError
from store.evidence import bundle
from store.evidence.archive import Archive
from store.evidence.bundle import safe_name, write
from store.filekeeping import keep_file
from store.fileread import Concealed, FileRead
from store.keeping import keep
from store.records import Kept

SEEN, LATER = "2026-11-03T09:00:00+00:00", "2026-11-10T09:00:00+00:00"
FILE = "https://essex.example/media/dogs.csv"


@pytest.fixture
def written(store: Store, tmp_path: Path) -> Callable[..., tuple[Path, dict[str, Any]]]:
    def made(id: int, **how: Any) -> tuple[Path, dict[str, Any]]:
        folder = tmp_path / "out" / f"evidence-{len(how)}"
        return folder, write(store, id, folder, software="foiwatch 0", made=LATER, **how)

    return made


@pytest.fixture
def looked(store: Store, archive: Archive, sighting: Any, talk: Any) -> Callable[..., Kept]:
    """Looks at a page with a file: keeps both and archives their exchanges."""

    def look(words: str, data: bytes, *, seen: str = SEEN, hidden: bool = False) -> Kept:
        found = (Concealed("hidden sheet", "sheet 'Staff'", "quokkaname"),) if hidden else ()
        file = keep_file(store, data, FileRead("text/csv", data.decode(), hidden=found), FILE, "Dogs & <cats>")
        page = talk(f"<p>{words}</p>".encode(), seen=seen)
        of_file = talk(data, address=FILE, role="attachment", content=file.sha256)
        with store.writing():
            came_to = keep(store, sighting(1, words=words, attachments=(file,)), seen=seen, run=None, reader="first")
            archive.write(came_to.disclosure, came_to.version, [page, of_file])
        return came_to

    return look


def payloads(path: Path) -> list[tuple[str, str, bytes]]:
    with path.open("rb") as stream:
        return [
            (record.rec_type, record.rec_headers.get_header("WARC-Target-URI") or "", record.content_stream().read())
            for record in ArchiveIterator(stream, check_digests="raise")
        ]


def test_an_outsider_can_check_it(looked: Any, written: Any, warcio_check: Any) -> None:
    looked("Seven were dismissed.", b"Year,Dogs\n2024,7\n")
    came_to = looked("Eight were dismissed.", b"Year,Dogs\n2024,8\n", seen=LATER)
    folder, manifest = written(came_to.disclosure)
    done = subprocess.run(["sha256sum", "-c", "SHA256SUMS"], cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    listed = {line.split("  ", 1)[1] for line in (folder / "SHA256SUMS").read_text().splitlines()}
    there = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert listed == there - {"SHA256SUMS"}
    warcio_check(folder / manifest["warc"])
    assert json.loads((folder / "manifest.json").read_text()) == manifest
    assert "warcio check" in (folder / "README.txt").read_text()


def test_it_holds_every_version_and_what_changed(looked: Any, written: Any) -> None:
    looked("Seven were dismissed.", b"Year,Dogs\n2024,7\n")
    came_to = looked("Eight were dismissed.", b"Year,Dogs\n2024,8\n", seen=LATER)
    folder, manifest = written(came_to.disclosure)
    got = payloads(folder / manifest["warc"])
    assert [body for kind, _, body in got if kind == "response"] == [
        b"<p>Seven were dismissed.</p>", b"Year,Dogs\n2024,7\n",
        b"<p>Eight were dismissed.</p>", b"Year,Dogs\n2024,8\n",
    ]  # fmt: skip
    assert [(one["role"], one["version"], one["refers_to"]) for one in manifest["records"]] == [
        ("page", 1, ""), ("attachment", 1, ""), ("page", 2, ""), ("attachment", 2, ""),
    ]  # fmt: skip
    first, second = manifest["versions"]
    assert (first["changed"], first["differences"], second["changed"]) == ([], [], ["words", "attachments"])
    words = next(one for one in second["differences"] if one["field"] == "words")
    assert (words["before"], words["after"]) == ("Seven were dismissed.", "Eight were dismissed.")
    files = [(one["versions"], (folder / one["file"]).read_bytes()) for one in manifest["attachments"]]
    assert files == [([1], b"Year,Dogs\n2024,7\n"), ([2], b"Year,Dogs\n2024,8\n")]
    assert manifest["software"] == "foiwatch 0"


def test_what_a_record_repeats_is_there_too(
    store: Store, archived: Any, archive: Archive, talk: Any, written: Any
) -> None:
    archived(1, talk(b"a form", address="https://essex.example/form.pdf"))
    came_to = archived(2, talk(b"page two"), talk(b"a form", address="https://essex.example/form.pdf"))
    archive.close()
    folder, manifest = written(came_to.disclosure)
    (again,) = [one for one in manifest["records"] if one["kind"] == "revisit"]
    (original,) = [one for one in manifest["records"] if one["record"] == again["refers_to"]]
    assert (original["disclosure"], again["disclosure"]) == (1, 2)
    assert (original["payload_digest"], original["kind"]) == (again["payload_digest"], "response")
    assert b"a form" in [body for kind, _, body in payloads(folder / manifest["warc"]) if kind == "response"]


class TestQuarantine:
    def test_a_held_file_is_left_out_and_that_is_said(self, looked: Any, written: Any) -> None:
        came_to = looked("Seven.", b"Name\nquokkaname\n", hidden=True)
        folder, manifest = written(came_to.disclosure)
        assert manifest["attachments"] == []
        assert [one["role"] for one in manifest["records"]] == ["page"]
        assert {one["address"] for one in manifest["left_out"]} == {FILE}
        assert not any(b"quokkaname" in body for _, _, body in payloads(folder / manifest["warc"]))
        assert b"quokkaname" not in b"".join(path.read_bytes() for path in folder.rglob("*.*"))
        assert "left_out" in (folder / "README.txt").read_text()

    def test_the_operator_may_have_it(self, looked: Any, written: Any) -> None:
        came_to = looked("Seven.", b"Name\nquokkaname\n", hidden=True)
        folder, manifest = written(came_to.disclosure, include_quarantined=True)
        (file,) = manifest["attachments"]
        assert (folder / file["file"]).read_bytes() == b"Name\nquokkaname\n"
        assert manifest["left_out"] == []
        assert any(b"quokkaname" in body for _, _, body in payloads(folder / manifest["warc"]))


class TestFolder:
    def test_one_that_is_there_is_not_written_over(self, looked: Any, written: Any) -> None:
        came_to = looked("Seven.", b"a,b\n")
        folder, _ = written(came_to.disclosure)
        before = (folder / "manifest.json").read_bytes()
        with pytest.raises(StoreError, match="is there already"):
            written(came_to.disclosure)
        assert (folder / "manifest.json").read_bytes() == before

    def test_there_is_all_of_it_or_nothing(
        self, looked: Any, written: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        came_to = looked("Seven.", b"a,b\n")

        def full(*_: Any) -> None:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr(bundle.shutil, "copyfile", full)
        with pytest.raises(StoreError, match="No space left"):
            written(came_to.disclosure)
        assert list((tmp_path / "out").iterdir()) == []

    def test_without_an_archive_there_is_what_there_is(self, store: Store, sighting: Any, written: Any) -> None:
        came_to = keep(store, sighting(1), seen=SEEN, run=None)
        folder, manifest = written(came_to.disclosure)
        assert manifest["records"] == []
        assert [one["reason"] for one in manifest["left_out"]] == ["its bytes are not in the store"]
        assert (folder / manifest["warc"]).stat().st_size > 0


class TestNames:
    @given(st.text(max_size=200))
    def test_every_name_is_harmless(self, name: str) -> None:
        safe = safe_name(name)
        assert safe.isascii()
        assert 0 < len(safe) <= 91
        assert not set(safe) & set('/\\:*?"<>| \n')
        assert safe not in (".", "..")

    def test_what_is_plain_stays(self) -> None:
        assert safe_name("FOI-2025_01943 (annex A).xlsx") == "FOI-2025_01943-annex-A-.xlsx"
