"""A document that is itself a disclosure and is held back: none of its words are anywhere that a visitor can look."""

from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from asking import asking

from store.database import Store, open_store
from store.figures.filling import refresh
from store.filekeeping import keep_file
from store.fileread import Concealed, FilePart, FileRead, FileTable
from store.holding import hold_by_hand
from store.keeping import keep
from store.records import ADDED, Sighting
from store.site.app import datasette_app
from store.site.asked import Asked
from store.site.finding import holding
from store.site.search import found

Get = Callable[[str], Any]
DAY = "2026-11-{:02}T09:00:00+00:00".format
SECRET = "quokka"
REQUEST = f"How many officers of {SECRET} were dismissed in 2023 and 2024?"
HELD = {1: "https://essex.example/letter.csv", 2: "file:01/letter.csv", 3: "https://essex.example/new.csv"}


def document(store: Store, address: str, data: bytes, *hidden: Concealed, word: str = SECRET) -> Sighting:
    """A file with the word in everything that is read from it; what is read is the disclosure."""
    said = REQUEST.replace(SECRET, word)
    parts, tables = (FilePart("page 1", word),), (FileTable("A1", ((word, "1"),)),)
    file = keep_file(
        store, data, FileRead("text/csv", f"{said}\n\n{word}", "", parts, tables, hidden), address, "Letter"
    )
    return Sighting(
        ADDED if address.startswith("file:") else "essex", address, f"Letter to {word}", said, ref=f"FOI {word}",
        forces=("Essex Police",), received="2024-01-02", responded="2024-02-03", request_text=said,
        response_text=f"{word}: seven.", outcome="disclosed", attachments=(file,),
        extra={
            "citations": [{"section": "s40(2)", "quote": word, "relied_on": True}], "alt_refs": [word],
            "questions": [{"number": "1", "text": said}], "answers": [{"number": "1", "text": word}],
            "tables": [{"rows": [[word, 1]], "where": word}],
        },
    )  # fmt: skip


def fill(store: Store) -> None:
    """Two that were public, the first in place of another file, and are held by hand since; one that never was."""
    keep(store, document(store, HELD[1], b"one", word="emu"), seen=DAY(1), run=None)
    keep(store, document(store, HELD[1], b"two"), seen=DAY(2), run=None)
    keep(store, document(store, HELD[2], b"three"), seen=DAY(2), run=None)
    evidence = f'[{{"quote": "{SECRET}"}}]'
    store.db.conn.executemany("INSERT INTO matches VALUES (?, 'misconduct', 1, 0.9, ?)", [(1, evidence), (2, evidence)])
    refresh(store, DAY(3))
    for data in (b"two", b"three"):
        hold_by_hand(store, sha256(data).hexdigest(), SECRET, DAY(3))
    keep(store, document(store, HELD[3], b"four", Concealed("comment", SECRET)), seen=DAY(3), run=None)
    keep(store, Sighting("essex", "https://essex.example/5/", "Wombats", "Wombats in numbers"), seen=DAY(3), run=None)
    refresh(store, DAY(4))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    store = open_store(tmp_path_factory.mktemp("held"))
    fill(store)
    store.close()
    return store.folder


@pytest.fixture(scope="module")
def get(folder: Path) -> Iterator[Get]:
    with asking(datasette_app(folder)) as asks:
        yield asks


def tables(get: Get) -> list[str]:
    asked = "/foi.json?sql=select+name+from+sqlite_master+where+type+in+('table','view')&_shape=arrayfirst"
    return [str(name) for name in get(asked).json()]


def test_they_are_held_back_each_by_the_record_itself(get: Get) -> None:
    asked = "/foi.json?sql=select+id,status,title,version+from+disclosures&_shape=arrays"
    assert get(asked).json()["rows"] == [
        [1, "quarantined", "Letter", 2],
        [2, "quarantined", "Letter", 1],
        [3, "quarantined", "Letter", 1],
        [4, "present", "Wombats", 1],
    ]


def test_no_byte_of_the_public_database_has_a_word_of_them(folder: Path) -> None:
    assert SECRET.encode() in (folder / "private.db").read_bytes()  # so that it would be found
    public = b"".join(file.read_bytes() for file in folder.glob("foi.db*"))
    assert b"Wombats in numbers" in public
    assert SECRET.encode() not in public


def test_no_table_gives_them_out(get: Get) -> None:
    names = tables(get)
    assert {"disclosures", "disclosures_fts", "disclosures_fts_data", "versions", "file_tables", "matches"} <= set(
        names
    )
    for name in names:
        for path in (
            f"/foi/{name}", f"/foi/{name}.json?_size=max&_shape=objects&_labels=on", f"/foi/{name}.csv?_stream=on",
            f"/foi.json?_shape=arrays&sql=select+*+from+[{name}]", f"/foi.csv?sql=select+*+from+[{name}]",
        ):  # fmt: skip
            answer = get(path)
            assert answer.status_code == 200 and SECRET not in answer.text, path


def test_no_search_finds_them(get: Get) -> None:
    for word in (SECRET, "quok*", "dismissed", "seven"):
        assert get(f"/search.json?q={word}").json()["total"] == 0
        assert get(f"/foi/search.json?q={word}&_shape=array").json() == []
        asked = f"select+rowid+from+disclosures_fts+where+disclosures_fts+match+'{word}'"
        assert get(f"/foi.json?_shape=arrays&sql={asked}").json()["rows"] == []
    assert get("/search.json?q=wombats").json()["total"] == 1


def test_no_page_of_theirs_says_one(get: Get) -> None:
    for id in HELD:
        for path in (
            "",
            ".json?_shape=array",
            ".json?_extra=foreign_key_tables,render_cell,columns",
            ".csv",
            "?compare=1",
        ):
            answer = get(f"/foi/disclosures/{id}{path}")
            assert answer.status_code == 200 and SECRET not in answer.text
        page = get(f"/foi/disclosures/{id}").text
        assert "Held back." in page and 'href="#versions"' not in page
        for path in ("table-1.csv", "copies/1.txt"):
            assert get(f"/disclosures/{id}/{path}").status_code == 404
        assert get(f"/disclosures/{id}.bib").status_code == 404
    for data in (b"one", b"two", b"three", b"four"):
        assert get(f"/-/files/{sha256(data).hexdigest()}/letter.csv").status_code == 404


@pytest.mark.parametrize(
    "path",
    ["/", "/search", "/search.csv", "/search.atom", "/forces", "/forces/Essex~20Police", "/exemptions", "/dossiers",
     "/sources", "/about", "/feeds", "/feeds/force/Essex%20Police.atom", "/charts/months.csv",
     "/exemptions/s40~282~29"],
)  # fmt: skip
def test_no_other_page_says_one(get: Get, path: str) -> None:
    answer = get(path)
    assert SECRET not in answer.text


def test_what_words_found_before_is_not_remembered_of_what_is_held_since(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As in a large record, whose sets are made anew only now and then."""
    monkeypatch.setattr(holding, "QUICK", 0.0)
    monkeypatch.setattr(holding, "RARELY", 1e9)
    store = open_store(tmp_path / "data")
    keep(store, document(store, HELD[1], b"one"), seen=DAY(1), run=None)
    assert set(found(store, Asked(q=SECRET)).words or ()) == {1}
    hold_by_hand(store, sha256(b"one").hexdigest(), "names in it", DAY(2))
    assert set(found(store, Asked(q=SECRET)).words or ()) == set()
