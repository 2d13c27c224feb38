"""A record in which everything is hostile: nothing of it is markup, a formula, or an address that runs."""

import asyncio
import csv
import html
import html.parser
import io
import json
import re
import tomllib
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import quote

import feedparser
import pytest

from store.database import Store, open_store
from store.filekeeping import keep_file
from store.fileread import FilePart, FileRead, FileTable
from store.keeping import keep
from store.records import RunResult, Sighting
from store.runs import add_problem, begin_run, finish_run
from store.site.app import datasette_app

Get = Callable[[str], Any]
EVIL = "=cmd|'/c calc'!A0 <script>alert(1)</script><img src=x onerror=\"alert(2)\"> ]]> }{ \\end{x} ${7*7} {{7*7}}"
DAY = "2026-11-{:02}T09:00:00+00:00".format
PAGES = (
    "/search", "/search?q=alert", "/search?q=zebra", "/sources", "/foi/disclosures/1", "/foi/disclosures/2",
    "/foi/disclosures/1?compare=2",
)  # fmt: skip


class Running(html.parser.HTMLParser):
    """Every element and attribute that could run, load or style something."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("script", "img", "svg", "style", "iframe", "object", "embed", "base", "link", "meta"):
            known = (
                tag == "meta" or dict(attrs).get("rel") in ("stylesheet", "icon", "alternate", "canonical")
            ) and "onerror" not in dict(attrs)
            self.found += [] if known else [tag]
        for name, value in attrs:
            address = (value or "").strip().lower()
            if name.startswith("on") or name == "style" or re.match(r"(javascript|data|vbscript):", address):
                self.found.append(f"{tag} {name}={value}")


def sighting(number: int, answer: str, *files: Any) -> Sighting:
    extra = {
        "questions": [{"number": EVIL, "text": EVIL, "parent": EVIL}, {"number": "2", "text": EVIL}],
        "answers": [{"number": EVIL, "text": EVIL}, {"number": "9", "text": EVIL}],
        "outcome_parts": {"2": EVIL},
        "tables": [{"rows": [[EVIL, "n"], ["+1", 2, None]], "where": EVIL}],
        "suppressed": [{"marker": EVIL, "where": EVIL}],
        "citations": [{"section": EVIL, "quote": EVIL, "relied_on": True, "law": EVIL, "kind": EVIL}],
        "alt_refs": [EVIL],
    }
    return Sighting(
        "evil", f"https://evil.example/{number}/?{EVIL}", f"{EVIL} zebra", f"{EVIL} {answer}", ref=EVIL,
        kind="news" if number == 2 else "disclosure", forces=(EVIL,), published="2024", request_text=EVIL,
        response_text=f"{answer}\n\n| {EVIL} | b |\n|---|---|\n| {EVIL} | c |", outcome="refused",
        attachments=files, extra=extra,
    )  # fmt: skip


def fill(store: Store) -> None:
    db = store.db.conn
    run = begin_run(store, "evil", "poll", DAY(1))
    table = FileTable(f"sheet '{EVIL}', A1:B2", ((EVIL, EVIL), ("-1", EVIL)))
    read = FileRead("text/csv", EVIL, EVIL, (FilePart(f"sheet '{EVIL}'", EVIL, "A1"),), (table,))
    file = keep_file(store, b"evil", read, f"https://evil.example/{quote(EVIL)}.csv", EVIL)
    keep(store, sighting(1, "One.", file), seen=DAY(1), run=run)
    keep(store, sighting(1, f"Two {EVIL}.", file), seen=DAY(2), run=run)
    keep(store, sighting(2, "News.", file), seen=DAY(2), run=run)
    db.execute(
        "INSERT INTO sources (name, full_name, platform, site, listing) VALUES ('evil', ?, ?, ?, ?)", (EVIL,) * 4
    )
    db.execute("UPDATE sources SET site = 'javascript:alert(1)'")
    add_problem(store, run, EVIL, "failed", EVIL, EVIL)
    db.execute("INSERT INTO entries (source, address, listed_first, listed_last, state, reason)"
        " VALUES ('evil', ?, '', '', 'skipped', ?)", (EVIL, EVIL))  # fmt: skip
    finish_run(store, run, RunResult("evil", DAY(1), DAY(1), "poll", False, EVIL, 1, 0, 0, 0, 1, 0, 0, 1))
    evidence = json.dumps([{"words": "alert", "quote": EVIL, "where": EVIL, "rule": EVIL}] * 5)
    db.execute("INSERT INTO matches VALUES (1, ?, 1, 0.9, ?)", (EVIL, evidence))
    db.execute("INSERT INTO states (disclosure, state, seen, reason, evidence) VALUES (1, 'withdrawn', ?, ?, ?)",
        (DAY(3), EVIL, json.dumps({"url": "javascript:alert(1)", "disclosure": EVIL})))  # fmt: skip
    db.execute("UPDATE disclosures SET status = 'withdrawn' WHERE id = 1")
    reasons = json.dumps([{"reason": EVIL, "shared": [EVIL]}, EVIL])
    db.execute("INSERT OR REPLACE INTO news_links VALUES (2, 1, 0.9, ?)", (reasons,))
    db.execute("INSERT INTO merges (kept, other, kind, reason, seen) VALUES (1, 2, 'by hand', ?, '')", (EVIL,))
    db.execute("INSERT INTO dossiers (title, core) VALUES (?, 1)", (EVIL,))
    db.execute("INSERT OR REPLACE INTO dossier_members VALUES (1, 1, 1, '[]', '')")
    db.execute("PRAGMA foreign_keys = OFF")
    db.execute(
        """INSERT INTO captures (disclosure, version, role, kind, address, entry, seen, status, media_type, digest,
        content, file, offset, length, request, record)
        VALUES (1, 1, 'page', 'response', :e, :e, :d, 200, :e, :e, :e, :e, 0, 0, 0, :e)""",
        {"e": EVIL, "d": DAY(1)},
    )


@pytest.fixture(scope="module")
def get(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Get]:
    folder = tmp_path_factory.mktemp("evil")
    store = open_store(folder)
    fill(store)
    store.close()
    site, loop = datasette_app(folder), asyncio.new_event_loop()
    yield lambda path: loop.run_until_complete(site.client.get(path))
    loop.close()


@pytest.mark.parametrize(
    "path", [*PAGES, f"/search?q={quote(EVIL)}&force={quote(EVIL)}&table=yes&exemption={quote(EVIL)}"]
)
def test_nothing_of_it_becomes_markup(get: Get, path: str) -> None:
    page = get(path)
    assert page.status_code == 200
    running = Running()
    running.feed(page.text)
    assert running.found == []
    assert "&lt;script&gt;" in page.text or "zebra" in path


def test_the_page_of_a_disclosure_shows_all_of_it_as_words(get: Get) -> None:
    assert get("/foi/disclosures/1").text.count("&lt;script&gt;alert(1)") > 30


@pytest.mark.parametrize("path", ["/search.csv", "/disclosures/1/table-1.csv", "/disclosures/1/table-2.csv"])
def test_nothing_of_it_is_a_formula(get: Get, path: str) -> None:
    answer = get(path)
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert answer.headers["content-disposition"].startswith("attachment; filename=")
    cells = [cell for row in csv.reader(io.StringIO(answer.text)) for cell in row]
    assert any("alert(1)" in cell for cell in cells)
    assert not [cell for cell in cells if cell.lstrip()[:1] in tuple("=+-@")]


RAW = (
    "/foi/disclosures.csv", "/foi/disclosures.csv?_stream=on", "/foi/disclosures.csv?_dl=1&_size=max&_labels=on",
    "/foi/disclosures/1.csv", "/foi/citations.csv?_stream=on&_labels=on", "/foi/attachments.csv", "/foi/files.csv",
    "/foi/search.csv?q=zebra", "/foi/search.csv?q=zebra&_stream=on",
    "/foi.csv?sql=select+title,-5+as+%22%3D1%2B1%22+from+disclosures",
)  # fmt: skip


@pytest.mark.parametrize("path", RAW)
def test_nothing_of_it_is_a_formula_in_the_raw_tables_either(get: Get, path: str) -> None:
    answer = get(path)
    assert answer.status_code == 200
    rows = list(csv.reader(io.StringIO(answer.text)))
    assert len(rows) > 1 and any("alert(1)" in cell for row in rows for cell in row)
    cells = [cell for row in rows for cell in row if cell != "-5"]
    assert not [cell for cell in cells if cell.lstrip()[:1] in tuple("=+-@") or cell[:1] in tuple("\t\r\n")]


def test_a_raw_table_says_all_else_as_it_is_in_the_record(get: Get) -> None:
    asked = "select+id,-5,-0.5,null,title,'plain',status+from+disclosures+where+id=1"
    _, row = csv.reader(io.StringIO(get(f"/foi.csv?sql={asked}").text))
    assert row == ["1", "-5", "-0.5", "", f"'{EVIL} zebra", "plain", "withdrawn"]
    (own,) = get(f"/foi.json?sql={asked}&_shape=arrays").json()["rows"]
    assert own[4] == f"{EVIL} zebra"


def test_the_same_search_as_json_says_it_word_for_word(get: Get) -> None:
    found = get("/search.json?q=zebra").json()["disclosures"]
    assert [row["title"] for row in found] == [f"{EVIL} zebra"] * 2
    assert get("/search.json?q=zebra").headers["x-content-type-options"] == "nosniff"


def test_the_same_search_as_a_feed_is_well_formed_and_harmless(get: Get) -> None:
    feed = feedparser.parse(get(f"/search.atom?q={quote('zebra')}&force={quote(EVIL)}").content, sanitize_html=False)
    assert not feed.bozo
    assert len(feed.entries) == 3
    for entry in feed.entries:
        running = Running()
        running.feed(entry.content[0].value)
        assert running.found == []


def test_bibtex_holds_any_title(get: Get) -> None:
    text = get("/disclosures/1.bib").text
    depth = 0
    for sign in text.strip():
        depth += {"{": 1, "}": -1}.get(sign, 0)
        assert depth >= 0
    assert depth == 0 and text.strip().endswith("}") and text.count("@misc{foiwatch-1-v2,") == 1
    assert r"\textbackslash{}end\textbraceleft{}x\textbraceright{}" in text
    assert text.count("\n@") == 0 and "url = {http://localhost/foi/disclosures/1}" in text


@pytest.mark.parametrize(
    "query", [f"q={quote(EVIL)}", "q=zebra%7F%00%0A%22%5C", f"topic={quote(EVIL)}&year={quote(EVIL)}"]
)
def test_the_subscription_to_paste_is_toml_with_one_table(get: Get, query: str) -> None:
    page = get(f"/search?{query}").text
    pasted = html.unescape(page.split('aria-label="The subscription to paste">')[1].split("</pre>")[0])
    read = tomllib.loads(pasted)
    assert list(read) == ["subscription"] and len(read["subscription"]) == 1
    assert set(read["subscription"][0]) <= {"name", "search", "topics", "events", "when", "at", "zone", "to_env"}
