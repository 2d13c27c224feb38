"""A better reading takes the place of an earlier one: everything that is computed follows, and nobody is told."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from store.correcting import say_forces
from store.database import Store
from store.evidence.revising import read_otherwise, revise, revise_file, versions_of
from store.filekeeping import keep_file
from store.fileread import Concealed, FilePart, FileRead, FileTable
from store.keeping import keep
from store.matches import save_matches, unmatched
from store.records import Sighting
from store.search import search

SEEN, LATER = "2026-11-03T09:00:00+00:00", "2026-11-10T09:00:00+00:00"


@pytest.fixture
def first(store: Store, sighting: Any) -> Sighting:
    """A page as an earlier reader read it, kept and matched."""
    made: Sighting = sighting(1, outcome="unknown", attachments=())
    keep(store, made, seen=SEEN, run=None, reader="first")
    save_matches(store, "topics", [(1, 1, [])])
    return made


class TestVersion:
    def test_the_row_the_search_and_the_citations_follow(
        self, store: Store, first: Sighting, rows: Callable[[str], list[tuple]], sound: Callable[[], None]
    ) -> None:
        better = replace(
            first, title="Officers, once more", words="Better words.", outcome="refused", ref="FOI 9",
            response_text="We refuse, quokka.", forces=("Kent Police",),
            extra={"citations": [{"section": "s12", "quote": "Too long.", "relied_on": True}]},
        )  # fmt: skip
        (version,) = versions_of(store.db.conn, 1)
        found = revise(store, version, better, "second")
        assert [one.field for one in found] == [
            "title", "ref", "forces", "outcome", "response_text", "words", "citations",
        ]  # fmt: skip
        assert rows("SELECT title, outcome, ref FROM disclosures") == [("Officers, once more", "refused", "FOI 9")]
        assert rows("SELECT force FROM disclosure_forces") == [("Kent Police",)]
        assert rows("SELECT section FROM citations") == [("s12",)]
        assert [hit.disclosure for hit in search(store, "quokka")] == [1]
        assert unmatched(store, "topics", 9) == [1]
        sound()

    def test_of_which_forces_it_is_stays_where_a_person_said_so(
        self, store: Store, first: Sighting, rows: Callable[[str], list[tuple]]
    ) -> None:
        say_forces(store, 1, ("Kent Police",), seen=LATER)
        for version in versions_of(store.db.conn, 1):
            revise(store, version, replace(first, words="Better words.", forces=("Gwent Police",)), "second")
        assert [one.sighting.forces for one in versions_of(store.db.conn, 1)] == [("Gwent Police",), ("Kent Police",)]
        assert rows("SELECT force FROM disclosure_forces") == [("Kent Police",)]
        assert rows("SELECT words FROM disclosures") == [("Better words.",)]

    def test_there_is_no_version_and_no_change_more(
        self, store: Store, first: Sighting, rows: Callable[[str], list[tuple]]
    ) -> None:
        before = rows("SELECT * FROM changes"), rows("SELECT version, seen, run, changed FROM versions")
        revise(store, versions_of(store.db.conn, 1)[0], replace(first, words="Better words."), "second")
        assert (rows("SELECT * FROM changes"), rows("SELECT version, seen, run, changed FROM versions")) == before

    def test_the_next_look_at_it_is_unchanged(self, store: Store, first: Sighting) -> None:
        better = replace(first, words="Better words.")
        revise(store, versions_of(store.db.conn, 1)[0], better, "second")
        assert keep(store, better, seen=LATER, run=None, reader="second").verb == "unchanged"
        assert keep(store, replace(better, words="Other."), seen=LATER, run=None, reader="second").verb == "changed"

    def test_of_an_earlier_version_only_its_record_changes(
        self, store: Store, first: Sighting, rows: Callable[[str], list[tuple]]
    ) -> None:
        keep(store, replace(first, words="Changed."), seen=LATER, run=None, reader="second")
        (old, _) = versions_of(store.db.conn, 1)
        found = revise(store, old, replace(first, outcome="refused"), "second")
        assert [(one.field, one.before, one.after) for one in found] == [("outcome", "unknown", "refused")]
        assert rows("SELECT words, outcome FROM disclosures") == [("Changed.", "unknown")]
        assert [version.sighting.outcome for version in versions_of(store.db.conn, 1)] == ["refused", "unknown"]

    def test_a_dry_run_changes_nothing(self, store: Store, first: Sighting) -> None:
        before = list(store.db.conn.iterdump())
        found = revise(store, versions_of(store.db.conn, 1)[0], replace(first, words="B."), "second", dry_run=True)
        assert [one.field for one in found] == ["words"]
        assert list(store.db.conn.iterdump()) == before

    def test_the_same_reading_says_only_who_read_it(self, store: Store, first: Sighting) -> None:
        assert revise(store, versions_of(store.db.conn, 1)[0], first, "second") == []
        assert versions_of(store.db.conn, 1)[0].reader == "second"
        assert unmatched(store, "topics", 9) == []

    def test_a_field_that_only_the_new_reader_knows_is_no_difference_when_empty(
        self, store: Store, first: Sighting
    ) -> None:
        more = replace(first, extra={**first.extra, "nuances": []})
        assert revise(store, versions_of(store.db.conn, 1)[0], more, "second") == []


class TestAnotherReader:
    def test_only_another_reader_s_version_that_would_change_is_found(self, store: Store, first: Sighting) -> None:
        other = replace(first, words="Other words.")
        assert read_otherwise(store.db.conn, other, LATER, "first") is None
        assert read_otherwise(store.db.conn, first, LATER, "second") is None
        found = read_otherwise(store.db.conn, other, LATER, "second")
        assert found is not None
        assert (found.disclosure, found.version, found.reader, found.sighting) == (1, 1, "first", first)

    def test_what_is_new_is_not_found(self, store: Store, first: Sighting, sighting: Any) -> None:
        assert read_otherwise(store.db.conn, sighting(2), LATER, "second") is None


class TestFile:
    TABLE = FileTable("sheet 'Data'", (("Year", "Dogs"), (2024, 7.0)))

    @pytest.fixture
    def read(self) -> FileRead:
        return FileRead("text/csv", "Year\tDogs", "", (FilePart("sheet 1", "Year\tDogs"),), (self.TABLE,), (), "first")

    @pytest.fixture
    def sha256(self, store: Store, sighting: Any, read: FileRead) -> str:
        file = keep_file(store, b"bytes", read, "https://essex.example/dogs.csv", "Dogs")
        keep(store, sighting(1, attachments=(file,)), seen=SEEN, run=None, reader="first")
        save_matches(store, "topics", [(1, 1, [])])
        return file.sha256

    def test_words_parts_and_tables_follow(
        self, store: Store, sha256: str, rows: Callable[[str], list[tuple]], sound: Callable[[], None]
    ) -> None:
        better = FileRead("text/csv", "quokka", "", (FilePart("sheet 2", "quokka"),), (), (), "second")
        found = revise_file(store, sha256, better)
        assert [one.field for one in found] == ["text", "tables", "parts"]
        assert rows("SELECT text, reader FROM files") == [("quokka", "second")]
        assert rows("SELECT place FROM file_parts") == [("sheet 2",)]
        assert rows("SELECT count(*) FROM file_tables") == [(0,)]
        assert [hit.disclosure for hit in search(store, "quokka")] == [1]
        assert unmatched(store, "topics", 9) == [1]
        assert rows("SELECT count(*) FROM changes") == [(1,)]
        sound()

    def test_the_same_reading_is_no_difference(self, store: Store, sha256: str, read: FileRead) -> None:
        assert revise_file(store, sha256, replace(read, reader="second")) == []
        assert unmatched(store, "topics", 9) == []

    def test_a_held_file_stays_as_it_is(self, store: Store, sighting: Any, rows: Callable[[str], list[tuple]]) -> None:
        hidden = FileRead("text/csv", "quokka", hidden=(Concealed("hidden sheet"),))
        file = keep_file(store, b"bytes", hidden)
        assert revise_file(store, file.sha256, FileRead("text/csv", "quokka", reader="second")) == []
        assert rows("SELECT text, problem FROM files") == [("", "quarantined: a hidden sheet")]
