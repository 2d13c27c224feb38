"""A file as read, in the shape of the store: parts, tables with the figures kept back, and what is hidden."""

from pathlib import Path

import pytest

from crawler.file_tables import MARKERS
from crawler.kept_files import as_read, keep_file
from crawler.reading.formats.filetext import FileText, Hidden, Part, Table
from store.database import open_store
from store.fileread import Concealed, FilePart
from store.files import file_path, held_path

ROWS = (("Year", "Cases", "Note"), (2024, "<5", "fewer than five"), (2025, 0, "*"), (2026, 12, "all of it"))


@pytest.mark.parametrize(
    ("where", "places"),
    [
        ("sheet 'Q1, 2024', B3:D6", ["sheet 'Q1, 2024', C4", "sheet 'Q1, 2024', D4", "sheet 'Q1, 2024', D5"]),
        ("B3:D6", ["C4", "D4", "D5"]),
        ("page 3, table 1", [f"page 3, table 1, row {r}, column {c}" for r, c in ((2, 2), (2, 3), (3, 3))]),
        ("", ["row 2, column 2", "row 2, column 3", "row 3, column 3"]),
    ],
)
def test_a_figure_kept_back_tells_its_cell(where: str, places: list[str]) -> None:
    (table,) = as_read(FileText("text/csv", tables=(Table(where, ROWS),))).tables
    marks = [("<5", places[0]), ("fewer than five", places[1]), ("*", places[2])]
    assert [(one["marker"], one["where"]) for one in table.suppressed] == marks


def test_a_note_of_the_file_says_what_a_dash_stands_for() -> None:
    part = Part("sheet 'Notes'", "A dash stands for fewer than five.\nIn 2024 fewer than 3 were kept.")
    rows = (("Year", "Cases"), (2024, "-"), (2025, 12))
    (table,) = as_read(FileText("text/csv", parts=(part,), tables=(Table("A1:B3", rows),))).tables
    assert [(one["marker"], one["where"]) for one in table.suppressed] == [("-", "B2")]


def test_a_table_of_nothing_but_markers_is_told_to_a_limit() -> None:
    (table,) = as_read(FileText("text/csv", tables=(Table("A1:A900", (("*",),) * 900),))).tables
    assert len(table.suppressed) == MARKERS
    assert len(table.rows) == 900


def test_parts_and_hidden_things_are_handed_on() -> None:
    read = as_read(FileText("a/b", "x", "p", (Part("page 1", "x", "A1"),), (), (Hidden("comment", "page 2", "words"),)))
    assert read.parts == (FilePart("page 1", "x", "A1"),)
    assert read.hidden == (Concealed("comment", "page 2", "words"),)
    assert (read.media_type, read.text, read.problem) == ("a/b", "x", "p")


@pytest.mark.parametrize("hidden", [(), (Hidden("hidden rows", "sheet 'A', rows 2-3"),)])
def test_what_hides_something_does_not_become_public(tmp_path: Path, hidden: tuple[Hidden, ...]) -> None:
    store = open_store(tmp_path)
    seen = keep_file(store, b"bytes", FileText("text/csv", "words", hidden=hidden), "https://a.example/x.csv", "X")
    assert seen.text == ("" if hidden else "words")
    assert seen.problem == ("quarantined: hidden rows" if hidden else "")
    assert file_path(store, seen.sha256).exists() is not held_path(store, seen.sha256).exists() is bool(hidden)
    store.close()
