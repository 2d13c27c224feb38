"""The page of a disclosure: questions beside answers, tables, what it belongs to, copies, and how to cite it."""

import asyncio
import html
import json
import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from store.database import Store, open_store
from store.filekeeping import keep_file
from store.fileread import Concealed, FileRead, FileTable
from store.keeping import keep
from store.records import Sighting
from store.runs import begin_run
from store.site.app import datasette_app
from store.site.citing import bibtex, plain
from store.site.questions import side_by_side
from store.site.tables import MOST, ROWS
from store.walks import register_sources

Get = Callable[[str], Any]
DAY = "2026-11-{:02}T09:00:00+00:00".format
EXTRA = {
    "questions": [
        {"number": "1", "text": "How many were dismissed?", "parent": None},
        {"number": "2", "text": "Why?", "parent": None},
    ],
    "answers": [{"number": "1", "text": "Seven were."}],
    "outcome_parts": {"1": "disclosed", "2": "refused"},
    "tables": [{"rows": [["Year", "Total"], ["2024", "<5"]], "where": "table 1"}],
    "suppressed": [{"marker": "<5", "where": "table 1, row 2, column 2"}],
    "citations": [
        {"section": "s40(2)", "quote": "Section 40(2) applies.", "relied_on": True, "law": "FOIA", "kind": "absolute"},
        {"section": "s40(2)", "quote": "It is personal.", "relied_on": True, "law": "FOIA", "kind": "absolute"},
        {"section": "s17", "quote": "A refusal notice.", "relied_on": False, "law": "FOIA", "kind": "procedure"},
    ],
}


def sighting(number: int, *files: Any, **changes: Any) -> Sighting:
    values: dict[str, Any] = {
        "title": f"Dismissals & more {number}", "words": "Words.", "ref": f"FOI {number}", "forces": ("Essex Police",),
        "published": "2024-07", "request_text": "Please tell.", "response_text": "Seven were.", "extra": EXTRA,
    }  # fmt: skip
    return Sighting("essex", f"https://essex.example/foi/{number}/", attachments=files, **(values | changes))


def big_table(store: Store) -> Any:
    rows = (("Year", "Officers"), *((str(2000 + n), f"={n}") for n in range(ROWS + 20)))
    read = FileRead("text/csv", "words of it", tables=(FileTable("sheet 'Data', A1:B82", rows),))
    return keep_file(store, b"big", read, "https://essex.example/big.csv", "Figures")


def fill(store: Store) -> None:
    register_sources(store, [("essex", "Essex Police", "single_online_home", "https://essex.example")])
    run = begin_run(store, "essex", "poll", DAY(1))
    hidden = (Concealed("hidden sheet"),)
    held = keep_file(
        store,
        b"held",
        FileRead("text/csv", "quokka", tables=(FileTable("A1", (("quokka",),)),), hidden=hidden),
        "https://essex.example/held.csv",
        "Held",
    )
    keep(store, sighting(1, big_table(store), held), seen=DAY(1), run=run)
    keep(store, sighting(2, response_text="Another reply altogether."), seen=DAY(1), run=run)
    keep(store, sighting(3, kind="news", title="Paper reports quokka"), seen=DAY(1), run=run)
    keep(store, sighting(4, kind="news", title="Paper reports seven"), seen=DAY(1), run=run)
    keep(store, sighting(5, response_text="word " * 4000, extra={}), seen=DAY(1), run=run)
    db = store.db.conn
    db.execute("DELETE FROM news_links")
    db.executemany("INSERT INTO news_links VALUES (?, 1, 0.9, '[]')", [(3,), (4,)])
    db.execute("UPDATE disclosures SET status = 'quarantined' WHERE id = 3")
    db.execute("DELETE FROM merges")
    db.execute("INSERT INTO merges (kept, other, kind, reason, seen) VALUES (1, 2, 'same reply', 'the same words', '')")
    db.execute("INSERT INTO dossiers (id, title, core) VALUES (77, 'Dismissals everywhere', 1)")
    db.executemany("INSERT OR REPLACE INTO dossier_members VALUES (?, 77, 1, '[]', '')", [(1,), (2,)])
    db.execute("PRAGMA foreign_keys = OFF")
    db.execute(
        """INSERT INTO captures (disclosure, version, role, kind, address, entry, seen, status, media_type, digest,
        content, file, offset, length, request, record) VALUES (1, 1, 'page', 'response', 'https://essex.example/foi/1/',
        '', ?, 200, 'text/html', 'sha256:abcdef0123456789', '', 'one.warc.gz', 0, 9, 9, 'r')""",
        (DAY(1),),
    )


