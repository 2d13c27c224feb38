"""Places: the page, or the sheet and cell, of words in a file, and no place where there can be none."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.database import Store
from store.filekeeping import keep_file
from store.fileread import FilePart, FileRead
from store.keeping import keep
from store.lookup import disclosure
from store.places import PartAt, cell_after, in_file, part_at, passage_in, places_in
from store.search import passage, search

NOON = "2026-11-21T12:00:00+00:00"
PAGES = (
    FilePart("page 1", "The request was for dogs."),
    FilePart("page 2", ""),
    FilePart("page 3", "Zebras were\n\ncounted too."),
)
SHEETS = (
    FilePart("sheet 'Notes'", "read me first", "A1"),
    FilePart("sheet 'Data'", "Year\tAnimal\n\n2024\tgiraffe\tseven\n2025\t\tokapi", "B13"),
)


@pytest.mark.parametrize(
    ("before", "first", "cell"),
    [
        ("", "A1", "A1"), ("a\tb\nc\t", "A1", "B2"), ("\n\n", "C10", "C12"), ("\t", "Z1", "AA1"),
        ("\t" * 701, "A1", "ZZ1"), ("\t" * 702, "A1", "AAA1"), ("x", "", ""), ("x", "no cell", ""),
    ],
)  # fmt: skip
def test_a_cell_is_told_by_counting_lines_and_tabs(before: str, first: str, cell: str) -> None:
    assert cell_after(before, first) == cell


WORDS = st.text(string.ascii_letters + " é€", max_size=6)


@given(st.lists(st.lists(WORDS, min_size=1, max_size=5), min_size=1, max_size=6), st.integers(1, 40))
def test_every_value_of_a_sheet_is_found_at_its_own_cell(rows: list[list[str]], first: int) -> None:
    text = "\n".join("\t".join(row) for row in rows)
    offset = 0
    for down, row in enumerate(rows):
        for across, value in enumerate(row):
            assert cell_after(text[:offset], f"B{first}") == f"{string.ascii_uppercase[across + 1]}{first + down}"
            offset += len(value) + 1


@given(st.lists(st.integers(1, 9), max_size=6), st.integers(-3, 80))
def test_a_part_holds_what_is_in_it_and_nothing_else(lengths: list[int], offset: int) -> None:
    starts = [sum(lengths[:number]) + 2 * number for number in range(len(lengths))]
    parts = [PartAt(f"page {n}", start, length) for n, (start, length) in enumerate(zip(starts, lengths, strict=True))]
    inside = [part for part in parts if part.start <= offset < part.start + part.length]
    assert part_at(parts, offset) == (inside[0] if inside else None)


@pytest.mark.parametrize(
    ("address", "label", "place", "said"),
    [
        ("https://a.example/x/figures%202024.xlsx?v=2", "Figures", "page 2", "figures 2024.xlsx, page 2"),
        ("https://a.example/download/77", "Figures", "", "Figures"),
        ("https://a.example/download/77", "", "page 1", "77, page 1"),
    ],
)
def test_a_file_goes_by_its_name_else_by_its_label(address: str, label: str, place: str, said: str) -> None:
    assert in_file(address, label, place) == said


@pytest.mark.parametrize(
    ("snippet", "words", "into"),
    [
        ("…one \x02two\x03 three…", "one two three", 4),
        ("other page\n\nhere \x02it\x03 is \x02it\x03\n \nnext", "here it is it", 5),
        ("no mark", "", 0),
    ],
)
def test_the_passage_in_a_snippet(snippet: str, words: str, into: int) -> None:
    assert passage_in(snippet) == (words, into)


@pytest.fixture
def filled(store: Store, sighting) -> Store:
    pdf = read(PAGES, "application/pdf")
    sheet = read(SHEETS, "text/csv")
    files = (
        keep_file(store, b"pdf", pdf, "https://essex.example/media/reply.pdf", "The letter"),
        keep_file(store, b"sheet", sheet, "https://essex.example/media/figures.xlsx", "The figures"),
    )
    keep(store, sighting(1, attachments=files, response_text="No okapi here, says the lion."), seen=NOON, run=None)
    return store


def read(parts: tuple[FilePart, ...], media_type: str) -> FileRead:
    return FileRead(media_type, "\n\n".join(part.text for part in parts if part.text), parts=parts)


@pytest.mark.parametrize(
    ("query", "place"),
    [
        ("zebras", "reply.pdf, page 3"), ("counted", "reply.pdf, page 3"), ("dogs", "reply.pdf, page 1"),
        ("giraffe", "figures.xlsx, sheet 'Data', C15"), ("seven AND giraffe", "figures.xlsx, sheet 'Data', C15"),
        ("attachments_text:okapi", "figures.xlsx, sheet 'Data', D16"), ('"read me"', "figures.xlsx, sheet 'Notes', A1"),
        ("lion", ""), ("officers", ""),
    ],
)  # fmt: skip
def test_a_hit_tells_its_place(filled: Store, query: str, place: str) -> None:
    (hit,) = search(filled, query)
    assert hit.place == place
    assert passage(filled, query, 1)[1] == place


def test_a_file_of_an_earlier_version_of_foiwatch_has_no_parts_and_breaks_nothing(filled: Store) -> None:
    filled.db.execute("DELETE FROM file_parts")
    assert search(filled, "giraffe")[0].place == "figures.xlsx"
    (_, file) = disclosure(filled, 1).attachments
    assert places_in(filled, file)(file.text.index("giraffe")) == ""


def test_parts_come_with_the_next_look_at_the_same_words(filled: Store, rows) -> None:
    whole = rows("SELECT * FROM file_parts")
    filled.db.execute("DELETE FROM file_parts")
    keep_file(filled, b"sheet", FileRead("text/csv", "other words", parts=(FilePart("page 1", "other words"),)))
    assert rows("SELECT * FROM file_parts") == []
    for data, parts in ((b"pdf", PAGES), (b"sheet", SHEETS)):
        keep_file(filled, data, read(parts, "text/csv"))
    assert rows("SELECT * FROM file_parts") == whole


def test_parts_that_do_not_make_up_the_text_are_not_kept(store: Store, rows) -> None:
    keep_file(store, b"x", FileRead("text/plain", "one two", parts=(FilePart("page 1", "two"),)))
    assert rows("SELECT * FROM file_parts") == []


def test_what_utf8_cannot_hold_moves_no_place(store: Store, rows) -> None:
    parts = (FilePart("page \udcff1", "a\udcffb"), FilePart("page 2", "cd"))
    keep_file(store, b"x", read(parts, "text/plain"))
    assert rows("SELECT place, start, length FROM file_parts") == [("page ?1", 0, 3), ("page 2", 5, 2)]
