"""The site over a record with files held back and files with pages: plain to see, and never given out."""

import asyncio
import html
import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from store.database import open_store
from store.filekeeping import keep_file
from store.fileread import Concealed, FilePart, FileRead, FileTable
from store.files import file_path, write_once
from store.keeping import keep
from store.records import Sighting
from store.site.app import datasette_app

NOON = "2026-11-21T12:00:00+00:00"
SECRET = "quokkaname"
HELD = "https://essex.example/media/staff.xlsx"
PARTS = (FilePart("page 1", "A letter about wombats."), FilePart("sheet 'Data'", "Year\tCases\n2024\tokapi", "A1"))


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Callable[[str], Any], dict[str, str]]]:
    folder = tmp_path_factory.mktemp("store")
    store = open_store(folder)
    hidden = (Concealed("hidden sheet", f"sheet '{SECRET}'", SECRET), Concealed("comment"), Concealed("comment"))
    table = FileTable("A1:B2", ((SECRET, "1"),))
    held = keep_file(
        store,
        b"held",
        FileRead("text/csv", SECRET, SECRET, (FilePart("page 1", SECRET),), (table,), hidden),
        HELD,
        "Staff",
    )
    text = "\n\n".join(part.text for part in PARTS)
    shown = keep_file(
        store, b"shown", FileRead("text/csv", text, parts=PARTS), "https://essex.example/media/figures.xlsx", "Figures"
    )
    address = "https://essex.example/foi/1/"
    keep(store, Sighting("essex", address, "Title", "Words", attachments=(held, shown)), seen=NOON, run=None)
    # As a crash between the two leaves it: the record holds it back, the bytes are still where the public ones are.
    write_once(file_path(store, held.sha256), b"held")
    store.close()
    app, loop = datasette_app(folder), asyncio.new_event_loop()
    yield lambda path: loop.run_until_complete(app.client.get(path)), {"held": held.sha256, "shown": shown.sha256}
    loop.close()


def words(response: Any) -> str:
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", " ", response.text)))


def test_a_held_file_is_plain_to_see_and_leads_nowhere(site: Any) -> None:
    get, _ = site
    page = get("/foi/disclosures/1")
    assert "Quarantined: a hidden sheet, 2 comments." in words(page)
    assert f'href="{HELD}"' not in page.text
    assert "figures.xlsx" in page.text
    assert page.text.count("Download the kept file") == 1


def test_a_held_file_is_never_handed_out(site: Any) -> None:
    get, files = site
    assert get(f"/-/files/{files['held']}/staff.xlsx").status_code == 404
    assert get(f"/-/files/{files['shown']}/figures.xlsx").status_code == 200


@pytest.mark.parametrize(
    "path",
    [
        "/", "/sources", "/search?q=" + SECRET, "/foi/disclosures/1", "/foi/disclosures/1.json?_shape=array",
        "/foi/files.json?_shape=array", "/foi/file_parts.json", "/foi/file_tables.json", "/foi/quarantined.json",
        "/foi/attachments.json", "/foi/versions.json", "/foi/problems.json", "/foi/quarantined",
    ],
)  # fmt: skip
def test_no_page_says_a_word_of_it(site: Any, path: str) -> None:
    get, _ = site
    page = get(path)
    assert page.status_code == 200
    # What was typed into the search is said again: as its title, on paper, in its links, in the subscription to paste.
    typed = rf"(<title>|data-for=\"|value=&quot;|value=\"|\?q=|“|(name|search) = &#34;){SECRET}"
    assert SECRET not in re.sub(typed, "", page.text)


def test_the_sources_page_counts_the_held_files_by_kind(site: Any) -> None:
    get, _ = site
    said = words(get("/sources"))
    assert "One file is in quarantine" in said
    assert "Comment: 1 file" in said
    assert "Hidden sheet: 1 file" in said


@pytest.mark.parametrize(
    ("query", "place"),
    [("wombats", "figures.xlsx, page 1"), ("okapi", "figures.xlsx, sheet 'Data', B2")],
)
def test_a_hit_in_a_file_tells_its_page_or_cell(site: Any, query: str, place: str) -> None:
    get, _ = site
    assert f"Attachment {place}" in words(get(f"/search?q={query}"))


def test_the_words_of_a_file_stand_under_their_pages(site: Any) -> None:
    get, _ = site
    page = get("/foi/disclosures/1")
    assert "<h4>Page 1</h4>" in page.text
    assert re.search(r"<h4>Sheet &#39;Data&#39;</h4>.*<td>okapi</td>", page.text, re.S)