@pytest.fixture(scope="module")
def get(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Get]:
    folder: Path = tmp_path_factory.mktemp("disclosures")
    store = open_store(folder)
    fill(store)
    store.close()
    site, loop = datasette_app(folder), asyncio.new_event_loop()
    yield lambda path: loop.run_until_complete(site.client.get(path))
    loop.close()


@pytest.fixture
def store_of(tmp_path: Path) -> Callable[..., str]:
    """Keeps one sighting in a store of its own, and gives its page."""

    def page(make: Callable[[Store], Sighting]) -> str:
        store = open_store(tmp_path)
        keep(store, make(store), seen=DAY(1), run=None)
        store.close()
        return str(asyncio.run(datasette_app(tmp_path).client.get("/foi/disclosures/1")).text)

    return page


def words(text: str) -> str:
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", " ", text)))


def section(page: str, name: str) -> str:
    return words(page.split(f'<h2 id="{name}"')[1].split("</section>")[0])


def test_each_question_stands_beside_its_answer(get: Get) -> None:
    said = section(get("/foi/disclosures/1").text, "questions")
    assert "1 How many were dismissed? Disclosed Seven were. " in said
    assert "2 Why? Refused No answer of its own could be told apart" in said


def test_the_contents_lead_to_what_there_is(get: Get) -> None:
    page = get("/foi/disclosures/1").text
    anchors = re.findall(r'<li><a href="#([\w-]+)">', page.split('class="on-page"')[1].split("</nav>")[0])
    assert anchors == [
        "questions", "request", "response", "tables", "attachments", "exemptions", "dossier", "news", "copies", "cite",
    ]  # fmt: skip
    assert not [anchor for anchor in anchors if page.count(f'id="{anchor}"') != 1]


def test_tables_are_tables_with_their_csv(get: Get) -> None:
    page = get("/foi/disclosures/1").text
    said = section(page, "tables")
    assert "On the page: table 1 (2 rows, 2 columns)" in said and "<5 in table 1, row 2, column 2" in said
    assert "big.csv, sheet 'Data', A1:B82 (81 rows, 2 columns)" in said and "And 20 more rows, in the CSV" in said
    assert '<th scope="col">Officers</th>' in page
    assert get("/disclosures/1/table-1.csv").text == "Year,Total\r\n2024,<5\r\n"
    rows = get("/disclosures/1/table-2.csv").text.splitlines()
    assert len(rows) == ROWS + 21 and rows[2] == "2001,'=1"
    assert get("/disclosures/1/table-3.csv").status_code == 404, "the table of a file that is held back"
    assert get("/disclosures/3/table-1.csv").status_code == 404, "a disclosure that is held back"
    assert get(f"/disclosures/9/table-{MOST}.csv").status_code == 404


def test_a_table_of_megabytes_begins_on_the_page(store_of: Any) -> None:
    rows = (("Year", "Words"), *((str(n), "word " * 2000) for n in range(200)))
    read = FileRead("text/csv", "w", tables=(FileTable("sheet 'Data'", rows),))
    page = store_of(
        lambda store: sighting(1, keep_file(store, b"x", read, "https://essex.example/x.csv", "X"), extra={})
    )
    said = section(page, "tables")
    assert "(201 rows, 2 columns)" in said and "0 word word" in said
    shown = page.split('id="tables"')[1].split("</section>")[0].count("<tr>")
    assert 3 < shown < 10 and f"And {201 - shown} more rows, in the CSV" in said


def test_sections_stand_with_all_their_sentences(get: Get) -> None:
    said = section(get("/foi/disclosures/1").text, "exemptions")
    assert "s40(2) personal information relied on, absolute" in said
    assert said.index("Section 40(2) applies.") < said.index("It is personal.") < said.index("s17")
    assert "mentioned, not relied on, procedure" in said


