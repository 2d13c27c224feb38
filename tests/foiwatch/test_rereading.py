"""Reading the record again: pages from the archive, files from their bytes, and what cannot be read stays as it was."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from stores import new_store

from crawler.reader import fingerprint
from crawler.reading.formats.filetext import FileText, Hidden
from foiwatch.config import Config
from foiwatch.rereading import Again, Rereading
from store.database import Store
from store.evidence import owed
from store.evidence.archive import Archive, folder_of
from store.evidence.exchanges import Body, Exchange, head
from store.evidence.revising import versions_of
from store.filekeeping import keep_file
from store.fileread import FileRead
from store.keeping import keep
from store.quarantine import held, set_released
from store.records import ADDED, AttachmentSeen, Sighting

SITE = "https://www.met.police.uk"
PAGE, FILE = f"{SITE}/foi-ai/metropolitan-police/disclosure-2026/may-2026/dogs/", f"{SITE}/SysSiteAssets/dogs.csv"
NOON = "2026-11-03T12:00:00+00:00"
HTML = f"""<html><head><meta name="x-synthetic" content="invented page"><title>Police dogs</title></head><body><main>
<h1>Police dogs</h1><p>Freedom of information request reference no: 01.FOI.26.000001</p>
<p>I note you seek access to the following information:</p><p>How many dogs are there?</p>
<p>I have today decided to disclose the requested information in full.</p><p>There are seven dogs in all.</p>
<a href="{FILE}">Data (CSV)</a></main></body></html>""".encode()


class Files:
    """Stands in for the workers: says of every file what it is told to, and remembers how it was asked."""

    def __init__(self, says: FileText) -> None:
        self.says, self.asked = says, list[tuple[str, str, bool]]()

    def read(self, data: bytes, name: str = "", media_type: str = "", *, released: bool = False) -> FileText:
        self.asked.append((name, media_type, released))
        return self.says

    def close(self) -> None:
        """There is nothing to close."""


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = new_store(tmp_path / "data")
    yield opened
    opened.close()


@pytest.fixture
def file(store: Store) -> AttachmentSeen:
    return keep_file(store, b"Dogs\n7\n", FileRead("text/csv", "Dogs\n7", reader="first"), FILE, "Data (CSV)")


@pytest.fixture
def again(store: Store) -> Callable[..., list[Again]]:
    """Reads the first disclosure again; every file then says `words`."""

    def read(words: str = "Dogs\n7", files: Files | None = None, **how: Any) -> list[Again]:
        reader: Any = files or Files(FileText("text/csv", words))
        return list(Rereading(store, Config(), reader, **how).read(1))

    return read


def archived(store: Store, *files: AttachmentSeen, words: str = "Read badly.") -> None:
    """A page of the Met's log, kept as an earlier reader read it."""
    found = Sighting("met", PAGE, "Dogs", words, forces=("Metropolitan Police Service",), attachments=files)
    archive = Archive(store, "met", None, NOON, {})
    line = head(b"HTTP/1.1 200 OK", [(b"Content-Type", b"text/html; charset=utf-8")])
    page = Exchange(PAGE, NOON, 200, line, Body(HTML), b"GET / HTTP/1.1\r\n\r\n", entry=PAGE)
    with store.writing():
        came_to = keep(store, found, seen=NOON, run=None, reader="first")
        archive.write(came_to.disclosure, came_to.version, [page])
    archive.close()


class TestPage:
    def test_it_says_what_its_visit_would_read(self, store: Store, file: AttachmentSeen, again: Any) -> None:
        archived(store, file)
        (version,) = [one for one in again() if not one.sha256]
        assert {"title", "ref", "words", "outcome", "questions"} <= {one.field for one in version.differences}
        (kept,) = versions_of(store.db.conn, 1)
        assert (kept.reader, kept.sighting.title, kept.sighting.ref) == (
            fingerprint(),
            "Police dogs",
            "01.FOI.26.000001",
        )
        assert [one.sha256 for one in kept.sighting.attachments] == [file.sha256]
        assert again() == []

    def test_everything_reads_also_what_was_read_today(self, store: Store, again: Any) -> None:
        archived(store)
        again()
        (version,) = again(everything=True)
        assert version.differences == ()

    def test_what_was_kept_before_there_was_an_archive_is_counted(self, store: Store, again: Any) -> None:
        keep(store, Sighting("met", PAGE, "Dogs", "Words."), seen=NOON, run=None)
        assert [one.problem for one in again()] == [owed.NOT_ARCHIVED]
        assert versions_of(store.db.conn, 1)[0].reader == ""

    def test_a_damaged_record_is_named_and_nothing_is_lost(self, store: Store, again: Any) -> None:
        archived(store)
        (path,) = folder_of(store).iterdir()
        path.write_bytes(path.read_bytes()[:200])
        (version,) = again()
        assert "ends before what is indexed of it" in version.problem
        assert versions_of(store.db.conn, 1)[0].sighting.words == "Read badly."

    def test_a_force_that_a_person_named_stays(self, store: Store, again: Any) -> None:
        from store.correcting import say_forces

        archived(store)
        say_forces(store, 1, ("Kent Police",), seen=NOON)
        again()
        first, second = versions_of(store.db.conn, 1)
        assert first.sighting.forces == ("Metropolitan Police Service",)
        assert second.sighting.forces == ("Kent Police",)
        assert first.sighting.words == second.sighting.words != "Read badly."


class TestFile:
    def test_its_new_words_are_kept(self, store: Store, file: AttachmentSeen, again: Any) -> None:
        archived(store, file)
        (of_file, _) = again("Dogs\n8")
        assert [(one.field, one.before, one.after) for one in of_file.differences] == [("text", "Dogs\n7", "Dogs\n8")]
        assert store.db.conn.execute("SELECT attachments_text FROM disclosures").fetchone() == ("Dogs\n8",)

    def test_a_dry_run_keeps_nothing(self, store: Store, file: AttachmentSeen, again: Any) -> None:
        archived(store, file)
        before = list(store.db.conn.iterdump())
        assert all(one.differences for one in again("Dogs\n8", dry_run=True))
        assert list(store.db.conn.iterdump()) == before

    def test_words_that_were_had_are_not_lost_to_a_reader_that_fails(
        self, store: Store, file: AttachmentSeen, again: Any
    ) -> None:
        archived(store, file)
        (of_file, _) = again(files=Files(FileText("text/csv", problem="took longer than 120 seconds")))
        assert of_file.problem == "kept as it was: took longer than 120 seconds"
        assert store.db.conn.execute("SELECT text FROM files").fetchone() == ("Dogs\n7",)

    def test_something_hidden_that_is_found_now_is_held_back(
        self, store: Store, file: AttachmentSeen, again: Any
    ) -> None:
        archived(store, file)
        found = Files(FileText("text/csv", "Dogs\n7", hidden=(Hidden("hidden sheet", "sheet 'Staff'", ""),)))
        assert [one.field for one in again(files=found, dry_run=True)[0].differences] == ["quarantined"]
        assert held(store) == []
        assert [one.field for one in again(files=found)[0].differences] == ["quarantined"]
        assert [one.sha256 for one in held(store)] == [file.sha256]
        assert store.db.conn.execute("SELECT attachments_text FROM disclosures").fetchone() == ("",)
        assert again(files=found) == []

    def test_one_that_was_released_stays_so(self, store: Store, file: AttachmentSeen, again: Any) -> None:
        archived(store, file)
        set_released(store, file.sha256, NOON)
        found = Files(FileText("text/csv", "Dogs\n8", hidden=(Hidden("hidden sheet", "", ""),)))
        assert [one.field for one in again(files=found)[0].differences] == ["text"]
        assert found.asked == [("dogs.csv", "text/csv", True)]
        assert held(store) == []


def test_a_letter_brought_by_hand_is_read_from_its_file(store: Store, again: Any) -> None:
    text = "Freedom of information request reference no: 01.FOI.26.000002\n\nWe hold no dogs."
    address = "file:0123456789abcdef/letter.txt"
    own = keep_file(store, text.encode(), FileRead("text/plain", text, reader="first"), address, "letter.txt")
    forces = ("Kent Police",)
    keep(store, Sighting(ADDED, address, "A letter", "Badly.", forces=forces, attachments=(own,)), seen=NOON, run=None)
    again(text)
    (kept,) = versions_of(store.db.conn, 1)
    assert (kept.sighting.ref, kept.sighting.forces) == ("01.FOI.26.000002", forces)
    assert "We hold no dogs." in kept.sighting.words


def test_an_entry_that_is_a_file_has_no_words_but_its_title(store: Store, file: AttachmentSeen, again: Any) -> None:
    keep(store, Sighting("met", FILE, "Dogs", "Dogs", attachments=(file,)), seen=NOON, run=None, reader="first")
    (of_file, version) = again("Dogs\n8")
    assert [one.field for one in of_file.differences] == ["text"]
    assert (version.differences, version.problem) == ((), "")