def test_what_it_belongs_to_is_linked(get: Get) -> None:
    page = get("/foi/disclosures/1").text
    assert '<a href="/dossiers/77">Dismissals everywhere</a>' in page and "(2 disclosures)" in page
    assert "The same reply: Dismissals & more 2 , Essex Police FOI 2 (same reply: the same words)" in words(page)
    assert 'href="/dossiers/' not in get("/foi/disclosures/5").text


def test_news_is_told_but_not_what_is_held_back(get: Get) -> None:
    page = get("/foi/disclosures/1").text
    assert "Paper reports seven" in page
    assert "quokka" not in page


def test_copies_and_what_is_held_back_are_plain_to_see(get: Get) -> None:
    page = get("/foi/disclosures/1").text
    said = section(page, "copies")
    assert "1 November 2026, 09:00 UTC Page WARC 1 200 https://essex.example/foi/1/ abcdef0123456789" in said
    assert "A file is held back." in words(page) and "Held back since" in words(page)


def test_what_is_long_is_folded(get: Get) -> None:
    page = get("/foi/disclosures/5").text
    assert '<summary>The whole answer <span class="dim">(4,000 words)</span></summary>' in page
    assert "The whole answer" not in get("/foi/disclosures/2").text


def test_a_date_says_how_precise_it_is(get: Get) -> None:
    assert "July 2024 no day is given" in words(get("/foi/disclosures/1").text)


def test_it_is_cited_with_the_day_of_asking(get: Get) -> None:
    today = datetime.now(UTC)
    page = get("/foi/disclosures/1").text
    said = section(page, "cite")
    assert "Essex Police, “Dismissals & more 1”, FOI 1, 2024-07, https://essex.example/foi/1/, version 1" in said
    assert f"accessed {today.day} {today:%B %Y}" in said
    entry = get("/disclosures/1.bib")
    assert entry.headers["content-type"].startswith("application/x-bibtex")
    for line in (
        "@misc{foiwatch-1-v1,", "author = {{Essex Police}},", r"title = {{Dismissals \& more 1}},", "year = {2024},",
        "month = jul,", "url = {http://localhost/foi/disclosures/1},", f"urldate = {{{today.date()}}},",
    ):  # fmt: skip
        assert line in entry.text
    assert get("/disclosures/3.bib").status_code == get("/disclosures/99.bib").status_code == 404


@pytest.mark.parametrize("sign", [chr(code) for code in range(128)] + ["\u202e", "\ud7ff", "é"])
def test_any_sign_in_a_title_leaves_bibtex_whole(sign: str) -> None:
    page = {
        "id": 1, "version": 1, "forces": [], "source_name": sign, "title": f"a{sign}b", "ref": sign, "published": sign,
        "responded": "", "received": "", "address": f"https://x.example/{sign}", "last_seen": DAY(1),
    }  # fmt: skip
    text = bibtex(page, f"https://x.example/{sign}", "2026-11-22")
    depths = [text[: at + 1].count("{") - text[: at + 1].count("}") for at in range(len(text))]
    assert min(depths) == 0 and depths[-1] == 0 and depths.index(0, text.index("{")) == len(text) - 2
    assert len(plain(page, "https://x.example", "2026-11-22").splitlines()) == 1


def test_questions_find_their_answers_however_they_are_numbered() -> None:
    extra = {
        "questions": [
            {"number": "1", "text": "a", "parent": "REQUEST 2"},
            {"number": "Q1.", "text": "b", "parent": None},
            {"number": "", "text": "c", "parent": None},
        ],
        "answers": [
            {"number": "1", "text": "to b"},
            {"number": "request 2 q1", "text": "to a"},
            {"number": "1", "text": "also to b"},
            {"number": "7", "text": "to none"},
        ],
        "outcome_parts": {"1": "refused"},
    }
    assert [(one["text"], one["answers"], one["outcome"]) for one in side_by_side(extra)] == [
        ("a", ["to a"], ""), ("b", ["to b", "also to b"], "refused"), ("c", [], ""), ("", ["to none"], ""),
    ]  # fmt: skip
    assert side_by_side({"questions": "x", "answers": json.loads("[1]"), "outcome_parts": []}) == []
